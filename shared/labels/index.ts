/** Names of cables and what is printed at their ends. */
export { cableNames } from './cable-names.ts';
export { endLabels } from './end-labels.ts';
export { parseTemplate } from './template.ts';
