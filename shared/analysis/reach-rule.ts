/** Rule `reach`: whether a cable carries its signal as far as it has to go, and is long enough. */

import { mediumName } from '../catalog/index.ts';
import type { Cable, CablingRules } from '../model/records.ts';
import type { LandedCable } from '../routing/landing.ts';
import type { Route } from '../routing/types.ts';
import { say } from '../text/index.ts';
import type { Mm } from '../units/length.ts';
import type { CableFacts } from './cable-facts.ts';
import { type CableLength, requiredM } from './cable-length.ts';
import { copperReach } from './copper-reach.ts';
import { type FindingSource, makeFinding, quantity, spread, subjectOf, words } from './finding.ts';
import { devicesOf } from './mating-rule.ts';
import { opticalReach, opticalVerdict, type ReachLimits } from './optical-reach.ts';
import { rememberedBy3 } from './remembered.ts';
import type { Explanation, FindingValue, ReachVerdict, Severity } from './types.ts';

/** How a cable's length was judged. */
export interface Reach {
  readonly verdict: ReachVerdict;
  readonly standardM: number | null;
  readonly standard: string | null;
  readonly productM: number | null;
  readonly product: string | null;
  /** Reach of the thickest wire listed, m, where the gauge is unknown and it changes the verdict. */
  readonly thickestM: number | null;
}

const UNJUDGED: Reach = {
  verdict: 'unknown',
  standardM: null,
  standard: null,
  productM: null,
  product: null,
  thickestM: null,
};

/** Within this share of its limit a cable is warned about (physics.md, section 2.3). */
const NEAR = 0.9;

/** Judges a length, m. Media that the reach table does not speak of stay `unknown`. */
export function judgeReach(cable: Cable, facts: CableFacts, lengthM: number): Reach {
  switch (cable.medium) {
    case 'dac':
    case 'acc':
    case 'aec':
      return copperOf(cable, facts, lengthM);
    case 'aoc':
    case 'mmf':
    case 'smf':
    case 'lpo':
    case 'cpo':
      return lightOf(cable, facts.laneGbps, lengthM);
    case 'base-t':
      return lightOf(cable, facts.speedGbps, lengthM);
    case 'power':
      return UNJUDGED;
    default:
      throw new RangeError(`no medium ${String(cable.medium satisfies never)}`);
  }
}

/** Gauges tried to see whether a thicker wire would reach. */
const THICKEST_AWG = 26;

function copperOf(cable: Cable, facts: CableFacts, lengthM: number): Reach {
  const { laneGbps, lanes } = facts;
  if (laneGbps === null || lanes === null) return UNJUDGED;
  const split = facts.openings.a !== facts.openings.b;
  const asked = {
    laneGbps,
    lanes,
    medium: cable.medium,
    awg: cable.awg,
    lengthM,
    product: split ? 'splitter' : null,
  };
  const reach = copperReach(asked);
  if (cable.awg !== null || reach.verdict !== 'over') return { ...reach, thickestM: null };
  const thick = copperReach({ ...asked, awg: THICKEST_AWG });
  return { ...reach, thickestM: thick.verdict === 'over' ? null : thick.productM };
}

function lightOf(cable: Cable, gbps: number | null, lengthM: number): Reach {
  const limits = gbps === null || gbps <= 0 ? null : opticalReach(cable.medium, gbps);
  if (limits === null) return UNJUDGED;
  return lightReach(limits, cable.medium === 'base-t', opticalVerdict(limits, lengthM));
}

/** The same for all cables of one reach that are judged alike. */
const lightReach = rememberedBy3(
  (limits: ReachLimits, isStandard: boolean, verdict: ReachVerdict): Reach => ({
    verdict,
    standardM: isStandard ? limits.sureM : null,
    standard: isStandard ? limits.sure : null,
    productM: limits.longestM,
    product: limits.longest,
    thickestM: null,
  }),
);

/** All that the findings of one cable are made from. */
export interface ReachCase {
  readonly landed: LandedCable;
  readonly cable: Cable;
  readonly facts: CableFacts;
  /** What the route asks for. */
  readonly asked: CableLength;
  readonly reach: Reach;
  /** The length that was judged: as entered, else as required, m. */
  readonly usedM: number;
  /** The way that asks for it, with what was assumed on it. */
  readonly lead: Pick<Route, 'shortestMm' | 'longestMm' | 'assumed'>;
  readonly rules: CablingRules;
}

/** Whether there is nothing to say about the reach and the length of a cable that has to be so long, as of most. */
export function isReachSound(
  { lengthM }: Pick<Cable, 'lengthM'>,
  reach: Reach,
  requiredM: number,
): boolean {
  return !isShort(lengthM, requiredM) && kindOf(reach, lengthM ?? requiredM) === null;
}

function isShort(lengthM: number | null, requiredM: number): lengthM is number {
  return lengthM !== null && lengthM < requiredM;
}

/** The findings about the reach and the length of one cable. */
export function reachFindings(judged: ReachCase): readonly FindingSource[] {
  const kind = kindOf(judged.reach, judged.usedM);
  const { lengthM } = judged.cable;
  const findings: FindingSource[] = [];
  if (isShort(lengthM, judged.asked.requiredM)) findings.push(shortFinding(judged, lengthM));
  if (kind !== null) findings.push(reachFinding(judged, kind));
  return findings;
}

type ReachKind = 'over' | 'gauge' | 'vendor' | 'near';

function kindOf(reach: Reach, usedM: number): ReachKind | null {
  switch (reach.verdict) {
    case 'over':
      return reach.thickestM === null ? 'over' : 'gauge';
    case 'vendor-only':
      return 'vendor';
    case 'ok':
      return usedM > NEAR * limitOf(reach).limitM ? 'near' : null;
    case 'unknown':
      return null;
    default:
      return reach.verdict satisfies never;
  }
}

interface Limit {
  readonly limitM: number;
  /** Null where it has no name, or there is no limit. */
  readonly limitName: string | null;
}

/** The nearer of standard and product; infinite where there is neither. */
function limitOf({ standardM, standard, productM, product }: Reach): Limit {
  if (standardM !== null && standardM <= (productM ?? standardM)) {
    return { limitM: standardM, limitName: standard };
  }
  return { limitM: productM ?? Number.POSITIVE_INFINITY, limitName: product };
}

const SEVERITY: Readonly<Record<ReachKind, Severity>> = {
  over: 'error',
  gauge: 'warning',
  vendor: 'warning',
  near: 'warning',
};

function reachFinding(judged: ReachCase, kind: ReachKind): FindingSource {
  const { cable } = judged;
  return makeFinding({ id: `reach:${cable.id}`, rule: 'reach', severity: SEVERITY[kind] }, () => ({
    subjects: [subjectOf(cable), ...devicesOf(judged.landed).map(subjectOf)],
    message: `reach.${kind}`,
    values: reachValues(judged, kind),
    explanation: [REACH_RULES[kind], lengthRule(judged.lead.assumed)],
    missing: kind === 'gauge' ? [`cable ${cable.id}: wire gauge`] : [],
  }));
}

function reachValues(judged: ReachCase, kind: ReachKind): Record<string, FindingValue> {
  const { cable, reach, usedM } = judged;
  const { limitM, limitName } = reachedLimit(reach, kind);
  const metres = (value: number): FindingValue => quantity(value, 'm', 'datasheet');
  return {
    ...namesOf(judged),
    length: quantity(usedM, 'm', cable.lengthM === null ? 'derived' : 'datasheet'),
    limit: metres(limitM),
    margin: quantity(limitM - usedM, 'm', 'derived'),
    limitName: words(limitName ?? ''),
    product: words(reach.product ?? ''),
    ...(reach.standardM === null ? {} : { standard: metres(reach.standardM) }),
    ...(reach.productM === null ? {} : { productReach: metres(reach.productM) }),
    ...(reach.thickestM === null ? {} : { thickest: metres(reach.thickestM) }),
    ...lengthValues(judged),
  };
}

/** What the sentence holds the length against: over the standard, the product is named beside it. */
function reachedLimit(reach: Reach, kind: ReachKind): Limit {
  if (kind === 'vendor' && reach.standardM !== null) {
    return { limitM: reach.standardM, limitName: reach.standard };
  }
  if (kind === 'over' && reach.productM !== null && reach.productM > (reach.standardM ?? 0)) {
    return { limitM: reach.productM, limitName: reach.product };
  }
  return limitOf(reach);
}

function shortFinding(judged: ReachCase, lengthM: number): FindingSource {
  const { cable, asked, lead } = judged;
  return makeFinding({ id: `reach:${cable.id}:short`, rule: 'reach', severity: 'error' }, () => ({
    subjects: [subjectOf(cable), ...devicesOf(judged.landed).map(subjectOf)],
    message: 'reach.short',
    values: {
      ...namesOf(judged),
      length: quantity(lengthM, 'm', 'datasheet'),
      missingLength: quantity(asked.requiredM - lengthM, 'm', 'derived'),
      ...lengthValues(judged),
    },
    explanation: [lengthRule(lead.assumed)],
  }));
}

function namesOf({ landed, cable, facts }: ReachCase): Record<string, FindingValue> {
  const devices = devicesOf(landed);
  return {
    medium: words(mediumName(cable.medium)),
    cable: words(subjectOf(cable).name),
    from: words(devices[0]?.name ?? ''),
    to: words(devices.at(-1)?.name ?? ''),
    ...(facts.laneGbps === null ? {} : { lane: quantity(facts.laneGbps, 'Gb/s', 'datasheet') }),
    ...(facts.lanes === null ? {} : { lanes: quantity(facts.lanes, '', 'datasheet') }),
  };
}

function lengthValues({ cable, asked, lead, rules }: ReachCase): Record<string, FindingValue> {
  const { pathM, slackM } = asked;
  const needed = (pathMm: Mm): number => requiredM(rules, cable.medium, pathMm);
  return {
    path: quantity(pathM, 'm', 'derived'),
    slack: quantity(slackM, 'm', rules.slackPerEndM === null ? 'assumed' : 'measured'),
    required: spread(
      {
        low: needed(lead.shortestMm),
        nominal: asked.requiredM,
        high: needed(lead.longestMm),
      },
      'm',
      'derived',
    ),
  };
}

/** What made the verdict: the length against what it may be. */
const REACH_RULES: Readonly<Record<ReachKind, Explanation>> = {
  over: reachRule('m = R - L; m < 0', {}),
  gauge: reachRule('R < L <= R_max; m = R - L', { R_max: 'thickest' }),
  vendor: reachRule('R < L <= R_prod; m = R - L', { R_prod: 'productReach' }),
  near: reachRule('m = R - L; 0 <= m < 0.1*R', {}),
};

function reachRule(formula: string, where: Explanation['where']): Explanation {
  return {
    formula,
    where: { L: 'length', R: 'limit', m: 'margin', ...where },
    sources: ['physics.md, section 2.3'],
  };
}

/** How the length was found, with what was assumed on the way. */
function lengthRule(assumed: readonly string[]): Explanation {
  return {
    formula: 'L = 1.05*(path + slack)',
    where: { L: 'required', path: 'path', slack: 'slack' },
    sources: ['physics.md, section 3.5', ...assumed.map((key) => say(key))],
  };
}
