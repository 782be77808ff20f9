/** What is wrong with the faceplate that is drawn, as marks on its parts and as lines. */
import { useMemo } from 'react';
import { type FaceCheck, faceChecks, partKey } from '../../shared/faceplate/index.ts';
import { type PartKey, shownType } from '../editor/index.ts';
import { useEditorState } from '../panels/workspace.ts';
import type { MarkTone } from './draw-parts.ts';

/** The checks of the faces as they are shown: a gesture that runs is checked while it runs. */
export function useChecks(): readonly FaceCheck[] {
  const type = useEditorState(({ design, faceplate }) => faceplate && shownType(design, faceplate));
  return useMemo(() => (type ? faceChecks(type) : []), [type]);
}

const RANK = { note: 0, warning: 1, error: 2 } as const;

/** The worst mark of each part; what may be meant so is not marked on the drawing. */
export function marksOf(checks: readonly FaceCheck[]): ReadonlyMap<PartKey, MarkTone> {
  const marks = new Map<PartKey, MarkTone>();
  for (const { severity, parts } of checks) {
    if (severity === 'note') continue;
    for (const key of parts.map(partKey)) {
      const before = marks.get(key);
      if (!before || RANK[severity] > RANK[before]) marks.set(key, severity);
    }
  }
  return marks;
}
