/** The drawing set as a PDF, made by a process of its own: its memory is the set's alone. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { exportPdf } from '../../electron/export/index.ts';
import { readDesignFile } from '../../electron/storage/design-file.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { SHEET_KINDS } from '../../shared/contract/drawing-set.ts';
import { rounded } from './numbers.ts';

export interface PdfTimes {
  readonly ms: number;
  readonly bytes: number;
  /** Memory of the whole process at its highest, reading and analysing included. */
  readonly peakMb: number;
}

/** Prints the design file `from` into `to`. */
export async function measurePdf(from: string, to: string): Promise<PdfTimes> {
  const child = fork(fileURLToPath(import.meta.url), [from, to]);
  const [times]: unknown[] = await once(child, 'message');
  return times as PdfTimes;
}

async function print(from: string, to: string): Promise<PdfTimes> {
  const design = readDesignFile(from);
  const analysis = analyse(design);
  const start = performance.now();
  // The comparison of media analyses the design nine times: it is measured by itself.
  const sheets = SHEET_KINDS.filter((kind) => kind !== 'media');
  await exportPdf(design, analysis, to, { paper: 'A3', date: new Date(0), sheets });
  const ms = rounded(performance.now() - start);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms, bytes: statSync(to).size, peakMb };
}

const [, , from, to] = process.argv;
if (process.send && from !== undefined && to !== undefined) process.send(await print(from, to));
