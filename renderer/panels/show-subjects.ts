/** Showing where something is: it is selected, and the drawing moves there. */
import { useCallback } from 'react';
import type { Subject } from '../../shared/analysis/types.ts';
import type { Design } from '../../shared/model/design.ts';
import {
  type Editor,
  fitPlanSelection,
  fitted,
  type PlanTarget,
  type SelectionRef,
  selectionBox,
  selectionOf,
  setPlan,
  showViews,
  type Target,
} from '../editor/index.ts';
import { useWorkspace } from './workspace.ts';

/**
 * Selects what the subjects are about and brings all of them into view. The first subject is the one that is
 * meant: a cable is selected without the devices it ends in. A type stands for its devices, a row for its racks.
 * The keyboard is there too, so that Enter and the menu key act on what is shown.
 */
export function showSubjects(editor: Editor, subjects: readonly Subject[]): void {
  const { design } = editor.state;
  const inPlan = editor.state.plan.shown !== 'elevations';
  const refs = subjects.flatMap((subject) => selectable(design, subject, inPlan));
  const [first] = refs;
  if (!first) return;
  const selection = selectionOf(refs.filter(({ kind }) => kind === first.kind));
  // A rack behind a device only says where it stands; brought into view with it, the device would be a line.
  const shown = first.kind === 'rack' ? refs : refs.filter(({ kind }) => kind !== 'rack');
  const box = selectionBox(design, editor.layout, selectionOf(shown));
  editor.set({
    selection,
    focus: targetOf(design, first) ?? editor.state.focus,
    ...(box === null ? {} : { camera: fitted(box, editor.state.viewport) }),
  });
  showOnFloor(editor, first);
}

/** The same place in the plan, where that is shown; what only the plan has is shown there. */
function showOnFloor(editor: Editor, { kind, id }: SelectionRef): void {
  const onlyThere = kind === 'area' || kind === 'pathway';
  if (onlyThere && editor.state.plan.shown === 'elevations') showViews(editor, 'plan');
  if (editor.state.plan.shown === 'elevations') return;
  const focus = planTargetOf(editor.state.design, { kind, id });
  if (focus) setPlan(editor, { focus, lookedAt: true });
  fitPlanSelection(editor);
}

function planTargetOf(design: Design, { kind, id }: SelectionRef): PlanTarget | null {
  switch (kind) {
    case 'rack':
      return { kind, rackId: id };
    case 'row':
      return { kind, rowId: id };
    case 'area':
      return { kind, areaId: id };
    case 'pathway':
      return { kind, pathwayId: id };
    case 'device': {
      const rackId = design.devices.get(id)?.rackId;
      return rackId === undefined ? null : { kind: 'rack', rackId };
    }
    case 'cable':
      return null;
    default:
      return kind satisfies never;
  }
}

function targetOf(design: Design, { kind, id }: SelectionRef): Target | null {
  switch (kind) {
    case 'rack':
      return { kind: 'rack', rackId: id, face: 'front', u: null };
    case 'device': {
      const device = design.devices.get(id);
      return device ? { kind, deviceId: id, rackId: device.rackId, face: device.face } : null;
    }
    case 'cable':
      return { kind, cableId: id };
    case 'row':
    case 'area':
    case 'pathway':
      return null;
    default:
      return kind satisfies never;
  }
}

function selectable(
  design: Design,
  { kind, id }: Pick<Subject, 'kind' | 'id'>,
  inPlan: boolean,
): readonly SelectionRef[] {
  switch (kind) {
    case 'rack':
    case 'device':
    case 'cable':
    case 'area':
    case 'pathway':
      return [{ kind, id }];
    case 'deviceType':
      return [...design.devices.values()].flatMap((device) =>
        device.typeId === id ? [{ kind: 'device' as const, id: device.id }] : [],
      );
    case 'row':
      if (inPlan) return [{ kind, id }];
      return [...design.racks.values()].flatMap((rack) =>
        rack.rowId === id ? [{ kind: 'rack' as const, id: rack.id }] : [],
      );
    case 'settings':
    case 'picture':
    case 'waiver':
    case 'found':
    case 'cluster':
      return [];
    default:
      return kind satisfies never;
  }
}

/** Selects all that the subjects are about, devices and cables alike, and brings it into view. */
export function showTogether(
  editor: Editor,
  subjects: readonly Pick<Subject, 'kind' | 'id'>[],
): void {
  const { design } = editor.state;
  const refs = subjects.flatMap((subject) => selectable(design, subject, false));
  const selection = selectionOf(refs);
  const box = selectionBox(design, editor.layout, selection);
  if (box === null) return;
  if (editor.state.plan.shown === 'plan') showViews(editor, 'elevations');
  editor.set({ selection, camera: fitted(box, editor.state.viewport) });
}

/** The same for the editor of this workspace. */
export function useShowSubjects(): (subjects: readonly Subject[]) => void {
  const { editor } = useWorkspace();
  return useCallback((subjects) => showSubjects(editor, subjects), [editor]);
}
