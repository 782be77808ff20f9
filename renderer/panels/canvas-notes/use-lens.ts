import { useMemo } from 'react';
import { type OverlayLens, overlayLens } from '../../../shared/drawing/overlays/lens.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';

/** What lies over the racks, of the newest analysis there is; null for nothing, and before the first analysis. */
export function useLens(): OverlayLens | null {
  const { analysis: source } = useWorkspace();
  const { analysis, design } = useLive(source);
  const kind = useEditorState((state) => state.view.lens);
  return useMemo(
    () => (kind === null || analysis === null ? null : overlayLens(kind, analysis, design)),
    [kind, analysis, design],
  );
}
