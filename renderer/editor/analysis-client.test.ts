import { describe, expect, it } from 'vitest';
import { createAnalyser } from '../../shared/analysis/index.ts';
import { designFromRecords } from '../../shared/model/design.ts';
import { type AnalysisWorker, createAnalysisClient } from './analysis-client.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';
import { testEditor } from './test-editor.ts';

interface SlowWorker extends AnalysisWorker {
  readonly asked: AnalysisRequest[];
  /** Answers the oldest request. */
  answer(): void;
  say(data: AnalysisAnswer): void;
}

/** A worker in this thread that answers when it is told to. */
function slowWorker(): SlowWorker {
  const asked: AnalysisRequest[] = [];
  let analyser: ReturnType<typeof createAnalyser> | null = null;
  let hear: (event: MessageEvent<AnalysisAnswer>) => void = () => {};
  const say = (data: AnalysisAnswer): void => hear({ data } as MessageEvent<AnalysisAnswer>);
  return {
    asked,
    say,
    postMessage: (request) => void asked.push(request),
    addEventListener(type: string, listener: (event: never) => void) {
      if (type === 'message') hear = listener as typeof hear;
    },
    terminate: () => {},
    answer() {
      const request = asked.shift();
      if (!request) return;
      const { revision } = request;
      if (request.kind === 'load') {
        analyser = createAnalyser(designFromRecords(request.records));
        say({ kind: 'analysis', revision, analysis: analyser.analysis });
      } else if (analyser) {
        say({ kind: 'analysis', revision, analysis: analyser.update(request.diff) });
      }
    },
  };
}

describe('the analysis beside the window', () => {
  it('follows each edit, and shows only the newest answer', () => {
    const test = testEditor();
    const worker = slowWorker();
    const client = createAnalysisClient(test.editor, worker);
    expect(client.state).toEqual({ analysis: null, pending: true, failed: null });
    worker.answer();
    expect(client.state.analysis?.counts.racks).toBe(0);
    test.addRack();
    test.addRack();
    worker.answer();
    expect(client.state.pending).toBe(true);
    expect(client.state.analysis?.counts.racks).toBe(0);
    worker.answer();
    expect(client.state).toMatchObject({ pending: false, failed: null });
    expect(client.state.analysis?.counts.racks).toBe(2);
    test.undo();
    worker.answer();
    expect(client.state.analysis?.counts.racks).toBe(1);
  });

  it('says when it failed, keeps what it knew, and loads anew with the next edit', () => {
    const test = testEditor();
    const worker = slowWorker();
    const client = createAnalysisClient(test.editor, worker);
    worker.answer();
    worker.say({ kind: 'failed', revision: 0, detail: 'out of memory' });
    expect(client.state).toMatchObject({ pending: false, failed: 'out of memory' });
    expect(client.state.analysis).not.toBeNull();
    test.addRack();
    expect(worker.asked.map((request) => request.kind)).toEqual(['load']);
    worker.answer();
    expect(client.state.failed).toBeNull();
  });
});
