/** What stands behind each call of the contract. */
import { app, type BrowserWindow, clipboard, shell } from 'electron';
import type { Session } from '../shared/contract/ipc.ts';
import { designFromRecords, emptyDesign, recordsOf } from '../shared/model/design.ts';
import { SAMPLE_IDS } from '../shared/samples/index.ts';
import { say } from '../shared/text/index.ts';
import type { CallContext } from './call-context.ts';
import { clusterCalls } from './cluster-calls.ts';
import { refusing } from './design-desk.ts';
import { exportCalls } from './export-calls.ts';
import { pickFile, pickTarget } from './file-dialogs.ts';
import { type Handlers, refused, tell } from './ipc.ts';
import { libraryCalls } from './library-calls.ts';
import { showMenu } from './menu.ts';
import { pictureCalls } from './picture-calls.ts';

/** What Plenum shows of the outside: a fixed list, by key. */
const LINKS = { licence: 'https://opensource.org/license/mit' } as const;

const PLENUM_FILES = [{ name: say('main.filter.plenum'), extensions: ['plenum'] }];

/** The handlers of all calls. */
export function createHandlers(context: CallContext): Handlers {
  return {
    ...appCalls(context),
    ...designCalls(context),
    ...versionCalls(context),
    ...exportCalls(context),
    ...libraryCalls(context),
    ...pictureCalls,
    ...clusterCalls,
  };
}

function appCalls(context: CallContext) {
  const { appData } = context;
  return {
    'app.session': async (_: null, window: BrowserWindow): Promise<Session> => ({
      platform: platform(),
      version: app.getVersion(),
      settings: await appData.settings(),
      opened: await context.firstDesign(window),
      recents: await appData.recents(),
    }),
    'app.saveSettings': async (settings) => {
      await appData.saveSettings(settings);
      return null;
    },
    'app.recents': () => appData.recents(),
    'app.openLink': async ({ key }) => {
      await shell.openExternal(LINKS[key]);
      return null;
    },
    'app.quit': () => {
      app.quit();
      return null;
    },
    'window.describe': ({ name, saved }, window) => {
      window.setTitle(name === '' ? 'Plenum' : `${name} — Plenum`);
      window.setDocumentEdited(!saved);
      const shown = context.desk.shownIn(window);
      if (shown) shown.saved = saved;
      return null;
    },
    'window.setMenu': (model, window) => {
      showMenu(model, window, (command) => tell(window, 'menu.command', { command }));
      return null;
    },
    'window.new': async () => {
      await context.newWindow();
      return null;
    },
    'window.close': (_, window) => {
      window.close();
      return null;
    },
    'window.toggleFullScreen': (_, window) => {
      window.setFullScreen(!window.isFullScreen());
      return null;
    },
    'clipboard.write': async ({ text }) => {
      await clipboard.writeText(text);
      return null;
    },
    'clipboard.read': () => clipboard.readText(),
  } satisfies Partial<Handlers>;
}

function platform(): Session['platform'] {
  const known = process.platform;
  return known === 'linux' || known === 'darwin' || known === 'win32' ? known : 'other';
}

function designCalls({ desk, appData }: CallContext) {
  return {
    'design.new': ({ sample }, window) => {
      if (sample === null) {
        const empty = emptyDesign(say('main.untitled'));
        return desk.openDraft(window, { records: [...recordsOf(empty)] });
      }
      if (!SAMPLE_IDS.includes(sample)) throw refused('unknown-sample', { name: sample });
      return desk.openDraft(window, { sample });
    },
    'design.newCluster': (cluster, window) => desk.openDraft(window, { cluster }),
    'design.stopMaking': async (_: null, window) => {
      await desk.stopMaking(window);
      return null;
    },
    'design.open': async (_: null, window: BrowserWindow) => {
      const file = await pickFile(window, {
        title: say('main.dialog.open'),
        filters: PLENUM_FILES,
        properties: ['openFile'],
      });
      return file === null ? null : desk.openFile(window, file);
    },
    'design.openRecent': async ({ id }, window) => {
      const recent = (await appData.recents()).find((each) => each.id === id);
      if (!recent || recent.missing)
        throw refused('no-such-recent', { place: recent?.place ?? '' });
      return desk.openFile(window, await appData.recentPath(id));
    },
    'design.arriving': ({ handle }, window) => desk.arriving(handle, window),
    'design.stopArriving': async ({ handle }, window) => {
      await desk.stopArriving(handle, window);
      return null;
    },
    'design.openDropped': ({ path }, window) => desk.openFile(window, path),
    'design.commit': async ({ handle, revision, label, diff }, window) => {
      const design = desk.of(handle, window);
      design.touched = true;
      await refusing(() => design.storage.commit({ label, diff }));
      return { revision };
    },
    'design.saveAs': async ({ handle, records }, window) => {
      const design = desk.of(handle, window);
      const suggested = appData.suggestedPath(design.path, design.draft);
      const file = await pickTarget(window, say('main.dialog.saveAs'), suggested, {
        name: say('main.filter.plenum'),
        ending: '.plenum',
      });
      return file === null ? null : desk.moveTo(design, file, records);
    },
    'design.close': async ({ handle }, window) => {
      await desk.close(desk.of(handle, window), false);
      return null;
    },
  } satisfies Partial<Handlers>;
}

function versionCalls({ desk }: CallContext) {
  return {
    'version.list': ({ handle }, window) =>
      refusing(() => desk.of(handle, window).storage.listVersions()),
    'version.create': ({ handle, name, change }, window) =>
      refusing(() => desk.of(handle, window).storage.createVersion(name, change)),
    'version.restoreAsCopy': async ({ handle, versionId }, window) => {
      const { storage } = desk.of(handle, window);
      const versions = await refusing(() => storage.listVersions());
      const records = await refusing(() => storage.readVersion(versionId));
      const design = designFromRecords(records);
      const version = versions.find(({ id }) => id === versionId)?.name ?? '';
      const name = say('main.version-copy', { name: design.settings.name, version });
      const renamed = { ...design, settings: { ...design.settings, name } };
      return desk.openDraft(window, { records: [...recordsOf(renamed)] });
    },
  } satisfies Partial<Handlers>;
}
