/**
 * Keeps this window's view of the person's library in step with its file: it is read once, follows the changes
 * that any window makes, and is asked again when the window comes to the front, in case another Plenum wrote it.
 */
import type { PlenumBridge } from '../../shared/contract/ipc.ts';
import type { LibraryChange, LibraryContent, TypeText } from '../../shared/contract/library.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { DeviceTypeId } from '../../shared/model/ids.ts';
import type { Picture } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { type LiveValue, liveValue } from '../editor/index.ts';
import {
  EMPTY_LIBRARY,
  type UserLibrary,
  type UserLibraryState,
} from '../panels/library/user-library.ts';
import { ask, messageOf } from './bridge.ts';
import { addToast, type Toast } from './toasts.tsx';

export interface LibraryKeeper extends UserLibrary {
  /** Remembers what a person placed, the last of them last. */
  placed(ids: readonly DeviceTypeId[]): Promise<void>;
  /** Reads it, and goes on following it. */
  follow(): void;
}

export function keepLibrary(
  bridge: PlenumBridge,
  toasts: LiveValue<readonly Toast[]>,
): LibraryKeeper {
  const live = liveValue<UserLibraryState>(EMPTY_LIBRARY);

  /** Reading takes a while; what is asked for meanwhile is read once it is done. */
  let reading = false;
  let again = false;

  async function read(): Promise<void> {
    again = reading;
    if (reading) return;
    reading = true;
    try {
      const known = live.state.revision < 0 ? null : live.state.revision;
      const content = await ask(bridge, 'library.read', { known });
      if (content !== null) await take(content);
      else if (live.state.trouble !== null) live.set({ ...live.state, trouble: null });
    } catch (error) {
      live.set({ ...live.state, trouble: messageOf(error) });
    } finally {
      reading = false;
    }
    if (again) await read();
  }

  async function take(content: LibraryContent): Promise<void> {
    const { revision, favourites, recent, unreadable, setAside } = content;
    const types = await typesFrom(content.types);
    const first = live.state.revision < 0;
    live.set({
      revision,
      types,
      favourites: new Set(favourites),
      recent,
      unreadable,
      setAside: first ? setAside : live.state.setAside,
      trouble: null,
    });
  }

  /** A change that does not follow on what is known here was missed in part: all is read anew. */
  function hear(change: LibraryChange): void {
    const { state } = live;
    if (change.revision <= state.revision) return;
    if (reading || change.revision !== state.revision + 1) void read();
    else live.set(changed(state, change));
  }

  /** Does it; a refusal is told. @returns whether it was done */
  async function trying(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      addToast(toasts, 'refused', messageOf(error));
      return false;
    }
  }

  const library: LibraryKeeper = {
    get state() {
      return live.state;
    },
    subscribe: live.subscribe,
    save: (types, pictures) =>
      trying(async () => {
        // Each part is a change of its own, so that what is in stays in whatever becomes of the rest.
        for (let from = 0; from < types.length; from += AT_ONCE) {
          const part = types.slice(from, from + AT_ONCE);
          const looked = new Set(
            part.flatMap(({ backdrops }) => backdrops.map(({ pictureId }) => pictureId)),
          );
          const own = pictures.filter(({ id }) => looked.has(id));
          await ask(bridge, 'library.save', { types: part, pictures: own });
        }
      }),
    async remove(ids) {
      await trying(async () => {
        const gone = await ask(bridge, 'library.remove', { ids });
        const args = { count: gone.types.length, model: gone.types[0]?.model ?? '' };
        addToast(toasts, 'info', say('library.removed', args), {
          label: say('library.undo'),
          run: () => void library.save(gone.types, gone.pictures),
        });
      });
    },
    async favour(id, favourite) {
      await trying(() => ask(bridge, 'library.favour', { id, favourite }));
    },
    async placed(ids) {
      // What was placed is in the design; that it is not remembered is no reason to disturb.
      await ask(bridge, 'library.placed', { ids }).catch(() => null);
    },
    readSetAside: () => live.set({ ...live.state, setAside: null }),
    async pictures(ids) {
      let pictures: readonly Picture[] = [];
      if (ids.length > 0) {
        await trying(async () => {
          pictures = await ask(bridge, 'library.pictures', { ids });
        });
      }
      return pictures;
    },
    follow() {
      bridge.on('library.changed', hear);
      window.addEventListener('focus', () => void read());
      void read();
    },
  };
  return library;
}

function changed(state: UserLibraryState, change: LibraryChange): UserLibraryState {
  const { revision, favourites, recent, removed } = change;
  const saved = change.saved.map(typeFrom);
  const gone = new Set([...removed, ...saved.map(({ id }) => id)]);
  const types =
    gone.size === 0 ? state.types : [...state.types.filter(({ id }) => !gone.has(id)), ...saved];
  return { ...state, revision, types, favourites: new Set(favourites), recent };
}

/** Types that cross the door at once: few enough that the window stays at hand. */
const AT_ONCE = 100;

/** The Node side has checked it against the schema of a device type. */
function typeFrom(text: TypeText): DeviceType {
  return JSON.parse(text) as DeviceType;
}

/** How long the window may be held up at a time, ms. */
const SLICE_MS = 8;

/** Thousands of types are read in slices: nobody at the drawing is to feel it. */
async function typesFrom(texts: readonly TypeText[]): Promise<readonly DeviceType[]> {
  const types: DeviceType[] = [];
  let since = performance.now();
  for (const text of texts) {
    types.push(typeFrom(text));
    if (performance.now() - since < SLICE_MS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return types;
}
