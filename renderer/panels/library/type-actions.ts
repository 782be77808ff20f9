/** What can be done with a type of the library: the rows of its menu, and the buttons of its card. */
import {
  copyOf,
  counterpart,
  plainId,
  saySame,
  typeShelf,
} from '../../../shared/library/same-type.ts';
import { unusedTypes } from '../../../shared/library/unused-types.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { PictureId } from '../../../shared/model/ids.ts';
import type { Picture } from '../../../shared/model/records.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { addType, editFaceplate, removeTypes } from '../../editor/index.ts';
import { useWorkspace, type Workspace } from '../workspace.ts';
import type { LibraryEntry } from './library-entries.ts';
import { fetchPictures, usePlacing } from './use-placing.ts';

export type TypeActionId =
  | 'place'
  | 'faceplate'
  | 'favour'
  | 'difference'
  | 'save'
  | 'duplicate'
  | 'export'
  | 'removeOwn'
  | 'removeFromDesign';

export interface TypeAction {
  readonly id: TypeActionId;
  readonly label: string;
  /** Why it cannot be done now; null when it can. */
  readonly objection: string | null;
  readonly run: () => void | Promise<void>;
}

/** The actions that make sense for an entry, in the order of the menu. */
export function useTypeActions(): (entry: LibraryEntry) => readonly TypeAction[] {
  const workspace = useWorkspace();
  const placing = usePlacing();
  return (entry) => [
    {
      id: 'place',
      label: say('library.act.place'),
      objection: readOnly(workspace),
      run: () => placing.placeByKeyboard(entry),
    },
    faceplate(workspace, entry),
    favour(workspace, entry),
    ...difference(workspace, entry),
    ...saving(workspace, entry),
    duplicate(workspace, entry),
    {
      id: 'export',
      label: say('library.act.export'),
      objection: null,
      run: () => workspace.exportTypes([entry.type]),
    },
    ...removing(workspace, entry),
  ];
}

/** What a faceplate is drawn in is the design: a type of another source is taken or copied into it first. */
function faceplate(workspace: Workspace, entry: LibraryEntry): TypeAction {
  const { editor } = workspace;
  const { type, source } = entry;
  const here = editor.state.design.deviceTypes.get(type.id);
  const clashes = source !== 'design' && here !== undefined && !saySame(here, type);
  return {
    id: 'faceplate',
    label: say('library.act.faceplate'),
    objection: readOnly(workspace) ?? (clashes ? say('library.act.clashes') : null),
    async run() {
      await fetchPictures(workspace, entry);
      editFaceplate(editor, type, false);
    },
  };
}

function readOnly({ editor }: Workspace): string | null {
  const why = editor.state.readOnly;
  return why && sayReason(why);
}

function favour({ library }: Workspace, { type }: LibraryEntry): TypeAction {
  const marked = library.state.favourites.has(type.id);
  return {
    id: 'favour',
    label: say(marked ? 'library.act.unfavour' : 'library.act.favour'),
    objection: library.state.trouble,
    run: () => void library.favour(type.id, !marked),
  };
}

/** A difference is shown from the side of the design; without one there, from the person's own side. */
function difference(
  workspace: Workspace,
  { type, source, other }: LibraryEntry,
): readonly TypeAction[] {
  if (other === null) return [];
  const run = (): void => {
    if (source === 'design') workspace.askDifference({ mine: type, other });
    else if (other.source === 'design')
      workspace.askDifference({ mine: other.type, other: { type, source } });
    else workspace.askSaving({ type: other.type, pictures: [], there: type });
  };
  const label = say('library.act.difference', { source: say(`library.from.${other.source}`) });
  return [{ id: 'difference', label, objection: null, run }];
}

function saving(workspace: Workspace, { type, source }: LibraryEntry): readonly TypeAction[] {
  if (source === 'own') return [];
  const { library, editor } = workspace;
  const there = counterpart(typeShelf(library.state.types), type);
  const known = there && saySame(there, type) ? say('library.act.saved') : null;
  const run = (): void => {
    const pictures = picturesOf(type, editor.state.design.pictures);
    if (there) workspace.askSaving({ type, pictures, there });
    else void saveNew(workspace, { ...type, id: plainId(type.id) }, pictures);
  };
  return [
    {
      id: 'save',
      label: say(there && known === null ? 'library.act.saveDiffering' : 'library.act.save'),
      objection: library.state.trouble ?? known,
      run,
    },
  ];
}

async function saveNew(
  { library, editor }: Workspace,
  type: DeviceType,
  pictures: readonly Picture[],
): Promise<void> {
  if (await library.save([type], pictures))
    editor.notify('info', say('library.saved', { model: type.model }));
}

/** A copy lies where the type lies; what comes with Plenum is copied into My Library. */
function duplicate(workspace: Workspace, { type, source }: LibraryEntry): TypeAction {
  const { editor, library } = workspace;
  const { design } = editor.state;
  const inDesign = source === 'design';
  return {
    id: 'duplicate',
    label: say(inDesign ? 'library.act.duplicateHere' : 'library.act.duplicate'),
    objection: inDesign ? readOnly(workspace) : library.state.trouble,
    run() {
      const taken = inDesign ? [...design.deviceTypes.values()] : library.state.types;
      const copy = copyOf(type, taken);
      if (inDesign) {
        editor.perform(addType(design, copy));
      } else {
        void library
          .pictures(type.backdrops.map(({ pictureId }) => pictureId))
          .then((pictures) => saveNew(workspace, copy, pictures));
      }
    },
  };
}

function removing(workspace: Workspace, { type, source }: LibraryEntry): readonly TypeAction[] {
  const { editor, library } = workspace;
  if (source === 'own') {
    return [
      {
        id: 'removeOwn',
        label: say('library.act.removeOwn'),
        objection: library.state.trouble,
        run: () => void library.remove([type.id]),
      },
    ];
  }
  if (source !== 'design') return [];
  const { design } = editor.state;
  const unused = unusedTypes(design).some(({ id }) => id === type.id);
  return [
    {
      id: 'removeFromDesign',
      label: say('library.act.removeFromDesign'),
      objection: readOnly(workspace) ?? (unused ? null : say('library.act.used')),
      run: () => void editor.perform(removeTypes(design, [type])),
    },
  ];
}

function picturesOf(
  type: DeviceType,
  pictures: ReadonlyMap<PictureId, Picture>,
): readonly Picture[] {
  return type.backdrops.flatMap(({ pictureId }) => pictures.get(pictureId) ?? []);
}
