/** How long it takes to compare one design in every medium. */
import { compareMedia } from '../../shared/compare/index.ts';
import { type PacedSpread, pacedSpread, timedAtPace } from './pace.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface ComparisonTimes {
  readonly scene: SceneSize;
  readonly compareMs: PacedSpread;
}

/** Five racks of a unit. */
const SCENE: SceneSize = { racks: 5, devices: 210, cables: 500 };

export async function measureComparison(): Promise<ComparisonTimes> {
  const design = benchScene(SCENE);
  return {
    scene: SCENE,
    compareMs: pacedSpread(await timedAtPace(5, () => void compareMedia(design), 2)),
  };
}
