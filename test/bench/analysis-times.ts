/** How long the analysis takes: from scratch, as it grows with the hall, and after one edit of each kind. */
import { type Analyser, analyse, createAnalyser } from '../../shared/analysis/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { EDITS, type EditKind } from './edits.ts';
import { rounded, type Spread, spreadOf, timed } from './numbers.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface AnalysisTimes {
  /** The largest hall from scratch. */
  readonly scene: SceneSize;
  readonly fullMs: Spread;
  readonly edits: Readonly<Record<EditKind, Spread>>;
  readonly growth: readonly HallTimes[];
}

/** A hall from scratch. */
export interface HallTimes {
  readonly racks: number;
  readonly fullMs: number;
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
export function measureAnalysis(tell: (what: string) => void): AnalysisTimes {
  const growth: HallTimes[] = [];
  let last: { scene: SceneSize; fullMs: Spread; edits: AnalysisTimes['edits'] } | null = null;
  for (const scene of HALLS) {
    tell(`analysis of ${scene.racks} racks`);
    const design = benchScene(scene);
    const fullMs = spreadOf(timed(5, () => void analyse(design)));
    growth.push({
      racks: scene.racks,
      fullMs: fullMs.median,
      usPerRack: rounded((1000 * fullMs.median) / scene.racks),
    });
    if (scene === HALLS.at(-1)) last = { scene, fullMs, edits: measureEdits(design) };
  }
  if (last === null) throw new RangeError('no hall was measured');
  return { ...last, growth };
}

function measureEdits(design: Design): AnalysisTimes['edits'] {
  const analyser = createAnalyser(design);
  const spreads = Object.entries(EDITS).map(([kind, edit]) => [
    kind,
    spreadOf(timesOf(analyser, edit)),
  ]);
  return Object.fromEntries(spreads);
}

/** How long the analyser takes to follow each edit; making the edit is not counted. */
function timesOf(
  analyser: Analyser,
  edit: (design: Design, round: number) => Diff,
): readonly number[] {
  const spent: number[] = [];
  for (let round = 0; round < EDITS_OF_A_KIND; round += 1) {
    const diff = edit(analyser.design, round);
    const start = performance.now();
    analyser.update(diff);
    spent.push(performance.now() - start);
  }
  return spent.slice(WARM_UP);
}
const WARM_UP = 10;
