/** The dialog of better places and what becomes of it: one edit of the open design. */
import { useEffect, useMemo, useState } from 'react';
import type {
  Goal,
  Optimised,
  OptimiseOptions,
  OptimiseProgress,
} from '../../shared/optimise/index.ts';
import { say } from '../../shared/text/index.ts';
import { OptimiseDialog } from '../dialogs/optimise/optimise-dialog.tsx';
import {
  betterPlaces,
  createOptimiseClient,
  type MovedCount,
  startOptimiseWorker,
} from '../editor/index.ts';
import { messageOf } from './bridge.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';

const NOTHING_MOVED: MovedCount = { racks: 0, devices: 0 };
const AT_FIRST: OptimiseProgress = { phase: 'measure', share: 0 };

export function OpenOptimise({ window, open: { editor } }: DesignDialogProps) {
  const client = useMemo(() => createOptimiseClient(startOptimiseWorker), []);
  useEffect(() => () => client.cancel(), [client]);
  const [running, setRunning] = useState<OptimiseProgress | null>(null);
  const [optimised, setOptimised] = useState<{ goal: Goal; found: Optimised } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { design } = editor.state;
  const [moved, setMoved] = useState<MovedCount>(NOTHING_MOVED);
  useEffect(() => {
    // Who looks for places at once is not kept waiting by this: it tells the same with what it finds.
    void client.moved(design).then((counted) => counted && setMoved(counted), reportMoved);
    function reportMoved(error: unknown): void {
      setFailed(say('optimise.failed', { detail: messageOf(error) }));
    }
  }, [client, design]);

  async function run(options: OptimiseOptions): Promise<void> {
    setRunning(AT_FIRST);
    setOptimised(null);
    setFailed(null);
    try {
      const found = await client.optimise(design, options, setRunning);
      if (found) setOptimised({ goal: options.goal, found });
    } catch (error) {
      setFailed(say('optimise.failed', { detail: messageOf(error) }));
    }
    setRunning(null);
  }
  function apply(): void {
    if (!optimised || !editor.perform(betterPlaces(optimised.found))) return;
    window.dialog.set(null);
    const { racks, devices } = optimised.found;
    editor.notify('info', say('optimise.moved', { racks, devices }));
  }
  return (
    <OptimiseDialog
      design={design}
      moved={moved}
      running={running}
      optimised={optimised}
      failed={failed}
      onRun={(options) => void run(options)}
      onStop={() => client.cancel()}
      onApply={apply}
      onClose={() => window.dialog.set(null)}
    />
  );
}
