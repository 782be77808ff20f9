/** The process that carries out one task and tells how it went. See `task-contract.ts`. */
import { randomUUID } from 'node:crypto';
import { analyse } from '../../shared/analysis/index.ts';
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import { noRows } from '../../shared/formats/site/rows.ts';
import {
  type FoundSource,
  type PlanWhole,
  planImport,
  planParts,
  type SourceRows,
} from '../../shared/import-plan/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { IdSource } from '../../shared/model/ids.ts';
import {
  exportCsv,
  exportDeviceTypes,
  exportFaceplateDxf,
  exportFaceplatePdf,
  exportFaceplateSvg,
  exportNetboxLists,
  exportNvidia,
  exportP2p,
  exportPdf,
  exportPicture,
  exportSchedules,
  exportSvg,
} from '../export/index.ts';
import { importFiles } from '../import/device-type-files.ts';
import { readFoundFile } from '../import/found-file.ts';
import { type ReadFile, readImportFile } from '../import/read-files.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { readKeptVersion } from '../storage/read-kept-version.ts';
import type { Task, TaskMessage, TaskResults } from './task-contract.ts';
import { suitDesign } from './task-engine.ts';

function tell(message: TaskMessage): void {
  process.parentPort.postMessage(message);
}

function progress(done: number, total: number): void {
  tell({ kind: 'progress', comparing: false, done, total });
}

/** Cancelled from outside: what was begun is taken away. */
const cancelling = new AbortController();

async function carryOut(task: Task): Promise<TaskResults[Task['task']]> {
  switch (task.task) {
    case 'export-pdf':
      return exportDrawingSet(task);
    case 'export-svg': {
      const design = readDesignFile(task.design);
      return { files: (await exportSvg(design, analyse(design), task.folder)).length };
    }
    case 'export-csv': {
      const design = readDesignFile(task.design);
      return { files: (await exportCsv(design, analyse(design), task.folder)).length };
    }
    case 'export-faceplate':
      return exportFaceplate(task);
    case 'export-types':
      return exportDeviceTypes(task.types, task.folder, (done) =>
        progress(done, task.types.length),
      );
    case 'export-list':
      return exportList(task);
    case 'export-picture':
      return exportOnePicture(task);
    case 'read-found':
      return readFoundFile(task.file);
    case 'import':
      return importAll(task);
    default:
      return task satisfies never;
  }
}

async function exportList({
  design: file,
  wanted,
  out,
}: Extract<Task, { task: 'export-list' }>): Promise<TaskResults['export-list']> {
  const design = readDesignFile(file);
  switch (wanted.list) {
    case 'netbox': {
      const { files, report } = await exportNetboxLists(design, out, wanted.version);
      return { files: files.length, report };
    }
    case 'nvidia': {
      const { files, report } = await exportNvidia(design, out);
      return { files: files.length, report };
    }
    case 'p2p':
      await exportP2p(design, analyse(design), out);
      return { files: 1, report: '' };
    case 'schedules':
      await exportSchedules(design, analyse(design), out);
      return { files: 1, report: '' };
  }
}

async function exportDrawingSet(
  task: Extract<Task, { task: 'export-pdf' }>,
): Promise<TaskResults['export-pdf']> {
  const design = readDesignFile(task.design);
  suitDesign(design.cables.size);
  let pages = 0;
  const { against, ...choice } = task.choice;
  const counts = await exportPdf(design, null, task.out, {
    ...choice,
    ...(against === undefined ? {} : { against: readKeptVersion(task.design, against) }),
    date: new Date(task.date),
    signal: cancelling.signal,
    onCompared: (done, total) => tell({ kind: 'progress', comparing: true, done, total }),
    onProgress: (done, total) => {
      pages = total;
      progress(done, total);
    },
  });
  return { pages, counts };
}

async function exportOnePicture({
  design,
  choice,
  out,
}: Extract<Task, { task: 'export-picture' }>): Promise<null> {
  const { signal } = cancelling;
  await exportPicture(readDesignFile(design), choice, out, { signal, onProgress: progress });
  return null;
}

async function exportFaceplate(
  task: Extract<Task, { task: 'export-faceplate' }>,
): Promise<TaskResults['export-faceplate']> {
  const { type, out } = task;
  switch (task.format) {
    case 'svg':
      return { count: (await exportFaceplateSvg(type, out, task)).length };
    case 'dxf':
      return { count: (await exportFaceplateDxf(type, out, task)).length };
    case 'pdf': {
      let count = 0;
      const onProgress = (done: number, total: number): void => {
        count = total;
        progress(done, total);
      };
      const { faces, dimensions, paper } = task;
      const date = new Date(task.date);
      const { signal } = cancelling;
      await exportFaceplatePdf(type, out, { faces, dimensions, paper, date, signal, onProgress });
      return { count };
    }
  }
}

/** So many files make a part: what is in memory does not grow with the library. */
const FILES_IN_PART = 50;
/** So many lines of a plan make a part: the window takes one in between two frames. */
const LINES_IN_PART = 500;

async function importAll({
  inputs,
  design,
  on,
}: Extract<Task, { task: 'import' }>): Promise<TaskResults['import']> {
  const files = await importFiles(inputs);
  const sources: SourceRows[] = [];
  const found: FoundSource[] = [];
  let hasRows = false;
  let parts = 0;
  progress(0, files.length);
  for (let from = 0; from < files.length; from += FILES_IN_PART) {
    const types: DeviceType[] = [];
    const reports: ImportedTypes['files'][number][] = [];
    for (const [index, path] of files.slice(from, from + FILES_IN_PART).entries()) {
      const read = await readImportFile(path);
      const file = lastParts(path);
      for (const document of read.documents) {
        const { status, name, warnings } = document;
        reports.push({ file, status, name, warnings });
        if (document.status === 'imported') types.push(document.type);
      }
      if (read.rejected)
        reports.push({ file, status: 'rejected', name: '', warnings: read.warnings });
      sources.push(...sourcesOf(read, file));
      found.push(...read.found.map((reading) => ({ file, reading, on })));
      hasRows ||= read.rows.length + read.found.length > 0;
      progress(from + index + 1, files.length);
    }
    tell({ kind: 'part', part: { types, files: reports } });
    parts += 1;
  }
  if (!hasRows) return { parts, plan: null };
  return { parts, plan: planAll(readDesignFile(design), sources, found, files.map(lastParts)) };
}

/** Plans everything together and sends the plan. */
function planAll(
  design: Design,
  sources: readonly SourceRows[],
  found: readonly FoundSource[],
  files: readonly string[],
): PlanWhole {
  const ids: IdSource = (prefix) => `${prefix}-${randomUUID()}`;
  const tellShare = (share: number): void => progress(Math.round(share * 100), 100);
  const plan = planImport(design, sources, ids, found, tellShare);
  let parts = 0;
  for (const part of planParts(plan, LINES_IN_PART)) {
    tell({ kind: 'planned', part });
    parts += 1;
  }
  return { parts, same: plan.same, files: [...new Set(files)] };
}

/** Everything of a file as rows: its device types, what was odd about it, and its tables. */
function sourcesOf(read: ReadFile, file: string): SourceRows[] {
  const described = read.documents.map((document) => ({
    ...noRows('netbox'),
    types: document.status === 'imported' ? [document.type] : [],
    warnings: document.warnings,
  }));
  const refused = read.rejected ? [{ ...noRows('netbox'), warnings: read.warnings }] : [];
  return [...described, ...refused, ...rowsWith(read)].map((rows) => ({ file, rows }));
}

/** What was odd about a file as a whole is told with the first of its tables. */
function rowsWith({ rows: [first, ...others], warnings }: ReadFile): ReadFile['rows'] {
  return first ? [{ ...first, warnings: [...warnings, ...first.warnings] }, ...others] : [];
}

/** The window learns a file's name and its folder's, never the whole path. */
function lastParts(file: string): string {
  return file.split(/[\\/]/).slice(-2).join('/');
}

process.parentPort.on('message', ({ data }: { data: Task | 'cancel' }) => {
  if (data === 'cancel') {
    cancelling.abort(new Error('cancelled'));
    return;
  }
  carryOut(data).then(
    (result) => tell({ kind: 'done', result }),
    (error: unknown) =>
      tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
  );
});
