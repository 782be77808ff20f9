/** All that the analysis says about one cable. */
import { mediumFacts } from '../catalog/index.ts';
import type { Cable, CablingRules } from '../model/records.ts';
import { type FloorRun, floorRuns } from '../routing/floor-runs.ts';
import { type LandedCable, landCable, type RoutedDesign } from '../routing/landing.ts';
import { type Lead, leadLanded } from '../routing/lead-cable.ts';
import { straightLineMm } from '../routing/straight-line.ts';
import { handRuns, onwardOf, toYMmOf } from '../routing/strip-run.ts';
import { turnedIn } from '../routing/turned-sides.ts';
import type { Mm } from '../units/length.ts';
import { type CableFacts, cableFacts, type Jacket } from './cable-facts.ts';
import { type CableKind, kindOf } from './cable-kind.ts';
import { type CableLength, cableLength, isStale, requiredM } from './cable-length.ts';
import { CablePlug, type CableTail } from './cable-plug.ts';
import { type FabricCable, fabricCable, withLinksOf } from './fabric-links.ts';
import type { FindingSource } from './finding.ts';
import type { Gap } from './gaps.ts';
import { type LengthDoubts, lengthGaps } from './length-gaps.ts';
import { cableTime, linkTime } from './link-time.ts';
import { matingFinding } from './mating-rule.ts';
import { judgeReach, type Reach, reachFindings } from './reach-rule.ts';
import type { LaidRun } from './tray-ledger.ts';
import type { CableRow } from './types.ts';

export interface CableResult {
  readonly cable: Cable;
  readonly row: CableRow;
  readonly plugs: readonly CablePlug[];
  /** What of it lies in the overhead trays. */
  readonly trays: readonly LaidRun[];
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
  if (!landed) {
    return {
      cable,
      row: danglingRow(cable),
      plugs: [],
      trays: [],
      findings: [],
      gaps: [
        { about: 'ends', of: cable.medium, missing: [], amount: 1 },
        ...lengthGaps(cable, NO_WAY),
      ],
      ways: null,
    };
  }
  const facts = cableFacts(cable, landed);
  const kind = kindOf(cable, facts);
  const { tails } = kind;
  const lead = leadLanded(design, cable, landed, { facts, tails, isTurned: turnedIn(design) });
  const { cabling } = design.settings;
  const length = cableLength(cabling, cable.medium, facts.speedGbps, lead.pathMm);
  const stale = isStale(cable, lead.pathMm);
  const usedM = cable.lengthM ?? length.requiredM;
  const reach = judgeReach(cable, facts, usedM);
  const lengthM = cable.lengthM ?? length.stockM ?? length.roundedM;
  const findings = reachFindings({
    landed,
    cable,
    facts,
    asked: length,
    reach,
    usedM,
    lead,
    rules: cabling,
  });
  const judged = { cable, kind, lead, rules: cabling, length, reach, lengthM, stale };
  const plugs = plugsOf(design, landed, judged);
  const time = linkTime(cable.medium, lengthM);
  return new LandedResult(judged, {
    plugs,
    trays: laidRuns(floorRuns(design, cable, landed, lead.ends), plugs),
    findings: kind.fault ? [matingFinding(cable, landed, kind.fault), ...findings] : findings,
    gaps: gapsOf(cable, facts, reach, kind.jacket, {
      straightMm: straightLineOf(design, cable, landed),
      stale,
      unreached: lead.offPathways,
    }),
    ways: withLinksOf(before?.ways ?? null, fabricCable(cable, landed, time)),
  });
}

/** Of a cable into the void nothing is known that its length could be held against. */
const NO_WAY: LengthDoubts = { straightMm: null, stale: false, unreached: false };

/** What is known of a cable that has landed: its row and its plugs are made from it. */
interface Judged {
  readonly cable: Cable;
  readonly kind: CableKind;
  readonly lead: Lead;
  readonly rules: CablingRules;
  readonly length: CableLength;
  readonly reach: Reach;
  readonly lengthM: number;
  readonly stale: boolean;
}

/** Of a cable that has landed. Its row is made when somebody reads it: there is one for every cable of a hall. */
class LandedResult implements CableResult {
  readonly plugs: CableResult['plugs'];
  readonly trays: CableResult['trays'];
  readonly findings: CableResult['findings'];
  readonly gaps: CableResult['gaps'];
  readonly ways: CableResult['ways'];
  readonly #judged: Judged;
  #row: CableRow | null = null;

  constructor(judged: Judged, said: Omit<CableResult, 'cable' | 'row'>) {
    this.#judged = judged;
    this.plugs = said.plugs;
    this.trays = said.trays;
    this.findings = said.findings;
    this.gaps = said.gaps;
    this.ways = said.ways;
  }

  get cable(): Cable {
    return this.#judged.cable;
  }

  get row(): CableRow {
    this.#row ??= rowOf(this.#judged);
    return this.#row;
  }
}

function rowOf({ cable, kind, lead, rules, length, reach, lengthM, stale }: Judged): CableRow {
  const { facts, jacket } = kind;
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
    requiredLowM: requiredM(rules, cable.medium, lead.shortestMm),
    requiredHighM: requiredM(rules, cable.medium, lead.longestMm),
    roundedM: length.roundedM,
    stockM: length.stockM,
    lengthM,
    lengthSource: cable.lengthM === null ? 'estimated' : 'entered',
    lengthStale: stale,
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

/** A plug that is one of several of its end hangs on its share of the lanes. */
function tailOf(cable: Cable, kind: CableKind, side: 'a' | 'b', copperKg: number): CableTail {
  return {
    jacket: kind.tails[side],
    watts: kind.watts[side],
    copperKg,
    sideChosen: cable.side !== 'auto' || cable.waypoints.length > 0,
  };
}

function plugsOf(
  design: RoutedDesign,
  landed: LandedCable,
  { cable, kind, lead, lengthM }: Judged,
): readonly CablePlug[] {
  const { a, b } = kind.facts.openings;
  const weightKg = kind.isCopper ? (weightOf(kind.jacket, lengthM) ?? 0) : 0;
  const copperKg = weightKg / lead.ends.length;
  const tailA = tailOf(cable, kind, 'a', copperKg);
  const tailB = a === b ? tailA : tailOf(cable, kind, 'b', copperKg);
  if (cable.waypoints.length > 0) {
    const runs = handRuns(design, cable, landed, lead.ends);
    return lead.ends.map((end, index) => {
      const { onward, toYMm } = runs[index] ?? STAYS;
      return new CablePlug(end, index < a ? tailA : tailB, onward, toYMm);
    });
  }
  return lead.ends.map((end, index) => {
    const onward = onwardOf(lead, end);
    return new CablePlug(end, index < a ? tailA : tailB, onward, toYMmOf(lead, end, onward));
  });
}
const STAYS = { onward: 'none', toYMm: 0 } as const;

/** A leg in the tray is as thick as the thinner of its two plugs' jackets: behind the split. */
function laidRuns(runs: readonly FloorRun[], plugs: readonly CablePlug[]): readonly LaidRun[] {
  if (runs.length === 0) return NO_RUNS;
  const only = runs[0];
  // Spelt out for the usual one, since a list that grows takes room for seventeen.
  if (only && runs.length === 1) return laidRun(only, plugs);
  return runs.flatMap((run) => laidRun(run, plugs));
}

function laidRun(run: FloorRun, plugs: readonly CablePlug[]): readonly LaidRun[] {
  const a = plugs[run.from]?.jacket;
  const b = plugs[run.to]?.jacket;
  return a && b ? [{ run, jacket: b.square < a.square ? b : a }] : NO_RUNS;
}

const NO_RUNS: readonly LaidRun[] = [];

function gapsOf(
  cable: Cable,
  facts: CableFacts,
  reach: Reach,
  { odMm, bendMm }: Jacket,
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
