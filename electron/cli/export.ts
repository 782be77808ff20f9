/** `plenum export FILE`: the drawing set, elevations, schedules, device types, a faceplate. */
import { analyse, settled } from '../../shared/analysis/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { exportCsv, exportDeviceTypes } from '../export/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { type Arguments, oneFile, UsageError } from './arguments.ts';
import { DRAWING_OPTIONS, drawingWish, writeDrawings } from './export-drawings.ts';
import { exportFaceplate } from './export-faceplate.ts';
import { LIST_OPTIONS, writeLists } from './export-lists.ts';
import { writing } from './writing.ts';

export async function exportCommand(given: Arguments): Promise<0> {
  const file = oneFile(given);
  const drawn = DRAWING_OPTIONS.some((option) => given.text(option) !== undefined);
  const [csv, types] = ['csv', 'device-types'].map((option) => given.text(option));
  const faceplate = given.text('faceplate');
  if (faceplate !== undefined) {
    await exportFaceplate(given, readDesignFile(file), faceplate);
    return 0;
  }
  if (given.flag('no-dimensions')) {
    throw new UsageError(say('cli.only-faceplate', { option: 'no-dimensions' }));
  }
  const lists = LIST_OPTIONS.some((option) => given.text(option) !== undefined);
  if (!drawn && csv === undefined && types === undefined && !lists) {
    throw new UsageError(say('cli.export-use', { usage: say('cli.usage.export') }));
  }
  if (given.flag('json') && types === undefined) {
    throw new UsageError(say('cli.json-without-types', { usage: say('cli.usage.export') }));
  }
  const design = readDesignFile(file);
  const wish = drawingWish(given, file, design);
  if (drawn || csv !== undefined) {
    const analysis = settled(analyse(design));
    await writeDrawings(given, design, analysis, wish);
    if (csv !== undefined) await writing(csv, () => exportCsv(design, analysis, csv));
  }
  if (types !== undefined) await writeTypes(given, design, types);
  if (lists) await writeLists(given, design);
  return 0;
}

/** Writes the design's types, and tells what their files do not say. */
async function writeTypes(given: Arguments, design: Design, folder: string): Promise<void> {
  const written = await writing(folder, () =>
    exportDeviceTypes(design.deviceTypes.values(), folder),
  );
  const files = written.filter(({ status }) => status === 'written');
  if (given.flag('json')) {
    const report = { written: files.length, types: written };
    process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  } else process.stdout.write(`${say('cli.types-written', { written: files.length })}\n`);
  const lines = written
    .filter(({ status }) => status === 'refused')
    .map(({ name, unsaid }) =>
      say('cli.rejected', { file: name, reason: unsaid[0]?.message ?? '' }),
    );
  const unsaid = files.filter((type) => type.unsaid.length > 0).length;
  if (unsaid > 0 && !given.flag('json')) lines.push(say('cli.types-unsaid', { count: unsaid }));
  for (const line of lines) process.stderr.write(`plenum: ${line}\n`);
}
