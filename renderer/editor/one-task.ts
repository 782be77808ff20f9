/** Work of a worker that is ended with it: a newer piece ends the one before, and nothing half-done can arrive. */
import type { WorkerPort } from './worker-port.ts';

export interface OneTask<Request, Reply> {
  /**
   * Asks a worker of its own until `take` has all of the answer.
   * @returns null when it was given up
   * @throws Error with what the worker says against it
   */
  run<T>(requests: Iterable<Request>, take: (reply: Reply) => T | null): Promise<T | null>;
  /**
   * The same of a worker that goes on: it is ended when it fails or is given up, and by who has it.
   * @returns null when it was given up
   * @throws Error with what the worker says against it
   */
  ask<T>(
    worker: WorkerPort<Request, Reply>,
    requests: Iterable<Request>,
    take: (reply: Reply) => T | null,
  ): Promise<T | null>;
  /** Gives up what is under way. */
  cancel(): void;
}

/** @param failureOf why a reply is a failure; null where it is none */
export function createOneTask<Request, Reply>(
  spawn: () => WorkerPort<Request, Reply>,
  failureOf: (reply: Reply) => string | null,
): OneTask<Request, Reply> {
  let giveUp: (() => void) | null = null;
  function cancel(): void {
    giveUp?.();
    giveUp = null;
  }
  function ask<T>(
    worker: WorkerPort<Request, Reply>,
    requests: Iterable<Request>,
    take: (reply: Reply) => T | null,
  ): Promise<T | null> {
    cancel();
    return new Promise((resolve, reject) => {
      const mine = (): void => {
        worker.terminate();
        resolve(null);
      };
      giveUp = mine;
      const fail = (detail: string): void => {
        giveUp = null;
        worker.terminate();
        reject(new Error(detail));
      };
      worker.addEventListener('message', ({ data }) => {
        if (giveUp !== mine) return;
        const failure = failureOf(data);
        if (failure !== null) {
          fail(failure);
          return;
        }
        const answer = take(data);
        if (answer === null) return;
        giveUp = null;
        resolve(answer);
      });
      worker.addEventListener('error', (event) => {
        event.preventDefault();
        if (giveUp === mine) fail(event.message);
      });
      for (const request of requests) worker.postMessage(request);
    });
  }
  return {
    async run(requests, take) {
      const worker = spawn();
      try {
        return await ask(worker, requests, take);
      } finally {
        worker.terminate();
      }
    },
    ask,
    cancel,
  };
}
