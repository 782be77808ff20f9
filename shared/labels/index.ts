/** Names of cables and what is printed at their ends. */
export { cableNames } from './cable-names.ts';
export { type EndLabels, endLabels } from './end-labels.ts';
export { plugEnds } from './end-values.ts';
export { type LabelFaults, labelFaults } from './label-faults.ts';
export { TEMPLATE_PRESETS } from './presets.ts';
export { type Renamed, renamedBy } from './rename.ts';
export {
  parseTemplate,
  type TemplateAnswer,
  type TemplateKind,
  tokensOf,
  USUAL_TEMPLATES,
} from './template.ts';
