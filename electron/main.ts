/** Where Plenum starts: as a command without a window when it is asked for one, else as the window. */
import path from 'node:path';
import { app } from 'electron';
import { isCommandName } from './cli/command-names.ts';
import { runCommandLine } from './run-command-line.ts';
import { startApp } from './start-app.ts';
import { ownArguments, startWish } from './start-arguments.ts';

const args = ownArguments(process.argv, app.isPackaged);

if (isCommandName(args.find((word) => !word.startsWith('-')))) runCommandLine(args);
else startApp(path.join(__dirname, '..'), startWish(args, process.cwd()));
