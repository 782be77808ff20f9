/** The columns of a comparison: the design as it is, in one medium throughout, and in the cheapest that reaches. */
import type { MediumId } from '../model/medium.ts';

/** The media that are compared, from the cheapest to the dearest link [assumed: no price list was read]. */
export const COST_ORDER = [
  'dac',
  'acc',
  'aec',
  'aoc',
  'smf',
  'lpo',
  'cpo',
] as const satisfies readonly MediumId[];

export type ComparedMedium = (typeof COST_ORDER)[number];

export const COLUMN_IDS = ['as-drawn', ...COST_ORDER, 'cheapest'] as const;
export type ColumnId = (typeof COLUMN_IDS)[number];

/** A column that another design stands behind: what can be adopted or kept. */
export type OtherColumnId = Exclude<ColumnId, 'as-drawn'>;

/** Whether a cable is compared: power cords and twisted pair stay what they are in every column. */
export function isDataMedium(medium: MediumId): boolean {
  return medium !== 'power' && medium !== 'base-t';
}
