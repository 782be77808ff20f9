/** Rule `data`, one device type: facts that contradict one another, so that one of them must be wrong. */

import { isElectrical } from '../catalog/electrical-lanes.ts';
import { ratePerCage } from '../faceplate/face-ceiling.ts';
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import type { Known } from '../model/fact.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import { type Mm, panelHeightMm } from '../units/length.ts';
import { CFM_M3S, temperatureRiseK } from './air.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { Explanation, FindingValue } from './types.ts';

/** Two facts of a type that cannot both be right. */
interface Doubt {
  /** Part of the id and of the message key. */
  readonly about: string;
  readonly values: Readonly<Record<string, FindingValue>>;
  readonly explanation: Explanation;
}

const known = new WeakMap<DeviceType, readonly FindingSource[]>();

/** The findings about the facts of a type: one for each contradiction, however many devices there are of it. */
export function typeDoubts(type: DeviceType): readonly FindingSource[] {
  let findings = known.get(type);
  if (!findings) {
    const doubts = [
      powerDoubt(type),
      inletDoubt(type),
      riseDoubt(type),
      faceDoubt(type),
      speedDoubt(type),
    ];
    findings = doubts.flatMap((doubt) => (doubt === null ? [] : findingOf(type, doubt)));
    known.set(type, findings);
  }
  return findings;
}

function findingOf(type: DeviceType, { about, values, explanation }: Doubt): FindingSource {
  return makeFinding({ id: `data:${about}:${type.id}`, rule: 'data', severity: 'warning' }, () => {
    const subject = subjectOf(type);
    return {
      subjects: [subject],
      message: `data.doubt.${about}`,
      values: { type: words(subject.name), ...values },
      explanation: [explanation],
    };
  });
}

function powerDoubt({ powerTypicalW: usual, powerMaxW: most }: DeviceType): Doubt | null {
  if (usual === null || most === null || usual.value <= most.value) return null;
  return {
    about: 'power',
    values: { powerUsual: stated(usual, 'W'), powerMost: stated(most, 'W') },
    explanation: {
      formula: 'P_typ > P_max',
      where: { P_typ: 'powerUsual', P_max: 'powerMost' },
      sources: [usual.source, most.source],
    },
  };
}

function inletDoubt({ inletMinC: least, inletMaxC: most }: DeviceType): Doubt | null {
  if (least === null || most === null || least.value <= most.value) return null;
  return {
    about: 'inlet',
    values: { inletLeast: stated(least, '°C'), inletMost: stated(most, '°C') },
    explanation: {
      formula: 'T_min > T_max',
      where: { T_min: 'inletLeast', T_max: 'inletMost' },
      sources: [least.source, most.source],
    },
  };
}

/** Air that is warmed by less or more than this at full power is not what a server or switch does [assumed]. */
const RISE_LEAST_K = 3;
const RISE_MOST_K = 40;

/** Gear that moves air and hardly warms it, or warms it beyond what it could bear: watts or CFM are wrong. */
function riseDoubt({ airflowCfm: flow, powerMaxW: power }: DeviceType): Doubt | null {
  if (flow === null || power === null || flow.value <= 0 || power.value <= 0) return null;
  const rise = temperatureRiseK({ powerW: power.value, airflowM3s: flow.value * CFM_M3S });
  if (rise >= RISE_LEAST_K && rise <= RISE_MOST_K) return null;
  return {
    about: 'rise',
    values: {
      powerMost: stated(power, 'W'),
      airflow: stated(flow, 'CFM'),
      rise: quantity(rise, 'K', 'derived'),
      riseLeast: quantity(RISE_LEAST_K, 'K', 'assumed'),
      riseMost: quantity(RISE_MOST_K, 'K', 'assumed'),
    },
    explanation: {
      formula: `dT = P/(rho*c_p*Q); ${rise < RISE_LEAST_K ? 'dT < dT_min' : 'dT > dT_max'}`,
      where: {
        dT: 'rise',
        P: 'powerMost',
        Q: 'airflow',
        dT_min: 'riseLeast',
        dT_max: 'riseMost',
      },
      sources: ['physics.md, section 5', power.source, flow.source],
    },
  };
}

/** Drawings are rounded to the tenth: less than this over an edge is none, mm. */
const EDGE_MM: Mm = 0.5;

/** Openings that lie over the edge of the panel. */
function faceDoubt(type: DeviceType): Doubt | null {
  if (type.heightU <= 0) return null;
  const width = bodyWidthMm(type);
  const height = panelHeightMm(type.heightU);
  const over = type.cages
    .map((cage) => ({ cage, overMm: overEdge(cage, width, height) }))
    .filter(({ overMm }) => overMm > EDGE_MM);
  const [first] = over;
  if (!first) return null;
  return {
    about: 'face',
    values: {
      cages: count(over.length),
      first: words(first.cage.name),
      over: quantity(Math.max(...over.map(({ overMm }) => overMm)), 'mm', 'derived'),
      width: quantity(width, 'mm', 'datasheet'),
      height: quantity(height, 'mm', 'datasheet'),
    },
    explanation: {
      formula: 'x >= 0; y >= 0; x + w <= W; y + h <= H',
      where: { W: 'width', H: 'height' },
      sources: ['physics.md, section 6'],
    },
  };
}

function overEdge({ xMm, yMm, widthMm, heightMm }: Cage, width: Mm, height: Mm): Mm {
  return Math.max(0 - xMm, 0 - yMm, xMm + widthMm - width, yMm + heightMm - height);
}

/** Openings whose ports together are faster than the contacts in it. */
function speedDoubt(type: DeviceType): Doubt | null {
  const ports = Map.groupBy(type.ports, ({ cageId }) => cageId);
  const over = type.cages.flatMap((cage) => {
    const limit = carriedBy(cage);
    const speed = speedIn(ports.get(cage.id) ?? []);
    return limit !== null && speed > limit ? [{ cage, limit, speed }] : [];
  });
  const [first] = over;
  if (!first) return null;
  return {
    about: 'speed',
    values: {
      cages: count(over.length),
      first: words(first.cage.name),
      speed: quantity(first.speed, 'Gb/s', 'datasheet'),
      limit: quantity(first.limit, 'Gb/s', 'derived'),
    },
    explanation: {
      formula: 'R > R_cage',
      where: { R: 'speed', R_cage: 'limit' },
      sources: ['catalogue of form factors: lanes', 'fastest electrical lane (P802.3dj)'],
    },
  };
}

function carriedBy({ formFactor }: Cage): number | null {
  return formFactor === 'rj45' || isElectrical(formFactor) ? ratePerCage(formFactor) : null;
}

function speedIn(ports: readonly Port[]): number {
  return ports.reduce((sum, { speedGbps }) => sum + (speedGbps ?? 0), 0);
}

function stated(fact: NonNullable<Known>, unit: string): FindingValue {
  return quantity(fact.value, unit, fact.provenance);
}
