/** An analysis in a few numbers, for the command line and the cover page. */
import type { Analysis, Counts, RuleId, Severity } from './types.ts';

export interface AnalysisSummary {
  readonly counts: Counts;
  readonly findings: {
    readonly total: number;
    readonly bySeverity: Readonly<Record<Severity, number>>;
    /** Only the rules that found something. */
    readonly byRule: Readonly<Partial<Record<RuleId, number>>>;
  };
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

/** Counts findings and adds up racks and cables. */
export function summarise(analysis: Analysis): AnalysisSummary {
  const bySeverity: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const byRule: Partial<Record<RuleId, number>> = {};
  for (const { severity, rule } of analysis.findings) {
    bySeverity[severity] += 1;
    byRule[rule] = (byRule[rule] ?? 0) + 1;
  }
  const power = addUp(analysis.racks.map((rack) => rack.powerW));
  const weight = addUp(analysis.racks.map((rack) => rack.weightKg));
  return {
    counts: analysis.counts,
    findings: { total: analysis.findings.length, bySeverity, byRule },
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
