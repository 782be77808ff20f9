/** All that the analysis says about one cable. */
import { mediumFacts } from '../catalog/index.ts';
import type { Cable, CablingRules } from '../model/records.ts';
import { type FloorRun, floorRuns } from '../routing/floor-runs.ts';
import { type HandLed, handLed } from '../routing/hand-runs.ts';
import { type LandedCable, landCable, type RoutedDesign } from '../routing/landing.ts';
import { type Lead, leadLanded } from '../routing/lead-cable.ts';
import { straightLineMm } from '../routing/straight-line.ts';
import { onwardOf, toYMmOf } from '../routing/strip-run.ts';
import { isTurnedIn } from '../routing/turned-sides.ts';
import type { Mm } from '../units/length.ts';
import { type CableFacts, cableFacts, type Jacket } from './cable-facts.ts';
import { type CableKind, kindOf } from './cable-kind.ts';
import { cableLength, isStale, orderedM, requiredM } from './cable-length.ts';
import { CablePlug, type PluggedCable } from './cable-plug.ts';
import { type FabricCable, fabricCable, withLinksOf } from './fabric-links.ts';
import type { FindingSource } from './finding.ts';
import type { Gap } from './gaps.ts';
import { type HandLaid, handLaidBy, jacketBetween, NONE_BY_HAND } from './hand-laid.ts';
import { type LengthDoubts, lengthGaps } from './length-gaps.ts';
import { cableTime, linkTime } from './link-time.ts';
import { matingFinding } from './mating-rule.ts';
import { isReachSound, judgeReach, type Reach, reachFindings } from './reach-rule.ts';
import type { LaidRun } from './tray-ledger.ts';
import type { CableRow } from './types.ts';

export interface CableResult {
  readonly cable: Cable;
  readonly row: CableRow;
  readonly plugs: readonly CablePlug[];
  /** What of it lies in the overhead trays. */
  readonly trays: readonly LaidRun[];
  /** What of it lies in strips and managers because a person led it there. */
  readonly handLaid: readonly HandLaid[];
  readonly findings: readonly FindingSource[];
  readonly gaps: readonly Gap[];
  /** What it contributes to the ways of its fabric; null when it contributes nothing. */
  readonly ways: FabricCable | null;
}

/**
 * Analyses one cable. It depends on the cable, its devices and their types, and on the floor plan.
 * @param landed where it lands, for those who know
 * @param before what was said of it last: what is the same to others stays the same object
 */
export function analyseCable(
  design: RoutedDesign,
  cable: Cable,
  landed: LandedCable | null = landCable(design, cable),
  before?: CableResult,
): CableResult {
  if (landed) return new LandedResult(design, cable, landed, before?.ways ?? null);
  return {
    cable,
    row: danglingRow(cable),
    plugs: [],
    trays: [],
    handLaid: [],
    findings: [],
    gaps: [
      { about: 'ends', of: cable.medium, missing: [], amount: 1 },
      ...lengthGaps(cable, NO_WAY),
    ],
    ways: null,
  };
}

/** Of a cable into the void nothing is known that its length could be held against. */
const NO_WAY: LengthDoubts = { straightMm: null, stale: false, unreached: false };

/**
 * Of a cable that has landed. There is one for every cable of a hall, and what stays costs more than to work it out:
 * it keeps what others read, and what its row follows from, which is made when somebody reads it.
 */
class LandedResult implements CableResult, PluggedCable {
  readonly cable: Cable;
  readonly kind: CableKind;
  readonly rules: CablingRules;
  readonly pathMm: Mm;
  readonly shortestMm: Mm;
  readonly longestMm: Mm;
  /** As entered, else what would be ordered, m. */
  readonly lengthM: number;
  readonly reach: Reach;
  readonly plugs: readonly CablePlug[];
  readonly trays: readonly LaidRun[];
  readonly handLaid: readonly HandLaid[];
  readonly findings: readonly FindingSource[];
  readonly gaps: readonly Gap[];
  readonly ways: FabricCable | null;
  #row: CableRow | null = null;

  constructor(
    design: RoutedDesign,
    cable: Cable,
    landed: LandedCable,
    waysBefore: FabricCable | null,
  ) {
    const kind = kindOf(cable, cableFacts(cable, landed));
    const lead = leadLanded(design, cable, landed, kind, isTurnedIn);
    const { medium } = cable;
    const { speedGbps } = kind.facts;
    this.cable = cable;
    this.kind = kind;
    this.rules = design.settings.cabling;
    this.pathMm = lead.pathMm;
    this.shortestMm = lead.shortestMm;
    this.longestMm = lead.longestMm;
    this.lengthM = cable.lengthM ?? orderedM(this.rules, medium, speedGbps, lead.pathMm);
    const neededM = requiredM(this.rules, medium, lead.pathMm);
    this.reach = judgeReach(cable, kind.facts, cable.lengthM ?? neededM);
    const hand = cable.waypoints.length > 0 ? handLed(design, cable, landed, lead.ends) : null;
    this.plugs = hand ? handPlugsOf(lead, hand, this) : plugsOf(lead, this);
    this.handLaid = hand ? handLaidBy(hand.runs, this.plugs) : NONE_BY_HAND;
    this.trays = laidRuns(floorRuns(design, cable, landed, lead.ends), this.plugs);
    this.findings = findingsOf(landed, lead, this, neededM);
    this.gaps = gapsOf(cable, kind, this.reach, {
      straightMm: straightLineOf(design, cable, landed),
      stale: isStale(cable, lead.pathMm),
      unreached: lead.offPathways,
    });
    const time = linkTime(medium, this.lengthM);
    this.ways = withLinksOf(waysBefore, fabricCable(cable, landed, time));
  }

  get copperKgPerPlug(): number {
    const { jacket, isCopper } = this.kind;
    return isCopper ? (weightOf(jacket, this.lengthM) ?? 0) / this.plugs.length : 0;
  }

  get row(): CableRow {
    this.#row ??= rowOf(this);
    return this.#row;
  }
}

function findingsOf(
  landed: LandedCable,
  lead: Lead,
  { cable, kind, rules, reach }: LandedResult,
  neededM: number,
): readonly FindingSource[] {
  const { facts, fault } = kind;
  const ofMating = fault ? [matingFinding(cable, landed, fault)] : NO_FINDINGS;
  if (isReachSound(cable, reach, neededM)) return ofMating;
  const ofReach = reachFindings({
    landed,
    cable,
    facts,
    asked: cableLength(rules, cable.medium, facts.speedGbps, lead.pathMm),
    reach,
    usedM: cable.lengthM ?? neededM,
    lead,
    rules,
  });
  return fault ? [...ofMating, ...ofReach] : ofReach;
}
const NO_FINDINGS: readonly FindingSource[] = [];

function rowOf(result: LandedResult): CableRow {
  const { cable, kind, rules, reach, lengthM } = result;
  const { facts, jacket } = kind;
  const length = cableLength(rules, cable.medium, facts.speedGbps, result.pathMm);
  const { flightNs, addedNs, totalNs } = cableTime(linkTime(cable.medium, lengthM));
  return {
    id: cable.id,
    label: cable.label,
    medium: cable.medium,
    laneGbps: facts.laneGbps,
    lanes: facts.lanes,
    pathM: length.pathM,
    slackM: length.slackM,
    requiredM: length.requiredM,
    requiredLowM: requiredM(rules, cable.medium, result.shortestMm),
    requiredHighM: requiredM(rules, cable.medium, result.longestMm),
    roundedM: length.roundedM,
    stockM: length.stockM,
    lengthM,
    lengthSource: cable.lengthM === null ? 'estimated' : 'entered',
    lengthStale: isStale(cable, result.pathMm),
    reachStandardM: reach.standardM,
    reachProductM: reach.productM,
    verdict: reach.verdict,
    odMm: jacket.odMm,
    weightKg: weightOf(jacket, lengthM),
    flightNs,
    addedNs,
    totalNs,
  };
}

function weightOf({ kgPerM }: Jacket, lengthM: number): number | null {
  return kgPerM === null ? null : kgPerM * lengthM;
}

function danglingRow(cable: Cable): CableRow {
  return {
    id: cable.id,
    label: cable.label,
    medium: cable.medium,
    laneGbps: null,
    lanes: null,
    pathM: null,
    slackM: null,
    requiredM: null,
    requiredLowM: null,
    requiredHighM: null,
    roundedM: null,
    stockM: null,
    lengthM: cable.lengthM,
    lengthSource: cable.lengthM === null ? 'estimated' : 'entered',
    lengthStale: false,
    reachStandardM: null,
    reachProductM: null,
    verdict: 'unknown',
    odMm: null,
    weightKg: null,
    ...cableTime(linkTime(cable.medium, cable.lengthM)),
  };
}

function plugsOf(lead: Lead, of: LandedResult): readonly CablePlug[] {
  const { facts, plugs } = of.kind;
  const ofA = facts.openings.a;
  return lead.ends.map((end, index) => {
    const onward = onwardOf(lead, end);
    const toYMm = toYMmOf(lead, end, onward);
    return new CablePlug(end, index < ofA ? plugs.a : plugs.b, of, onward, toYMm);
  });
}

function handPlugsOf({ ends }: Lead, { onward }: HandLed, of: LandedResult): readonly CablePlug[] {
  const { facts, plugs } = of.kind;
  return ends.map((end, index) => {
    const kind = index < facts.openings.a ? plugs.a : plugs.b;
    return new CablePlug(end, kind, of, onward[index] ?? 'none', end.leadYMm);
  });
}

/** A leg in the tray is as thick as the thinner of its two plugs' jackets: behind the split. */
function laidRuns(runs: readonly FloorRun[], plugs: readonly CablePlug[]): readonly LaidRun[] {
  if (runs.length === 0) return NO_RUNS;
  const only = runs[0];
  // Spelt out for the usual one, since a list that grows takes room for seventeen.
  if (only && runs.length === 1) return laidRun(only, plugs);
  return runs.flatMap((run) => laidRun(run, plugs));
}

function laidRun(run: FloorRun, plugs: readonly CablePlug[]): readonly LaidRun[] {
  const jacket = jacketBetween(run, plugs);
  return jacket ? [{ run, jacket }] : NO_RUNS;
}

const NO_RUNS: readonly LaidRun[] = [];

function gapsOf(
  cable: Cable,
  { facts, jacket: { odMm, bendMm } }: CableKind,
  reach: Reach,
  about: LengthDoubts,
): readonly Gap[] {
  const unjudged = reach.verdict === 'unknown' && mediumFacts(cable.medium).checksReach;
  const ofLength = lengthGaps(cable, about);
  if (!unjudged && odMm !== null && bendMm !== null) return ofLength;
  const gaps: Gap[] = [...ofLength];
  const of = cable.medium;
  if (unjudged) gaps.push({ about: 'reach', of, missing: reachMissing(cable, facts), amount: 1 });
  if (odMm === null) {
    gaps.push({ about: 'diameter', of, missing: [`medium ${of}: diameter`], amount: 1 });
  }
  if (bendMm === null) {
    gaps.push({ about: 'bend', of, missing: [`medium ${of}: bend radius`], amount: 1 });
  }
  return gaps;
}
/** The straight line that an entered length is held against; it is not asked for where none is entered. */
function straightLineOf(design: RoutedDesign, cable: Cable, landed: LandedCable): Mm | null {
  return cable.lengthM === null ? null : straightLineMm(design, landed);
}

function reachMissing(cable: Cable, facts: CableFacts): readonly string[] {
  if (facts.missing.length > 0) return facts.missing;
  return [`reach of ${cable.medium} at ${facts.laneGbps} Gb/s a lane, ${facts.lanes} lanes`];
}
