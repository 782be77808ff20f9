/** The drawing set as a PDF, made by a process like that of the window's tasks: its memory is the set's alone. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exportPdf } from '../../electron/export/index.ts';
import { createDesignFile, readDesignFile } from '../../electron/storage/design-file.ts';
import { saveMemory, TASK_MEMORY_FLAGS } from '../../electron/tasks/task-memory.ts';
import { rounded } from './numbers.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface PdfTimes {
  /** Analysis and comparison of media included; the file was read before. */
  readonly ms: number;
  readonly sheets: number;
  readonly bytes: number;
  /** Memory of the whole process at its highest, reading and analysing included. */
  readonly peakMb: number;
}

/** A large hall, beside the one that is asked for. */
const LARGE: SceneSize = { racks: 1000, devices: 24_000, cables: 50_000 };

/** Prints the hall of the design file `from`, and then a large one; in `folder`. */
export async function measurePdfs(from: string, folder: string): Promise<PdfSizes> {
  const asked = await measurePdf(from, join(folder, 'bench.pdf'));
  const large = join(folder, 'large.plenum');
  createDesignFile(large, benchScene(LARGE));
  return { asked, large: await measurePdf(large, join(folder, 'large.pdf')) };
}

/** Prints the design file `from` into `to`. */
async function measurePdf(from: string, to: string): Promise<PdfTimes> {
  const child = fork(fileURLToPath(import.meta.url), [from, to], {
    execArgv: [...TASK_MEMORY_FLAGS],
  });
  const [times]: unknown[] = await once(child, 'message');
  return times as PdfTimes;
}

export interface PdfSizes {
  readonly asked: PdfTimes;
  readonly large: PdfTimes;
}

async function print(from: string, to: string): Promise<PdfTimes> {
  const design = readDesignFile(from);
  saveMemory(design.cables.size);
  const start = performance.now();
  let sheets = 0;
  const onProgress = (_done: number, of: number): void => {
    sheets = of;
  };
  await exportPdf(design, null, to, { paper: 'A3', date: new Date(0), onProgress });
  const ms = rounded(performance.now() - start);
  const peakMb = Math.round(process.resourceUsage().maxRSS / 1024);
  return { ms, sheets, bytes: statSync(to).size, peakMb };
}

const [, , from, to] = process.argv;
if (process.send && from !== undefined && to !== undefined) process.send(await print(from, to));
