/** Which of the two pictures of the design is shown: the racks' elevations, the plan of the floor, or both. */
import { openInPlan, openRack, showViews } from '../plan/plan-camera.ts';
import { racksMeant } from '../plan/plan-hit.ts';
import type { Shown } from '../plan/plan-state.ts';
import { all, type Command, when } from './command.ts';

function shows(shown: Shown, keys: readonly string[]): Command {
  return {
    keys,
    can: ({ state }) => when(state.faceplate === null, 'editor.needs.racksShown'),
    run: (editor) => showViews(editor, shown),
    checked: ({ state }) => state.plan.shown === shown,
  };
}

export const planViewCommands = {
  'view.elevations': shows('elevations', ['E']),
  'view.plan': shows('plan', ['P']),
  'view.sideBySide': shows('both', ['Shift+P']),
  'view.inElevations': {
    keys: ['Mod+Enter'],
    can: ({ state }) =>
      all(
        when(state.faceplate === null, 'editor.needs.racksShown'),
        when(racksMeant(state.design, state.selection).size > 0, 'plan.needs.inRack'),
      ),
    run(editor) {
      const [rackId] = racksMeant(editor.state.design, editor.state.selection);
      if (rackId !== undefined) openRack(editor, rackId);
    },
  },
  'view.inPlan': {
    keys: ['Mod+Shift+Enter'],
    can: ({ state }) => when(state.faceplate === null, 'editor.needs.racksShown'),
    run: openInPlan,
  },
} satisfies Readonly<Record<string, Command>>;
