/**
 * The command line: which command, and how it ends. Exit status: 0 done, 1 findings at or above `--fail-on`,
 * 2 bad use or unreadable input (one line on stderr), 3 an error of Plenum's own.
 */
import { FormatError } from '../../shared/formats/index.ts';
import { say } from '../../shared/text/index.ts';
import { InputError } from '../import/device-type-files.ts';
import { StorageError } from '../storage/storage-error.ts';
import { analyzeCommand } from './analyze.ts';
import { type Arguments, readArguments, UsageError } from './arguments.ts';
import { clusterCommand } from './cluster.ts';
import { type CommandName, isCommandName } from './command-names.ts';
import { compareCommand } from './compare.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { infoCommand } from './info.ts';
import { newCommand } from './new.ts';
import { optimiseCommand } from './optimise.ts';

/** A command's exit status. */
type ExitStatus = 0 | 1 | 2 | 3;

const COMMANDS: Readonly<
  Record<CommandName, (given: Arguments) => Promise<ExitStatus> | ExitStatus>
> = {
  new: newCommand,
  import: importCommand,
  cluster: clusterCommand,
  optimise: optimiseCommand,
  info: infoCommand,
  analyze: analyzeCommand,
  compare: compareCommand,
  export: exportCommand,
  help: helpCommand,
};

function helpCommand(): 0 {
  process.stdout.write(`${say('cli.help')}\n`);
  return 0;
}

/** Runs one command line and says how it ended. Never throws. */
export async function runPlenum(argv: readonly string[]): Promise<ExitStatus> {
  try {
    const [name, ...rest] = argv;
    if (name === '--help' || name === '-h') return helpCommand();
    if (!isCommandName(name))
      throw new UsageError(say('cli.unknown-command', { name: name ?? '' }));
    return await COMMANDS[name](readArguments(name, rest));
  } catch (error) {
    if (isBadInput(error)) {
      process.stderr.write(`plenum: ${error.message.replaceAll('\n', ' ')}\n`);
      return 2;
    }
    const reason = error instanceof Error ? error.message : String(error);
    process.stderr.write(
      `plenum: ${say('cli.internal', { reason: reason.replaceAll('\n', ' ') })}\n`,
    );
    return 3;
  }
}

function isBadInput(error: unknown): error is Error {
  return (
    error instanceof UsageError ||
    error instanceof InputError ||
    error instanceof FormatError ||
    error instanceof StorageError
  );
}
