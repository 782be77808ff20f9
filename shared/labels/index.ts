/** Names of cables and what is printed at their ends. */
export { cableNames } from './cable-names.ts';
export { type EndLabels, endLabels, labelsBy } from './end-labels.ts';
export { parseTemplate } from './template.ts';
