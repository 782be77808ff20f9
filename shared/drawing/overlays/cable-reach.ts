/** Overlay `reach`: whether cables reach, by the worst of a device and by how much it has to spare. */
import { reachMargin } from '../../analysis/reach-margin.ts';
import type { Analysis, CableRow } from '../../analysis/types.ts';
import { numberText, withUnit } from '../../analysis/value-text.ts';
import { mediumFacts } from '../../catalog/index.ts';
import type { Design } from '../../model/design.ts';
import { cablesOfDevice } from '../../model/design-index.ts';
import type { CableId } from '../../model/ids.ts';
import { say } from '../../text/index.ts';
import type { Step } from './overlay-kind.ts';
import type { ReadDevice, Reading } from './reading.ts';

/** From this share of its limit to spare on a cable is at ease, and near its end below that. */
const AT_EASE = 0.25;
const NEAR = 0.1;

/** The step of a cable: at ease, in reach, within 10 % of its limit, one vendor's only, over; null = unknown. */
export function reachStep(row: CableRow): Step | null {
  switch (row.verdict) {
    case 'over':
      return 4;
    case 'vendor-only':
      return 3;
    case 'unknown':
      return null;
    case 'ok': {
      const margin = reachMargin(row);
      if (margin === null) return 0;
      const share = margin.spareM / margin.limitM;
      if (share < NEAR) return 2;
      return share < AT_EASE ? 1 : 0;
    }
    default:
      return row.verdict satisfies never;
  }
}

const rowsById = new WeakMap<Analysis['cables'], ReadonlyMap<CableId, CableRow>>();

/** The row of a cable whose reach somebody checks; undefined for a power cord. */
export function checkedCable({ cables }: Analysis, id: CableId): CableRow | undefined {
  let rows = rowsById.get(cables);
  if (!rows) {
    rows = new Map(cables.map((row) => [row.id, row]));
    rowsById.set(cables, rows);
  }
  const row = rows.get(id);
  return row && mediumFacts(row.medium).checksReach ? row : undefined;
}

/** Unknown is worse than what reaches, and better than what does not. */
function rank(row: CableRow): number {
  return reachStep(row) ?? 2.5;
}

function spare(row: CableRow): number {
  return reachMargin(row)?.spareM ?? Number.POSITIVE_INFINITY;
}

/** Reads the worst of the cables that end in a device; of two alike that with less to spare. */
export function readReach(analysis: Analysis, design: Design): ReadDevice {
  return (id) => {
    let worst: CableRow | null = null;
    let cables = 0;
    for (const cableId of cablesOfDevice(design, id)) {
      const row = checkedCable(analysis, cableId);
      if (!row) continue;
      cables += 1;
      const worse =
        worst === null ||
        rank(row) > rank(worst) ||
        (rank(row) === rank(worst) && spare(row) < spare(worst));
      if (worse) worst = row;
    }
    return worst && readingOf(worst, cables);
  };
}

function readingOf(row: CableRow, cables: number): Reading {
  const step = reachStep(row);
  const margin = reachMargin(row);
  return {
    step,
    text() {
      if (step === null) return say('overlay.unknownMark');
      return margin === null ? say('overlay.reach.noLimit') : signedMetres(margin.spareM);
    },
    told: () =>
      say('overlay.reach.told', {
        cables,
        cable: row.label === '' ? say('overlay.reach.unnamed') : row.label,
        verdict: say(`overlay.verdict.${row.verdict}`),
        spare: margin === null ? '' : signedMetres(margin.spareM),
        known: margin === null ? 'no' : 'yes',
      }),
  };
}

/** "+0.4 m" to spare, "−0.3 m" short. */
export function signedMetres(metres: number): string {
  const sign = metres < 0 ? '−' : '+';
  return withUnit(`${sign}${numberText(Number(Math.abs(metres).toPrecision(2)))}`, 'm');
}
