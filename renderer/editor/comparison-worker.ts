/** The comparison of media, away from the window's thread: several whole analyses, one after the other. */
import { adoptMedium, compareMedia } from '../../shared/compare/index.ts';
import { type Design, designFromRecords } from '../../shared/model/design.ts';
import type { ComparisonReply, ComparisonRequest } from './comparison-messages.ts';

/** The worker's own side of the channel: the window's types do not know it. */
interface WorkerScope {
  addEventListener(
    type: 'message',
    listener: (event: MessageEvent<ComparisonRequest>) => void,
  ): void;
  postMessage(reply: ComparisonReply): void;
}

const scope: WorkerScope = globalThis;

let design: Design | null = null;

scope.addEventListener('message', ({ data }) => {
  try {
    answer(data);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    scope.postMessage({ kind: 'failed', detail });
  }
});

function answer(request: ComparisonRequest): void {
  switch (request.kind) {
    case 'compare': {
      design = designFromRecords(request.records);
      const comparison = compareMedia(design, (done, total) =>
        scope.postMessage({ kind: 'progress', done, total }),
      );
      scope.postMessage({ kind: 'comparison', comparison });
      break;
    }
    case 'adopt': {
      const { column } = request;
      if (!design) throw new RangeError('nothing was compared');
      scope.postMessage({ kind: 'adoption', column, answer: adoptMedium(design, column) });
      break;
    }
    default:
      throw new RangeError(`no request ${JSON.stringify(request satisfies never)}`);
  }
}
