/** What the editor's commands ask of the window around it: files, dialogs, panels. */

import { readClusterSpec } from '../../shared/cluster/index.ts';
import { isDataMedium } from '../../shared/compare/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { ClusterId, RackId } from '../../shared/model/ids.ts';
import { reason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import type { DialogRequest } from '../dialogs/dialog-request.ts';
import { type Host, type HostAction, selectionSize, shownType } from '../editor/index.ts';
import { LIBRARY_SEARCH_ID } from '../panels/library/type-list.tsx';
import {
  type BottomContent,
  bottomContent,
  isPanelShown,
  type SidePanel,
  withBottom,
  withPanelShown,
} from '../panels/panel-state.ts';
import { ask } from './bridge.ts';
import { exportFiles } from './export-actions.ts';
import { closeDesign, openFrom, openSample, save, saveAs } from './file-actions.ts';
import { copySelectedPicture, copyTable } from './picture-exports.ts';
import { type PlenumWindow, saveSettings, showError } from './plenum-window.ts';
import { exportTypes, importTypes } from './type-files.ts';

/** The sample that File, Open the sample shows. */
const MENU_SAMPLE = 'superpod-su';

export function createHost(window: PlenumWindow): Host {
  const { bridge } = window;
  const actions: Readonly<Record<HostAction, () => void | Promise<void>>> = {
    'file.new': () => openFrom(window, () => ask(bridge, 'design.new', { sample: null })),
    'file.newWindow': () => asking(window, ask(bridge, 'window.new', null)),
    'file.open': () => openFrom(window, () => ask(bridge, 'design.open', null)),
    'file.sample': () => openSample(window, MENU_SAMPLE),
    'file.save': () => save(window),
    'file.saveAs': async () => void (await saveAs(window)),
    'file.versions': () => show(window, { dialog: 'versions' }),
    'file.importTypes': () => importTypes(window, 'files'),
    'file.importTypesFolder': () => importTypes(window, 'folder'),
    'file.exportPdf': () => show(window, { dialog: 'export-pdf' }),
    'file.exportSvg': () => exportFiles(window, 'svg'),
    'file.exportCsv': () => exportFiles(window, 'csv'),
    'file.exportPicture': () => show(window, { dialog: 'export-picture' }),
    'file.exportLists': () => show(window, { dialog: 'export-lists' }),
    'file.found': () => show(window, { dialog: 'found' }),
    'cluster.new': () => show(window, { dialog: 'cluster', first: null }),
    'cluster.change': () => {
      const clusterId = oneCluster(window);
      if (clusterId === null) return;
      const text = window.open.state?.editor.state.design.clusters.get(clusterId)?.spec ?? '';
      // A record that holds no specification is told like every command that fails.
      show(window, { dialog: 'cluster-change', clusterId, first: readClusterSpec(text) });
    },
    'design.optimise': () => show(window, { dialog: 'optimise' }),
    'file.exportTypes': () => exportTypes(window, typesOf(window)),
    'file.close': () => closeDesign(window),
    'file.quit': () => asking(window, ask(bridge, 'app.quit', null)),
    'edit.copyPicture': () => copySelectedPicture(window),
    'edit.copyTable': () => copyTable(window),
    'edit.find': () => find(window),
    'view.library': () => togglePanel(window, 'library'),
    'view.inspector': () => togglePanel(window, 'inspector'),
    'view.findings': () => toggleBottom(window, 'findings'),
    'view.cableTable': () => toggleBottom(window, 'cables'),
    'view.compareMedia': () => show(window, { dialog: 'compare-media' }),
    'view.focusMode': () => window.focusMode.set(!window.focusMode.state),
    'view.theme': () => switchTheme(window),
    'view.fullScreen': () => asking(window, ask(bridge, 'window.toggleFullScreen', null)),
    'cable.connectRanges': () => show(window, { dialog: 'connect' }),
    'cable.naming': () => show(window, { dialog: 'naming' }),
    'rack.addWithDialog': () => show(window, { dialog: 'new-rack' }),
    'row.addBlock': () => show(window, { dialog: 'row-block' }),
    'rack.airPage': () => {
      const rackId = oneRack(window);
      if (rackId !== null) show(window, { dialog: 'air-page', rackId });
    },
    'faceplate.export': () => {
      const type = oneType(window);
      if (type) show(window, { dialog: 'export-faceplate', type });
    },
    'faceplate.new': () => show(window, { dialog: 'new-type' }),
    'app.palette': () => show(window, { dialog: 'palette' }),
    'app.shortcuts': () => show(window, { dialog: 'shortcuts' }),
    'app.settings': () => show(window, { dialog: 'settings' }),
    'app.about': () => show(window, { dialog: 'about' }),
  };
  return {
    can: (action) => objection(window, action),
    run: (action) => actions[action](),
  };
}

/** There must be cables to compare. */
function hasDataCable({ cables }: Design): boolean {
  for (const { medium } of cables.values()) if (isDataMedium(medium)) return true;
  return false;
}

/** There must be something to draw. */
const NEEDS_RACKS: ReadonlySet<HostAction> = new Set([
  'file.exportPdf',
  'file.exportSvg',
  'file.exportCsv',
  'file.exportLists',
  'file.exportPicture',
  'edit.copyPicture',
]);
/** They change the design. */
const EDITS: ReadonlySet<HostAction> = new Set([
  'file.importTypes',
  'file.importTypesFolder',
  'cluster.new',
  'cluster.change',
  'design.optimise',
  'cable.connectRanges',
  'cable.naming',
  'rack.addWithDialog',
  'row.addBlock',
  'faceplate.new',
]);

/** Why an action makes no sense now. */
function objection(window: PlenumWindow, action: HostAction): ReturnType<Host['can']> {
  const state = window.open.state?.editor.state;
  if (NEEDS_RACKS.has(action) && state?.design.racks.size === 0)
    return reason('app.reason.noRacks');
  if (action === 'edit.copyTable' && state && selectionSize(state.selection) === 0)
    return reason('editor.needs.anything');
  if (action === 'file.exportTypes' && state?.design.deviceTypes.size === 0)
    return reason('app.reason.noTypes');
  if (action === 'rack.airPage' && oneRack(window) === null) return reason('editor.needs.oneRack');
  if (action === 'cluster.change' && oneCluster(window) === null)
    return reason('app.reason.noCluster');
  if (action === 'faceplate.export' && !oneType(window)) return reason('editor.needs.oneType');
  if (action === 'cable.connectRanges' && state && state.design.devices.size < 2)
    return reason('editor.needs.twoDevices');
  const needsCables = action === 'view.compareMedia' || action === 'design.optimise';
  if (needsCables && state && !hasDataCable(state.design)) return reason('app.reason.noDataCables');
  return (EDITS.has(action) ? state?.readOnly : null) ?? true;
}

/** The device types of the open design. */
function typesOf(window: PlenumWindow): readonly DeviceType[] {
  return [...(window.open.state?.editor.state.design.deviceTypes.values() ?? [])];
}

/** The type that is meant: the one that is drawn, else the one of all selected devices. */
function oneType(window: PlenumWindow): DeviceType | null {
  const state = window.open.state?.editor.state;
  if (!state) return null;
  const { design, faceplate, selection } = state;
  if (faceplate) return shownType(design, faceplate);
  const ids = new Set([...selection.devices].map((id) => design.devices.get(id)?.typeId));
  const [typeId, ...others] = ids;
  if (typeId === undefined || others.length > 0) return null;
  return design.deviceTypes.get(typeId) ?? null;
}

/** The rack that is meant: the one selected, or that of what is selected; the only one there is. */
function oneRack(window: PlenumWindow): RackId | null {
  const state = window.open.state?.editor.state;
  if (!state) return null;
  const { design, selection } = state;
  const meant = new Set(selection.racks);
  for (const id of selection.devices) {
    const rackId = design.devices.get(id)?.rackId;
    if (rackId !== undefined) meant.add(rackId);
  }
  const racks = meant.size > 0 || design.racks.size > 1 ? [...meant] : [...design.racks.keys()];
  const [rackId, ...others] = racks;
  return rackId !== undefined && others.length === 0 ? rackId : null;
}

/** The cluster that is meant: the one that something selected was generated with, else the only one. */
function oneCluster(window: PlenumWindow): ClusterId | null {
  const state = window.open.state?.editor.state;
  if (!state) return null;
  const { design, selection } = state;
  const { racks, devices, cables } = selection;
  for (const id of [...racks, ...devices, ...cables]) {
    const of = id.slice(0, Math.max(0, id.indexOf('/')));
    if (design.clusters.has(of)) return of;
  }
  const [only, ...others] = design.clusters.keys();
  return only !== undefined && others.length === 0 ? only : null;
}

function show(window: PlenumWindow, request: DialogRequest): void {
  window.dialog.set(request);
}

async function asking(window: PlenumWindow, asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    showError(window, say('app.error.title'), error);
  }
}

function togglePanel(window: PlenumWindow, panel: SidePanel): void {
  const { panels } = window.settings.state;
  const shown = isPanelShown(panels, panel) && !window.focusMode.state;
  window.focusMode.set(false);
  saveSettings(window, { panels: withPanelShown(panels, panel, !shown) });
}

/** The bottom panel shows this; it goes when it shows it already. */
function toggleBottom(window: PlenumWindow, content: BottomContent): void {
  const { panels } = window.settings.state;
  const shown = isPanelShown(panels, 'findings') && !window.focusMode.state;
  window.focusMode.set(false);
  const isThere = shown && bottomContent(panels) === content;
  saveSettings(window, {
    panels: withBottom(withPanelShown(panels, 'findings', !isThere), content),
  });
}

/** Finding in the design is the palette's; while the library has the keyboard, it is the library's. */
function find(window: PlenumWindow): void {
  const search = document.getElementById(LIBRARY_SEARCH_ID);
  const inLibrary = search?.closest('section')?.contains(document.activeElement) ?? false;
  if (inLibrary) search?.focus();
  else show(window, { dialog: 'palette' });
}

/** Light is followed by dark and dark by light, whatever the system shows. */
function switchTheme(window: PlenumWindow): void {
  const dark = document.documentElement.dataset['mantineColorScheme'] === 'dark';
  saveSettings(window, { theme: dark ? 'light' : 'dark' });
}
