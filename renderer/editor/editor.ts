/**
 * The editor: one design, how it is looked at, and what is in the hand. It is thin on purpose. It holds
 * the state and tells who listens; what can be done with it are free functions and commands over it.
 *
 * `state` is immutable: a change makes a new one, and parts that did not change keep their identity, so a
 * view may compare by `===` (`useSyncExternalStore(editor.subscribe, () => editor.state.selection)`).
 */
import type { CableShape } from '../../shared/connect/cable-shape.ts';
import { type Layout, layoutDesign } from '../../shared/drawing/layout.ts';
import type { Design } from '../../shared/model/design.ts';
import type { IdSource } from '../../shared/model/ids.ts';
import type { MediumId } from '../../shared/model/medium.ts';
import type { Box } from '../../shared/model/rack-geometry.ts';
import { type Reason, reason, sayReason } from '../../shared/rules/verdict.ts';
import { type CableGeometry, NO_CABLE_GEOMETRY } from './cable-geometry.ts';
import { type Camera, HOME_CAMERA } from './camera.ts';
import type { EditAnswer } from './edits/edit.ts';
import { facesBounds } from './faceplate/face-layout.ts';
import { type FaceplateState, faceplateAfter, shownType } from './faceplate/faceplate-state.ts';
import type { Point, Size } from './geometry.ts';
import { createHistory, type History } from './history.ts';
import type { Clipboard, Host } from './host.ts';
import { EMPTY_OVERLAY, type Overlay } from './overlay.ts';
import { planTargetStands } from './plan/plan-hit.ts';
import { FIRST_PLAN, type PlanState } from './plan/plan-state.ts';
import { NOTHING_SELECTED, pruned, type Selection, type SelectionRef } from './selection.ts';
import { createStore, type DesignListener } from './store.ts';
import type { Target } from './target.ts';
import type { PlanTools, Tool, ToolName } from './tools/tool.ts';
import { DEFAULT_VIEW, type ViewState } from './view-state.ts';

/** What is being renamed in place; the view shows a text field there. */
export type Renaming = SelectionRef;

/** What the next cable is made as, and of; null takes the medium that fits first. */
export interface NextCable {
  readonly shape: CableShape;
  readonly medium: MediumId | null;
}

/** Something to tell the person: shown for a while, and read out. */
export interface Notice {
  /** Counts up, so that the same words twice are two notices. */
  readonly id: number;
  readonly tone: 'refused' | 'info';
  readonly text: string;
}

/** The part of the state that is not the design. */
interface EphemeralState {
  readonly selection: Selection;
  /** What the keyboard is on: drawn as a ring, walked by the mirror. */
  readonly focus: Target | null;
  readonly camera: Camera;
  /** Size of the canvas, px. */
  readonly viewport: Size;
  readonly view: ViewState;
  readonly hover: Target | null;
  /** World point under the pointer; null when it is outside. */
  readonly pointer: Point | null;
  readonly overlay: Overlay;
  readonly renaming: Renaming | null;
  /** What the cable tool makes. */
  readonly nextCable: NextCable;
  readonly notice: Notice | null;
  /** The faceplate that is drawn in place of the racks; null while the racks are shown. */
  readonly faceplate: FaceplateState | null;
  /** How the plan of the floor is looked at, and whether it is shown. */
  readonly plan: PlanState;
  /** Why nothing may be changed; null when it may. */
  readonly readOnly: Reason | null;
}

export interface EditorState extends EphemeralState {
  readonly design: Design;
  readonly revision: number;
  /** Labels of what undo and redo would do; null when there is nothing. */
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  readonly tool: ToolName;
}

export interface EditorOptions {
  readonly design: Design;
  readonly ids: IdSource;
  readonly clipboard: Clipboard;
  readonly host: Host;
  /** Time, ms: how long ago a key was pressed. */
  readonly clock: () => number;
}

export interface Editor {
  readonly state: EditorState;
  /** Where the racks stand on the drawing. */
  readonly layout: Layout;
  /** World box of all that is drawn: the racks, or the faces of the type whose faceplate is open. */
  readonly bounds: Box;
  readonly history: History;
  readonly ids: IdSource;
  readonly clipboard: Clipboard;
  readonly host: Host;
  readonly clock: () => number;
  /** The tool in the hand. */
  readonly tool: Tool;
  /** The tool over the plan; `state.plan.tool` says what it makes. */
  readonly planTool: PlanTools;
  /** Where cables are drawn; the canvas sets it. */
  cableGeometry: CableGeometry;
  /** Called after every change of `state`; returns how to stop. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Called after every change of the design, undo and redo included; returns how to stop. */
  readonly onDesignChange: (listener: DesignListener) => () => void;
  /** Changes what is not the design. */
  set(change: Partial<EphemeralState>): void;
  /** Makes the edit, or shows why not. @returns whether it was made */
  perform(answer: EditAnswer): boolean;
  undo(): void;
  redo(): void;
  /** Takes another tool in the hand; the gesture of the old one is cancelled first. */
  setTool(make: (editor: Editor) => Tool): void;
  /** Tells the person something. */
  notify(tone: Notice['tone'], text: string): void;
}

const INITIAL: EphemeralState = {
  selection: NOTHING_SELECTED,
  focus: null,
  camera: HOME_CAMERA,
  viewport: { width: 0, height: 0 },
  view: DEFAULT_VIEW,
  hover: null,
  pointer: null,
  overlay: EMPTY_OVERLAY,
  renaming: null,
  nextCable: { shape: { shape: 'plain' }, medium: null },
  notice: null,
  faceplate: null,
  plan: FIRST_PLAN,
  readOnly: null,
};

/**
 * The editor with its first tool; `create-editor.ts` puts in the one that people expect.
 * @param firstTool makes the tool for the finished editor
 * @param makePlanTool makes the one over the plan
 */
export function assembleEditor(
  options: EditorOptions,
  firstTool: (editor: Editor) => Tool,
  makePlanTool: (editor: Editor) => PlanTools,
): Editor {
  const store = createStore(options.design);
  const history = createHistory(store);
  const listeners = new Set<() => void>();
  const layoutOf = rememberLayout();
  let ephemeral = INITIAL;
  let tool: Tool = NO_TOOL;
  let planTool: PlanTools | null = null;
  let state = snapshot();

  function snapshot(): EditorState {
    return {
      ...ephemeral,
      design: store.design,
      revision: store.revision,
      undoLabel: history.undoable.at(-1)?.label ?? null,
      redoLabel: history.redoable.at(-1)?.label ?? null,
      tool: tool.name,
    };
  }
  function changed(): void {
    state = snapshot();
    for (const listener of listeners) listener();
  }
  function set(change: Partial<EphemeralState>): void {
    const keys = Object.keys(change) as (keyof EphemeralState)[];
    if (keys.every((key) => Object.is(change[key], ephemeral[key]))) return;
    ephemeral = { ...ephemeral, ...change };
    changed();
  }
  /** What pointed at records that are gone must let go of them, whoever removed them. */
  store.listen(({ design }) => {
    const wasOpen = ephemeral.faceplate !== null;
    ephemeral = {
      ...ephemeral,
      selection: pruned(ephemeral.selection, design),
      ...faceplateKept(design),
      hover: null,
      plan: planKept(ephemeral.plan, design),
      focus: ephemeral.focus && targetStands(ephemeral.focus, design) ? ephemeral.focus : null,
    };
    if (wasOpen && !ephemeral.faceplate) editor.setTool(firstTool);
    else changed();
  });

  /** With its type gone, the faceplate is closed and the racks are looked at as before. */
  function faceplateKept(design: Design): Partial<EphemeralState> {
    const faceplate = faceplateAfter(ephemeral.faceplate, design);
    if (faceplate || !ephemeral.faceplate) return { faceplate };
    return { faceplate, camera: ephemeral.faceplate.racksCamera };
  }

  function notify(tone: Notice['tone'], text: string): void {
    set({ notice: { id: (ephemeral.notice?.id ?? 0) + 1, tone, text } });
  }
  function mayEdit(): boolean {
    if (ephemeral.readOnly) notify('refused', sayReason(ephemeral.readOnly));
    return ephemeral.readOnly === null;
  }

  const editor: Editor = {
    get state() {
      return state;
    },
    get layout() {
      return layoutOf(store.design, ephemeral.view.elevation);
    },
    get bounds() {
      const { faceplate } = ephemeral;
      return faceplate
        ? facesBounds(shownType(store.design, faceplate), faceplate.faces)
        : editor.layout.bounds;
    },
    get tool() {
      return tool;
    },
    get planTool() {
      planTool ??= makePlanTool(editor);
      return planTool;
    },
    history,
    ids: options.ids,
    clipboard: options.clipboard,
    host: options.host,
    clock: options.clock,
    cableGeometry: NO_CABLE_GEOMETRY,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onDesignChange: (listener) => store.listen(listener),
    set,
    perform(answer) {
      if (!mayEdit()) return false;
      if (!answer.ok) {
        notify('refused', sayReason(answer.reason));
        return false;
      }
      history.commit(answer.edit);
      if (answer.edit.selection) set({ selection: answer.edit.selection });
      return true;
    },
    undo() {
      if (mayEdit() && !history.undo()) notify('info', sayReason(reason('editor.nothingToUndo')));
    },
    redo() {
      if (mayEdit() && !history.redo()) notify('info', sayReason(reason('editor.nothingToRedo')));
    },
    setTool(make) {
      tool.cancel();
      ephemeral = { ...ephemeral, overlay: EMPTY_OVERLAY };
      tool = make(editor);
      changed();
    },
    notify,
  };
  editor.setTool(firstTool);
  return editor;
}

/** In the hand only while the editor is being put together. */
const NO_TOOL: Tool = {
  name: 'select',
  pointerDown: () => {},
  pointerMove: () => {},
  pointerUp: () => {},
  keyDown: () => false,
  cancel: () => {},
};

/** The layout follows only rows, racks and the view; it is made again when one of these is another. */
function rememberLayout(): (design: Design, view: ViewState['elevation']) => Layout {
  let last: { rows: Design['rows']; racks: Design['racks']; layout: Layout } | null = null;
  return (design, view) => {
    const same =
      last?.rows === design.rows && last.racks === design.racks && last.layout.view === view;
    if (last && same) return last.layout;
    last = { rows: design.rows, racks: design.racks, layout: layoutDesign(design, view) };
    return last.layout;
  };
}

/** What the plan pointed at may be gone. */
function planKept(plan: PlanState, design: Design): PlanState {
  const { hover, focus } = plan;
  const kept = focus && planTargetStands(design, focus) ? focus : null;
  return hover === null && kept === focus ? plan : { ...plan, hover: null, focus: kept };
}

function targetStands(target: Target, design: Design): boolean {
  switch (target.kind) {
    case 'rack':
    case 'rack-title':
      return design.racks.has(target.rackId);
    case 'device':
      return design.devices.has(target.deviceId);
    case 'port':
      return design.devices.has(target.ref.deviceId);
    case 'cable':
      return design.cables.has(target.cableId);
    case 'waypoint':
      return target.index < (design.cables.get(target.cableId)?.waypoints.length ?? 0);
    case 'part':
    case 'face':
    case 'canvas':
      return true;
    default:
      return target satisfies never;
  }
}
