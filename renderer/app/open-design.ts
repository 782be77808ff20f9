/** One open design: its editor, and everything that follows its changes. */
import type { DrawingSetChoice } from '../../shared/contract/drawing-set.ts';
import type { OpenedDesign, PlenumBridge } from '../../shared/contract/ipc.ts';
import { type Design, designFromRecords } from '../../shared/model/design.ts';
import type { IdSource } from '../../shared/model/ids.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import { reason } from '../../shared/rules/index.ts';
import {
  type AnalysisClient,
  type CommitQueue,
  type ComparisonClient,
  createAnalysisClient,
  createCommitQueue,
  createComparisonClient,
  createEditor,
  type Editor,
  type Host,
  type LiveValue,
  liveValue,
  startAnalysisWorker,
  startComparisonWorker,
} from '../editor/index.ts';
import { ask } from './bridge.ts';
import type { Look } from './first-look.ts';

/** What the file is called; saving under another name changes it. */
export interface FileName {
  readonly handle: string;
  readonly name: string;
  readonly place: string;
  readonly draft: boolean;
}

export interface OpenDesign {
  readonly editor: Editor;
  readonly analysis: AnalysisClient;
  readonly comparison: ComparisonClient;
  readonly commits: CommitQueue;
  readonly file: LiveValue<FileName>;
  /** Where it is looked at first; null = at all of it. */
  readonly firstLook: Look | null;
  /** What of the drawing set was chosen last; null before anybody chose. */
  readonly setChoice: LiveValue<DrawingSetChoice | null>;
  /** Stops what follows the editor. */
  readonly close: () => void;
}

/** Records of a design that came after the first: as texts, and as they were read. */
export interface LaterRecords {
  readonly texts: readonly string[];
  readonly records: readonly DesignRecord[];
}

/** An editor of this window. */
export function editorOf(bridge: PlenumBridge, design: Design, host: Host): Editor {
  return createEditor({
    design,
    ids: randomIds,
    clipboard: {
      read: () => ask(bridge, 'clipboard.read', null),
      write: async (text) => void (await ask(bridge, 'clipboard.write', { text })),
    },
    host,
    clock: () => performance.now(),
  });
}

const randomIds: IdSource = (prefix) => `${prefix}-${crypto.randomUUID()}`;

/** @param later the records that came after the first, if any, and where the person looks by then */
export function createOpenDesign(
  bridge: PlenumBridge,
  opened: OpenedDesign,
  host: Host,
  later: LaterRecords & { readonly look: Look | null },
): OpenDesign {
  const design = designFromRecords([...opened.records, ...later.records]);
  const editor = editorOf(bridge, design, host);
  if (opened.readOnly !== null) editor.set({ readOnly: reason('app.reason.readOnly') });
  const { handle, name, place, draft, readOnly } = opened;
  const source = { records: opened.records, texts: later.texts };
  const analysis = createAnalysisClient(editor, startAnalysisWorker(), source);
  const comparison = createComparisonClient(editor, startComparisonWorker);
  const commits = createCommitQueue({
    editor,
    handle,
    readOnly,
    calls: bridge.calls,
    now: () => new Date().toISOString(),
  });
  return {
    editor,
    analysis,
    comparison,
    commits,
    firstLook: later.look,
    setChoice: liveValue<DrawingSetChoice | null>(null),
    file: liveValue<FileName>({ handle, name, place, draft }),
    close() {
      commits.close();
      comparison.close();
      analysis.close();
    },
  };
}
