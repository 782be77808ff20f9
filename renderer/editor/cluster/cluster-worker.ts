/** The generator, away from the window's thread: what a spec comes to, and every record of it. */
import { analyse } from '../../../shared/analysis/index.ts';
import {
  type ClusterChange,
  catalogueWith,
  changeCluster,
  changeDiff,
  changeSummary,
  drawUpCluster,
  generateCluster,
  readClusterSpec,
} from '../../../shared/cluster/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { changesIn, type Diff, EMPTY_DIFF } from '../../../shared/model/diff.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { checkCluster, checkPlan, countCluster, MOST_CHECKED_CABLES } from './cluster-figures.ts';
import type { ClusterProgress, ClusterReply, ClusterRequest } from './cluster-messages.ts';
import { refusedField } from './refused-field.ts';

/** The worker's own side of the channel: the window's types do not know it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ClusterRequest>) => void): void;
  postMessage(reply: ClusterReply): void;
}

const scope: WorkerScope = globalThis;

/** So many records are handed over at once: a piece is unpacked by the window in a few milliseconds. */
const RECORDS_IN_PIECE = 1_000;
/** What was compared last: it is decided about later. */
let compared: { readonly design: Design; readonly change: ClusterChange } | null = null;
/** The id of what is only looked at. */
const TRIAL = 'cluster-trial';

scope.addEventListener('message', ({ data }) => {
  try {
    answer(data);
  } catch (error) {
    if (error instanceof RangeError) {
      scope.postMessage({
        kind: 'refused',
        field: refusedField(error.message),
        text: error.message,
      });
    } else {
      const detail = error instanceof Error ? error.message : String(error);
      scope.postMessage({ kind: 'failed', detail });
    }
  }
});

function answer(request: ClusterRequest): void {
  if (request.kind === 'decide') {
    if (!compared) throw new TypeError('nothing was compared');
    const { design, change } = compared;
    handOverDiff(changeDiff(design, change, (key) => request.taken.has(key)));
    return;
  }
  const types = catalogueWith({
    deviceTypes: new Map(request.types.map((type) => [type.id, type])),
  });
  switch (request.kind) {
    case 'figures':
      figure(request.spec, types);
      break;
    case 'build': {
      const { spec, clusterId } = request;
      handOver(generateCluster(readClusterSpec(spec), { clusterId, types, onLinks: laid }));
      break;
    }
    case 'change': {
      // Our own window wrote them out of its design.
      const design = designFromRecords(
        request.texts.flatMap((text) => JSON.parse(text) as DesignRecord[]),
      );
      const spec = readClusterSpec(request.spec);
      const change = changeCluster(design, request.clusterId, spec, (done, total) => {
        if (done < total) laid(done, total);
        else tell({ phase: 'compare', done: 0, total: 0 });
      });
      compared = { design, change };
      scope.postMessage({ kind: 'change', summary: changeSummary(change) });
      break;
    }
    default:
      throw new TypeError(`no request ${JSON.stringify(request satisfies never)}`);
  }
}

function figure(text: string, types: ReadonlyMap<string, DeviceType>): void {
  const spec = readClusterSpec(text);
  const { plan, records } = drawUpCluster(spec, { clusterId: TRIAL, types });
  const design = designFromRecords([defaultSettings(spec.name), ...records]);
  scope.postMessage({ kind: 'counts', counts: countCluster(design) });
  const planned = checkPlan(plan);
  scope.postMessage({ kind: 'check', check: planned });
  if (design.cables.size > MOST_CHECKED_CABLES) return;
  scope.postMessage({ kind: 'check', check: checkCluster(planned, analyse(design)) });
}

function handOver(records: readonly DesignRecord[]): void {
  const total = records.length;
  let done = 0;
  for (const piece of piecesOf(records)) {
    done += piece.length;
    scope.postMessage({ kind: 'records', records: piece, done, total });
  }
}

/** Hands an edit over in pieces, as records are. */
function handOverDiff(diff: Diff): void {
  const total = changesIn(diff);
  const pieces = [
    ...piecesOf(diff.removed).map((removed) => ({ ...EMPTY_DIFF, removed })),
    ...piecesOf(diff.updated).map((updated) => ({ ...EMPTY_DIFF, updated })),
    ...piecesOf(diff.added).map((added) => ({ ...EMPTY_DIFF, added })),
  ];
  let done = 0;
  for (const piece of pieces.length === 0 ? [EMPTY_DIFF] : pieces) {
    done += changesIn(piece);
    scope.postMessage({ kind: 'diff', diff: piece, done, total });
  }
}

function piecesOf<T>(list: readonly T[]): readonly (readonly T[])[] {
  const pieces: (readonly T[])[] = [];
  for (let from = 0; from < list.length; from += RECORDS_IN_PIECE) {
    pieces.push(list.slice(from, from + RECORDS_IN_PIECE));
  }
  return pieces;
}

function laid(done: number, total: number): void {
  tell({ phase: 'lay', done, total });
}

function tell(progress: ClusterProgress): void {
  scope.postMessage({ kind: 'progress', progress });
}
