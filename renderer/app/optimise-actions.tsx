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
import { betterPlaces, createOptimiseClient, startOptimiseWorker } from '../editor/index.ts';
import type { OpenDesign } from './open-design.ts';
import type { PlenumWindow } from './plenum-window.ts';

const AT_FIRST: OptimiseProgress = { phase: 'measure', share: 0 };

export function OpenOptimise({
  window,
  open: { editor },
}: {
  readonly window: PlenumWindow;
  readonly open: OpenDesign;
}) {
  const client = useMemo(() => createOptimiseClient(startOptimiseWorker), []);
  useEffect(() => () => client.cancel(), [client]);
  const [running, setRunning] = useState<OptimiseProgress | null>(null);
  const [optimised, setOptimised] = useState<{ goal: Goal; found: Optimised } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const { design } = editor.state;

  async function run(options: OptimiseOptions): Promise<void> {
    setRunning(AT_FIRST);
    setOptimised(null);
    setFailed(null);
    try {
      const found = await client.optimise(design, options, setRunning);
      if (found) setOptimised({ goal: options.goal, found });
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      setFailed(say('optimise.failed', { detail }));
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
