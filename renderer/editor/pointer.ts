/** What the window tells the tools: plain data, so that a test can press and drag without a window. */
import type { Point } from './geometry.ts';

export interface Modifiers {
  readonly shift: boolean;
  readonly alt: boolean;
  /** Ctrl, or Cmd on macOS. */
  readonly mod: boolean;
}

export const NO_MODIFIERS: Modifiers = { shift: false, alt: false, mod: false };

export interface PointerInput {
  /** From the top left of the canvas, CSS px. */
  readonly screen: Point;
  readonly button: 'primary' | 'middle' | 'secondary';
  readonly modifiers: Modifiers;
  readonly pointerType: 'mouse' | 'touch' | 'pen';
}

/** A key as the browser tells it: `key` for letters, `code` for positions. */
export interface KeyInput {
  readonly key: string;
  readonly code: string;
  readonly modifiers: Modifiers;
  /** Ctrl itself, apart from Cmd: some keys are Ctrl on every system. */
  readonly ctrl: boolean;
  readonly repeat: boolean;
}
