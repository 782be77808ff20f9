/**
 * What the editor asks of the window around it. The editor knows no dialog, no file and no clipboard of the
 * system; the shell hands these in, and a test hands in its own.
 */
import type { Reason } from '../../shared/rules/verdict.ts';

/** Commands that the shell carries out. They stand in the one command table like every other. */
export const HOST_ACTIONS = [
  'file.new',
  'file.newWindow',
  'file.open',
  'file.sample',
  'file.save',
  'file.saveAs',
  'file.versions',
  'file.importTypes',
  'file.importTypesFolder',
  'file.exportPdf',
  'file.exportSvg',
  'file.exportCsv',
  'file.exportPicture',
  'file.exportLists',
  'file.exportTypes',
  'file.found',
  'cluster.new',
  'cluster.change',
  'design.optimise',
  'file.close',
  'file.quit',
  'edit.copyPicture',
  'edit.copyTable',
  'edit.find',
  'view.library',
  'view.inspector',
  'view.findings',
  'view.cableTable',
  'view.compareMedia',
  'view.focusMode',
  'view.theme',
  'view.fullScreen',
  'cable.connectRanges',
  'cable.naming',
  'rack.addWithDialog',
  'rack.airPage',
  'row.addBlock',
  'faceplate.new',
  'faceplate.export',
  'app.palette',
  'app.shortcuts',
  'app.settings',
  'app.about',
] as const;

export type HostAction = (typeof HOST_ACTIONS)[number];

export interface Host {
  /** Whether the action makes sense now, or why it does not. */
  can(action: HostAction): true | Reason;
  run(action: HostAction): void | Promise<void>;
}

/** Text in and out of the system's clipboard. */
export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
}
