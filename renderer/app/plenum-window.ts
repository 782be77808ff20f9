/** The state of this window: the person's settings, the open design, the dialog, the messages. */
import type {
  AppSettings,
  PlenumBridge,
  RecentDesign,
  Session,
} from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import type { DialogRequest } from '../dialogs/dialog-request.ts';
import { type CommandId, type Host, type LiveValue, liveValue } from '../editor/index.ts';
import type { ArrivingDesign } from './arriving-design.ts';
import { ask, messageOf, Refused } from './bridge.ts';
import type { OpenDesign } from './open-design.ts';
import { addToast, type Toast } from './toasts.tsx';
import { keepLibrary, type LibraryKeeper } from './user-library.ts';

export interface PlenumWindow {
  readonly bridge: PlenumBridge;
  readonly platform: Session['platform'];
  readonly version: string;
  /** Carries out what the editor's commands ask of the window. */
  readonly host: Host;
  readonly settings: LiveValue<AppSettings>;
  /** The person's own library. */
  readonly library: LibraryKeeper;
  readonly recents: LiveValue<readonly RecentDesign[]>;
  readonly open: LiveValue<OpenDesign | null>;
  /** A large design that is on its way; what was open stays so until all of it is there. */
  readonly arriving: LiveValue<ArrivingDesign | null>;
  readonly dialog: LiveValue<DialogRequest | null>;
  readonly toasts: LiveValue<readonly Toast[]>;
  readonly focusMode: LiveValue<boolean>;
  /** Commands that were run from the palette, newest first. */
  readonly recentCommands: LiveValue<readonly CommandId[]>;
}

/** @param hostOf makes the host of the finished window */
export function createPlenumWindow(
  bridge: PlenumBridge,
  session: Session,
  hostOf: (window: PlenumWindow) => Host,
): PlenumWindow {
  const toasts = liveValue<readonly Toast[]>([]);
  const window: PlenumWindow = {
    bridge,
    host: {
      can: (action) => host.can(action),
      run: (action) => host.run(action),
    },
    platform: session.platform,
    version: session.version,
    settings: liveValue(session.settings),
    library: keepLibrary(bridge, toasts),
    recents: liveValue(session.recents),
    open: liveValue<OpenDesign | null>(null),
    arriving: liveValue<ArrivingDesign | null>(null),
    dialog: liveValue<DialogRequest | null>(null),
    toasts,
    focusMode: liveValue(false),
    recentCommands: liveValue<readonly CommandId[]>([]),
  };
  const host = hostOf(window);
  return window;
}

/** Changes what Plenum remembers about the person; a refusal to write it is told and loses nothing now. */
export function saveSettings(window: PlenumWindow, change: Partial<AppSettings>): void {
  window.settings.set({ ...window.settings.state, ...change });
  void ask(window.bridge, 'app.saveSettings', window.settings.state).catch((error: unknown) =>
    addToast(window.toasts, 'refused', messageOf(error)),
  );
}

/** Shows what went wrong: the refusal in words, its code to copy. */
export function showError(window: PlenumWindow, title: string, error: unknown): void {
  window.dialog.set({
    dialog: 'error',
    report: { title, message: messageOf(error), detail: detailOf(error) },
  });
}

function detailOf(error: unknown): string {
  if (error instanceof Refused) return say('app.error.code', { code: error.refusal.code });
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
}
