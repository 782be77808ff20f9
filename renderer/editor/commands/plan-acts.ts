/** Commands of the racks that act on the plan while it is what one works in. */
import { say } from '../../../shared/text/index.ts';
import { zoomStepped } from '../camera.ts';
import type { Editor } from '../editor.ts';
import type { PasteAim } from '../edits/paste-edits.ts';
import { EDITOR_OPTIONS } from '../options.ts';
import {
  fitPlan,
  fitPlanSelection,
  lowestPlanZoom,
  setPlan,
  zoomPlan,
} from '../plan/plan-camera.ts';
import { planHit } from '../plan/plan-hit.ts';
import { GRID_MM } from '../plan/plan-snap.ts';
import { takePlanTool } from '../plan/plan-tool.ts';
import { NOTHING_SELECTED, selectionOf, selectionSize } from '../selection.ts';
import { always, type Command, mayEdit, needs, when } from './command.ts';
import { paste, selectedRack } from './edit-commands.ts';

function zoomBySteps(editor: Editor, steps: number): void {
  const { camera, viewport } = editor.state.plan;
  const middle = { x: viewport.width / 2, y: viewport.height / 2 };
  zoomPlan(editor, middle, camera.zoom * EDITOR_OPTIONS.zoomStep ** steps);
}

/** The point of the floor under the pointer, and the rack there, or else the one that is selected. */
function planAim(editor: Editor): PasteAim {
  const { design, plan, selection } = editor.state;
  const { pointer, camera, snapping } = plan;
  if (!pointer) return { rack: selectedRack(selection), floor: 'beside' };
  const target = planHit(design, pointer, camera.zoom);
  const rack =
    target.kind === 'rack' ? { rackId: target.rackId, u: null } : selectedRack(selection);
  return { rack, floor: { at: pointer, stepMm: snapping ? GRID_MM : 1 } };
}

/** A tenth of the racks' 100 %: a rack of 600 mm is 60 px wide. */
const WHOLE_ZOOM = 0.1;

export const planActs = {
  'view.zoomIn': { can: always, run: (editor) => zoomBySteps(editor, 1) },
  'view.zoomOut': {
    can: always,
    run(editor) {
      const { camera, viewport } = editor.state.plan;
      const middle = { x: viewport.width / 2, y: viewport.height / 2 };
      setPlan(editor, { camera: zoomStepped(camera, middle, -1, lowestPlanZoom(editor)) });
    },
  },
  'view.zoom100': {
    can: always,
    run(editor) {
      const { viewport } = editor.state.plan;
      zoomPlan(editor, { x: viewport.width / 2, y: viewport.height / 2 }, WHOLE_ZOOM);
    },
  },
  'view.fitAll': {
    can: ({ state: { design } }) =>
      when(design.racks.size + design.areas.size + design.pathways.size > 0, 'editor.needs.aRack'),
    run: fitPlan,
  },
  'view.fitSelection': { can: (editor) => needs(editor, 'anything'), run: fitPlanSelection },
  'tool.select': {
    can: always,
    run: (editor) => takePlanTool(editor, { tool: 'select' }),
    checked: ({ state }) => state.plan.tool.tool === 'select',
  },
  'tool.hand': {
    can: always,
    run: (editor) => takePlanTool(editor, { tool: 'hand' }),
    checked: ({ state }) => state.plan.tool.tool === 'hand',
  },
  'edit.paste': { can: mayEdit, run: (editor) => paste(editor, planAim(editor)) },
  /** Of areas, all for the same purpose; of pathways, all that run on the same level. */
  'select.sameType': {
    can: ({ state: { selection } }) =>
      when(selection.areas.size + selection.pathways.size > 0, 'plan.needs.areasOrPathways'),
    run(editor) {
      const { design, selection } = editor.state;
      const purposes = new Set([...selection.areas].map((id) => design.areas.get(id)?.purpose));
      const levels = new Set([...selection.pathways].map((id) => design.pathways.get(id)?.level));
      editor.set({
        selection: selectionOf([
          ...[...design.areas.values()].filter(({ purpose }) => purposes.has(purpose)),
          ...[...design.pathways.values()].filter(({ level }) => levels.has(level)),
        ]),
      });
    },
    label: () => say('plan.selectAlike'),
  },
  'select.all': {
    can: always,
    run: (editor) =>
      editor.set({
        selection: { ...NOTHING_SELECTED, racks: new Set(editor.state.design.racks.keys()) },
      }),
  },
  'select.none': {
    can: always,
    /** With nothing selected any more, it takes the overlay off the plan. */
    run(editor) {
      if (selectionSize(editor.state.selection) === 0) setPlan(editor, { lens: null });
      editor.set({ selection: NOTHING_SELECTED, renaming: null });
    },
  },
} satisfies Readonly<Record<string, Command>>;
