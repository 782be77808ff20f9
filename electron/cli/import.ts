/** `plenum import INPUT... --into FILE [--json]`: NetBox device types, from files and folders. */
import { existsSync } from 'node:fs';
import { type ImportWarning, mergeTypes } from '../../shared/formats/index.ts';
import { emptyDesign } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { isEmptyDiff } from '../../shared/model/diff.ts';
import { say } from '../../shared/text/index.ts';
import { deviceTypeFiles, importFile } from '../import/device-type-files.ts';
import { createDesignFile, editDesignFile, readDesignFile } from '../storage/design-file.ts';
import { type Arguments, expectFolder, UsageError } from './arguments.ts';
import { nameOf } from './new.ts';

interface FileReport {
  readonly file: string;
  readonly status: 'imported' | 'rejected';
  readonly name: string;
  readonly warnings: ImportWarning[];
}

export async function importCommand(given: Arguments): Promise<0 | 2> {
  const into = given.text('into');
  if (into === undefined || given.files.length === 0) {
    throw new UsageError(say('cli.import-use', { usage: say('cli.usage.import') }));
  }
  const files = await deviceTypeFiles(given.files);
  if (files.length === 0)
    throw new UsageError(say('cli.nothing-to-import', { inputs: given.files.join(', ') }));
  const reports: FileReport[] = [];
  const types: DeviceType[] = [];
  const reportOf = new Map<DeviceType, FileReport>();
  for (const [index, file] of files.entries()) {
    if (files.length > 50) progress(index, files.length);
    for (const document of (await importFile(file)).documents) {
      const report = {
        file,
        status: document.status,
        name: document.name,
        warnings: [...document.warnings],
      };
      reports.push(report);
      if (document.status !== 'imported') continue;
      types.push(document.type);
      reportOf.set(document.type, report);
    }
  }
  const added = bring(types, into, reportOf);
  tellReports(given, reports, added);
  return types.length > 0 ? 0 : 2;
}

/** Puts the types into the file, which is made when it is not there. Says how many it did not have before. */
function bring(
  types: readonly DeviceType[],
  into: string,
  reportOf: ReadonlyMap<DeviceType, FileReport>,
): number {
  if (types.length === 0) return 0;
  const there = existsSync(into);
  const { diff, merged } = mergeTypes(
    there ? readDesignFile(into) : emptyDesign(nameOf(into)),
    types,
  );
  for (const [index, { outcome }] of merged.entries()) {
    const type = types[index];
    if (type === undefined || outcome === 'added') continue;
    reportOf
      .get(type)
      ?.warnings.push({ code: outcome, path: '', message: say(`formats.${outcome}`) });
  }
  if (!there) createIn(into);
  if (!isEmptyDiff(diff)) editDesignFile(into, { label: say('cli.import-label'), diff });
  return diff.added.length;
}

function createIn(file: string): void {
  expectFolder(file);
  createDesignFile(file, emptyDesign(nameOf(file)));
}

function tellReports(given: Arguments, reports: readonly FileReport[], added: number): void {
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
