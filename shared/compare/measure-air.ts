/** What the cables do to the air of the devices they end in. */
import { airPassesFaces } from '../analysis/face-air.ts';
import { breathes } from '../analysis/rack-neighbours.ts';
import type { Analysis, Band } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Provenance } from '../model/fact.ts';
import type { DeviceId } from '../model/ids.ts';
import { type Figure, Greatest, Mean, Sum } from './figure.ts';

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
  const blockedWorst = new Greatest();
  const blockedMean = new Mean();
  const lost = new Greatest();
  const rise = new Greatest();
  const fans = new Sum();
  for (const row of analysis.devices) {
    const device = design.devices.get(row.id);
    if (!device || !devices.has(row.id) || device.mount !== 'rails') continue;
    const { front, rear } = row.blockedFraction;
    const blocked = Math.max(front, rear);
    blockedWorst.know(blocked, 'derived');
    blockedMean.know(blocked, 'derived');
    const type = typeOf(design, device);
    if (!breathes(type) || !airPassesFaces(type)) continue;
    const loss = row.flowRatio && lossOf(row.flowRatio);
    knowOrLack(lost, loss, 'derived', type);
    knowOrLack(rise, row.outletRiseK, 'derived', type);
    knowOrLack(fans, row.extraFanW, 'assumed', type);
  }
  return {
    blockedWorst: blockedWorst.figure('1'),
    blockedMean: blockedMean.figure('1'),
    flowLossWorst: lost.figure('1'),
    outletRiseWorstK: rise.figure('K'),
    fanWatts: fans.figure('W'),
  };
}

function knowOrLack(
  figure: Greatest | Sum,
  value: number | Band | null,
  provenance: Provenance,
  { model }: DeviceType,
): void {
  if (value === null) figure.lack(`device type ${model}: airflowCfm`, provenance);
  else figure.know(value, provenance);
}

/** The least flow is the most loss. */
function lossOf({ low, nominal, high }: Band): Band {
  return { low: 1 - high, nominal: 1 - nominal, high: 1 - low };
}
