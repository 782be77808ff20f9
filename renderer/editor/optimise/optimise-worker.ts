/** The optimiser, away from the window's thread. */
import { movedByHand } from '../../../shared/cluster/index.ts';
import { designFromRecords } from '../../../shared/model/design.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { optimise } from '../../../shared/optimise/index.ts';
import type { OptimiseReply, OptimiseRequest } from './optimise-messages.ts';

/** The worker's own side of the channel: the window's types do not know it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<OptimiseRequest>) => void): void;
  postMessage(reply: OptimiseReply): void;
}

const scope: WorkerScope = globalThis;

scope.addEventListener('message', ({ data }) => {
  try {
    // Our own window wrote them out of its design.
    const records = data.texts.flatMap((text) => JSON.parse(text) as DesignRecord[]);
    const design = designFromRecords(records);
    if (data.kind === 'moved') {
      const { racks, devices } = movedByHand(design);
      scope.postMessage({ kind: 'moved', moved: { racks: racks.size, devices: devices.size } });
      return;
    }
    const looking = optimise(design, data.options);
    let step = looking.next();
    for (; !step.done; step = looking.next()) {
      scope.postMessage({ kind: 'progress', progress: step.value });
    }
    scope.postMessage({ kind: 'done', optimised: step.value });
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'failed', detail });
  }
});
