import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './temporary-folder.ts';

/** A disk of its own in memory, which can be filled and made read-only. */
export interface SmallDisk {
  readonly folder: string;
  makeReadOnly(): void;
}

/** @returns null where this user may not mount one */
export function mountSmallDisk(kilobytes: number): SmallDisk | null {
  const folder = temporaryFolder();
  if (process.platform !== 'linux') return null;
  if (!run('mount', '-t', 'tmpfs', '-o', `size=${kilobytes}k`, 'tmpfs', folder)) return null;
  onTestFinished(() => {
    run('umount', '-l', folder);
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    folder,
    makeReadOnly: () => {
      if (!run('mount', '-o', 'remount,ro', folder)) throw new Error('cannot remount read-only');
    },
  };
}

function run(command: string, ...parameters: readonly string[]): boolean {
  return spawnSync(command, parameters, { stdio: 'ignore' }).status === 0;
}
