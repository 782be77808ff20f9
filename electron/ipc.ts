/**
 * The Node side of the contract's door. Every call passes the same four steps: who asks, what is asked
 * (schema), how much, and only then the answer. Errors cross as refusals; stacks stay here.
 */
import { BrowserWindow, ipcMain } from 'electron';
import type {
  Answer,
  CallName,
  Calls,
  EventName,
  Events,
  Refusal,
} from '../shared/contract/ipc.ts';
import { CALL_NAMES } from '../shared/contract/ipc-names.ts';
import { CALL_SCHEMAS } from '../shared/contract/ipc-schema.ts';
import { isTrustedSender } from './security.ts';

/** What stands behind each call. A handler refuses by throwing `Refused`. */
export type Handlers = {
  readonly [N in CallName]: (
    input: Calls[N]['in'],
    window: BrowserWindow,
  ) => Promise<Calls[N]['out']> | Calls[N]['out'];
};

/** An expected failure, told to the person. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** A refusal of the Node side, with its sentence in the catalogue's `main.refused`. */
export function refused(code: string, args: Refusal['args'] = {}): Refused {
  return new Refused(refusal(code, args).refusal);
}

function refusal(code: string, args: Refusal['args'] = {}): { ok: false; refusal: Refusal } {
  return { ok: false, refusal: { code, messageKey: `main.refused.${code}`, args } };
}

/** Registers a handler for every call of the contract. */
export function answerCalls(handlers: Handlers, report: (error: unknown) => void): void {
  for (const name of CALL_NAMES) answerCall(name, handlers, report);
}

function answerCall<N extends CallName>(
  name: N,
  handlers: Handlers,
  report: (error: unknown) => void,
): void {
  ipcMain.handle(name, async (event, input: unknown): Promise<Answer<Calls[N]['out']>> => {
    const window = BrowserWindow.fromWebContents(event.sender);
    const frame = event.senderFrame;
    const sender = frame ? { url: frame.url, isMainFrame: frame === event.sender.mainFrame } : null;
    if (!window || !isTrustedSender(sender, window)) return refusal('stranger');
    const parsed = CALL_SCHEMAS[name].safeParse(input);
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return refusal('bad-input', { call: name, where: issue?.path.join('.') ?? '' });
    }
    try {
      // The schema is the contract's (`satisfies` in ipc-schema.ts); only the correlation of the name with
      // its own input is beyond the compiler.
      const handle = handlers[name] as (
        input: unknown,
        window: BrowserWindow,
      ) => Promise<Calls[N]['out']> | Calls[N]['out'];
      return { ok: true, value: await handle(parsed.data, window) };
    } catch (error) {
      if (error instanceof Refused) return { ok: false, refusal: error.refusal };
      report(error);
      return refusal('internal');
    }
  });
}

/** Tells one window something. */
export function tell<N extends EventName>(window: BrowserWindow, name: N, event: Events[N]): void {
  if (!window.isDestroyed()) window.webContents.send(name, event);
}
