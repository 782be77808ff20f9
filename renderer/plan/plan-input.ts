/** The browser's pointers, wheel and Space over the plan, handed to its tool as plain data. */
import { pointerInput, screenPoint } from '../canvas/input/to-input.ts';
import { wheelInput } from '../canvas/input/wheel.ts';
import {
  type Editor,
  lowestPlanZoom,
  type PlanTarget,
  type Point,
  type PointerInput,
  panned,
  planTargetAt,
  samePlanTarget,
  setPlan,
  toWorld,
  zoomedAt,
  zoomPlan,
} from '../editor/index.ts';

export interface PlanListeners {
  readonly wheelAlone: () => 'pan' | 'zoom';
  readonly onContextMenu: (target: PlanTarget, client: Point) => void;
  readonly onDoubleClick: (target: PlanTarget) => void;
}

/** Zoom per pixel of wheel: one notch of 100 px is a quarter. */
const ZOOM_PER_PX = Math.log(1.25) / 100;
/** A wheel that is spun fast must not jump over everything, px. */
const LARGEST_STEP_PX = 240;

/** Listens on the plan's element; returns how to stop. */
export function listenOnPlan(
  editor: Editor,
  element: HTMLElement,
  listeners: PlanListeners,
): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const fingers = new Map<number, Point>();
  let pressed: number | null = null;
  let hand: Point | null = null;
  let panHeld = false;

  function follow(input: PointerInput): void {
    const { hover, camera } = editor.state.plan;
    const under = planTargetAt(editor, input.screen);
    const same = samePlanTarget(hover, under);
    setPlan(editor, {
      pointer: toWorld(camera, input.screen),
      hover: same ? hover : under,
    });
  }
  function panTo(screen: Point): void {
    if (!hand) return;
    const camera = panned(editor.state.plan.camera, screen.x - hand.x, screen.y - hand.y);
    setPlan(editor, { camera });
    hand = screen;
  }
  function pinch(id: number, at: Point): boolean {
    const before = fingers.get(id);
    const other = [...fingers].find(([finger]) => finger !== id)?.[1];
    if (before) fingers.set(id, at);
    if (!before || !other) return false;
    const was = Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
    const is = Math.max(1, Math.hypot(at.x - other.x, at.y - other.y));
    const { camera } = editor.state.plan;
    const zoomed = zoomedAt(camera, other, (camera.zoom * is) / was, lowestPlanZoom(editor));
    setPlan(editor, { camera: panned(zoomed, (at.x - before.x) / 2, (at.y - before.y) / 2) });
    return true;
  }
  function holdPan(held: boolean): void {
    panHeld = held;
    if (held) element.dataset['pan'] = 'held';
    else delete element.dataset['pan'];
  }

  const on = <K extends keyof HTMLElementEventMap>(
    type: K,
    run: (event: HTMLElementEventMap[K]) => void,
  ): void => element.addEventListener(type, run, { signal });

  on('pointerdown', (event) => {
    const input = pointerInput(event, element);
    setPlan(editor, { active: true });
    if (event.pointerType === 'touch') {
      fingers.set(event.pointerId, input.screen);
      if (fingers.size > 1) {
        editor.planTool.cancel();
        pressed = null;
        return;
      }
    }
    if (pressed !== null) return;
    if (input.button === 'middle') event.preventDefault();
    if (panHeld || input.button === 'middle') hand = input.screen;
    else editor.planTool.pointerDown(input);
    if (input.button === 'secondary') return;
    pressed = event.pointerId;
    element.setPointerCapture(event.pointerId);
    element.dataset['pressed'] = '';
  });
  on('pointermove', (event) => {
    const input = pointerInput(event, element);
    if (event.pointerType === 'touch' && pinch(event.pointerId, input.screen)) return;
    if (hand) {
      panTo(input.screen);
      return;
    }
    if (pressed === null) follow(input);
    else setPlan(editor, { pointer: toWorld(editor.state.plan.camera, input.screen) });
    editor.planTool.pointerMove(input);
  });
  on('pointerup', (event) => {
    fingers.delete(event.pointerId);
    if (pressed !== event.pointerId) return;
    pressed = null;
    delete element.dataset['pressed'];
    if (hand) hand = null;
    else editor.planTool.pointerUp(pointerInput(event, element));
  });
  on('pointercancel', (event) => {
    fingers.delete(event.pointerId);
    if (pressed !== event.pointerId) return;
    pressed = null;
    hand = null;
    editor.planTool.cancel();
  });
  on('pointerleave', () => {
    if (pressed === null) setPlan(editor, { hover: null, pointer: null });
  });
  on('contextmenu', (event) => {
    event.preventDefault();
    const target = planTargetAt(editor, screenPoint(event, element));
    listeners.onContextMenu(target, { x: event.clientX, y: event.clientY });
  });
  on('dblclick', (event) => {
    if (editor.planTool.doubleClick() || editor.state.plan.tool.tool !== 'select') return;
    listeners.onDoubleClick(planTargetAt(editor, screenPoint(event, element)));
  });
  element.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const input = wheelInput(event, element);
      const { mod, alt, shift } = input.modifiers;
      setPlan(editor, { active: true });
      const { camera } = editor.state.plan;
      if (mod || alt || listeners.wheelAlone() === 'zoom') {
        const step = Math.max(-LARGEST_STEP_PX, Math.min(LARGEST_STEP_PX, input.dy));
        zoomPlan(editor, input.screen, camera.zoom * Math.exp(-step * ZOOM_PER_PX));
        return;
      }
      const sideways = shift && input.dx === 0;
      const [dx, dy] = sideways ? [input.dy, 0] : [input.dx, input.dy];
      setPlan(editor, { camera: panned(camera, -dx, -dy) });
    },
    { signal, passive: false },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.code !== 'Space') return;
      if (!(event.target instanceof Element) || !element.contains(event.target)) return;
      event.preventDefault();
      holdPan(true);
    },
    { signal },
  );
  window.addEventListener('keyup', (event) => event.code === 'Space' && holdPan(false), { signal });
  window.addEventListener('blur', () => holdPan(false), { signal });
  return () => stop.abort();
}
