/**
 * What the canvas does with plain input: it notes what is hovered, pans and zooms by itself, and hands all else
 * to the tool in the hand.
 */
import {
  type Editor,
  type Modifiers,
  type Point,
  type PointerInput,
  panned,
  sameTarget,
  setPlan,
  targetAt,
  toWorld,
  zoomElevations,
} from '../../editor/index.ts';

export interface WheelInput {
  readonly screen: Point;
  /** CSS pixels. */
  readonly dx: number;
  readonly dy: number;
  readonly modifiers: Modifiers;
}

export interface CanvasInput {
  pointerDown(input: PointerInput): void;
  pointerMove(input: PointerInput): void;
  pointerUp(input: PointerInput): void;
  pointerLeave(): void;
  /** The gesture was taken away: by a second finger, or by the system. */
  pointerCancel(): void;
  /** @param alone what the wheel does without a modifier: a setting of the person */
  wheel(input: WheelInput, alone: 'pan' | 'zoom'): void;
  /** Space is held: a drag moves the drawing, whatever the tool. */
  holdPan(held: boolean): void;
}

/** Zoom per pixel of wheel: one notch of 100 px is a quarter. */
const ZOOM_PER_PX = Math.log(1.25) / 100;
/** A wheel that is spun fast must not jump over everything, px. */
const LARGEST_STEP_PX = 240;

export function createCanvasInput(editor: Editor): CanvasInput {
  /** Where the hand has the drawing; null while it does not. */
  let hand: Point | null = null;
  let panHeld = false;
  return {
    pointerDown(input) {
      setPlan(editor, { active: false });
      if (panHeld || input.button === 'middle') hand = input.screen;
      else editor.tool.pointerDown(input);
    },
    pointerMove(input) {
      if (hand) {
        const { screen } = input;
        editor.set({ camera: panned(editor.state.camera, screen.x - hand.x, screen.y - hand.y) });
        hand = screen;
        return;
      }
      follow(editor, input);
      editor.tool.pointerMove(input);
    },
    pointerUp(input) {
      if (hand) hand = null;
      else editor.tool.pointerUp(input);
    },
    pointerLeave() {
      editor.set({ hover: null, pointer: null });
    },
    pointerCancel() {
      hand = null;
      editor.tool.cancel();
    },
    wheel(input, alone) {
      if (input.modifiers.mod || input.modifiers.alt || alone === 'zoom') zoomBy(editor, input);
      else panBy(editor, input);
    },
    holdPan(held) {
      panHeld = held;
    },
  };
}

function follow(editor: Editor, { screen }: PointerInput): void {
  const { camera, hover } = editor.state;
  const under = targetAt(editor, screen);
  editor.set({
    pointer: toWorld(camera, screen),
    hover: sameTarget(hover, under) ? hover : under,
  });
}

function zoomBy(editor: Editor, { screen, dy }: WheelInput): void {
  const step = Math.max(-LARGEST_STEP_PX, Math.min(LARGEST_STEP_PX, dy));
  zoomElevations(editor, screen, editor.state.camera.zoom * Math.exp(-step * ZOOM_PER_PX));
}

/** Shift turns a wheel that only goes up and down sideways; some systems do that by themselves. */
function panBy(editor: Editor, { dx, dy, modifiers }: WheelInput): void {
  const sideways = modifiers.shift && dx === 0;
  const camera = panned(editor.state.camera, -(sideways ? dy : dx), -(sideways ? 0 : dy));
  editor.set({ camera });
}
