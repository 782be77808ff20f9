/** What the values of findings are called. */
import { hasMessage, say } from '../text/index.ts';

/** A value's name as a person reads it: `productReach` is "reach of a named product". */
export function valueWords(name: string): string {
  const key = `analysis.value.${name}`;
  return hasMessage(key) ? say(key) : name;
}
