/** Wheel and touchpad events in pixels, whatever unit the device counts in. */
import type { WheelInput } from './canvas-input.ts';
import { modifiersOf, screenPoint } from './to-input.ts';

/** Pixels of one line and of one page, for mice that count in those. */
const LINE_PX = 40;
const PAGE_PX = 800;
/** A pinch comes as a wheel with Ctrl in steps of a few pixels; so much larger it follows the fingers. */
const PINCH_GAIN = 4.5;
const LARGEST_PINCH_STEP_PX = 40;

export function wheelInput(event: WheelEvent, canvas: Element): WheelInput {
  const unit = event.deltaMode === 1 ? LINE_PX : event.deltaMode === 2 ? PAGE_PX : 1;
  const small = event.deltaMode === 0 && Math.abs(event.deltaY) < LARGEST_PINCH_STEP_PX;
  const gain = event.ctrlKey && small ? PINCH_GAIN : 1;
  const modifiers = modifiersOf(event);
  return {
    screen: screenPoint(event, canvas),
    dx: event.deltaX * unit,
    dy: event.deltaY * unit * gain,
    // A pinch is told with Ctrl on every system.
    modifiers: { ...modifiers, mod: modifiers.mod || event.ctrlKey },
  };
}
