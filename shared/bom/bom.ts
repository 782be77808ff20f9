/**
 * What is to be bought for a design: devices by type, what else hangs in the racks, cables by kind and length, and
 * the transceivers that cables with loose optics need. The drawing set and the spreadsheets print the same lines.
 */
import type { Analysis } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import { cableLines } from './cable-lines.ts';
import { BOM_GROUPS, type BomLine } from './lines.ts';
import { transceiverLines } from './transceiver-lines.ts';
import { typeLines } from './type-lines.ts';

/**
 * The bill of materials. `drawn` of devices and accessories together is the number of devices, of cables that of
 * cables. Cables and transceivers have spares: `settings.cabling.sparePercent` of each line, rounded up.
 */
export function billOfMaterials(design: Design, analysis: Analysis): readonly BomLine[] {
  const { sparePercent } = design.settings.cabling;
  const lines = [
    ...typeLines(design),
    ...cableLines(design, analysis, sparePercent),
    ...transceiverLines(design, sparePercent),
  ];
  const place = (line: BomLine): number => BOM_GROUPS.indexOf(line.group);
  return lines.toSorted((a, b) => place(a) - place(b));
}
