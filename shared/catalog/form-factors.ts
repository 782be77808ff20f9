/** What a cage is, mechanically: its opening, its pitch, what it may feed. */
import type { FormFactor } from '../model/device-type.ts';
import type { Mm } from '../units/length.ts';
import rows from './data/form-factors.json' with { type: 'json' };
import { rowsOf, type Sourced, withSource } from './sources.ts';

export interface FormFactorFacts extends Sourced {
  readonly formFactor: FormFactor;
  /** The opening one sees on the faceplate, mm. */
  readonly cageWidthMm: Mm;
  readonly cageHeightMm: Mm;
  readonly moduleLengthMm: Mm | null;
  /** Closest spacing of two cages side by side, mm. */
  readonly cagePitchMinMm: Mm | null;
  /** Most that fit on one rack unit. */
  readonly portsPerUMax: number | null;
  /** Electrical lanes; for fibre adapters, fibres. */
  readonly lanes: number | null;
  /** What the highest power class may draw, W. */
  readonly powerClassMaxW: number | null;
  readonly note: string;
}

const BY_NAME: ReadonlyMap<string, FormFactorFacts> = new Map(
  rowsOf<FormFactorFacts>(rows).map((row) => [row.formFactor, withSource(row)]),
);

/** The facts of a form factor; null for `other`, of which nothing is known. */
export function formFactorFacts(formFactor: FormFactor): FormFactorFacts | null {
  return BY_NAME.get(formFactor) ?? null;
}
