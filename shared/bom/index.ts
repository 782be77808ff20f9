export { billOfMaterials } from './bom.ts';
export { itemText } from './bom-text.ts';
export type { BomLine } from './lines.ts';
