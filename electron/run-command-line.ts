/**
 * The command line of an installed Plenum: the same commands as in a checkout, without a window. On Linux
 * Chromium looks for a display before any of our code can tell it not to, so the process starts itself once
 * more with the switch that spares it the search.
 */
import { spawnSync } from 'node:child_process';
import { app } from 'electron';

const HEADLESS = ['--ozone-platform=headless', '--log-level=3'];

/** Runs one command and ends the process with its status. */
export function runCommandLine(args: readonly string[]): void {
  if (process.platform === 'linux' && !app.commandLine.hasSwitch('ozone-platform')) {
    const again = spawnSync(process.execPath, [...HEADLESS, ...process.argv.slice(1)], {
      stdio: 'inherit',
    });
    process.exit(again.status ?? 3);
  }
  app.disableHardwareAcceleration();
  const command = args.slice(args.findIndex((word) => !word.startsWith('-')));
  void app
    .whenReady()
    .then(() => import('./cli/run.ts'))
    .then(({ runPlenum }) => runPlenum(command))
    .then((status) => app.exit(status));
}
