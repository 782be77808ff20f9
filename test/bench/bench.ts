/**
 * Measures Plenum where people feel it: painting against the bare canvas, frames under the hand, a gesture on
 * disk, opening, printing, analysing, comparing. Prints a table; with `--json` one JSON document. `--racks`, `--devices`
 * and `--cables` change the hall that is drawn and printed; `--only analysis,file` measures just those parts.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measureAnalysis } from './analysis-times.ts';
import { measureComparison } from './comparison-times.ts';
import { measurePdf } from './drawing-set.ts';
import { measureWindow } from './in-window.ts';
import { measureLibraryInWindow } from './library-in-window.ts';
import { measureLibrary } from './library-times.ts';
import { table } from './numbers.ts';
import { measureFile } from './on-disk.ts';
import { PARTS_MEASURED, type PartMeasured, partsAsked } from './parts-asked.ts';
import type { Result } from './result.ts';
import { rowsOf } from './rows.ts';
import { benchScene, type SceneSize } from './scene.ts';
import { measureTypeFiles } from './type-library.ts';

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
  const result: { -readonly [K in keyof Result]: Result[K] } = { format: 'plenum.bench/1', scene };
  if (asked.has('analysis')) result.analysis = measureAnalysis(tell);
  if (asked.has('comparison')) {
    tell('comparison of media');
    result.comparison = measureComparison();
  }
  const path = join(folder, 'bench.plenum');
  if (asked.has('file') || asked.has('pdf') || asked.has('window')) {
    tell('design file');
    const file = measureFile(benchScene(scene), path);
    if (asked.has('file')) result.file = file;
  }
  if (asked.has('pdf')) {
    tell('drawing set');
    result.pdf = await measurePdf(path, join(folder, 'bench.pdf'));
  }
  if (asked.has('library')) {
    tell('library of 5,000 types');
    const userData = join(folder, 'library-data');
    const library = measureLibrary(userData);
    result.library = { ...library, ...(await measureLibraryInWindow(userData)) };
  }
  if (asked.has('types')) {
    tell('files of device types');
    const types = join(folder, 'types');
    mkdirSync(types);
    result.types = await measureTypeFiles(types);
  }
  if (asked.has('window')) {
    tell('window');
    result.window = await measureWindow(path, join(folder, 'user-data'), scene);
  }
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
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${table(rowsOf(result))}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
