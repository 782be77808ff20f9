/** The calls that hand work to a process of its own: drawing sets, pictures, schedules, imports. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserWindow, ClipboardItem, clipboard, dialog, shell } from 'electron';
import type { FaceplateExport, ListExport } from '../shared/contract/ipc.ts';
import type { DeviceType } from '../shared/model/device-type.ts';
import { say } from '../shared/text/index.ts';
import { localDay } from '../shared/text/local-day.ts';
import type { CallContext } from './call-context.ts';
import type { DesignOnDesk } from './design-desk.ts';
import { type Drawing, DrawnSets } from './drawn-sets.ts';
import { faceplateStem } from './export/faceplate/file-names.ts';
import { writeTextWhole } from './export/write-whole.ts';
import { pickFile, pickFolder, pickTarget } from './file-dialogs.ts';
import { type Handlers, refused, tell } from './ipc.ts';
import { runTask, type TaskOptions } from './tasks/run-task.ts';
import type { Task, TaskResult } from './tasks/task-contract.ts';
import { TaskEnded } from './tasks/task-ended.ts';

/** Longest export: a drawing set of a thousand racks takes a fraction of it. */
const EXPORT_LIMIT_MS = 10 * 60_000;
/** Longest import, and longest that one step of it may take: a whole public library takes a fraction of it. */
const IMPORT_LIMIT_MS = 10 * 60_000;
const STEP_LIMIT_MS = 60_000;

/** What the file dialog offers; what a file is, is told by what it holds. */
const IMPORT_ENDINGS = ['csv', 'xlsx', 'yaml', 'yml', 'json', 'zip', 'dot', 'topo', 'txt'];

type Limits = Pick<TaskOptions, 'limitMs' | 'silenceMs' | 'cleaningMs'>;
const EXPORTING: Limits = { limitMs: EXPORT_LIMIT_MS };
const IMPORTING: Limits = { limitMs: IMPORT_LIMIT_MS, silenceMs: STEP_LIMIT_MS, cleaningMs: 0 };

/** A discovery file is one, and may be large. */
const READING: Limits = { limitMs: 60_000 };
/** Longest name of a file that a design keeps. */
const FILE_NAME_MAX = 200;

/** The exports that run, by window: one at a time each. */
const running = new WeakMap<BrowserWindow, AbortController>();
/** What each window wrote last. */
const written = new WeakMap<BrowserWindow, string>();

export function exportCalls({ desk, builtFolder }: CallContext) {
  const run = <T extends Task>(window: BrowserWindow, task: T, limits: Limits) =>
    runForWindow(builtFolder, window, task, limits);
  const sets = new DrawnSets<BrowserWindow>((task, drawing) =>
    runTask(builtFolder, task, { ...EXPORTING, ...drawing }),
  );
  return {
    'export.pdf': async ({ handle, choice }, window) => {
      const design = desk.of(handle, window);
      const out = await pickTarget(
        window,
        say('main.dialog.exportPdf'),
        `${suggestedStem(design)}.pdf`,
        {
          name: say('main.filter.pdf'),
          ending: '.pdf',
        },
      );
      if (out === null) return null;
      const pages = await forWindow(window, (drawing) =>
        sets.write(window, design.path, choice, out, drawing),
      );
      written.set(window, out);
      return { name: path.basename(out), pages };
    },
    'export.preview': ({ handle, choice }, window) =>
      refusingEnds(() => sets.preview(window, desk.of(handle, window).path, choice)),
    'export.showWritten': (_: null, window: BrowserWindow) => {
      const file = written.get(window);
      if (file !== undefined) shell.showItemInFolder(file);
      return null;
    },
    'export.svg': async ({ handle }, window) => {
      const design = desk.of(handle, window);
      const folder = await pickFolder(window, say('main.dialog.exportSvg'));
      if (folder === null) return null;
      const task = { task: 'export-svg', design: design.path, folder } as const;
      const result = await run(window, task, EXPORTING);
      return { name: path.basename(folder), files: result.files };
    },
    'export.csv': async ({ handle }, window) => {
      const design = desk.of(handle, window);
      const folder = await pickFolder(window, say('main.dialog.exportCsv'));
      if (folder === null) return null;
      const task = { task: 'export-csv', design: design.path, folder } as const;
      const result = await run(window, task, EXPORTING);
      return { name: path.basename(folder), files: result.files };
    },
    'export.faceplate': async (wanted, window) => {
      const out = await faceplateTarget(window, wanted);
      if (out === null) return null;
      const task = { task: 'export-faceplate', ...wanted, out } as const;
      const date = new Date().toISOString();
      const { count } = await run(window, { ...task, date }, EXPORTING);
      return { name: path.basename(out), count };
    },
    'export.deviceTypes': async ({ types }, window) => {
      const folder = await pickFolder(window, say('main.dialog.exportTypes'));
      if (folder === null) return null;
      const task = { task: 'export-types', types, folder } as const;
      return { name: path.basename(folder), types: await run(window, task, EXPORTING) };
    },
    'export.list': async ({ handle, wanted }, window) => {
      const design = desk.of(handle, window);
      const out = await listTarget(window, wanted, design);
      if (out === null) return null;
      const task = { task: 'export-list', design: design.path, wanted, out } as const;
      return { name: path.basename(out), ...(await run(window, task, EXPORTING)) };
    },
    'found.read': async (_: null, window: BrowserWindow) => {
      const file = await pickFile(window, {
        title: say('main.dialog.found'),
        properties: ['openFile'],
      });
      if (file === null) return null;
      const name = path.basename(file).slice(0, FILE_NAME_MAX);
      return { name, ...(await run(window, { task: 'read-found', file }, READING)) };
    },
    'export.picture': async ({ handle, choice }, window) => {
      const design = desk.of(handle, window);
      const ending = `.${choice.format}`;
      const kind = { name: say(`main.filter.${choice.format}`), ending };
      const suggested = `${suggestedStem(design)}${ending}`;
      const out = await pickTarget(window, say('main.dialog.exportPicture'), suggested, kind);
      if (out === null) return null;
      await run(window, { task: 'export-picture', design: design.path, choice, out }, EXPORTING);
      return { name: path.basename(out) };
    },
    'clipboard.picture': async ({ handle, wish, dpi }, window) => {
      const design = desk.of(handle, window);
      const folder = await mkdtemp(path.join(tmpdir(), 'plenum-picture-'));
      try {
        const out = path.join(folder, 'picture.png');
        const choice = { format: 'png', dpi, wish } as const;
        await run(window, { task: 'export-picture', design: design.path, choice, out }, EXPORTING);
        const png = new Blob([new Uint8Array(await readFile(out))], { type: PNG });
        await clipboard.write([new ClipboardItem({ [PNG]: png })]);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
      return null;
    },
    'clipboard.table': async ({ text, html }) => {
      await clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]);
      return null;
    },
    'export.cancel': (_: null, window: BrowserWindow) => {
      running.get(window)?.abort();
      return null;
    },
    'report.save': async ({ name, text }, window) => {
      const kind = { name: say('main.filter.txt'), ending: '.txt' };
      const file = await pickTarget(window, say('main.dialog.report'), `${name}.txt`, kind);
      if (file === null) return null;
      await writeTextWhole(file, text);
      return { name: path.basename(file) };
    },
    'library.importTypes': async ({ from, handle }, window) => {
      const design = desk.of(handle, window).path;
      const answer = await dialog.showOpenDialog(window, {
        title: say(from === 'files' ? 'main.dialog.importFiles' : 'main.dialog.importFolder'),
        filters: [{ name: say('main.filter.import'), extensions: IMPORT_ENDINGS }],
        properties: from === 'files' ? ['openFile', 'multiSelections'] : ['openDirectory'],
      });
      if (answer.canceled || answer.filePaths.length === 0) return null;
      return run(window, importTask(answer.filePaths, design), IMPORTING);
    },
    'library.importDropped': ({ paths, handle }, window) =>
      run(window, importTask(paths, desk.of(handle, window).path), IMPORTING),
  } satisfies Partial<Handlers>;
}

function importTask(inputs: readonly string[], design: string): Extract<Task, { task: 'import' }> {
  return { task: 'import', inputs, design, on: localDay(new Date()) };
}

/** Runs the task. @throws Refused when the person cancelled it, or it came to no end */
function runForWindow<T extends Task>(
  builtFolder: string,
  window: BrowserWindow,
  task: T,
  limits: Limits,
): Promise<TaskResult<T['task']>> {
  return forWindow(window, (drawing) =>
    runTask(builtFolder, task, {
      ...limits,
      ...drawing,
      onPart: (part) => tell(window, 'library.imported', part),
      onPlanned: (part) => tell(window, 'import.planned', part),
    }),
  );
}

/** Does the one thing at a time that a window shows the progress of, and can cancel. */
async function forWindow<T>(
  window: BrowserWindow,
  work: (drawing: Drawing) => Promise<T>,
): Promise<T> {
  if (running.has(window)) throw refused('busy-exporting');
  const cancelling = new AbortController();
  running.set(window, cancelling);
  try {
    return await refusingEnds(() =>
      work({
        signal: cancelling.signal,
        onProgress: ({ comparing, done, total }) =>
          tell(window, 'export.progress', { comparing, done, total }),
      }),
    );
  } finally {
    running.delete(window);
  }
}

/** Runs a task whose end without a result is told as a refusal. */
async function refusingEnds<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof TaskEnded)) throw error;
    if (error.why === 'cancelled') throw refused('cancelled');
    if (error.why === 'timeout') throw refused('task-timeout');
    throw refused('task-failed', { reason: error.message });
  }
}

/** A PDF is one file, which is suggested under the name of its type; the other formats are a file a face. */
function faceplateTarget(
  window: BrowserWindow,
  { format, type }: { readonly format: FaceplateExport['format']; readonly type: DeviceType },
): Promise<string | null> {
  const title = say(`main.dialog.exportFace.${format}`);
  if (format !== 'pdf') return pickFolder(window, title);
  const kind = { name: say('main.filter.pdf'), ending: '.pdf' };
  return pickTarget(window, title, `${faceplateStem(type)}.pdf`, kind);
}

/** Several files go into a folder; one is suggested beside its design's name. */
function listTarget(
  window: BrowserWindow,
  { list }: ListExport,
  design: DesignOnDesk,
): Promise<string | null> {
  const title = say(`main.dialog.list.${list}`);
  if (list === 'netbox' || list === 'nvidia') return pickFolder(window, title);
  const ending = list === 'p2p' ? '.csv' : '.xlsx';
  const kind = { name: say(`main.filter.${ending.slice(1)}`), ending };
  return pickTarget(window, title, `${suggestedStem(design)}-${list}${ending}`, kind);
}

const PNG = 'image/png';

/** Files are suggested beside their design's name. */
function suggestedStem(design: DesignOnDesk): string {
  return design.draft ? 'plenum' : path.basename(design.path, path.extname(design.path));
}
