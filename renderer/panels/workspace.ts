/** What every panel works with: the open design's editor, its analysis and its saved state. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Finding } from '../../shared/analysis/types.ts';
import type { AppSettings, Session } from '../../shared/contract/ipc.ts';
import type {
  AnalysisClient,
  AnalysisState,
  Editor,
  EditorState,
  Watched,
} from '../editor/index.ts';

export interface Workspace {
  readonly editor: Editor;
  readonly analysis: Watched<AnalysisState>;
  /** What would help a finding, as the analysis found by trying. */
  readonly fixesFor: AnalysisClient['fixesFor'];
  readonly settings: Watched<AppSettings>;
  readonly platform: Session['platform'];
  /** Changes what Plenum remembers about the person. */
  readonly saveSettings: (change: Partial<AppSettings>) => void;
  /** Asks why and by whom a finding is accepted. */
  readonly askWaiver: (finding: Finding) => void;
}

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The workspace around this component. @throws Error outside of one */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('there is no workspace around this component');
  return workspace;
}

/** A part of the editor's state; the selector must give back parts, not new objects. */
export function useEditorState<T>(selector: (state: EditorState) => T): T {
  const { editor } = useWorkspace();
  return useSyncExternalStore(editor.subscribe, () => selector(editor.state));
}
