/** Keys with which a port is chosen. */
import type { KeyInput } from '../pointer.ts';

/** Tab and the arrows walk the candidates. */
export function walkOf({ key, modifiers }: KeyInput): 1 | -1 | null {
  if (modifiers.mod || modifiers.alt) return null;
  if (key === 'Tab') return modifiers.shift ? -1 : 1;
  if (key === 'ArrowRight' || key === 'ArrowDown') return 1;
  return key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : null;
}

/** A key that types: it searches for a port by name. */
export function isLetter({ key, modifiers }: KeyInput): boolean {
  return key.length === 1 && !modifiers.mod && !modifiers.alt;
}
