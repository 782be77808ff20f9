/**
 * The real window over halls of growing size, and over halls as large as those of which peers publish figures, so that
 * both can be measured side by side.
 */
import { join } from 'node:path';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import type { Design } from '../../shared/model/design.ts';
import { measureWindow, type WindowTimes } from './in-window.ts';
import { podScene } from './pod-scene.ts';
import { benchScene, type SceneSize } from './scene.ts';

/** A hall, and what was measured over it. */
export interface SizeTimes {
  readonly name: string;
  readonly scene: SceneSize;
  readonly window: WindowTimes;
}

export interface Hall {
  readonly name: string;
  readonly scene: SceneSize;
  readonly build: (scene: SceneSize) => Design;
}

const GROWING: readonly Hall[] = [10, 100, 1000, 3000].map((racks) => ({
  name: `${racks} racks`,
  scene: { racks, devices: 42 * racks, cables: 100 * racks },
  build: benchScene,
}));

/** Those that Rackula tells its own times for, by its own names: racks, devices and links as they are there. */
const OF_PEERS: readonly Hall[] = [
  { name: 'su1-2pr', scene: { racks: 20, devices: 79, cables: 749 }, build: podScene },
  { name: 'su4-2pr', scene: { racks: 71, devices: 282, cables: 2920 }, build: podScene },
  { name: 'pod-100', scene: { racks: 100, devices: 336, cables: 1740 }, build: podScene },
  { name: 'mixed-100', scene: { racks: 100, devices: 2400, cables: 4599 }, build: benchScene },
];

/** All of them, in the order in which they are measured. */
export const HALLS: readonly Hall[] = [...GROWING, ...OF_PEERS];

/** Measures all of them, one window after another; minutes. @param folder for their files */
export async function measureSizes(
  folder: string,
  tell: (what: string) => void,
): Promise<readonly SizeTimes[]> {
  const times: SizeTimes[] = [];
  for (const { name, scene, build } of HALLS) {
    tell(`window over ${name}`);
    const file = join(folder, `${name}.plenum`);
    const design = build(scene);
    createDesignFile(file, design, { replace: true });
    const window = await measureWindow(file, join(folder, `${name}-data`), design);
    times.push({ name, scene, window });
  }
  return times;
}
