/**
 * Measures Plenum where people feel it: painting against the bare canvas, frames under the hand, a gesture on
 * disk, opening, printing, analysing. Prints a table; with `--json` one JSON document. `--racks`, `--devices`
 * and `--cables` change the hall.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { measurePdf, type PdfTimes } from './drawing-set.ts';
import { measureWindow, type WindowTimes } from './in-window.ts';
import { type Row, rounded, table } from './numbers.ts';
import { type AnalysisTimes, type FileTimes, measureAnalysis, measureFile } from './on-disk.ts';
import { benchScene, type SceneSize } from './scene.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    racks: { type: 'string', default: '100' },
    devices: { type: 'string', default: '2400' },
    cables: { type: 'string', default: '5000' },
  },
});

interface Result {
  readonly format: 'plenum.bench/1';
  readonly scene: SceneSize;
  readonly analysis: AnalysisTimes;
  readonly file: FileTimes;
  readonly pdf: PdfTimes;
  readonly window: WindowTimes;
}

async function measureAll(scene: SceneSize, folder: string): Promise<Result> {
  const tell = (what: string): void => void process.stderr.write(`${what} ...\n`);
  const design = benchScene(scene);
  tell('analysis');
  const analysis = measureAnalysis(design);
  tell('design file');
  const path = join(folder, 'bench.plenum');
  const file = measureFile(design, path);
  tell('drawing set');
  const pdf = await measurePdf(path, join(folder, 'bench.pdf'));
  tell('window');
  const window = await measureWindow(path, join(folder, 'user-data'), scene);
  return { format: 'plenum.bench/1', scene, analysis, file, pdf, window };
}

/** The numbers beside what they may be. */
function rowsOf({ analysis, file, pdf, window }: Result): readonly Row[] {
  const row = (what: string, value: number, unit: string, budget: number | null = null): Row => ({
    what,
    value,
    unit,
    budget,
  });
  return [
    ...window.paint.flatMap(({ view, rawMs, surfaceMs, withSpritesMs, primitives }) => [
      row(`paint, ${view}: ${primitives} primitives, raw canvas`, rounded(rawMs), 'ms'),
      row(`paint, ${view}: through the surface`, rounded(surfaceMs / rawMs), '× raw', 1.3),
      row(`paint, ${view}: as the window does`, rounded(withSpritesMs / rawMs), '× raw', 1.3),
    ]),
    ...Object.entries(window.frames).flatMap(([gesture, { median, p95, max }]) => [
      row(`frames, ${gesture}: median`, median, 'ms'),
      row(`frames, ${gesture}: p95`, p95, 'ms', gesture === 'idle' ? null : 16.8),
      row(`frames, ${gesture}: longest`, max, 'ms'),
    ]),
    row('one gesture on disk: p95', file.commitMs.p95, 'ms', 5),
    row('reading the file: median', file.readMs.median, 'ms'),
    row('start to drawing', window.openMs, 'ms', 2000),
    row('drawing set as PDF', pdf.ms, 'ms', 2000),
    row('drawing set: memory', pdf.peakMb, 'MB', 300),
    row('analysis, full: median', analysis.fullMs.median, 'ms', 1000),
    row('analysis, one edit: median', analysis.incrementalMs.median, 'ms', 8),
  ];
}

const scene: SceneSize = {
  racks: Number(values.racks),
  devices: Number(values.devices),
  cables: Number(values.cables),
};
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-'));
try {
  const result = await measureAll(scene, folder);
  process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${table(rowsOf(result))}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
