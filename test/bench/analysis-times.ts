/** How long the analysis takes: from scratch, as it grows with the hall, and after one edit of each kind. */
import { type Analyser, analyse, createAnalyser } from '../../shared/analysis/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { EDITS, type EditKind } from './edits.ts';
import { rounded } from './numbers.ts';
import { atPace, type PacedRun, type PacedSpread, pacedSpread, timedAtPace } from './pace.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface AnalysisTimes {
  /** The largest hall from scratch. */
  readonly scene: SceneSize;
  readonly fullMs: PacedSpread;
  readonly edits: Readonly<Record<EditKind, PacedSpread>>;
  readonly growth: readonly HallTimes[];
}

/** A hall from scratch. */
export interface HallTimes {
  readonly racks: number;
  readonly fullMs: number;
  readonly pace: number;
  /** At the reference pace: halls are held against one another, and the pace may change from one to the next. */
  readonly usPerRack: number;
}

/** Halls of the same kind of racks, the largest last. */
const HALLS: readonly SceneSize[] = [10, 100, 1000].map((racks) => ({
  racks,
  devices: 42 * racks,
  cables: 100 * racks,
}));
const EDITS_OF_A_KIND = 60;

/** Measures all of it; about a minute. */
export async function measureAnalysis(tell: (what: string) => void): Promise<AnalysisTimes> {
  const growth: HallTimes[] = [];
  let last: { scene: SceneSize; fullMs: PacedSpread; edits: AnalysisTimes['edits'] } | null = null;
  for (const scene of HALLS) {
    tell(`analysis of ${scene.racks} racks`);
    const design = benchScene(scene);
    const fullMs = pacedSpread(await timedAtPace(5, () => void analyse(design)));
    growth.push({
      racks: scene.racks,
      fullMs: fullMs.median,
      pace: fullMs.pace,
      usPerRack: rounded((1000 * fullMs.median * fullMs.pace) / scene.racks),
    });
    if (scene === HALLS.at(-1)) last = { scene, fullMs, edits: await measureEdits(design) };
  }
  if (last === null) throw new RangeError('no hall was measured');
  return { ...last, growth };
}

async function measureEdits(design: Design): Promise<AnalysisTimes['edits']> {
  const analyser = createAnalyser(design);
  const spreads: [string, PacedSpread][] = [];
  for (const [kind, edit] of Object.entries(EDITS)) {
    spreads.push([kind, pacedSpread(await timesOf(analyser, edit))]);
  }
  return Object.fromEntries(spreads) as Record<EditKind, PacedSpread>;
}

/**
 * How long the analyser takes to follow each edit; making the edit is not counted. The pace is taken around so many
 * edits at once: right before each it would leave the processor's caches cold.
 */
async function timesOf(
  analyser: Analyser,
  edit: (design: Design, round: number) => Diff,
): Promise<readonly PacedRun[]> {
  const runs: PacedRun[] = [];
  for (let first = 0; first < EDITS_OF_A_KIND; first += EDITS_AT_ONCE) {
    const { value, pace } = await atPace(() => followed(analyser, edit, first));
    runs.push(...value.map((ms) => ({ ms, pace })));
  }
  return runs.slice(EDITS_AT_ONCE);
}
/** The first of them warm up. */
const EDITS_AT_ONCE = 10;

function followed(
  analyser: Analyser,
  edit: (design: Design, round: number) => Diff,
  first: number,
): readonly number[] {
  return Array.from({ length: EDITS_AT_ONCE }, (_, index) => {
    const diff = edit(analyser.design, first + index);
    const start = performance.now();
    analyser.update(diff);
    return performance.now() - start;
  });
}
