/** What a part is called in a sentence. */
import { say } from '../text/index.ts';
import type { FacePart } from './face-part.ts';

/** Its name where it has one, with the kind of thing that it is: `opening swp3`, `vent`. */
export function partWords({ ref, is, name }: FacePart): string {
  const kind = ref.part === 'shape' ? is : ref.part;
  return say(name === '' ? `faceplate.part.${kind}` : `faceplate.named.${kind}`, { name });
}
