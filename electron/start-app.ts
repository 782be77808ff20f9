/** The application with its windows. */

import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { app, type BrowserWindow, dialog, nativeTheme, session, utilityProcess } from 'electron';
import type { Session } from '../shared/contract/ipc.ts';
import { SAMPLE_IDS } from '../shared/samples/index.ts';
import { say } from '../shared/text/index.ts';
import { createHandlers } from './calls.ts';
import { DesignDesk, type DesignOnDesk } from './design-desk.ts';
import { answerCalls, Refused, tell } from './ipc.ts';
import { LibraryDesk } from './library-desk.ts';
import { removeDefaultMenu } from './menu.ts';
import { declareScheme, serveApp } from './protocol.ts';
import { restrictContents, restrictSession } from './security.ts';
import type { StartWish } from './start-arguments.ts';
import { AppData } from './storage/app-data.ts';
import { spawnUtility } from './storage/utility-spawn.ts';
import { openWindow } from './window.ts';
import { YOUNG_HEAP_FLAG } from './young-heap.ts';

/** What a second start hands to the first. */
interface HandedOver {
  readonly wish: StartWish;
}

/** Starts the application; a second start hands its wish to the first and ends. */
export function startApp(builtFolder: string, wish: StartWish): void {
  const handedOver: HandedOver = { wish };
  if (!app.requestSingleInstanceLock(handedOver)) {
    app.quit();
    return;
  }
  // As root Chromium has no sandbox to give, and asking for one keeps its processes from starting.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  app.commandLine.appendSwitch('js-flags', YOUNG_HEAP_FLAG);
  declareScheme();
  const plenum = new Plenum(builtFolder);
  app.on('web-contents-created', (_event, contents) => restrictContents(contents));
  app.on('second-instance', (_event, _argv, _folder, data) => {
    void plenum.openWindowFor((data as HandedOver).wish);
  });
  app.on('open-file', (event, file) => {
    event.preventDefault();
    plenum.openLater({ show: 'file', path: file });
  });
  app.on('window-all-closed', () => app.quit());
  app.on('before-quit', () => plenum.quitting());
  void app.whenReady().then(() => plenum.start(wish));
}

class Plenum {
  private readonly builtFolder: string;
  private readonly appData: AppData;
  private readonly desk: DesignDesk;
  private readonly library: LibraryDesk;
  /** What each window is to show first, until its page has asked. */
  private readonly wishes = new Map<BrowserWindow, FirstWish>();
  private readonly windows = new Set<BrowserWindow>();
  private early: StartWish | null = null;
  private ending = false;

  constructor(builtFolder: string) {
    this.builtFolder = builtFolder;
    this.appData = new AppData(app.getPath('userData'));
    const script = path.join(builtFolder, 'electron', 'storage-process.cjs');
    const spawn = () => spawnUtility(utilityProcess, script);
    this.desk = new DesignDesk(this.appData, spawn);
    this.library = new LibraryDesk(this.appData.libraryFile, spawn, (change) => {
      for (const window of this.windows) tell(window, 'library.changed', change);
    });
  }

  async start(wish: StartWish): Promise<void> {
    removeDefaultMenu();
    restrictSession(session.defaultSession);
    serveApp(path.join(this.builtFolder, 'renderer'));
    nativeTheme.on('updated', () => {
      for (const window of this.windows)
        tell(window, 'theme.system', { dark: nativeTheme.shouldUseDarkColors });
    });
    const handlers = createHandlers({
      builtFolder: this.builtFolder,
      desk: this.desk,
      appData: this.appData,
      library: this.library,
      firstDesign: (window) => this.firstDesign(window),
      newWindow: () => this.openWindowFor({ show: 'nothing' }),
    });
    answerCalls(handlers, report);
    for (const first of await this.firstWishes(this.early ?? wish)) await this.openWindowFor(first);
  }

  /** macOS hands the file over before the application is ready. */
  openLater(wish: StartWish): void {
    if (app.isReady()) void this.openWindowFor(wish);
    else this.early = wish;
  }

  quitting(): void {
    this.ending = true;
  }

  async openWindowFor(wish: FirstWish): Promise<void> {
    const window = await openWindow(this.builtFolder, (created) => {
      this.windows.add(created);
      this.wishes.set(created, wish);
      created.on('close', (event) => {
        if (!this.desk.shownIn(created)) return;
        event.preventDefault();
        void this.letGo(created);
      });
      // A page that died takes nothing along: every acknowledged gesture is on disk.
      created.webContents.on('render-process-gone', () => created.webContents.reload());
      created.on('closed', () => {
        void this.desk.forget(created);
        this.windows.delete(created);
        this.wishes.delete(created);
      });
    });
    window.focus();
  }

  /** Nothing asked for: what was open when Plenum last ended comes back. */
  private async firstWishes(wish: StartWish): Promise<readonly FirstWish[]> {
    if (wish.show !== 'nothing') return [wish];
    const left = await this.appData.leftOpen();
    if (left.length === 0) return [wish];
    return left.map(({ path: file, crashed }) => ({ show: 'again', path: file, crashed }));
  }

  /** Opens what the window was asked to show. A refusal is shown and leads to the start screen. */
  private async firstDesign(window: BrowserWindow): Promise<Session['opened']> {
    const wish = this.wishes.get(window) ?? { show: 'nothing' };
    this.wishes.delete(window);
    try {
      const shown = this.desk.shownIn(window);
      if (shown) return await this.desk.openAgain(shown);
      return await this.openWish(window, wish);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { messageKey, args } = error.refusal;
      void dialog.showMessageBox(window, { type: 'warning', message: say(messageKey, args) });
      return null;
    }
  }

  private async openWish(window: BrowserWindow, wish: FirstWish): Promise<Session['opened']> {
    switch (wish.show) {
      case 'nothing':
        return null;
      case 'file':
        return this.desk.openFile(window, wish.path);
      case 'again':
        return this.desk.openFile(window, wish.path, wish.crashed);
      case 'sample': {
        const known = SAMPLE_IDS.includes(wish.id);
        return known ? this.desk.openDraft(window, { sample: wish.id }) : null;
      }
      default:
        return wish satisfies never;
    }
  }

  /** Closes the window's design before the window. What is in memory only is not lost without a question. */
  private async letGo(window: BrowserWindow): Promise<void> {
    const design = this.desk.shownIn(window);
    if (design && !(await isSafe(design))) {
      this.ending = false;
      tell(window, 'window.closing', null);
      return;
    }
    const last = this.windows.size === 1;
    try {
      if (design) await this.desk.close(design, this.ending || last);
    } finally {
      window.destroy();
    }
  }
}

/** How long a closing window waits for the last acknowledgement, ms. */
const LAST_COMMIT_MS = 2_000;

/** Whether everything is on disk, when the last gesture has had its time. */
async function isSafe(design: DesignOnDesk): Promise<boolean> {
  const until = Date.now() + LAST_COMMIT_MS;
  while (!design.saved && Date.now() < until) await setTimeout(20);
  return design.saved;
}

/** What a window is to show first; `again` is what was open when Plenum last ended. */
type FirstWish =
  | StartWish
  | { readonly show: 'again'; readonly path: string; readonly crashed: boolean };

/** An error nobody expected: to the terminal, where a developer and a crash report find it. */
function report(error: unknown): void {
  process.stderr.write(
    `${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`,
  );
}
