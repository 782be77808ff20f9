/**
 * The drawing set as a PDF, made by the process of the window's tasks as it is built, in plain Node: its memory is the
 * set's alone.
 */
import { spawn } from 'node:child_process';
import { EventEmitter, on } from 'node:events';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { DrawnSets, type SetTask } from '../../electron/drawn-sets.ts';
import { createDesignFile } from '../../electron/storage/design-file.ts';
import type { TaskMessage, TaskResult } from '../../electron/tasks/task-contract.ts';
import { TASK_FLAGS } from '../../electron/tasks/task-engine.ts';
import { inProject } from '../../scripts/project.ts';
import { type DrawingSetChoice, SHEET_KINDS } from '../../shared/contract/drawing-set.ts';
import { rounded } from './numbers.ts';
import { benchScene, type SceneSize } from './scene.ts';

export interface PdfTimes {
  /** From the wish until the file is there: reading, analysis and comparison of media included. */
  readonly ms: number;
  readonly sheets: number;
  readonly bytes: number;
  /** Memory of the whole process at its highest. */
  readonly peakMb: number;
}

/** A large hall, beside the one that is asked for. */
const LARGE: SceneSize = { racks: 1000, devices: 24_000, cables: 50_000 };

export interface PdfSizes {
  readonly asked: PdfTimes;
  /** From Export until the file is there, in a window that has shown the pages. */
  readonly shownMs: number;
  readonly large: PdfTimes;
}

/** Prints the hall of the design file `from`, and then a large one; in `folder`. */
export async function measurePdfs(from: string, folder: string): Promise<PdfSizes> {
  const asked = await measurePdf(from, join(folder, 'bench.pdf'));
  const shownMs = await measureShown(from, join(folder, 'shown.pdf'));
  const large = join(folder, 'large.plenum');
  createDesignFile(large, benchScene(LARGE));
  return { asked, shownMs, large: await measurePdf(large, join(folder, 'large.pdf')) };
}

/** All sheets. */
const CHOICE: DrawingSetChoice = {
  paper: 'A3',
  orientation: 'automatic',
  sheets: SHEET_KINDS,
  racks: null,
};

/** Prints the design file `from` into `to`. */
async function measurePdf(from: string, to: string): Promise<PdfTimes> {
  const { ms, pages, peakMb } = await print({
    task: 'export-pdf',
    design: from,
    out: to,
    choice: CHOICE,
    date: '1970-01-01',
  });
  return { ms, sheets: pages, bytes: statSync(to).size, peakMb };
}

/** How long Export takes in a window that shows the pages already. */
async function measureShown(from: string, to: string): Promise<number> {
  const sets = new DrawnSets<EventEmitter>(print);
  const window = new EventEmitter();
  try {
    await sets.preview(window, from, CHOICE);
    const start = performance.now();
    const { signal } = new AbortController();
    await sets.write(window, from, CHOICE, to, { signal, onProgress: () => {} });
    return rounded(performance.now() - start);
  } finally {
    window.emit('closed');
  }
}

/** Gives a process of plain Node the line to its parent that one of Electron has. */
const WITH_PARENT = `
  process.parentPort = {
    postMessage: (message) => process.send(message),
    on: (_, listen) => process.on('message', (data) => listen({ data })),
  };
  process.on('message', (message) => {
    if (message === 'memory') process.send({ kind: 'memory', kilobytes: process.resourceUsage().maxRSS });
  });
  require(${JSON.stringify(inProject('dist', 'electron', 'task-process.cjs'))});
  process.send({ kind: 'ready' });
`;

/** What the process says: what tasks say, and what it is asked here. */
type Said =
  | TaskMessage
  | { readonly kind: 'ready' }
  | { readonly kind: 'memory'; readonly kilobytes: number };

interface Printed extends TaskResult<'export-pdf'>, Pick<PdfTimes, 'ms' | 'peakMb'> {}

/** Has a process of its own print a set. */
async function print(task: SetTask): Promise<Printed> {
  const child = spawn(process.execPath, [...TASK_FLAGS, '--eval', WITH_PARENT], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const messages = on(child, 'message', { close: ['exit'] });
  const said = async <K extends Said['kind']>(kind: K): Promise<Extract<Said, { kind: K }>> => {
    for (;;) {
      const next = await messages.next();
      if (next.done === true) throw new Error('the process that prints has ended');
      const [message] = next.value as [Said];
      if (message.kind === kind) return message as Extract<Said, { kind: K }>;
      if (message.kind === 'failed') throw new Error(message.message);
    }
  };
  try {
    await said('ready');
    const start = performance.now();
    child.send(task);
    const { result } = await said('done');
    const ms = rounded(performance.now() - start);
    child.send('memory');
    const { kilobytes } = await said('memory');
    // The process answers the task it was given.
    const { pages, counts } = result as TaskResult<'export-pdf'>;
    return { ms, pages, counts, peakMb: Math.round(kilobytes / 1024) };
  } finally {
    child.kill();
  }
}
