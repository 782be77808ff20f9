/** A line to a process that answers calls on a file: every request finds the reply that belongs to it. */
import type { DesignPart } from './departure.ts';
import { StorageError } from './storage-error.ts';
import type { LastReply, ProcessRequest, StorageReply } from './storage-protocol.ts';

/** A process with a line to it, however it was started. */
export interface StorageChild {
  post(request: ProcessRequest): void;
  onMessage(listener: (reply: StorageReply) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}
export type StorageSpawn = () => StorageChild;

interface Waiting {
  readonly onPart: (part: DesignPart) => void;
  readonly settle: (reply: LastReply) => void;
  readonly fail: (error: StorageError) => void;
}

/** What can be called: by name, what goes in and what comes out. */
type CallTable<Calls> = {
  readonly [N in keyof Calls]: { readonly in: unknown; readonly out: unknown };
};

export class ProcessLine<Calls extends CallTable<Calls>> {
  readonly #child: StorageChild;
  readonly #waiting = new Map<number, Waiting>();
  #lastId = 0;
  readonly #gone = Promise.withResolvers<void>();
  #ended: StorageError | null = null;

  /** @param onExit called when the process ends and nobody had asked; answers what those are told who wait */
  constructor(child: StorageChild, onExit: () => StorageError) {
    this.#child = child;
    child.onMessage((reply) => {
      const waiting = this.#waiting.get(reply.id);
      if ('coming' in reply) {
        waiting?.onPart(reply.coming);
        return;
      }
      this.#waiting.delete(reply.id);
      waiting?.settle(reply);
    });
    child.onExit(() => {
      this.#gone.resolve();
      if (this.#ended === null) this.#fail(onExit());
    });
  }

  /**
   * @param onPart hears what comes before the answer
   * @throws StorageError as the process refused, or when it is gone
   */
  call<N extends keyof Calls & string>(
    name: N,
    input: Calls[N]['in'],
    onPart: (part: DesignPart) => void = () => {},
  ): Promise<Calls[N]['out']> {
    return new Promise((resolve, reject) => {
      if (this.#ended) {
        reject(this.#ended);
        return;
      }
      this.#lastId += 1;
      const id = this.#lastId;
      this.#waiting.set(id, {
        onPart,
        fail: reject,
        settle: (reply) => {
          if (reply.ok) resolve(reply.value);
          else reject(new StorageError(reply.refusal.code, reply.refusal.args));
        },
      });
      // A name with its own input, which the compiler cannot follow through a type parameter.
      this.#child.post({ id, name, input } as ProcessRequest);
    });
  }

  /** Ends the process at once; whoever waits is told why. Resolves when it is gone. */
  end(why: StorageError): Promise<void> {
    this.#fail(why);
    this.#child.kill();
    return this.#gone.promise;
  }

  #fail(why: StorageError): void {
    this.#ended ??= why;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const each of waiting) each.fail(why);
  }
}
