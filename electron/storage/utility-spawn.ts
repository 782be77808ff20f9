/** A storage process as Electron's utility process. */
import type { utilityProcess as UtilityProcesses } from 'electron';
import type { StorageChild } from './process-line.ts';
import type { StorageReply } from './storage-protocol.ts';

/** @param script the built storage process */
export function spawnUtility(processes: typeof UtilityProcesses, script: string): StorageChild {
  const child = processes.fork(script, [], { serviceName: 'Plenum storage' });
  return {
    post: (request) => child.postMessage(request),
    onMessage: (listener) => {
      // The script is our own; it posts replies.
      child.on('message', (message) => listener(message as StorageReply));
    },
    onExit: (listener) => {
      child.on('exit', listener);
    },
    kill: () => {
      child.kill();
    },
  };
}
