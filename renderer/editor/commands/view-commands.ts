/** Zoom, what is shown, and the tools in the hand. */

import type { OverlayKind } from '../../../shared/drawing/overlays/overlay-kind.ts';
import { cableAt } from '../../../shared/model/design-index.ts';
import { fitted, fittedHigh, zoomedAt } from '../camera.ts';
import type { Editor } from '../editor.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import { selectionBox } from '../places.ts';
import { zoomElevations } from '../plan/plan-camera.ts';
import { beginCable, takeHandTool, takeSelectTool } from '../tools/take-tool.ts';
import { nextElevation, type ViewState } from '../view-state.ts';
import { all, always, type Command, mayEdit, needs, when } from './command.ts';

function zoomBySteps(editor: Editor, steps: number): void {
  const { camera, viewport } = editor.state;
  const middle = { x: viewport.width / 2, y: viewport.height / 2 };
  zoomElevations(editor, middle, camera.zoom * EDITOR_OPTIONS.zoomStep ** steps);
}

/** Shows the whole drawing. */
export function fitAll(editor: Editor): void {
  editor.set({ camera: fittedHigh(editor.bounds, editor.state.viewport) });
}

/** Shows what is selected, in the middle and as large as it goes. */
export function fitSelection(editor: Editor): void {
  const { design, selection, viewport } = editor.state;
  const box = selectionBox(design, editor.layout, selection);
  if (box) editor.set({ camera: fitted(box, viewport) });
}

function changeView(editor: Editor, change: Partial<ViewState>): void {
  editor.set({ view: { ...editor.state.view, ...change } });
}

function elevation(wanted: ViewState['elevation']): Command {
  return {
    can: always,
    run: (editor) => changeView(editor, { elevation: wanted }),
    checked: ({ state }) => state.view.elevation === wanted,
  };
}

/** Lays an overlay over the racks; the one that lies there is taken away. */
function overlay(kind: OverlayKind, key: string): Command {
  return {
    keys: [key],
    can: always,
    run(editor) {
      const { lens } = editor.state.view;
      changeView(editor, { lens: lens === kind ? null : kind });
    },
    checked: ({ state }) => state.view.lens === kind,
  };
}

export const viewCommands = {
  'view.zoomIn': { keys: ['Mod+='], can: always, run: (editor) => zoomBySteps(editor, 1) },
  'view.zoomOut': { keys: ['Mod+-'], can: always, run: (editor) => zoomBySteps(editor, -1) },
  'view.zoom100': {
    keys: ['Mod+0'],
    can: always,
    run(editor) {
      const { camera, viewport } = editor.state;
      const middle = { x: viewport.width / 2, y: viewport.height / 2 };
      editor.set({ camera: zoomedAt(camera, middle, 1) });
    },
  },
  'view.fitAll': {
    keys: ['Shift+1', 'Mod+1'],
    can: ({ state }) => when(state.design.racks.size > 0, 'editor.needs.aRack'),
    run: fitAll,
  },
  'view.fitSelection': {
    keys: ['Shift+2'],
    can: (editor) => needs(editor, 'anything'),
    run: fitSelection,
  },
  'view.nextElevation': {
    keys: ['F'],
    can: always,
    run: (editor) => changeView(editor, { elevation: nextElevation(editor.state.view.elevation) }),
  },
  'view.both': elevation('both'),
  'view.front': elevation('front'),
  'view.rear': elevation('rear'),
  'view.cables': {
    keys: ['Alt+C'],
    can: always,
    run: (editor) => changeView(editor, { showCables: !editor.state.view.showCables }),
    checked: ({ state }) => state.view.showCables,
  },
  'view.labels': {
    keys: ['Alt+L'],
    can: always,
    run: (editor) => changeView(editor, { showLabels: !editor.state.view.showLabels }),
    checked: ({ state }) => state.view.showLabels,
  },
  'view.cableLegend': {
    keys: ['Alt+K'],
    can: always,
    run: (editor) => changeView(editor, { cableLegend: !editor.state.view.cableLegend }),
    checked: ({ state }) => state.view.cableLegend,
  },
  'view.overlay.none': {
    keys: ['Alt+0'],
    can: always,
    run: (editor) => changeView(editor, { lens: null }),
    checked: ({ state }) => state.view.lens === null,
  },
  'view.overlay.ports': overlay('ports', 'Alt+1'),
  'view.overlay.reach': overlay('reach', 'Alt+2'),
  'view.overlay.bundles': overlay('bundles', 'Alt+3'),
  'view.overlay.blocked': overlay('blocked', 'Alt+4'),
  'view.overlay.outlet': overlay('outlet', 'Alt+5'),
  'tool.select': {
    keys: ['V'],
    can: always,
    run: takeSelectTool,
    checked: ({ state }) => state.tool === 'select',
  },
  'tool.hand': {
    keys: ['H'],
    can: always,
    run: takeHandTool,
    checked: ({ state }) => state.tool === 'hand',
  },
  'tool.cable': {
    keys: ['C'],
    can: (editor) =>
      all(mayEdit(editor), when(editor.state.design.devices.size > 1, 'editor.needs.twoDevices')),
    run(editor) {
      const { design, focus } = editor.state;
      const isFree = focus?.kind === 'port' && !cableAt(design, focus.ref);
      beginCable(editor, { from: isFree ? focus.ref : null });
    },
    checked: ({ state }) => state.tool === 'cable',
  },
} satisfies Readonly<Record<string, Command>>;
