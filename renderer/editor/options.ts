/** Every number that tunes how the editor feels, in one place: with its unit and its reason. */
export const EDITOR_OPTIONS = Object.freeze({
  /** Smallest zoom, px per mm: 2 % shows a hall. Fitting a larger design may go below. */
  minZoom: 0.02,
  /** Largest zoom, px per mm: 6400 % shows a screw. */
  maxZoom: 64,
  /** Factor of one zoom step: two steps are about half as large again. */
  zoomStep: 1.25,
  /** Share of the window that a fitted box leaves free on each side. */
  fitMargin: 0.06,
  /** Largest zoom that fitting chooses, px per mm: one device should not fill the screen with one port. */
  fitMaxZoom: 2.5,
  /** The same for the faces of a type and for parts of them, px per mm. */
  fitFaceZoom: 8,
  /** Distance after which a press becomes a drag, px: a hand trembles less on a mouse. */
  dragAfterMousePx: 4,
  /** The same under a finger or a pen, px. */
  dragAfterTouchPx: 8,
  /** How far beside a thing a press still takes it, px. */
  hitMarginPx: 6,
  /** Over a device a cable is taken only this near, mm: far out the margin would cover the device whole. */
  cableOverDeviceMm: 4,
  /** Ports below this size cannot be aimed at; the device is taken instead, px. */
  minPortPx: 4,
  /** Ports of at least this size start a cable when they are dragged; smaller ones move the device, px. */
  cablePortPx: 10,
  /** Parts of a faceplate below this size are taken from beside them, px. */
  minPartPx: 12,
  /** How far from its middle a handle is taken, px: it is drawn smaller than that. */
  handleReachPx: 9,
  /** Sides shorter than this have no handle in their middle, px. */
  handleRoomPx: 40,
  /** How near things of a faceplate must come to snap, px. */
  snapPx: 8,
  /** Width of the rulers beside a faceplate, px. */
  rulerPx: 22,
  /** A pause after which typed letters begin a new search, ms. */
  typeAheadMs: 1200,
  /** Units of a large nudge. */
  bigNudgeU: 10,
} satisfies Readonly<Record<string, number>>);

/** How far a pointer goes before a press is a drag, px: a finger trembles more than a mouse. */
export function dragAfterPx({ pointerType }: { readonly pointerType: string }): number {
  const { dragAfterMousePx, dragAfterTouchPx } = EDITOR_OPTIONS;
  return pointerType === 'mouse' ? dragAfterMousePx : dragAfterTouchPx;
}
