/**
 * A tool turns pointer and keys into gestures. A gesture works on a snapshot taken when it began and on the
 * whole way since, never on the last frame; it shows itself only in the overlay, and commits one edit when
 * it ends. So cancelling it is forgetting it: the design was never touched.
 */
import type { KeyInput, PointerInput } from '../pointer.ts';

export type ToolName = 'select' | 'hand' | 'place' | 'cable' | 'replug' | 'measure';

export interface Tool {
  readonly name: ToolName;
  pointerDown(input: PointerInput): void;
  pointerMove(input: PointerInput): void;
  pointerUp(input: PointerInput): void;
  /** @returns whether the key was taken; a key that was not goes to the commands */
  keyDown(input: KeyInput): boolean;
  /** Forgets the gesture. The design and the selection are what they were before it. */
  cancel(): void;
}

/** The tool over the plan; what it makes is told by the state of the plan. */
export type PlanTools = Omit<Tool, 'name'> & {
  /** A double click: a pathway that is being drawn ends here. @returns whether it meant something */
  doubleClick(): boolean;
};

/** What happens between a press and its release. */
export interface Gesture {
  move(input: PointerInput): void;
  end(input: PointerInput): void;
  cancel(): void;
}
