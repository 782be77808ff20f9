/** An analysis whose findings say what would help them. */
import { createAnalyser } from '../analysis/index.ts';
import type { Analysis } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import { FixWorkshop } from './workshop.ts';

/**
 * How many trials an analysis is given: fewer in a large design, where each takes longer. Beyond, findings are left
 * without fixes, and that is told.
 */
function trialsFor({ devices, cables }: Design): number {
  const share = TRIALS_OF_ALL / Math.max(1, devices.size + cables.size);
  return Math.round(Math.min(TRIALS_MOST, Math.max(TRIALS_LEAST, share)));
}
const TRIALS_OF_ALL = 400_000;
const TRIALS_MOST = 1000;
const TRIALS_LEAST = 30;

/** An analysis with the fixes of its findings. */
export interface FixedAnalysis extends Analysis {
  /** For how many findings, in their order, fixes were looked for. */
  readonly fixesTried: { readonly findings: number; readonly of: number };
}

/** Analyses a design and tries what would help each finding, the gravest first. */
export function analyseWithFixes(design: Design): FixedAnalysis {
  const analyser = createAnalyser(design);
  const { analysis } = analyser;
  const workshop = new FixWorkshop(analyser);
  const trials = trialsFor(design);
  let tried = 0;
  const findings = analysis.findings.map((finding) => {
    if (workshop.trials >= trials) return finding;
    tried += 1;
    const fixes = workshop.fixesFor(finding).map(({ id, label }) => ({ id, label }));
    return { ...finding, fixes };
  });
  // The tables are made on first reading: spelling them out here keeps them those of this design.
  const { format, counts, waivers, ports, portTotals, faceplates, cables, devices } = analysis;
  const { racks, pathways, paths, switchPaths } = analysis;
  return {
    format,
    counts,
    findings,
    waivers,
    ports,
    portTotals,
    faceplates,
    cables,
    devices,
    racks,
    pathways,
    paths,
    switchPaths,
    fixesTried: { findings: tried, of: findings.length },
  };
}
