/**
 * Branded numbers. A length in millimetres, a height in rack units and a distance on screen are all
 * numbers; the brand makes mixing them a type error.
 */
declare const unit: unique symbol;
type Branded<Name extends string> = number & { readonly [unit]?: Name };

/** A length in millimetres, kept to a thousandth (the file stores whole micrometres). */
export type Mm = Branded<'mm'>;
/** A height or position in rack units; a multiple of one half. */
export type RackUnits = Branded<'U'>;

/** One inch, mm. */
export const MM_PER_INCH: Mm = 25.4;
/** Height of one rack unit, mm (EIA-310-D; reference.json `rack`, source S34). */
export const RACK_UNIT_MM: Mm = 44.45;
/** Height of one Open Rack unit, mm (ORv3; reference.json `rack`). */
export const OPEN_RACK_UNIT_MM: Mm = 48;
/** Width of a 19-inch panel with its ears, mm (EIA-310-D, source S34). */
export const PANEL_WIDTH_MM: Mm = 482.6;
/** Clear width between the rails, mm (EIA-310-D, source S34). */
export const RAIL_OPENING_MM: Mm = 450.85;
/** What a panel is lower than its units, once, so that neighbours do not touch, mm (source S34). */
export const PANEL_CLEARANCE_MM: Mm = 0.79;

/**
 * Height of a panel of `heightU` rack units: 44.45·u − 0.79 mm (EIA-310-D, source S34).
 * @param heightU rack units, > 0
 */
export function panelHeightMm(heightU: RackUnits): Mm {
  return roundMm(heightU * RACK_UNIT_MM - PANEL_CLEARANCE_MM);
}

/** Rounds a length to the file's resolution, one micrometre. */
export function roundMm(value: number): Mm {
  return Math.round(value * 1000) / 1000;
}
