/** Where a runtime came from. */
export type ElectronOrigin = 'override' | 'official' | 'registry';

/** An Electron that is on disk and ready to start. */
export interface ElectronRuntime {
  readonly origin: ElectronOrigin;
  readonly version: string;
  /** The folder that holds the executable and its libraries. */
  readonly folder: string;
  readonly executable: string;
  /**
   * A `node_modules` folder whose native modules are built for this very runtime and must stand in for the
   * application's own, or null when the application's own load as they are.
   */
  readonly nativeModules: string | null;
}

/** Tells a person what is going on; one line each. */
export type Report = (line: string) => void;

/** No Electron can be had on this machine; the message says why and what to do. */
export class ElectronNotFoundError extends Error {
  override readonly name = 'ElectronNotFoundError';
}
