/** The generator, away from the window's thread: what a spec comes to, and every record of it. */
import { analyse } from '../../../shared/analysis/index.ts';
import {
  catalogueWith,
  changeCluster,
  generateCluster,
  planCluster,
  readClusterSpec,
} from '../../../shared/cluster/index.ts';
import { defaultSettings, designFromRecords } from '../../../shared/model/design.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { checkCluster, checkPlan, countCluster, MOST_CHECKED_CABLES } from './cluster-figures.ts';
import type { ClusterReply, ClusterRequest } from './cluster-messages.ts';
import { refusedField } from './refused-field.ts';

/** The worker's own side of the channel: the window's types do not know it. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<ClusterRequest>) => void): void;
  postMessage(reply: ClusterReply): void;
}

const scope: WorkerScope = globalThis;

/** So many records are handed over at once: a piece is unpacked by the window in a few milliseconds. */
const RECORDS_IN_PIECE = 1_000;
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
  const types = catalogueWith({
    deviceTypes: new Map(request.types.map((type) => [type.id, type])),
  });
  switch (request.kind) {
    case 'figures':
      figure(request.spec, types);
      break;
    case 'build': {
      const { spec, clusterId } = request;
      handOver(generateCluster(readClusterSpec(spec), { clusterId, types }));
      break;
    }
    case 'change': {
      // Our own window wrote them out of its design.
      const design = designFromRecords(
        request.texts.flatMap((text) => JSON.parse(text) as DesignRecord[]),
      );
      const change = changeCluster(design, request.clusterId, readClusterSpec(request.spec));
      scope.postMessage({ kind: 'change', change });
      break;
    }
    default:
      throw new TypeError(`no request ${JSON.stringify(request satisfies never)}`);
  }
}

function figure(text: string, types: ReadonlyMap<string, DeviceType>): void {
  const spec = readClusterSpec(text);
  const plan = planCluster(spec, types);
  const records = generateCluster(spec, { clusterId: TRIAL, types });
  const design = designFromRecords([defaultSettings(spec.name), ...records]);
  scope.postMessage({ kind: 'counts', counts: countCluster(design) });
  const planned = checkPlan(plan);
  scope.postMessage({ kind: 'check', check: planned });
  if (design.cables.size > MOST_CHECKED_CABLES) return;
  scope.postMessage({ kind: 'check', check: checkCluster(planned, analyse(design)) });
}

function handOver(records: readonly DesignRecord[]): void {
  const total = records.length;
  for (let done = 0; done < total; done += RECORDS_IN_PIECE) {
    const piece = records.slice(done, done + RECORDS_IN_PIECE);
    scope.postMessage({ kind: 'records', records: piece, done: done + piece.length, total });
  }
}
