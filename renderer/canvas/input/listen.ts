/** The browser's pointers, wheel and Space on the canvas, handed to the editor as plain data. */
import { type Editor, type Point, type Target, targetAt } from '../../editor/index.ts';
import { type CanvasInput, createCanvasInput } from './canvas-input.ts';
import { createEdgeScroll, type EdgeScroll } from './edge-scroll.ts';
import { createPinch, type Pinch } from './pinch.ts';
import { pointerInput, screenPoint } from './to-input.ts';
import { wheelInput } from './wheel.ts';

export interface CanvasListeners {
  /** What the plain wheel does; asked at each turn. */
  readonly wheelAlone: () => 'pan' | 'zoom';
  readonly onContextMenu: (target: Target, client: Point) => void;
  readonly onDoubleClick: (target: Target) => void;
}

/** Listens on `canvas`; returns how to stop. */
export function listenOnCanvas(
  editor: Editor,
  canvas: HTMLElement,
  listeners: CanvasListeners,
): () => void {
  const reader = new EventReader(editor, canvas, listeners);
  const stop = new AbortController();
  const { signal } = stop;
  canvas.addEventListener('pointerdown', (event) => reader.down(event), { signal });
  // Moves are heard on the window: a device is dragged in from the library beside the canvas.
  window.addEventListener('pointermove', (event) => reader.move(event), { signal });
  window.addEventListener('pointerup', (event) => reader.up(event), { signal });
  window.addEventListener('pointercancel', (event) => reader.cancel(event), { signal });
  canvas.addEventListener('pointerleave', () => reader.leave(), { signal });
  canvas.addEventListener('wheel', (event) => reader.wheel(event), { signal, passive: false });
  canvas.addEventListener('contextmenu', (event) => reader.contextMenu(event), { signal });
  canvas.addEventListener('dblclick', (event) => reader.doubleClick(event), { signal });
  window.addEventListener('keydown', (event) => reader.space(event, true), { signal });
  window.addEventListener('keyup', (event) => reader.space(event, false), { signal });
  window.addEventListener('blur', () => reader.releaseSpace(), { signal });
  return () => {
    stop.abort();
    reader.stop();
  };
}

class EventReader {
  private readonly editor: Editor;
  private readonly canvas: HTMLElement;
  private readonly listeners: CanvasListeners;
  private readonly input: CanvasInput;
  private readonly pinch: Pinch;
  private readonly edge: EdgeScroll;
  /** The pointer that is pressed on the canvas. */
  private pressed: number | null = null;

  constructor(editor: Editor, canvas: HTMLElement, listeners: CanvasListeners) {
    this.editor = editor;
    this.canvas = canvas;
    this.listeners = listeners;
    this.input = createCanvasInput(editor);
    this.pinch = createPinch(editor);
    this.edge = createEdgeScroll(editor, (input) => this.input.pointerMove(input));
  }

  down(event: PointerEvent): void {
    const input = pointerInput(event, this.canvas);
    if (event.pointerType === 'touch' && this.pinch.down(event.pointerId, input.screen)) {
      this.input.pointerCancel();
      this.pressed = null;
      return;
    }
    if (this.pressed !== null) return;
    if (input.button === 'middle') event.preventDefault();
    this.input.pointerDown(input);
    if (input.button === 'secondary') return;
    this.pressed = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
    this.showHand();
  }

  move(event: PointerEvent): void {
    const inside = event.target instanceof Node && this.canvas.contains(event.target);
    if (!inside && this.pressed === null && this.editor.state.tool !== 'place') return;
    const input = pointerInput(event, this.canvas);
    if (event.pointerType === 'touch' && this.pinch.move(event.pointerId, input.screen)) return;
    this.input.pointerMove(input);
    if (this.pressed !== null && this.dragsSomething()) this.edge.track(input);
  }

  up(event: PointerEvent): void {
    this.pinch.up(event.pointerId);
    this.edge.stop();
    const dropped = this.pressed === null && this.editor.state.tool === 'place';
    if (!dropped && this.pressed !== event.pointerId) return;
    this.pressed = null;
    this.input.pointerUp(pointerInput(event, this.canvas));
    this.showHand();
  }

  cancel(event: PointerEvent): void {
    this.pinch.up(event.pointerId);
    this.edge.stop();
    if (this.pressed !== event.pointerId) return;
    this.pressed = null;
    this.input.pointerCancel();
    this.showHand();
  }

  leave(): void {
    if (this.pressed === null) this.input.pointerLeave();
  }

  wheel(event: WheelEvent): void {
    event.preventDefault();
    this.input.wheel(wheelInput(event, this.canvas), this.listeners.wheelAlone());
  }

  /** The press has selected what is under it already. */
  contextMenu(event: MouseEvent): void {
    event.preventDefault();
    const target = targetAt(this.editor, screenPoint(event, this.canvas));
    this.listeners.onContextMenu(target, { x: event.clientX, y: event.clientY });
  }

  doubleClick(event: MouseEvent): void {
    if (this.editor.state.tool !== 'select') return;
    this.listeners.onDoubleClick(targetAt(this.editor, screenPoint(event, this.canvas)));
  }

  /** Space held turns any tool into the hand, except where a space is typed or presses something. */
  space(event: KeyboardEvent, held: boolean): void {
    if (event.code !== 'Space') return;
    const taken = event.target instanceof Element && event.target.closest(TAKES_SPACE) !== null;
    if (held && taken) return;
    if (held) event.preventDefault();
    this.holdPan(held);
  }

  releaseSpace(): void {
    this.holdPan(false);
  }

  stop(): void {
    this.edge.stop();
  }

  private holdPan(held: boolean): void {
    this.input.holdPan(held);
    if (held) this.canvas.dataset['pan'] = 'held';
    else delete this.canvas.dataset['pan'];
    this.showHand();
  }

  private showHand(): void {
    if (this.pressed === null) delete this.canvas.dataset['pressed'];
    else this.canvas.dataset['pressed'] = '';
  }

  /** Something is carried, or a marquee is drawn: what may go on beyond the edge. */
  private dragsSomething(): boolean {
    const { overlay, faceplate } = this.editor.state;
    const { ghosts, marquee, cable, liftedRack } = overlay;
    if (faceplate?.draft) return true;
    return ghosts.length > 0 || marquee !== null || cable !== null || liftedRack !== null;
  }
}

const TAKES_SPACE =
  'input, textarea, select, button, a, [contenteditable], [role="menu"], [role="dialog"], [role="listbox"]';
