/** A cable list of 100,000 rows, as Plenum's own export writes it, into the hall without its cables. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import { inProcess, type Ran } from './in-process.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface ImportTimes {
  readonly rows: number;
  readonly racks: number;
  /** Reading and planning alone, and with what it makes written to the design. */
  readonly preview: Ran;
  readonly apply: Ran;
}

const SCENE: SceneSize = { racks: 1000, devices: 42_000, cables: 100_000 };

/** @param folder an empty one */
export async function measureImport(folder: string): Promise<ImportTimes> {
  const [whole, bare, list] = ['whole.plenum', 'bare.plenum', 'list.csv'].map((name) =>
    join(folder, name),
  ) as [string, string, string];
  const hall = benchScene(SCENE);
  createDesignFile(whole, hall);
  createDesignFile(bare, { ...hall, cables: new Map() });
  await inProcess('export', whole, '--p2p', list);
  rmSync(whole);
  const preview = await inProcess('import', list, '--into', bare, '--dry-run', '--json');
  const apply = await inProcess('import', list, '--into', bare, '--json');
  return { rows: hall.cables.size, racks: hall.racks.size, preview, apply };
}
