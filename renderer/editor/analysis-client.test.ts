import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import type { Analysis } from '../../shared/analysis/types.ts';
import { SPECIMEN_RACK } from '../../shared/drawing/specimen.ts';
import { designFromRecords } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { type AnalysisWorker, createAnalysisClient } from './analysis-client.ts';
import type { AnalysisAnswer, AnalysisRequest } from './analysis-messages.ts';
import { patchBetween } from './analysis-patch.ts';
import type { Editor } from './editor.ts';
import { EMPTY_OVERLAY } from './overlay.ts';
import { PreviewedAnalyser } from './previewed-analyser.ts';
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
  let analyser: PreviewedAnalyser | null = null;
  let told: Analysis | null = null;
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
      if (request.kind === 'fixes') {
        const { findingId } = request;
        const fixes = structuredClone(analyser?.fixesFor(findingId) ?? []);
        say({ kind: 'fixes', revision, findingId, fixes });
        return;
      }
      if (request.kind === 'load') {
        analyser = new PreviewedAnalyser(designFromRecords(request.records));
        told = null;
      } else if (request.kind === 'preview') analyser?.preview(request.diff);
      else analyser?.update(diffOf(request.diff));
      if (!analyser) return;
      const trial = request.kind === 'preview' ? request.trial : 0;
      const patch = patchBetween(told, analyser.analysis);
      told = analyser.analysis;
      // As a message between threads arrives: copies of everything that is sent.
      say({ kind: 'analysis', revision, trial, patch: structuredClone(patch) });
    },
  };
}

describe('the analysis beside the window', () => {
  it('follows each edit, and shows only the newest answer', () => {
    const test = testEditor();
    const worker = slowWorker();
    const client = createAnalysisClient(test.editor, worker);
    expect(client.state).toMatchObject({ analysis: null, pending: true, failed: null });
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

  it('tries what is in the hand, and is exactly as before when it is put back', async () => {
    const test = testEditor();
    const worker = slowWorker();
    const client = createAnalysisClient(test.editor, worker);
    worker.answer();
    const { design } = test.editor.state;
    const before = client.state;
    const name = { ...design.settings, name: 'Tried' };
    const rack = { ...SPECIMEN_RACK, id: 'tried', rowId: [...design.rows.keys()][0] ?? '' };
    const tentative = { added: [rack], updated: [[design.settings, name]], removed: [] } as const;
    test.editor.set({ overlay: { ...EMPTY_OVERLAY, tentative } });
    worker.answer();
    expect(client.state).toMatchObject({ preview: true, pending: false });
    expect(client.state.analysis?.counts.racks).toBe(1);
    expect(client.state.design.racks.has('tried')).toBe(true);
    test.editor.set({ overlay: EMPTY_OVERLAY });
    await Promise.resolve();
    expect(client.state).toBe(before);
    worker.answer();
    expect(client.state).toMatchObject({ preview: false, pending: false });
    expect(client.state.analysis).toEqual(analyse(design));
  });

  it('keeps showing what was tried until the edit made of it is analysed', async () => {
    const test = testEditor();
    const worker = slowWorker();
    const client = createAnalysisClient(test.editor, worker);
    worker.answer();
    const rack = {
      ...SPECIMEN_RACK,
      id: 'tried',
      rowId: [...test.editor.state.design.rows.keys()][0] ?? '',
    };
    const tentative = { added: [rack], updated: [], removed: [] } as const;
    test.editor.set({ overlay: { ...EMPTY_OVERLAY, tentative } });
    worker.answer();
    test.editor.set({ overlay: EMPTY_OVERLAY });
    test.addRack();
    await Promise.resolve();
    expect(client.state).toMatchObject({ preview: true, pending: true });
    worker.answer();
    worker.answer();
    expect(client.state).toMatchObject({ preview: false, pending: false });
    expect(client.state.analysis).toEqual(analyse(test.editor.state.design));
  });

  it('tells the fixes of a finding, and nothing when the design became another meanwhile', async () => {
    const test = testEditor(buildSample('first-rack'));
    const worker = slowWorker();
    const client = createAnalysisClient(test.editor, worker);
    worker.answer();
    const { findings } = client.state.analysis!;
    const open = findings.find(({ id }) => id === 'air:rack-a01:open')!;
    const asked = client.fixesFor(open.id);
    worker.answer();
    const [fix] = (await asked)!;
    expect(fix).toMatchObject({ id: 'blank:rack-a01', solves: true });
    const label = fix!.action;
    const edit = { label, diff: fix!.diff, selection: null };
    const again = client.fixesFor(open.id);
    expect(test.editor.perform({ ok: true, edit })).toBe(true);
    expect(await again).toBeNull();
    while (worker.asked.length > 0) worker.answer();
    expect(client.state.analysis!.findings.map(({ id }) => id)).not.toContain(open.id);
    test.undo();
    while (worker.asked.length > 0) worker.answer();
    expect(client.state.analysis!.findings.map(({ id }) => id)).toContain(open.id);
  });

  it('waits for the hand to rest where an answer is costly to show', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const test = testEditor();
    const worker = slowWorker();
    let now = 0;
    // Showing an answer takes 20 ms in this window.
    const editor: Editor = Object.create(test.editor, { clock: { value: () => now } });
    const client = createAnalysisClient(editor, worker);
    client.subscribe(() => {
      now += 20;
    });
    worker.answer();
    await Promise.resolve();
    const rowId = [...test.editor.state.design.rows.keys()][0] ?? '';
    const put = (id: string): void => {
      const rack = { ...SPECIMEN_RACK, id, rowId };
      const tentative = { added: [rack], updated: [], removed: [] };
      test.editor.set({ overlay: { ...EMPTY_OVERLAY, tentative } });
    };
    put('here');
    vi.advanceTimersByTime(100);
    put('there');
    vi.advanceTimersByTime(100);
    expect(worker.asked).toEqual([]);
    vi.advanceTimersByTime(100);
    expect(worker.asked).toHaveLength(1);
    worker.answer();
    expect(client.state).toMatchObject({ preview: true, pending: false });
    expect([...client.state.design.racks.keys()]).toEqual(['there']);
    put('elsewhere');
    expect(client.state).toMatchObject({ preview: true, pending: true });
    test.editor.set({ overlay: EMPTY_OVERLAY });
    await Promise.resolve();
    expect(client.state.preview).toBe(false);
    vi.advanceTimersByTime(1000);
    expect(worker.asked.map((request) => request.kind)).toEqual(['preview']);
  });
});

function diffOf(diff: Diff | string): Diff {
  return typeof diff === 'string' ? (JSON.parse(diff) as Diff) : diff;
}
