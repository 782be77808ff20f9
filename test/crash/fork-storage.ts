/** The storage process as a child of plain Node: the same entry that Electron starts as a utility process. */
import { type ChildProcess, fork, spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StorageChild } from '../../electron/storage/process-line.ts';
import type { StorageReply } from '../../electron/storage/storage-protocol.ts';

const ENTRY = fileURLToPath(new URL('../../electron/storage/storage-process.ts', import.meta.url));

const COMPILE_CACHE = path.join(tmpdir(), 'plenum-test-compile-cache');

/**
 * Has the storage compiled once for all the times that it is started: what is compiled is written at an orderly end,
 * and tests kill it.
 */
export function compileStorage(): void {
  const session = new URL('../../electron/storage/storage-session.ts', import.meta.url).href;
  spawnSync(process.execPath, ['--eval', `await import(${JSON.stringify(session)})`], {
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
}

export interface ForkedStorage extends StorageChild {
  readonly process: ChildProcess;
}

export function forkStorage(): ForkedStorage {
  const child = fork(ENTRY, [], {
    serialization: 'advanced',
    // A test runner's own flags are not the storage's.
    execArgv: [],
    // The tests start it hundreds of times.
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILE_CACHE },
  });
  return {
    process: child,
    post: (request) => {
      // A request that meets a process being killed goes nowhere; that it ended is told by its exit.
      if (child.connected) child.send(request, () => null);
    },
    onMessage: (listener) => child.on('message', (message) => listener(message as StorageReply)),
    onExit: (listener) => child.on('exit', () => listener()),
    kill: () => child.kill('SIGKILL'),
  };
}
