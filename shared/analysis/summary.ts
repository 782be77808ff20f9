/** An analysis in a few numbers, for the command line and the cover page. */
import type { Analysis, Counts, Finding, RuleId, Severity } from './types.ts';
import { isOpen } from './waiver.ts';

/** The gravest first. */
export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'note'];

/** Findings in a few numbers: those that count, and apart from them those that somebody accepted. */
export interface FindingCounts {
  /** Open findings: without a waiver, or with one that has lapsed. */
  readonly total: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Only the rules that found something open. */
  readonly byRule: Readonly<Partial<Record<RuleId, number>>>;
  /** With a waiver that stands; in no other number. */
  readonly waived: number;
  /** Of the open ones, those whose waiver has lapsed. */
  readonly lapsed: number;
}

export interface AnalysisSummary {
  readonly counts: Counts;
  readonly findings: FindingCounts;
  /** Null where a part is unknown. */
  readonly powerW: number | null;
  readonly weightKg: number | null;
  /** Power of the devices of which it is known. */
  readonly knownPowerW: number;
  readonly copperKg: number;
  readonly usedU: number;
  /** Metres of cable to order; cables without a length are left out. */
  readonly cableM: number;
}

const counted = new WeakMap<readonly Finding[], FindingCounts>();

/** Counts findings: open ones by severity and rule, and those that were accepted. A list is counted once. */
export function countFindings(findings: readonly Finding[]): FindingCounts {
  let counts = counted.get(findings);
  if (!counts) {
    counts = count(findings);
    counted.set(findings, counts);
  }
  return counts;
}

function count(findings: readonly Finding[]): FindingCounts {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const byRule: Partial<Record<RuleId, number>> = {};
  let waived = 0;
  let lapsed = 0;
  for (const finding of findings) {
    if (!isOpen(finding)) {
      waived += 1;
      continue;
    }
    if (finding.waiver) lapsed += 1;
    bySeverity[finding.severity] += 1;
    byRule[finding.rule] = (byRule[finding.rule] ?? 0) + 1;
  }
  return { total: findings.length - waived, bySeverity, byRule, waived, lapsed };
}

/** Counts findings and adds up racks and cables. */
export function summarise(analysis: Analysis): AnalysisSummary {
  const power = addUp(analysis.racks.map((rack) => rack.powerW));
  const weight = addUp(analysis.racks.map((rack) => rack.weightKg));
  return {
    counts: analysis.counts,
    findings: countFindings(analysis.findings),
    powerW: power.all,
    weightKg: weight.all,
    knownPowerW: addUp(analysis.devices.map((device) => device.powerW)).known,
    copperKg: addUp(analysis.racks.map((rack) => rack.copperKg)).known,
    usedU: addUp(analysis.racks.map((rack) => rack.usedU)).known,
    cableM: addUp(analysis.cables.map((cable) => cable.lengthM)).known,
  };
}

function addUp(parts: readonly (number | null)[]): { all: number | null; known: number } {
  let known = 0;
  let complete = true;
  for (const part of parts) {
    if (part === null) complete = false;
    else known += part;
  }
  return { all: complete ? known : null, known };
}
