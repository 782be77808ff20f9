/** What the handlers of the calls work with. */
import type { BrowserWindow } from 'electron';
import type { Session } from '../shared/contract/ipc.ts';
import type { DesignDesk } from './design-desk.ts';
import type { LibraryDesk } from './library-desk.ts';
import type { AppData } from './storage/app-data.ts';

export interface CallContext {
  readonly builtFolder: string;
  readonly desk: DesignDesk;
  readonly appData: AppData;
  readonly library: LibraryDesk;
  /** What a window is to show first: asked once, by its page. */
  readonly firstDesign: (window: BrowserWindow) => Promise<Session['opened']>;
  readonly newWindow: () => Promise<void>;
}
