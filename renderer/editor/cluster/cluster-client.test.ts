import { describe, expect, it } from 'vitest';
import { changeDiff, changeSummary } from '../../../shared/cluster/index.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { createClusterClient } from './cluster-client.ts';
import type { ClusterProgress, ClusterReply, ClusterRequest } from './cluster-messages.ts';

const design = buildSample('first-rack');
const racks = [...design.racks.values()];
const EMPTY = {
  added: [],
  updated: [],
  removed: [],
  conflicts: [],
  homeless: [],
  kept: 0,
};

/** Workers that answer by hand, in the order in which they were started. */
function byHand() {
  const workers: {
    readonly asked: ClusterRequest[];
    say: (reply: ClusterReply) => void;
    isEnded: boolean;
  }[] = [];
  const client = createClusterClient(() => {
    const own = {
      asked: [] as ClusterRequest[],
      say: (() => {}) as (reply: ClusterReply) => void,
      isEnded: false,
    };
    workers.push(own);
    const listeners: ((event: { data: ClusterReply }) => void)[] = [];
    own.say = (data) => {
      for (const listener of listeners) listener({ data });
    };
    return {
      postMessage: (request: ClusterRequest) => own.asked.push(request),
      addEventListener: (type: string, listener: (event: { data: ClusterReply }) => void) => {
        if (type === 'message') listeners.push(listener);
      },
      terminate: () => {
        own.isEnded = true;
      },
    } as never;
  });
  const told: ClusterProgress[] = [];
  return { client, workers, told, tell: (progress: ClusterProgress) => void told.push(progress) };
}

describe('building', () => {
  it('tells the links as they are laid out and the records as they come, and gathers them', async () => {
    const { client, workers, told, tell } = byHand();
    const answer = client.build('{}', [], 'c', tell);
    const [worker] = workers;
    worker?.say({ kind: 'progress', progress: { phase: 'lay', done: 5, total: 10 } });
    worker?.say({ kind: 'records', records: racks.slice(0, 1), done: 1, total: 2 });
    worker?.say({ kind: 'records', records: racks.slice(0, 1), done: 2, total: 2 });
    expect(await answer).toEqual([racks[0], racks[0]]);
    expect(told).toEqual([
      { phase: 'lay', done: 5, total: 10 },
      { phase: 'hand', done: 1, total: 2 },
      { phase: 'hand', done: 2, total: 2 },
    ]);
    expect(worker?.isEnded).toBe(true);
  });

  it('says why it cannot, and comes to nothing when it is given up', async () => {
    const { client, workers, tell } = byHand();
    const refused = client.build('{}', [], 'c', tell);
    workers[0]?.say({ kind: 'refused', field: '', text: 'too many' });
    await expect(refused).rejects.toThrow('too many');
    const stopped = client.build('{}', [], 'c', tell);
    client.cancel();
    expect([await stopped, workers[1]?.isEnded]).toEqual([null, true]);
  });
});

describe('changing', () => {
  const compare = async (hand: ReturnType<typeof byHand>) => {
    const before = hand.workers.length;
    const answer = hand.client.change('{}', [], 'c', racks, hand.tell);
    await expect.poll(() => hand.workers.length).toBe(before + 1);
    const worker = hand.workers.at(-1);
    worker?.say({ kind: 'change', summary: changeSummary(EMPTY) });
    return { summary: await answer, worker };
  };

  it('keeps what was compared in its worker until it is decided there, and takes the edit in pieces', async () => {
    const hand = byHand();
    const { summary, worker } = await compare(hand);
    expect(summary).toEqual({ counts: [], conflicts: [], homeless: 0, kept: 0 });
    expect([worker?.isEnded, hand.told[0]?.phase]).toEqual([false, 'read']);
    const answer = hand.client.decide(new Set(['rack:r']), hand.tell);
    expect(worker?.asked.at(-1)).toEqual({ kind: 'decide', taken: new Set(['rack:r']) });
    const [rack] = racks as [(typeof racks)[0]];
    const empty = changeDiff(design, EMPTY, () => false);
    const pieces = [
      { ...empty, removed: [rack] },
      { ...empty, updated: [[rack, { ...rack, name: 'B' }] as const] },
      { ...empty, added: [{ ...rack, id: 'new' }] },
    ];
    for (const [at, diff] of pieces.entries()) {
      worker?.say({ kind: 'diff', diff, done: at + 1, total: 3 });
    }
    expect(await answer).toEqual({
      removed: [rack],
      updated: [[rack, { ...rack, name: 'B' }]],
      added: [{ ...rack, id: 'new' }],
    });
    expect(hand.told.at(-1)).toEqual({ phase: 'hand', done: 3, total: 3 });
  });

  it('is nothing when it is stopped: while the design is written out, compared, or decided', async () => {
    const hand = byHand();
    const early = hand.client.change('{}', [], 'c', racks, hand.tell);
    hand.client.cancel();
    expect([await early, hand.workers.length]).toEqual([null, 0]);
    const midway = hand.client.change('{}', [], 'c', racks, hand.tell);
    await expect.poll(() => hand.workers.length).toBe(1);
    hand.client.cancel();
    expect([await midway, hand.workers[0]?.isEnded]).toEqual([null, true]);
    const { worker } = await compare(hand);
    const late = hand.client.decide(new Set(), hand.tell);
    hand.client.cancel();
    expect([await late, worker?.isEnded]).toEqual([null, true]);
    await expect(hand.client.decide(new Set(), hand.tell)).rejects.toThrow('nothing was compared');
  });

  it('ends its worker with the dialog', async () => {
    const hand = byHand();
    const { worker } = await compare(hand);
    hand.client.close();
    expect(worker?.isEnded).toBe(true);
  });
});
