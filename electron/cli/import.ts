/** `plenum import INPUT... --into FILE`: files of other programs, device types one by one, all else planned together. */
import {
  type ImportedDocument,
  type ImportWarning,
  outcomeTold,
  TypeMerge,
} from '../../shared/formats/index.ts';
import {
  applyPlan,
  type FoundSource,
  freeIds,
  type ImportPlan,
  planImport,
  type SourceRows,
  takeAll,
  toldOf,
} from '../../shared/import-plan/index.ts';
import { type Design, emptyDesign } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { applyDiff, type Diff } from '../../shared/model/diff.ts';
import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { importFiles } from '../import/device-type-files.ts';
import { type ReadFile, readImportFile } from '../import/read-files.ts';
import { fillDesignFile } from '../storage/fill-design-file.ts';
import { type Arguments, choiceOf, expectFolder, UsageError } from './arguments.ts';
import { nameOf } from './new.ts';

interface FileReport {
  readonly file: string;
  readonly status: 'imported' | 'rejected';
  readonly name: string;
  readonly warnings: readonly ImportWarning[];
}

interface Outcome {
  readonly reports: FileReport[];
  /** Files that hold rows, whose report is written when all is planned. */
  readonly sources: SourceRows[];
  readonly found: FoundSource[];
  /** How many types were read, and how many the design did not have before. */
  read: number;
  added: number;
  plan: ImportPlan | null;
  /** Why what was to be taken cannot be; null where it can. */
  refusal: string | null;
  cancelled: boolean;
}

interface Wanted {
  readonly takeTheirs: boolean;
  readonly dryRun: boolean;
}

/** So many types go into the file at a time: what is in memory does not grow with the library. */
const PART = 100;

export async function importCommand(given: Arguments): Promise<0 | 2> {
  const into = given.text('into');
  if (into === undefined || given.files.length === 0) {
    throw new UsageError(say('cli.import-use', { usage: say('cli.usage.import') }));
  }
  const takeTheirs = choiceOf(given, 'take', ['ours', 'theirs'], 'ours') === 'theirs';
  const wanted = { takeTheirs, dryRun: given.flag('dry-run') };
  const files = await importFiles(given.files);
  if (files.length === 0)
    throw new UsageError(say('cli.nothing-to-import', { inputs: given.files.join(', ') }));
  expectFolder(into);
  const outcome: Outcome = {
    reports: [],
    sources: [],
    found: [],
    read: 0,
    added: 0,
    plan: null,
    refusal: null,
    cancelled: false,
  };
  const cancel = (): void => {
    outcome.cancelled = true;
  };
  process.once('SIGINT', cancel);
  await fillDesignFile(into, {
    label: say('cli.import-label'),
    whenNew: emptyDesign(nameOf(into)),
    fill: (there, put) => bringAll(files, there, put, outcome, wanted),
  });
  process.off('SIGINT', cancel);
  if (outcome.cancelled) throw new UsageError(say('cli.import-cancelled'));
  if (outcome.refusal !== null) throw new UsageError(outcome.refusal);
  tellReports(given, outcome, wanted);
  return outcome.reports.some(({ status }) => status === 'imported') ? 0 : 2;
}

/** Reads file after file into the design. True when there is anything to keep. */
async function bringAll(
  files: readonly string[],
  there: Design,
  put: (part: Diff) => void,
  outcome: Outcome,
  wanted: Wanted,
): Promise<boolean> {
  const merge = new TypeMerge(there.deviceTypes.values());
  // Only rows need the types again: a folder of types alone is never in memory as a whole.
  const isLibrary = files.length > 200 && files.every((file) => /\.ya?ml$/i.test(file));
  const kept: DeviceType[] = [];
  let part: DeviceType[] = [];
  const flush = (): void => {
    if (part.length > 0) put({ added: part, updated: [], removed: [] });
    if (!isLibrary) kept.push(...part);
    outcome.added += part.length;
    part = [];
  };
  for (const [index, file] of files.entries()) {
    if (files.length > 50) progress(index, files.length);
    const read = await readImportFile(file);
    for (const document of read.documents) {
      if (document.status === 'imported') outcome.read += 1;
      outcome.reports.push({ file, ...bringOne(document, merge, part) });
    }
    noteRows(read, outcome);
    if (part.length >= PART) flush();
    if (outcome.cancelled) return false;
  }
  flush();
  planRows(applyDiff(there, { added: kept, updated: [], removed: [] }), put, outcome, wanted);
  if (wanted.dryRun || outcome.refusal !== null) return false;
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

function noteRows(
  { file, kinds, rows, found, warnings, rejected }: ReadFile,
  outcome: Outcome,
): void {
  if (rejected) outcome.reports.push({ file, status: 'rejected', name: '', warnings });
  if (rows.length + found.length === 0) return;
  const name = kinds.map((kind) => say(`import.format.${kind}`)).join(', ');
  outcome.reports.push({ file, status: 'imported', name, warnings });
  outcome.sources.push(...rows.map((each) => ({ file, rows: each })));
  const on = new Date().toISOString().slice(0, 10);
  outcome.found.push(...found.map((reading) => ({ file, reading, on })));
}

/** Plans the rows of all files together and puts them in, as the design stays or as the files say. */
function planRows(
  design: Design,
  put: (part: Diff) => void,
  outcome: Outcome,
  wanted: Wanted,
): void {
  const { sources, found } = outcome;
  if (sources.length + found.length === 0) return;
  const plan = planImport(design, sources, freeIds(design), found);
  const taken = wanted.takeTheirs ? takeAll(plan) : new Set<string>();
  const applied = applyPlan(design, plan, taken);
  if (!applied.ok) {
    const args = { name: applied.name, reason: sayReason(applied.reason) };
    outcome.refusal = say('cli.import-refused', args);
    return;
  }
  put(applied.diff);
  outcome.plan = plan;
  outcome.added += plan.makes.filter(({ kind }) => kind === 'deviceType').length;
  for (const [index, report] of outcome.reports.entries()) {
    const told = toldOf(plan, report.file, taken);
    outcome.reports[index] = { ...report, warnings: [...report.warnings, ...told] };
  }
}

/** How many of each kind the files speak of and the design now has. */
function importedOf({ plan, read }: Outcome): Readonly<Record<string, number>> {
  const count = (kind: 'deviceType' | 'rack' | 'device' | 'cable', same: number): number => {
    const made = plan?.makes.filter((one) => one.kind === kind).length ?? 0;
    return made + same + (plan?.differs.filter((one) => one.kind === kind).length ?? 0);
  };
  return {
    deviceTypes: read + count('deviceType', plan?.same.deviceTypes ?? 0),
    racks: count('rack', plan?.same.racks ?? 0),
    devices: count('device', plan?.same.devices ?? 0),
    cables: count('cable', plan?.same.cables ?? 0),
  };
}

function tellReports(given: Arguments, outcome: Outcome, { takeTheirs, dryRun }: Wanted): void {
  const { reports, added, plan, read } = outcome;
  const rejected = reports.filter((report) => report.status === 'rejected');
  if (given.flag('json')) {
    const imported = importedOf(outcome);
    process.stdout.write(`${JSON.stringify({ imported, files: reports }, null, 2)}\n`);
  } else if (rejected.length < reports.length) tellSummary(read, added, plan);
  const problems = rejected.map((report) =>
    say('cli.rejected', { file: report.file, reason: report.warnings[0]?.message ?? '' }),
  );
  const warned = reports.reduce((sum, report) => sum + report.warnings.length, 0) - rejected.length;
  if (warned > 0 && !given.flag('json')) problems.push(say('cli.warned', { count: warned }));
  const differing = plan?.differs.reduce((sum, { fields }) => sum + fields.length, 0) ?? 0;
  if (differing > 0 && !takeTheirs) problems.push(say('cli.import-kept', { count: differing }));
  if (dryRun) problems.push(say('cli.import-dry'));
  for (const line of problems) process.stderr.write(`plenum: ${line.replaceAll('\n', ' ')}\n`);
}

function tellSummary(read: number, added: number, plan: ImportPlan | null): void {
  if (read > 0 || plan === null) process.stdout.write(`${say('cli.imported', { read, added })}\n`);
  if (plan === null) return;
  const made = (kind: string): number => plan.makes.filter((one) => one.kind === kind).length;
  const counts = { racks: made('rack'), devices: made('device'), cables: made('cable') };
  process.stdout.write(`${say('cli.import-rows', counts)}\n`);
}

function progress(done: number, total: number): void {
  if (done % 100 === 0) process.stderr.write(`${say('cli.progress', { done, total })}\n`);
}
