/** The names of the contract as lists, free of anything else: the sandboxed preload reads them. */
import type { CallName, EventName } from './ipc.ts';

const CALLS: Readonly<Record<CallName, true>> = {
  'app.session': true,
  'app.saveSettings': true,
  'app.recents': true,
  'app.openLink': true,
  'window.describe': true,
  'window.setMenu': true,
  'window.new': true,
  'window.close': true,
  'window.toggleFullScreen': true,
  'app.quit': true,
  'design.new': true,
  'design.open': true,
  'design.openRecent': true,
  'design.openDropped': true,
  'design.arriving': true,
  'design.stopArriving': true,
  'design.commit': true,
  'design.saveAs': true,
  'design.close': true,
  'version.list': true,
  'version.create': true,
  'version.restoreAsCopy': true,
  'export.pdf': true,
  'export.preview': true,
  'export.showWritten': true,
  'export.svg': true,
  'export.csv': true,
  'export.faceplate': true,
  'export.deviceTypes': true,
  'export.list': true,
  'export.cancel': true,
  'found.read': true,
  'library.read': true,
  'library.pictures': true,
  'library.save': true,
  'library.remove': true,
  'library.favour': true,
  'library.placed': true,
  'library.importTypes': true,
  'library.importDropped': true,
  'picture.pick': true,
  'cluster.readSpec': true,
  'cluster.writeSpec': true,
  'clipboard.write': true,
  'clipboard.read': true,
};

const EVENTS: Readonly<Record<EventName, true>> = {
  'menu.command': true,
  'storage.lost': true,
  'window.closing': true,
  'library.changed': true,
  'library.imported': true,
  'export.progress': true,
  'theme.system': true,
};

/** Every call of the contract; the record above makes leaving one out a type error. */
export const CALL_NAMES = Object.keys(CALLS) as readonly CallName[];
export const EVENT_NAMES = Object.keys(EVENTS) as readonly EventName[];
