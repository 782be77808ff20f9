/** `plenum new FILE [--sample NAME]`: an empty design, or a sample. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Design } from '../../shared/model/design.ts';
import { emptyDesign } from '../../shared/model/design.ts';
import { buildSample, SAMPLE_IDS } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import { createDesignFile } from '../storage/design-file.ts';
import { type Arguments, expectFolder, oneFile, UsageError } from './arguments.ts';

export function newCommand(given: Arguments): 0 {
  const file = oneFile(given);
  const sample = given.text('sample');
  if (existsSync(file)) throw new UsageError(say('cli.file-exists', { file }));
  expectFolder(file);
  createDesignFile(file, sample === undefined ? emptyDesign(nameOf(file)) : sampleOf(sample));
  process.stderr.write(`${say('cli.made', { file })}\n`);
  return 0;
}

/** A design made without a name takes its file's. */
export function nameOf(file: string): string {
  return path.basename(file, path.extname(file));
}

function sampleOf(name: string): Design {
  if (!SAMPLE_IDS.includes(name)) {
    throw new UsageError(say('cli.unknown-sample', { name, known: SAMPLE_IDS.join(', ') }));
  }
  return buildSample(name);
}
