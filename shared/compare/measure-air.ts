/** What the cables do to the air of the devices they end in. */
import { airPassesFaces } from '../analysis/face-air.ts';
import { breathes } from '../analysis/rack-neighbours.ts';
import type { Analysis, Band } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import { type Figure, greatestOf, meanOf, type Part, sumOf } from './figure.ts';

/** @param devices those with compared cables */
export function airFigures(
  design: Design,
  analysis: Analysis,
  devices: ReadonlySet<DeviceId>,
): {
  readonly blockedWorst: Figure;
  readonly blockedMean: Figure;
  readonly flowLossWorst: Figure;
  readonly outletRiseWorstK: Figure;
  readonly fanWatts: Figure;
} {
  const blocked: Part[] = [];
  const lost: Part[] = [];
  const rise: Part[] = [];
  const fans: Part[] = [];
  for (const row of analysis.devices) {
    const device = design.devices.get(row.id);
    if (!device || !devices.has(row.id) || device.mount !== 'rails') continue;
    const { front, rear } = row.blockedFraction;
    blocked.push({ value: Math.max(front, rear), provenance: 'derived' });
    const type = typeOf(design, device);
    if (!breathes(type) || !airPassesFaces(type)) continue;
    const missing = `device type ${type.model}: airflowCfm`;
    const loss = row.flowRatio && lossOf(row.flowRatio);
    lost.push({ value: loss, provenance: 'derived', missing });
    rise.push({ value: row.outletRiseK, provenance: 'derived', missing });
    fans.push({ value: row.extraFanW, provenance: 'assumed', missing });
  }
  return {
    blockedWorst: greatestOf('1', blocked),
    blockedMean: meanOf('1', blocked),
    flowLossWorst: greatestOf('1', lost),
    outletRiseWorstK: greatestOf('K', rise),
    fanWatts: sumOf('W', fans),
  };
}

/** The least flow is the most loss. */
function lossOf({ low, nominal, high }: Band): Band {
  return { low: 1 - high, nominal: 1 - nominal, high: 1 - low };
}
