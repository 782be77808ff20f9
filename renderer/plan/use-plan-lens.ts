import { useMemo } from 'react';
import { type PlanLens, planLens } from '../../shared/drawing/overlays/plan-lens.ts';
import { useLive } from '../panels/use-live.ts';
import { useEditorState, useWorkspace } from '../panels/workspace.ts';

/** What lies over the plan, of the newest analysis there is; null for nothing, and before the first analysis. */
export function usePlanLens(): PlanLens | null {
  const { analysis: source } = useWorkspace();
  const { analysis, design } = useLive(source);
  const kind = useEditorState((state) => state.plan.lens);
  return useMemo(
    () => (kind === null || analysis === null ? null : planLens(kind, analysis, design)),
    [kind, analysis, design],
  );
}
