/** `plenum export FILE [--pdf OUT] [--svg DIR] [--csv DIR]`: the drawing set, elevations, schedules. */
import { analyse } from '../../shared/analysis/index.ts';
import { say } from '../../shared/text/index.ts';
import { exportCsv, exportPdf, exportSvg } from '../export/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { type Arguments, choiceOf, oneFile, UsageError } from './arguments.ts';

export async function exportCommand(given: Arguments): Promise<0> {
  const file = oneFile(given);
  const [pdf, svg, csv] = ['pdf', 'svg', 'csv'].map((option) => given.text(option));
  if (pdf === undefined && svg === undefined && csv === undefined) {
    throw new UsageError(say('cli.export-use', { usage: say('cli.usage.export') }));
  }
  const paper = choiceOf(given, 'paper', ['A4', 'A3'], 'A3');
  const design = readDesignFile(file);
  const analysis = analyse(design);
  if (pdf !== undefined) {
    await writing(pdf, () => exportPdf(design, analysis, pdf, { paper, date: new Date() }));
  }
  if (svg !== undefined) await writing(svg, () => exportSvg(design, analysis, svg));
  if (csv !== undefined) await writing(csv, () => exportCsv(design, analysis, csv));
  return 0;
}

/** A place that cannot be written is the caller's to mend, so it is bad use, in one line. */
async function writing(what: string, write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UsageError(say('cli.cannot-write', { what, reason: String(error.code) }));
  }
  process.stderr.write(`${say('cli.exported', { what })}\n`);
}
