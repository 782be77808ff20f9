/**
 * Measures Plenum where people feel it: painting against the bare canvas, frames under the hand, a gesture on
 * disk, opening, printing, analysing, comparing. Prints a table; with `--json` one JSON document. `--racks`, `--devices`
 * and `--cables` change the hall that is drawn and printed; `--only analysis,file` measures just those parts. Of those,
 * `sizes` takes the window through halls from 10 to 3,000 racks and through those of peers, `walk` through the largest
 * sample. Budgets in milliseconds are judged at the pace of the reference machine (`pace.ts`); both figures are shown.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnalysis } from './analysis-times.ts';
import { measureClusters } from './cluster-times.ts';
import { measureComparison } from './comparison-times.ts';
import { measurePdfs } from './drawing-set.ts';
import { measureImport } from './import-times.ts';
import { measureWindowAndPaint } from './in-window.ts';
import { measureLibraryInWindow } from './library-in-window.ts';
import { measureLibrary } from './library-times.ts';
import { judged, table } from './numbers.ts';
import { measureFile } from './on-disk.ts';
import { atPace, PACE_RULE } from './pace.ts';
import { PARTS_MEASURED, type PartMeasured, partsAsked } from './parts-asked.ts';
import type { Result } from './result.ts';
import { rowsOf } from './rows.ts';
import { benchScene, type SceneSize } from './scene.ts';
import { measureSizes } from './sizes-in-window.ts';
import { measureTypeFiles } from './type-library.ts';
import { measureWalk } from './walk.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    racks: { type: 'string', default: '100' },
    devices: { type: 'string', default: '2400' },
    cables: { type: 'string', default: '5000' },
    only: { type: 'string', default: PARTS_MEASURED.join() },
  },
});

async function measureAll(
  scene: SceneSize,
  folder: string,
  asked: ReadonlySet<PartMeasured>,
): Promise<Result> {
  const tell = (what: string): void => void process.stderr.write(`${what} ...\n`);
  const parts: Partial<Record<PartMeasured, number>> = {};
  const result: { -readonly [K in keyof Result]: Result[K] } = {
    format: 'plenum.bench/1',
    scene,
    pace: { rule: PACE_RULE, parts },
  };
  const paced = async <T>(part: PartMeasured, measure: () => T | Promise<T>): Promise<T> => {
    const { value, pace } = await atPace(measure);
    parts[part] = pace;
    return value;
  };
  if (asked.has('analysis')) result.analysis = await paced('analysis', () => measureAnalysis(tell));
  if (asked.has('comparison')) {
    tell('comparison of media');
    result.comparison = await paced('comparison', measureComparison);
  }
  if (asked.has('cluster')) result.cluster = await paced('cluster', () => measureClusters(tell));
  const path = join(folder, 'bench.plenum');
  if (asked.has('file') || asked.has('pdf') || asked.has('window')) {
    tell('design file');
    const file = await paced('file', () => measureFile(benchScene(scene), path));
    if (asked.has('file')) result.file = file;
  }
  if (asked.has('pdf')) {
    tell('drawing set');
    result.pdf = await paced('pdf', () => measurePdfs(path, folder));
  }
  if (asked.has('library')) {
    tell('library of 5,000 types');
    const userData = join(folder, 'library-data');
    result.library = await paced('library', async () => ({
      ...measureLibrary(userData),
      ...(await measureLibraryInWindow(userData)),
    }));
  }
  if (asked.has('types')) {
    tell('files of device types');
    const types = join(folder, 'types');
    mkdirSync(types);
    result.types = await paced('types', () => measureTypeFiles(types));
  }
  if (asked.has('import')) {
    tell('import of 100,000 cables');
    const lists = join(folder, 'lists');
    mkdirSync(lists);
    result.import = await paced('import', () => measureImport(lists));
  }
  if (asked.has('window')) {
    tell('window');
    const userData = join(folder, 'user-data');
    result.window = await paced('window', () => measureWindowAndPaint(path, userData, scene));
  }
  if (asked.has('sizes')) result.sizes = await paced('sizes', () => measureSizes(folder, tell));
  if (asked.has('walk')) result.walk = await paced('walk', () => measureWalk(folder, tell));
  return result;
}

const scene: SceneSize = {
  racks: Number(values.racks),
  devices: Number(values.devices),
  cables: Number(values.cables),
};
const asked = partsAsked(values.only);
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-'));
try {
  const result = await measureAll(scene, folder, asked);
  const rows = rowsOf(result);
  const report = { ...result, judged: rows.map(judged) };
  process.stdout.write(
    values.json ? `${JSON.stringify(report)}\n` : `${table(rows)}\n\n${PACE_RULE}\n`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
