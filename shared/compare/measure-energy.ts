/** What the electronics of the cables' ends draw. */
import { endPowerW } from '../catalog/index.ts';
import type { Known } from '../model/fact.ts';
import type { MediumId } from '../model/medium.ts';
import type { ComparedCable } from './compared-cables.ts';
import { type Figure, Sum } from './figure.ts';

/** Both ends of every link; energy per bit over what the links carry one way. */
export function energyFigures(cables: readonly ComparedCable[]): {
  readonly watts: Figure;
  readonly picojoulesPerBit: Figure;
} {
  const powerOf = rememberPower();
  const sum = new Sum();
  let carriedGbps = 0;
  for (const { cable, links, linkGbps } of cables) {
    const perEnd = linkGbps === null ? null : powerOf(cable.medium, linkGbps);
    if (linkGbps === null) sum.lack(`cable ${cable.id}: speed`, 'derived');
    else if (perEnd === null) sum.lack(`medium ${cable.medium}: power per end`, 'derived');
    else {
      carriedGbps += linkGbps * links.length;
      sum.know(2 * perEnd.value * links.length, perEnd.provenance);
    }
  }
  const watts = sum.figure('W');
  const perBit = watts.value === null || carriedGbps === 0 ? null : watts.value / carriedGbps;
  const picojoulesPerBit: Figure = {
    ...watts,
    value: perBit === null ? null : perBit * PICOJOULES_PER_WATT_OF_GBPS,
    unit: 'pJ/bit',
    atLeast: false,
  };
  return { watts, picojoulesPerBit };
}

/** 1 W at 1 Gb/s is 1 nJ a bit. */
const PICOJOULES_PER_WATT_OF_GBPS = 1000;

function rememberPower(): (medium: MediumId, gbps: number) => Known {
  const known = new Map<string, Known>();
  return (medium, gbps) => {
    const key = `${medium} ${gbps}`;
    let power = known.get(key);
    if (power === undefined) {
      power = endPowerW(medium, gbps);
      known.set(key, power);
    }
    return power;
  };
}
