/**
 * Paints and lettering of a scheme. Each is made once, so that a surface can compare them by identity.
 */
import type { Severity } from '../analysis/types.ts';
import type { DeviceCategory } from '../model/device-type.ts';
import { DEVICE_CATEGORIES } from '../model/device-type.ts';
import { MEDIUM_IDS, type MediumId } from '../model/medium.ts';
import type { Cable } from '../model/records.ts';
import { type DrawingTokens, drawingTokens, type Scheme } from '../theme/tokens.ts';
import type { Mm } from '../units/length.ts';
import type { Step } from './overlays/overlay-kind.ts';
import type { Paint, TextStyle } from './surface.ts';

/** Widths of lines by what they say, mm in the drawing; 0 is a hairline. At 1:10 a tenth lands on paper. */
interface LineWidths {
  readonly frame: Mm;
  readonly body: Mm;
  readonly fine: Mm;
  readonly kept: Mm;
  readonly cable: Mm;
}

export interface Inks {
  readonly background: Paint;
  readonly frame: Paint;
  readonly frameOutline: Paint;
  readonly opening: Paint;
  readonly rail: Paint;
  readonly hole: Paint;
  readonly slotLine: Paint;
  readonly ear: Paint;
  /** The channel of a vertical cable manager, and its fingers. */
  readonly channel: Paint;
  readonly finger: Paint;
  readonly screw: Paint;
  readonly vent: Paint;
  readonly ventSlot: Paint;
  readonly fan: Paint;
  readonly handle: Paint;
  readonly display: Paint;
  readonly bay: Paint;
  readonly led: Paint;
  readonly cage: Paint;
  readonly cageBand: Paint;
  /** The cross in an opening that is kept free. */
  readonly kept: Paint;
  readonly contact: Paint;
  readonly plate: Paint;
  readonly hatch: Paint;
  readonly behind: Paint;
  readonly busbar: Paint;
  readonly tray: Paint;
  readonly loadFree: Paint;
  readonly loadUsed: Paint;
  readonly bodyOutline: Paint;
  /** The ground of an overlay's gauge, the strokes over what is unknown, the plate under a number. */
  readonly gauge: Paint;
  readonly unknown: Paint;
  readonly numberPlate: Paint;
  /** A device and a blanking panel from the side, the air through it, what blocks it, what leaks back. */
  readonly deviceSide: Paint;
  readonly panelSide: Paint;
  readonly air: Paint;
  readonly airUnknown: Paint;
  readonly blocked: Paint;
  readonly leak: Paint;
}

export interface Palette {
  readonly scheme: Scheme;
  /** The bare colours, for what is drawn outside the painters: selection, ghosts, guides. */
  readonly tokens: DrawingTokens;
  readonly ink: Inks;
  readonly body: Readonly<Record<DeviceCategory, Paint>>;
  /** A device as one box, far out. */
  readonly far: Readonly<Record<DeviceCategory, Paint>>;
  readonly accent: Readonly<Record<DeviceCategory, Paint>>;
  readonly finding: Readonly<Record<Severity, Paint>>;
  /** Fillings of the steps of an overlay's scale, each with an outline. */
  readonly overlay: readonly Paint[];
  readonly cableDashMm: Readonly<Record<MediumId, readonly number[]>>;
  readonly cableMm: Mm;
}

const NO_DASH: readonly number[] = [];

function filled(fill: string): Paint {
  return { fill, stroke: null, strokeMm: 0, dashMm: NO_DASH };
}

function lined(stroke: string, strokeMm: Mm, dashMm: readonly number[] = NO_DASH): Paint {
  return { fill: null, stroke, strokeMm, dashMm };
}

function outlined(fill: string, stroke: string, strokeMm: Mm): Paint {
  return { fill, stroke, strokeMm, dashMm: NO_DASH };
}

const SCREEN_LINES: LineWidths = { frame: 0, body: 0, fine: 0, kept: 1.4, cable: 4 };
/** At 1:10: frames 0.5 mm, bodies 0.25 mm, details 0.1 mm, cables 0.35 mm. */
const PAPER_LINES: LineWidths = { frame: 5, body: 2.5, fine: 1, kept: 1.4, cable: 3.5 };

/** On paper the medium is told by the line as well, so that a black and white print says the same. */
const PAPER_DASHES: Readonly<Record<MediumId, readonly number[]>> = {
  dac: NO_DASH,
  acc: [36, 8],
  aec: [18, 8],
  aoc: [36, 8, 6, 8],
  mmf: [24, 6, 6, 6, 6, 6],
  smf: [6, 6],
  lpo: [12, 6],
  cpo: [48, 6, 6, 6],
  'base-t': [9, 4],
  power: NO_DASH,
};

function inksOf(t: DrawingTokens, width: LineWidths): Inks {
  return {
    background: filled(t.background),
    frame: filled(t.frame),
    frameOutline: lined(t.frameEdge, width.frame),
    opening: filled(t.opening),
    rail: filled(t.rail),
    hole: filled(t.hole),
    slotLine: lined(t.slotLine, width.fine),
    ear: filled(t.ear),
    channel: filled(t.bodyDim),
    finger: filled(t.rail),
    screw: filled(t.screw),
    vent: filled(t.vent),
    ventSlot: filled(t.ventSlot),
    fan: lined(t.ventSlot, width.fine),
    handle: filled(t.handle),
    display: filled(t.display),
    bay: outlined(t.bay, t.ventSlot, width.fine),
    led: filled(t.led),
    cage: outlined(t.cage, t.cageRim, width.fine),
    cageBand: filled(t.cageBand),
    kept: lined(t.reserved, width.kept),
    contact: filled(t.contact),
    plate: filled(t.plate),
    hatch: lined(t.hatch, width.fine),
    behind: lined(t.hatch, width.fine, [16, 10]),
    busbar: filled(t.busbar),
    tray: lined(t.tray, width.body),
    loadFree: outlined(t.opening, t.frameEdge, 0),
    loadUsed: filled(t.bodyEdge),
    bodyOutline: lined(t.bodyEdge, width.body),
    gauge: outlined(t.opening, t.bodyEdge, width.fine),
    unknown: lined(t.textMuted, width.fine),
    numberPlate: outlined(t.plate, t.bodyEdge, width.fine),
    deviceSide: outlined(t.body, t.bodyEdge, width.fine),
    panelSide: outlined(t.bodyDim, t.bodyEdge, width.fine),
    air: lined(t.text, 3),
    airUnknown: lined(t.textMuted, 3, [14, 12]),
    blocked: filled(t.bodyEdge),
    leak: lined(t.finding.warning, 3, [26, 14]),
  };
}

function perCategory(paint: (category: DeviceCategory) => Paint): Record<DeviceCategory, Paint> {
  const record = Object.fromEntries(DEVICE_CATEGORIES.map((name) => [name, paint(name)]));
  return record as Record<DeviceCategory, Paint>;
}

/** Blanks, managers and shelves step back behind what computes. */
function bodyColour(tokens: DrawingTokens, category: DeviceCategory): string {
  const dim = category === 'blank' || category === 'cable-manager' || category === 'shelf';
  return dim ? tokens.bodyDim : tokens.body;
}

function makePalette(scheme: Scheme): Palette {
  const tokens = drawingTokens(scheme);
  const width = scheme === 'paper' ? PAPER_LINES : SCREEN_LINES;
  const solid = Object.fromEntries(MEDIUM_IDS.map((medium) => [medium, NO_DASH]));
  const body = perCategory((category) => filled(bodyColour(tokens, category)));
  return {
    scheme,
    tokens,
    ink: inksOf(tokens, width),
    body,
    far: perCategory((name) => filled(name === 'blank' ? tokens.bodyDim : tokens.accent[name])),
    accent: perCategory((name) => filled(tokens.accent[name])),
    finding: {
      error: filled(tokens.finding.error),
      warning: filled(tokens.finding.warning),
      note: filled(tokens.finding.note),
    },
    overlay: tokens.overlay.map((colour) => outlined(colour, tokens.bodyEdge, width.fine)),
    cableDashMm: scheme === 'paper' ? PAPER_DASHES : (solid as Record<MediumId, readonly number[]>),
    cableMm: width.cable,
  };
}

const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: makePalette('light'),
  dark: makePalette('dark'),
  paper: makePalette('paper'),
};

/** The palette of a scheme: always the same object for the same scheme. */
export function paletteFor(scheme: Scheme): Palette {
  return PALETTES[scheme];
}

function interned<Value>(): (palette: Palette, key: string, make: () => Value) => Value {
  const known = new WeakMap<Palette, Map<string, Value>>();
  return (palette, key, make) => {
    let values = known.get(palette);
    if (values === undefined) known.set(palette, (values = new Map()));
    let value = values.get(key);
    if (value === undefined) values.set(key, (value = make()));
    return value;
  };
}

const letterings = interned<TextStyle>();
const fills = interned<Paint>();
const lines = interned<Paint>();

/** Lettering of the palette's text colours; the same object for the same arguments. Size in mm. */
export function lettering(
  palette: Palette,
  tone: 'text' | 'muted',
  sizeMm: Mm,
  weight: TextStyle['weight'],
  align: TextStyle['align'],
): TextStyle {
  return letterings(palette, `${tone} ${sizeMm} ${weight} ${align}`, () => ({
    colour: tone === 'text' ? palette.tokens.text : palette.tokens.textMuted,
    sizeMm,
    weight,
    align,
  }));
}

/** A filling of any CSS colour; the same object for the same colour. */
export function fillPaint(palette: Palette, colour: string): Paint {
  return fills(palette, colour, () => filled(colour));
}

/** How a cable is drawn: its colour, and the line that tells the same without it. */
export interface CableLook {
  readonly colour: string;
  readonly dashMm: readonly number[];
}

/** The look of a medium's cables. */
export function mediumLook(palette: Palette, medium: MediumId): CableLook {
  return { colour: palette.tokens.cable[medium], dashMm: palette.cableDashMm[medium] };
}

/**
 * The look of the n-th of several kinds, from 0. On paper the line alone tells them apart; on a screen the line
 * takes over where the colours begin again.
 */
export function seriesLook(palette: Palette, ordinal: number): CableLook {
  const { series } = palette.tokens;
  const round = Math.floor(ordinal / series.length);
  const dash = palette.scheme === 'paper' ? ordinal + round : round;
  return {
    colour: series[ordinal % series.length] ?? palette.tokens.textMuted,
    dashMm: SERIES_DASHES[dash % SERIES_DASHES.length] ?? NO_DASH,
  };
}
const SERIES_DASHES: readonly (readonly number[])[] = [
  NO_DASH,
  [36, 8],
  [6, 6],
  [36, 8, 6, 8],
  [18, 8],
  [24, 6, 6, 6, 6, 6],
  [12, 6],
  [48, 6, 6, 6],
];

/** The look of what belongs to none of several kinds. */
export function unnamedLook(palette: Palette): CableLook {
  return {
    colour: palette.tokens.textMuted,
    dashMm: palette.scheme === 'paper' ? [3, 9] : NO_DASH,
  };
}

/** The line of a look, `widthMm` wide; the same object for the same arguments. */
export function lookPaint(
  palette: Palette,
  { colour, dashMm }: CableLook,
  widthMm: Mm = palette.cableMm,
): Paint {
  return lines(palette, `${colour} ${dashMm.join(' ')} ${widthMm}`, () =>
    lined(colour, widthMm, dashMm),
  );
}

/** The line of a medium, or of a colour in its place; the same object for the same arguments. */
export function cablePaint(
  palette: Palette,
  { colour, medium }: Pick<Cable, 'colour' | 'medium'>,
  widthMm: Mm = palette.cableMm,
): Paint {
  const look = mediumLook(palette, medium);
  return lookPaint(palette, colour === null ? look : { ...look, colour }, widthMm);
}

/** What steps back behind what is meant: it is seen to be there, and draws no eye. */
export function faintPaint(palette: Palette, widthMm: Mm): Paint {
  return lines(palette, `faint ${widthMm}`, () => lined(palette.tokens.faint, widthMm));
}

/** The filling of an opening whose cable steps back. */
export function faintFill(palette: Palette): Paint {
  return fillPaint(palette, palette.tokens.faint);
}

/** From this step on a cable has the step's colour; below it is at ease, and steps back. */
const TOLD_FROM: Step = 2;
/** Under an overlay a cable is told by its line too: solid where it reaches, broken where it does not. */
const STEP_DASHES: readonly (readonly number[])[] = [NO_DASH, NO_DASH, NO_DASH, [40, 10], [14, 10]];
const UNKNOWN_DASH: readonly number[] = [4, 8];

/** The line of a cable under an overlay, by its step; null = unknown. The same object for the same arguments. */
export function cableStepPaint(palette: Palette, step: Step | null, widthMm: Mm): Paint {
  const { textMuted, overlay } = palette.tokens;
  const colour = step === null || step < TOLD_FROM ? textMuted : overlay[step];
  const dash = step === null ? UNKNOWN_DASH : STEP_DASHES[step];
  return lines(palette, `step ${step} ${widthMm}`, () => lined(colour, widthMm, dash));
}

/** How much wider than the cable the gap is that it leaves in what it crosses. */
export const HALO = 1.8;

/** The gap a cable leaves in what it crosses, so that one can see which is on top. */
export function haloPaint(palette: Palette, cableMm: Mm): Paint {
  return lines(palette, `halo ${cableMm}`, () => lined(palette.tokens.opening, cableMm * HALO));
}
