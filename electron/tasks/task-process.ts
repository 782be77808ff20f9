/** The process that carries out one task and tells how it went. See `task-contract.ts`. */
import { analyse } from '../../shared/analysis/index.ts';
import type { ImportedTypes } from '../../shared/contract/ipc.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
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
  exportSchedules,
  exportSvg,
} from '../export/index.ts';
import { importFiles } from '../import/device-type-files.ts';
import { readFoundFile } from '../import/found-file.ts';
import { type ReadFile, readImportFile } from '../import/read-files.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { readKeptVersion } from '../storage/read-kept-version.ts';
import type { Task, TaskMessage, TaskResults } from './task-contract.ts';

function tell(message: TaskMessage): void {
  process.parentPort.postMessage(message);
}

function progress(done: number, total: number): void {
  tell({ kind: 'progress', done, total });
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
    case 'read-found':
      return readFoundFile(task.file);
    case 'import-types':
      return importTypes(task.inputs);
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
  let pages = 0;
  const { against, ...choice } = task.choice;
  const counts = await exportPdf(design, analyse(design), task.out, {
    ...choice,
    ...(against === undefined ? {} : { against: readKeptVersion(task.design, against) }),
    date: new Date(task.date),
    signal: cancelling.signal,
    onProgress: (done, total) => {
      pages = total;
      progress(done, total);
    },
  });
  return { pages, counts };
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

async function importTypes(inputs: readonly string[]): Promise<TaskResults['import-types']> {
  const files = await importFiles(inputs);
  let parts = 0;
  for (let from = 0; from < files.length; from += FILES_IN_PART) {
    const types: DeviceType[] = [];
    const reports: ImportedTypes['files'][number][] = [];
    const rows: ImportedTypes['rows'][number][] = [];
    const found: ImportedTypes['found'][number][] = [];
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
      rows.push(...rowsWith(read).map((each) => ({ file, rows: each })));
      found.push(...read.found.map((reading) => ({ file, reading })));
      progress(from + index + 1, files.length);
    }
    tell({ kind: 'part', part: { types, files: reports, rows, found } });
    parts += 1;
  }
  return { parts };
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
