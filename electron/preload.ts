/** The bridge: named functions and nothing else. Runs in the sandbox; it may use only `electron`. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { PlenumBridge } from '../shared/contract/ipc.ts';
import { CALL_NAMES, EVENT_NAMES } from '../shared/contract/ipc-names.ts';

const calls = Object.fromEntries(
  CALL_NAMES.filter((name) => name !== 'design.openDropped').map((name) => [
    name,
    (input: unknown) => ipcRenderer.invoke(name, input),
  ]),
);

const events: ReadonlySet<string> = new Set(EVENT_NAMES);

const bridge = {
  calls,
  on(name: string, listener: (event: unknown) => void): () => void {
    if (!events.has(name)) throw new RangeError(`no event ${name}`);
    const hear = (_event: unknown, data: unknown): void => listener(data);
    ipcRenderer.on(name, hear);
    return () => {
      ipcRenderer.removeListener(name, hear);
    };
  },
  /** A path leaves this file only for a `File` that the person really dropped. */
  openDropped(file: File): Promise<unknown> {
    return ipcRenderer.invoke('design.openDropped', { path: webUtils.getPathForFile(file) });
  },
};

// The names come from one list, so the object has exactly the contract's functions; the compiler cannot
// see that through `Object.fromEntries`.
contextBridge.exposeInMainWorld('plenum', bridge as unknown as PlenumBridge);
