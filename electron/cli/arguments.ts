/** What stands behind the command: files and options, each command its own set. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { say } from '../../shared/text/index.ts';

/** A command line that cannot be meant: exit status 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

export interface Arguments {
  readonly command: string;
  readonly files: readonly string[];
  /** The value of an option, or undefined where it was not given. */
  readonly text: (option: string) => string | undefined;
  readonly flag: (option: string) => boolean;
}

type OptionKinds = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

const OPTIONS: Readonly<Record<string, OptionKinds>> = {
  new: { sample: { type: 'string' } },
  import: {
    into: { type: 'string' },
    take: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  cluster: {
    spec: { type: 'string' },
    take: { type: 'string' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  optimise: {
    for: { type: 'string' },
    seed: { type: 'string' },
    weights: { type: 'string' },
    'hand-placed': { type: 'boolean' },
    'dry-run': { type: 'boolean' },
    json: { type: 'boolean' },
  },
  info: { json: { type: 'boolean' } },
  analyze: {
    json: { type: 'boolean' },
    'fail-on': { type: 'string' },
    explain: { type: 'string' },
  },
  compare: { json: { type: 'boolean' } },
  export: {
    pdf: { type: 'string' },
    svg: { type: 'string' },
    png: { type: 'string' },
    dpi: { type: 'string' },
    sheets: { type: 'string' },
    against: { type: 'string' },
    racks: { type: 'string' },
    csv: { type: 'string' },
    'device-types': { type: 'string' },
    netbox: { type: 'string' },
    'netbox-version': { type: 'string' },
    p2p: { type: 'string' },
    nvidia: { type: 'string' },
    xlsx: { type: 'string' },
    faceplate: { type: 'string' },
    dxf: { type: 'string' },
    'no-dimensions': { type: 'boolean' },
    json: { type: 'boolean' },
    paper: { type: 'string' },
    orientation: { type: 'string' },
  },
};

/** @throws UsageError when an option is not the command's own, or lacks its value */
export function readArguments(command: string, argv: readonly string[]): Arguments {
  const parsed = parse(command, argv);
  const values = new Map<string, unknown>(Object.entries(parsed.values));
  return {
    command,
    files: parsed.positionals,
    text: (option) => {
      const value = values.get(option);
      return typeof value === 'string' ? value : undefined;
    },
    flag: (option) => values.get(option) === true,
  };
}

function parse(
  command: string,
  argv: readonly string[],
): { values: Readonly<Record<string, unknown>>; positionals: string[] } {
  try {
    return parseArgs({
      args: [...argv],
      options: { ...OPTIONS[command] },
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const reason = error.message.split('. ')[0] ?? error.message;
    throw new UsageError(say('cli.bad-use', { reason, usage: say(`cli.usage.${command}`) }));
  }
}

/** The one file a command works on. @throws UsageError when there is none, or more */
export function oneFile(given: Arguments): string {
  const [file, more] = given.files;
  if (file === undefined) {
    throw new UsageError(say('cli.no-file', { usage: say(`cli.usage.${given.command}`) }));
  }
  if (more !== undefined) {
    throw new UsageError(
      say('cli.one-file', { file: more, usage: say(`cli.usage.${given.command}`) }),
    );
  }
  return file;
}

/** @throws UsageError when the folder in which a file is to be made is not there */
export function expectFolder(file: string): void {
  const folder = path.dirname(path.resolve(file));
  if (!existsSync(folder)) throw new UsageError(say('cli.no-folder', { folder, file }));
}

/** The value of an option that takes one of a few. @throws UsageError when it is another */
export function choiceOf<C extends string>(
  given: Arguments,
  option: string,
  choices: readonly C[],
  usual: C,
): C {
  const value = given.text(option);
  if (value === undefined) return usual;
  const choice = choices.find((known) => known === value);
  if (choice === undefined) {
    throw new UsageError(say('cli.bad-choice', { option, value, choices: choices.join(', ') }));
  }
  return choice;
}
