import { expect, test } from 'vitest';
import { applyDiff } from '../../../shared/model/diff.ts';
import { optimise } from '../../../shared/optimise/index.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import type { WorkerPort } from '../worker-port.ts';
import { createOptimiseClient } from './optimise-client.ts';
import type { OptimiseReply, OptimiseRequest } from './optimise-messages.ts';

const design = buildSample('first-rack');

/** A worker that answers by hand. */
function byHand() {
  const asked: OptimiseRequest[] = [];
  let say: (reply: OptimiseReply) => void = () => {};
  const told = { isEnded: false };
  const worker = {
    postMessage: (request: OptimiseRequest) => asked.push(request),
    addEventListener: (type: string, listener: (event: { data: OptimiseReply }) => void) => {
      if (type === 'message') say = (data) => listener({ data });
    },
    terminate: () => {
      told.isEnded = true;
    },
  } as unknown as WorkerPort<OptimiseRequest, OptimiseReply>;
  return { asked, told, worker, say: (reply: OptimiseReply) => say(reply) };
}

test('the whole design goes to the worker; progress is told, and its answer is the answer', async () => {
  const { asked, worker, say, told } = byHand();
  const client = createOptimiseClient(() => worker);
  const shares: number[] = [];
  const answer = client.optimise(design, { goal: 'copper' }, ({ share }) => shares.push(share));
  await expect.poll(() => asked.length).toBe(1);
  const records = asked[0]?.texts.flatMap((text) => JSON.parse(text) as unknown[]);
  expect(records).toHaveLength(
    1 + design.rows.size + design.racks.size + design.deviceTypes.size + 18,
  );
  say({ kind: 'progress', progress: { phase: 'racks', share: 0.5 } });
  const looking = optimise(design, { goal: 'copper' });
  let step = looking.next();
  while (!step.done) step = looking.next();
  say({ kind: 'done', optimised: step.value });
  expect(await answer).toEqual(step.value);
  expect([shares, told.isEnded]).toEqual([[0.5], true]);
  expect(() => applyDiff(design, step.value.diff)).not.toThrow();
});

test('what is given up comes to nothing, and a failure is told', async () => {
  const first = byHand();
  const client = createOptimiseClient(() => first.worker);
  const answer = client.optimise(design, { goal: 'copper' }, () => {});
  await expect.poll(() => first.asked.length).toBe(1);
  client.cancel();
  expect([await answer, first.told.isEnded]).toEqual([null, true]);
  const again = client.optimise(design, { goal: 'copper' }, () => {});
  await expect.poll(() => first.asked.length).toBe(2);
  first.say({ kind: 'failed', detail: 'no way' });
  await expect(again).rejects.toThrow('no way');
});

test('what was moved by hand is counted without the cables, and needs no worker without a cluster', async () => {
  const { asked, worker, say } = byHand();
  const client = createOptimiseClient(() => worker);
  expect(await client.moved(design)).toEqual({ racks: 0, devices: 0 });
  expect(asked).toEqual([]);
  const cluster = { kind: 'cluster', id: 'c', name: 'C', spec: '{}' } as const;
  const answer = client.moved({ ...design, clusters: new Map([[cluster.id, cluster]]) });
  await expect.poll(() => asked.length).toBe(1);
  const kinds = asked[0]?.texts.flatMap((text) => JSON.parse(text) as { kind: string }[]);
  expect(kinds?.some(({ kind }) => kind === 'cable')).toBe(false);
  say({ kind: 'moved', moved: { racks: 1, devices: 2 } });
  expect(await answer).toEqual({ racks: 1, devices: 2 });
});
