/** `plenum import INPUT... --into FILE [--json]`: NetBox device types, from files and folders. */
import {
  type ImportedDocument,
  type ImportWarning,
  outcomeTold,
  TypeMerge,
} from '../../shared/formats/index.ts';
import { type Design, emptyDesign } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { say } from '../../shared/text/index.ts';
import { deviceTypeFiles, importFile } from '../import/device-type-files.ts';
import { fillDesignFile } from '../storage/fill-design-file.ts';
import { type Arguments, expectFolder, UsageError } from './arguments.ts';
import { nameOf } from './new.ts';

interface FileReport {
  readonly file: string;
  readonly status: 'imported' | 'rejected';
  readonly name: string;
  readonly warnings: readonly ImportWarning[];
}

interface Outcome {
  readonly reports: FileReport[];
  /** How many types the design did not have before. */
  added: number;
  cancelled: boolean;
}

/** So many types go into the file at a time: what is in memory does not grow with the library. */
const PART = 100;

export async function importCommand(given: Arguments): Promise<0 | 2> {
  const into = given.text('into');
  if (into === undefined || given.files.length === 0) {
    throw new UsageError(say('cli.import-use', { usage: say('cli.usage.import') }));
  }
  const files = await deviceTypeFiles(given.files);
  if (files.length === 0)
    throw new UsageError(say('cli.nothing-to-import', { inputs: given.files.join(', ') }));
  expectFolder(into);
  const outcome: Outcome = { reports: [], added: 0, cancelled: false };
  const cancel = (): void => {
    outcome.cancelled = true;
  };
  process.once('SIGINT', cancel);
  await fillDesignFile(into, {
    label: say('cli.import-label'),
    whenNew: emptyDesign(nameOf(into)),
    fill: (there, put) => bringAll(files, there, put, outcome),
  });
  process.off('SIGINT', cancel);
  if (outcome.cancelled) throw new UsageError(say('cli.import-cancelled'));
  tellReports(given, outcome);
  return outcome.reports.some(({ status }) => status === 'imported') ? 0 : 2;
}

/** Reads file after file into the design. True when there is anything to keep. */
async function bringAll(
  files: readonly string[],
  there: Design,
  put: (part: Diff) => void,
  outcome: Outcome,
): Promise<boolean> {
  const merge = new TypeMerge(there.deviceTypes.values());
  let part: DeviceType[] = [];
  const flush = (): void => {
    if (part.length > 0) put({ added: part, updated: [], removed: [] });
    outcome.added += part.length;
    part = [];
  };
  for (const [index, file] of files.entries()) {
    if (files.length > 50) progress(index, files.length);
    for (const document of (await importFile(file)).documents) {
      outcome.reports.push({ file, ...bringOne(document, merge, part) });
    }
    if (part.length >= PART) flush();
    if (outcome.cancelled) return false;
  }
  flush();
  return outcome.reports.some(({ status }) => status === 'imported');
}

function bringOne(
  document: ImportedDocument,
  merge: TypeMerge,
  part: DeviceType[],
): Omit<FileReport, 'file'> {
  const { status, name, warnings } = document;
  if (document.status === 'rejected') return { status, name, warnings };
  const { type, outcome } = merge.take(document.type);
  if (outcome !== 'already-there') part.push(type);
  return { status, name, warnings: [...outcomeTold(outcome), ...warnings] };
}

function tellReports(given: Arguments, { reports, added }: Outcome): void {
  const rejected = reports.filter((report) => report.status === 'rejected');
  if (given.flag('json')) {
    const imported = {
      deviceTypes: reports.length - rejected.length,
      racks: 0,
      devices: 0,
      cables: 0,
    };
    process.stdout.write(`${JSON.stringify({ imported, files: reports }, null, 2)}\n`);
  } else if (rejected.length < reports.length) {
    process.stdout.write(
      `${say('cli.imported', { read: reports.length - rejected.length, added })}\n`,
    );
  }
  const problems = rejected.map((report) =>
    say('cli.rejected', { file: report.file, reason: report.warnings[0]?.message ?? '' }),
  );
  const warned = reports.reduce((sum, report) => sum + report.warnings.length, 0) - rejected.length;
  if (warned > 0 && !given.flag('json')) problems.push(say('cli.warned', { count: warned }));
  for (const line of problems) process.stderr.write(`plenum: ${line.replaceAll('\n', ' ')}\n`);
}

function progress(done: number, total: number): void {
  if (done % 100 === 0) process.stderr.write(`${say('cli.progress', { done, total })}\n`);
}
