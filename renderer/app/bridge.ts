/** The door to the Node side: what the preload exposes, with refusals as errors. */
import type {
  Answer,
  CallName,
  Calls,
  PathCall,
  PlenumBridge,
  Refusal,
} from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';

declare global {
  interface Window {
    /** Missing when the page is shown anywhere but in Plenum's own window. */
    readonly plenum?: PlenumBridge;
  }
}

/** The Node side said no. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(say(refusal.messageKey, refusal.args));
    this.refusal = refusal;
  }
}

/** What went wrong, as a person reads it. */
export function messageOf(error: unknown): string {
  return error instanceof Refused ? error.message : say('app.error.unexpected');
}

/** The value of an answer. @throws Refused when the answer is no */
export function valueOfAnswer<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Refused(answer.refusal);
  return answer.value;
}

/** Asks the Node side. @throws Refused when it says no */
export async function ask<N extends Exclude<CallName, PathCall>>(
  bridge: PlenumBridge,
  name: N,
  input: Calls[N]['in'],
): Promise<Calls[N]['out']> {
  return valueOfAnswer(await bridge.calls[name](input));
}
