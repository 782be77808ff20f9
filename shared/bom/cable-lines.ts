/** Cables of a bill of materials: by medium, rate, plugs, part number and length. */
import type { Analysis, CableRow } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { compareText } from '../text/order.ts';
import { type CableLine, counted, type PlugCount } from './lines.ts';
import { openingAt } from './openings.ts';

/** A line for each kind and length; the shortest of a kind first, those without a length last. */
export function cableLines(design: Design, analysis: Analysis, sparePercent: number): CableLine[] {
  const kinds = analysis.cables.flatMap((row) => {
    const cable = design.cables.get(row.id);
    return cable ? [kindOf(design, cable, row)] : [];
  });
  return counted(kinds, sparePercent).sort(
    (a, b) =>
      compareText(a.medium, b.medium) ||
      (b.speedGbps ?? 0) - (a.speedGbps ?? 0) ||
      length(a) - length(b) ||
      compareText(JSON.stringify(a), JSON.stringify(b)),
  );
}

function length({ lengthM }: CableLine): number {
  return lengthM ?? Number.MAX_VALUE;
}

function kindOf(design: Design, cable: Cable, row: CableRow): Omit<CableLine, 'drawn' | 'spare'> {
  const { laneGbps, lanes } = row;
  return {
    group: 'cable',
    medium: cable.medium,
    awg: cable.awg,
    speedGbps: laneGbps === null || lanes === null ? null : laneGbps * lanes,
    a: plugsOf(design, cable.ends.a),
    b: plugsOf(design, cable.ends.b),
    partNumber: cable.part,
    // What is not in stock is not ordered by its path: it is one line, of which a person decides.
    lengthM: row.lengthSource === 'entered' ? row.lengthM : row.stockM,
  };
}

/** The plugs at an end of a cable; where they are of two kinds, the first's counts. */
function plugsOf(design: Design, refs: readonly PortRef[]): PlugCount {
  const openings = new Map<string, PlugCount['formFactor']>();
  for (const ref of refs) {
    const opening = openingAt(design, ref);
    if (opening) openings.set(opening.key, opening.formFactor);
  }
  const [formFactor = null] = openings.values();
  return { formFactor, count: openings.size };
}
