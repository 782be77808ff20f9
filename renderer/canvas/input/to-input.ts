/** The browser's events as the tools understand them. */
import type { KeyInput, Modifiers, Point, PointerInput } from '../../editor/index.ts';

const IS_MAC = navigator.platform.startsWith('Mac');

export function modifiersOf(event: MouseEvent | KeyboardEvent): Modifiers {
  const mod = IS_MAC ? event.metaKey : event.ctrlKey;
  return { shift: event.shiftKey, alt: event.altKey, mod };
}

/** Where an event is on the canvas, CSS px from its top left corner. */
export function screenPoint(event: MouseEvent, canvas: Element): Point {
  const { left, top } = canvas.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

const BUTTONS = ['primary', 'middle', 'secondary'] as const;

export function pointerInput(event: PointerEvent, canvas: Element): PointerInput {
  const { pointerType } = event;
  return {
    screen: screenPoint(event, canvas),
    button: BUTTONS[event.button] ?? 'primary',
    modifiers: modifiersOf(event),
    pointerType: pointerType === 'touch' || pointerType === 'pen' ? pointerType : 'mouse',
  };
}

export function keyInput(event: KeyboardEvent): KeyInput {
  const { key, code, ctrlKey, repeat } = event;
  return { key, code, modifiers: modifiersOf(event), ctrl: ctrlKey, repeat };
}
