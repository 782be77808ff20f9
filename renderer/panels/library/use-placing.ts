/** From the shelf into a rack: dragged, picked up with a click, or put in the first free slot by Enter. */
import type { PointerEvent } from 'react';
import { saySame } from '../../../shared/library/same-type.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { RackId } from '../../../shared/model/ids.ts';
import { firstFreeSlot } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import {
  beginPlacing,
  bringPictures,
  dragAfterPx,
  type Editor,
  fitSelection,
  placeInFirstSlot,
} from '../../editor/index.ts';
import { useWorkspace, type Workspace } from '../workspace.ts';
import type { LibraryEntry } from './library-entries.ts';

interface Placing {
  /** A pointer went down on a type: dragging takes it along, letting go at once leaves it in the hand. */
  readonly takeInHand: (entry: LibraryEntry, event: PointerEvent<HTMLElement>) => void;
  /** Puts it where the first free slot is. */
  readonly placeByKeyboard: (entry: LibraryEntry) => void;
}

export function usePlacing(): Placing {
  const workspace = useWorkspace();
  const { editor } = workspace;
  return {
    takeInHand(entry, event) {
      if (event.button !== 0) return;
      event.preventDefault();
      const fetched = fetchPictures(workspace, entry);
      waitForDrag(event, (by) => {
        if (asksFirst(workspace, entry, (type) => beginPlacing(editor, type, 'keys'))) return;
        if (fetched === null) beginPlacing(editor, entry.type, by);
        else void fetched.then(() => beginPlacing(editor, entry.type, by));
      });
    },
    placeByKeyboard(entry) {
      if (asksFirst(workspace, entry, (type) => placeInFirstRack(editor, type))) return;
      const fetched = fetchPictures(workspace, entry);
      if (fetched === null) placeInFirstRack(editor, entry.type);
      else void fetched.then(() => placeInFirstRack(editor, entry.type));
    },
  };
}

/**
 * Where the design has a type of this name that says otherwise, the person is asked which of the two is meant:
 * silently placing the design's own would not be what was taken.
 */
function asksFirst(
  { editor, askDifference }: Workspace,
  { type, source }: LibraryEntry,
  place: (type: DeviceType) => void,
): boolean {
  if (source === 'design') return false;
  const mine = editor.state.design.deviceTypes.get(type.id);
  if (mine === undefined || saySame(mine, type)) return false;
  askDifference({ mine, other: { type, source }, place });
  return true;
}

/** A type of My Library comes with the pictures that it is traced from; null where there is nothing to fetch. */
export function fetchPictures(
  { editor, library }: Workspace,
  { type, source }: LibraryEntry,
): Promise<void> | null {
  const { design } = editor.state;
  const ids = type.backdrops
    .map(({ pictureId }) => pictureId)
    .filter((id) => !design.pictures.has(id));
  if (source !== 'own' || ids.length === 0) return null;
  return library.pictures(ids).then((pictures) => bringPictures(type, pictures));
}

/** Calls back once: with `drag` when the pointer goes far enough, with `keys` when it is let go before. */
export function waitForDrag(
  start: PointerEvent<HTMLElement>,
  begin: (by: 'drag' | 'keys') => void,
): void {
  const { clientX, clientY, pointerId } = start;
  const far = dragAfterPx(start);
  // A finger is captured by what it touched; the canvas must get the moves.
  if (start.currentTarget.hasPointerCapture(pointerId)) {
    start.currentTarget.releasePointerCapture(pointerId);
  }
  const stop = new AbortController();
  const settle = (by: 'drag' | 'keys'): void => {
    stop.abort();
    begin(by);
  };
  const listen = { signal: stop.signal };
  window.addEventListener(
    'pointermove',
    (event) => {
      if (Math.hypot(event.clientX - clientX, event.clientY - clientY) >= far) settle('drag');
    },
    listen,
  );
  window.addEventListener('pointerup', () => settle('keys'), listen);
  window.addEventListener('pointercancel', () => stop.abort(), listen);
}

/** The racks to try: the selected ones, those of selected devices, then all in reading order. */
function racksToTry(editor: Editor): readonly RackId[] {
  const { design, selection } = editor.state;
  const ofDevices = [...selection.devices].flatMap((id) => design.devices.get(id)?.rackId ?? []);
  const all = orderedRacks(design).map(({ id }) => id);
  return [...new Set([...selection.racks, ...ofDevices, ...all])];
}

function placeInFirstRack(editor: Editor, type: DeviceType): void {
  const { design } = editor.state;
  const racks = racksToTry(editor);
  const [first] = racks;
  if (first === undefined) {
    editor.notify('refused', say('panels.library.noRack'));
    return;
  }
  const face = type.heightU === 0 ? 'rear' : 'front';
  const free = racks.find((rackId) => firstFreeSlot(design, type, { rackId, face }) !== null);
  const placed = editor.perform(placeInFirstSlot(design, editor.ids, type, free ?? first));
  if (placed && editor.state.camera.zoom < 0.05) fitSelection(editor);
}
