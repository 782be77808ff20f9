/**
 * `npm start`: Plenum with the sample design. Without a display it does the same job on the terminal: the
 * sample, its findings, its drawing set.
 */
import { mkdir, rm } from 'node:fs/promises';
import { ElectronNotFoundError } from '../electron/runtime/electron-runtime.ts';
import { findElectron } from '../electron/runtime/find-electron.ts';
import { buildBundles } from './bundles.ts';
import { hasDisplay } from './display.ts';
import { launchSwitches } from './launch.ts';
import { run } from './process.ts';
import { inProject, ROOT } from './project.ts';
import { ensureSystemPackages } from './system-packages.ts';

const SAMPLE = 'superpod-su';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

process.exitCode = hasDisplay() ? await startWindow(process.argv.slice(2)) : await withoutDisplay();

async function startWindow(args: readonly string[]): Promise<number> {
  ensureSystemPackages('window');
  try {
    const runtime = await findElectron(say);
    await buildBundles();
    const what = args.length > 0 ? args : ['--sample', SAMPLE];
    return await run(runtime.executable, [...launchSwitches(runtime), ROOT, ...what]);
  } catch (error) {
    if (!(error instanceof ElectronNotFoundError)) throw error;
    say(`${error.message}\nSo there is no window: the sample on the terminal instead.`);
    return withoutWindow();
  }
}

function withoutDisplay(): Promise<number> {
  say('There is no display here, so no window: the sample on the terminal instead.');
  return withoutWindow();
}

async function withoutWindow(): Promise<number> {
  const folder = inProject('dist', 'sample');
  const design = `${folder}/${SAMPLE}.plenum`;
  const drawings = `${folder}/${SAMPLE}.pdf`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const steps = [
    ['new', design, '--sample', SAMPLE],
    ['analyze', design, '--fail-on', 'never'],
    ['export', design, '--pdf', drawings],
  ];
  for (const step of steps) {
    const status = await run(process.execPath, [inProject('electron/cli/plenum.ts'), ...step]);
    if (status !== 0) return status;
  }
  say(`\nThe design:      ${design}\nIts drawing set: ${drawings}`);
  return 0;
}
