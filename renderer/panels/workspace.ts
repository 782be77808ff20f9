/** What every panel works with: the open design's editor, its analysis and its saved state. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Finding } from '../../shared/analysis/types.ts';
import type { AppSettings, Session } from '../../shared/contract/ipc.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Face } from '../../shared/model/face.ts';
import type { DeviceTypeId } from '../../shared/model/ids.ts';
import type { Picture } from '../../shared/model/records.ts';
import type {
  AnalysisClient,
  AnalysisState,
  Editor,
  EditorState,
  Watched,
} from '../editor/index.ts';
import type { TypeSource } from './library/library-entries.ts';
import type { UserLibrary } from './library/user-library.ts';

/** A type of the design and what another source says of it. */
export interface DifferenceQuestion {
  readonly mine: DeviceType;
  readonly other: { readonly type: DeviceType; readonly source: TypeSource };
  /** The person is about to place the other one: called with what is to be placed. */
  readonly place?: (type: DeviceType) => void;
}

/** A type that is to be saved in My Library, where another of its name is. */
export interface SavingQuestion {
  readonly type: DeviceType;
  readonly pictures: readonly Picture[];
  readonly there: DeviceType;
}

export interface Workspace {
  readonly editor: Editor;
  readonly analysis: Watched<AnalysisState>;
  /** What would help a finding, as the analysis found by trying. */
  readonly fixesFor: AnalysisClient['fixesFor'];
  readonly settings: Watched<AppSettings>;
  /** The person's own library. */
  readonly library: UserLibrary;
  readonly platform: Session['platform'];
  /** Changes what Plenum remembers about the person. */
  readonly saveSettings: (change: Partial<AppSettings>) => void;
  /** Shows how two types of one name differ, and asks what is to become of the design's. */
  readonly askDifference: (question: DifferenceQuestion) => void;
  readonly askSaving: (question: SavingQuestion) => void;
  /** Writes types as files of NetBox's library. */
  readonly exportTypes: (types: readonly DeviceType[]) => void;
  /** Asks for a picture file and puts it behind a face of a type. */
  readonly pickPicture: (typeId: DeviceTypeId, face: Face) => void;
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
