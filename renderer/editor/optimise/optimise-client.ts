/** The optimiser as the window sees it. */
import { type Design, recordsOf } from '../../../shared/model/design.ts';
import type {
  Optimised,
  OptimiseOptions,
  OptimiseProgress,
} from '../../../shared/optimise/index.ts';
import { recordTexts } from '../diff-text.ts';
import { createOneTask } from '../one-task.ts';
import type { WorkerPort } from '../worker-port.ts';
import type { MovedCount, OptimiseReply, OptimiseRequest } from './optimise-messages.ts';

export interface OptimiseClient {
  /**
   * Looks for better places.
   * @returns null when it was given up
   * @throws Error when it cannot
   */
  optimise(
    design: Design,
    options: OptimiseOptions,
    onProgress: (progress: OptimiseProgress) => void,
  ): Promise<Optimised | null>;
  /**
   * How much of the design's clusters was moved by hand.
   * @returns null when it was given up
   */
  moved(design: Design): Promise<MovedCount | null>;
  cancel(): void;
}

/** Starts a worker of the application. */
export function startOptimiseWorker(): WorkerPort<OptimiseRequest, OptimiseReply> {
  return new Worker(new URL('./optimise-worker.ts', import.meta.url), { type: 'module' });
}

export function createOptimiseClient(
  spawn: () => WorkerPort<OptimiseRequest, OptimiseReply>,
): OptimiseClient {
  const work = createOneTask(spawn, (reply: OptimiseReply) =>
    reply.kind === 'failed' ? reply.detail : null,
  );
  return {
    async optimise(design, options, onProgress) {
      const texts = await recordTexts([...recordsOf(design)]);
      return work.run([{ kind: 'optimise', texts, options }], (reply) => {
        if (reply.kind === 'progress') onProgress(reply.progress);
        return reply.kind === 'done' ? reply.optimised : null;
      });
    },
    async moved(design) {
      if (design.clusters.size === 0) return { racks: 0, devices: 0 };
      // Places of racks and devices are all that is asked about.
      const texts = await recordTexts([...recordsOf({ ...design, cables: new Map() })]);
      return work.run([{ kind: 'moved', texts }], (reply) =>
        reply.kind === 'moved' ? reply.moved : null,
      );
    },
    cancel: work.cancel,
  };
}
