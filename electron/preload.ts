/** The bridge: named functions and nothing else. Runs in the sandbox; it may use only `electron`. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { CALL_NAMES, EVENT_NAMES } from '../shared/contract/ipc-names.ts';

/** They are made below, with paths of files that were really dropped. */
const TAKES_PATHS: ReadonlySet<string> = new Set(['design.openDropped', 'library.importDropped']);

const calls = Object.fromEntries(
  CALL_NAMES.filter((name) => !TAKES_PATHS.has(name)).map((name) => [
    name,
    (input: unknown) => ipcRenderer.invoke(name, input),
  ]),
);

const events: ReadonlySet<string> = new Set(EVENT_NAMES);

/** Made from the contract's lists, so it has exactly the functions of `PlenumBridge`. */
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
  importDropped(files: readonly File[], handle: string): Promise<unknown> {
    const paths = files.map((file) => webUtils.getPathForFile(file));
    return ipcRenderer.invoke('library.importDropped', { paths, handle });
  },
};

contextBridge.exposeInMainWorld('plenum', bridge);
