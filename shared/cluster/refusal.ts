/** Why a cluster cannot be built, in words. */
import { type MessageArgs, say } from '../text/index.ts';

/** The error that a specification is refused with. @param key in `cluster.no.*` */
export function refusal(key: string, args: MessageArgs): RangeError {
  return new RangeError(say(`cluster.no.${key}`, args));
}
