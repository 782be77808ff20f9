/** The same design in every medium: how it compares, and taking one over. */
export { type AdoptionAnswer, adoptMedium, columnName } from './adopt.ts';
export { COLUMN_IDS, type ColumnId, isDataMedium, type OtherColumnId } from './columns.ts';
export { compareMedia, comparisonSteps } from './compare-media.ts';
export {
  type Bar,
  type Cell,
  comparisonLines,
  type Line,
  type LineGroup,
  type PartKind,
} from './comparison-lines.ts';
export type { Figure } from './figure.ts';
export { figureText, unitText } from './figure-text.ts';
export { type Column, type Comparison, FIGURES, type FigureName } from './types.ts';
