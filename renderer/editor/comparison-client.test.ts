import { describe, expect, it } from 'vitest';
import { adoptMedium, compareMedia } from '../../shared/compare/index.ts';
import { type Design, designFromRecords } from '../../shared/model/design.ts';
import { type ComparisonWorker, createComparisonClient } from './comparison-client.ts';
import type { ComparisonReply, ComparisonRequest } from './comparison-messages.ts';
import { testEditor } from './test-editor.ts';

interface SlowWorker extends ComparisonWorker {
  ended: boolean;
  /** Answers the oldest request. */
  answer(): void;
  say(reply: ComparisonReply): void;
  fault(message: string): void;
}

/** A worker in this thread that answers when it is told to. */
function slowWorker(): SlowWorker {
  const asked: ComparisonRequest[] = [];
  let design: Design | null = null;
  let hear: (event: MessageEvent<ComparisonReply>) => void = () => {};
  let fail: (event: ErrorEvent) => void = () => {};
  const worker: SlowWorker = {
    ended: false,
    postMessage: (request) => void asked.push(request),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') hear = listener as typeof hear;
      else fail = listener as typeof fail;
    },
    terminate() {
      worker.ended = true;
    },
    say: (data) => hear({ data } as MessageEvent<ComparisonReply>),
    fault: (message) => fail({ message, preventDefault: () => {} } as ErrorEvent),
    answer() {
      const request = asked.shift();
      if (!request) return;
      if (request.kind === 'compare') {
        design = designFromRecords(request.records);
        worker.say({ kind: 'comparison', comparison: compareMedia(design) });
      } else if (design) {
        const { column } = request;
        worker.say({ kind: 'adoption', column, answer: adoptMedium(design, column) });
      }
    },
  };
  return worker;
}

function started() {
  const test = testEditor();
  const workers: SlowWorker[] = [];
  const client = createComparisonClient(test.editor, () => {
    const worker = slowWorker();
    workers.push(worker);
    return worker;
  });
  client.start();
  return { ...test, client, workers, worker: workers[0]! };
}

describe('the comparison beside the window', () => {
  it('tells how far it is, and keeps what it found', () => {
    const { client, worker } = started();
    worker.say({ kind: 'progress', done: 2, total: 9 });
    expect(client.state).toMatchObject({ running: { done: 2, total: 9 }, comparison: null });
    worker.answer();
    expect(client.state).toMatchObject({ running: null, stale: false, failed: null });
    expect(client.state.comparison?.columns).toHaveLength(9);
  });

  it('goes stale with an edit and is kept all the same; a new one is fresh', () => {
    const { client, worker, workers, addRack } = started();
    worker.answer();
    addRack();
    expect(client.state.stale).toBe(true);
    expect(client.state.comparison).not.toBeNull();
    client.start();
    expect(worker.ended).toBe(true);
    workers[1]?.answer();
    expect(client.state.stale).toBe(false);
  });

  it('is stale at once where an edit came while it was made', () => {
    const { client, worker, addRack } = started();
    addRack();
    worker.answer();
    expect(client.state.stale).toBe(true);
  });

  it('is given up with its worker; what that still says is not heard', () => {
    const { client, worker } = started();
    client.cancel();
    expect(worker.ended).toBe(true);
    worker.answer();
    expect(client.state).toEqual({ comparison: null, stale: false, running: null, failed: null });
  });

  it('says why it failed', () => {
    const { client, worker } = started();
    worker.fault('out of memory');
    expect(client.state).toMatchObject({ running: null, failed: 'out of memory' });
  });

  it('answers what adopting would do, and nothing of a design that is gone', async () => {
    const { client, worker, addRack } = started();
    worker.answer();
    const asked = client.adoption('aec');
    worker.answer();
    expect(await asked).toMatchObject({
      ok: false,
      reason: { key: 'compare.refusal.nothingChanges' },
    });
    const given = client.adoption('aoc');
    client.close();
    expect(await given).toBeNull();
    addRack();
    expect(await client.adoption('aoc')).toBeNull();
  });
});
