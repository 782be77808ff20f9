/** The dialog of a cluster and what becomes of it: one edit of the open design, or what a changed spec would do. */
import { useEffect, useMemo, useState } from 'react';
import { type ChangeSummary, type ClusterSpec, placedSpec } from '../../shared/cluster/index.ts';
import { recordsOf } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { ChangeReview } from '../dialogs/cluster/change-review.tsx';
import { ClusterDialog, type ReadText } from '../dialogs/cluster/cluster-dialog.tsx';
import { specText } from '../dialogs/cluster/cluster-draft.ts';
import type { DialogRequest } from '../dialogs/dialog-request.ts';
import {
  buildCluster,
  type ClusterClient,
  type ClusterProgress,
  createClusterClient,
  fitAll,
  startClusterWorker,
  updateCluster,
} from '../editor/index.ts';
import { ask, messageOf } from './bridge.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';
import { openMade } from './file-actions.ts';
import type { OpenDesign } from './open-design.ts';
import { type PlenumWindow, showError } from './plenum-window.ts';
import { addToast } from './toasts.tsx';

/** Work of the client under way, with why it failed last. */
function useWork(client: ClusterClient) {
  const [building, setBuilding] = useState<ClusterProgress | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useEffect(() => () => client.close(), [client]);
  async function run(
    work: (onProgress: (now: ClusterProgress) => void) => Promise<void>,
  ): Promise<void> {
    setBuilding({ phase: 'lay', done: 0, total: 0 });
    setFailed(null);
    try {
      await work(setBuilding);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      setFailed(say('app.cluster.failed', { detail }));
    }
    setBuilding(null);
  }
  return { building, failed, run };
}

/** A new cluster in the open design. */
export function OpenCluster({
  window,
  open,
  request: { first },
}: DesignDialogProps & {
  readonly request: Extract<DialogRequest, { readonly dialog: 'cluster' }>;
}) {
  const client = useMemo(() => createClusterClient(startClusterWorker), []);
  const types = useTypes(open);
  const { building, failed, run } = useWork(client);
  const { editor } = open;

  async function build(
    spec: ClusterSpec,
    onProgress: (now: ClusterProgress) => void,
  ): Promise<void> {
    const records = await client.build(specText(spec), types, editor.ids('cluster'), onProgress);
    if (records === null) return;
    if (!editor.perform(buildCluster(editor.state.design, spec.name, records))) return;
    window.dialog.set(null);
    fitAll(editor);
    const racks = records.filter(({ kind }) => kind === 'rack').length;
    const cables = records.filter(({ kind }) => kind === 'cable').length;
    editor.notify('info', say('app.cluster.done', { racks, cables }));
  }
  function makeFile(spec: ClusterSpec): void {
    void openMade(
      window,
      say('app.making', { name: spec.name }),
      () => ask(window.bridge, 'design.newCluster', { spec: specText(spec), types }),
      () => window.dialog.set({ dialog: 'cluster', first: spec }),
    );
  }
  return (
    <ClusterDialog
      title={say('app.cluster.title')}
      placed={(spec) => placedSpec(editor.state.design, spec, null)}
      client={client}
      types={types}
      first={first}
      building={building}
      failed={failed}
      action={say('app.cluster.build')}
      onRun={(spec) => void run((onProgress) => build(spec, onProgress))}
      onMakeFile={makeFile}
      onCancelRun={() => client.cancel()}
      onClose={() => window.dialog.set(null)}
      onRead={() => readSpec(window)}
      onSave={(name, text) => void saveSpec(window, name, text)}
    />
  );
}

/** What would change, of which spec. */
interface Proposed {
  readonly spec: ClusterSpec;
  readonly change: ChangeSummary;
}

/** Another specification for a cluster of the open design: what it would change first, then one edit. */
export function OpenClusterChange({
  window,
  open,
  request: { clusterId, first: stored },
}: DesignDialogProps & {
  readonly request: Extract<DialogRequest, { readonly dialog: 'cluster-change' }>;
}) {
  const client = useMemo(() => createClusterClient(startClusterWorker), []);
  const types = useTypes(open);
  const { building, failed, run } = useWork(client);
  const { editor } = open;
  const cluster = editor.state.design.clusters.get(clusterId) ?? null;
  const [first, setFirst] = useState(stored);
  const [proposed, setProposed] = useState<Proposed | null>(null);

  async function compare(
    spec: ClusterSpec,
    onProgress: (now: ClusterProgress) => void,
  ): Promise<void> {
    const records = [...recordsOf(editor.state.design)];
    const change = await client.change(specText(spec), types, clusterId, records, onProgress);
    if (change === null) return;
    setFirst(spec);
    setProposed({ spec, change });
  }
  async function apply(
    { spec }: Proposed,
    taken: ReadonlySet<string>,
    onProgress: (now: ClusterProgress) => void,
  ): Promise<void> {
    const diff = await client.decide(taken, onProgress);
    if (diff === null) {
      // What was compared went with it.
      setProposed(null);
      return;
    }
    if (!editor.perform(updateCluster(spec.name, diff))) return;
    window.dialog.set(null);
    editor.notify('info', say('app.cluster.changed', { name: spec.name }));
  }
  if (proposed) {
    return (
      <ChangeReview
        name={proposed.spec.name}
        change={proposed.change}
        building={building}
        failed={failed}
        onBack={building ? () => client.cancel() : () => setProposed(null)}
        onApply={(taken) => void run((onProgress) => apply(proposed, taken, onProgress))}
      />
    );
  }
  return (
    <ClusterDialog
      title={say('app.cluster.changeTitle')}
      placed={(spec) => placedSpec(editor.state.design, spec, cluster)}
      client={client}
      types={types}
      first={first}
      building={building}
      failed={failed}
      action={say('app.cluster.compare')}
      onRun={(spec) => void run((onProgress) => compare(spec, onProgress))}
      onCancelRun={() => client.cancel()}
      onClose={() => window.dialog.set(null)}
      onRead={() => readSpec(window)}
      onSave={(name, text) => void saveSpec(window, name, text)}
    />
  );
}

function useTypes(open: OpenDesign) {
  const [types] = useState(() => [...open.editor.state.design.deviceTypes.values()]);
  return types;
}

async function readSpec({ bridge }: PlenumWindow): Promise<ReadText | null> {
  try {
    const read = await ask(bridge, 'cluster.readSpec', null);
    return read && { ok: true, text: read.text };
  } catch (error) {
    return { ok: false, why: messageOf(error) };
  }
}

async function saveSpec(window: PlenumWindow, name: string, text: string): Promise<void> {
  try {
    const saved = await ask(window.bridge, 'cluster.writeSpec', { name, text });
    if (saved) addToast(window.toasts, 'info', say('app.cluster.saved', { name: saved.name }));
  } catch (error) {
    showError(window, say('app.error.title'), error);
  }
}
