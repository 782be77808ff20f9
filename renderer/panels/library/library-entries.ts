/** The types of all three sources, each with where it is and whether another source says otherwise. */
import {
  counterpart,
  saySame,
  type TypeShelf,
  typeShelf,
} from '../../../shared/library/same-type.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId } from '../../../shared/model/ids.ts';

/** `design` = in this design, `own` = My Library, `catalogue` = comes with Plenum. */
export type TypeSource = 'design' | 'own' | 'catalogue';
export const TYPE_SOURCES: readonly TypeSource[] = ['design', 'own', 'catalogue'];

export interface LibraryEntry {
  readonly type: DeviceType;
  readonly source: TypeSource;
  /** The type of the same name that says otherwise: what a type of the design is held against. */
  readonly other: { readonly type: DeviceType; readonly source: TypeSource } | null;
}

export interface LibraryContent {
  readonly design: readonly DeviceType[];
  readonly own: readonly DeviceType[];
  readonly catalogue: readonly DeviceType[];
}

export interface LibraryEntries {
  readonly design: readonly LibraryEntry[];
  readonly own: readonly LibraryEntry[];
  readonly catalogue: readonly LibraryEntry[];
  /** Every type once: what several sources say alike stands for the first of them. */
  readonly distinct: readonly LibraryEntry[];
  /** The type of that id: the design's, else the person's own, else the catalogue's. */
  byId(id: DeviceTypeId): LibraryEntry | undefined;
}

export function libraryEntries(content: LibraryContent): LibraryEntries {
  const shelves = {
    design: typeShelf(content.design),
    own: typeShelf(content.own),
    catalogue: typeShelf(content.catalogue),
  };
  const entriesOf = (source: TypeSource): readonly LibraryEntry[] =>
    content[source].map((type) => ({ type, source, other: otherOf(shelves, source, type) }));
  const sources = {
    design: entriesOf('design'),
    own: entriesOf('own'),
    catalogue: entriesOf('catalogue'),
  };
  const all = [...sources.design, ...sources.own, ...sources.catalogue];
  const first = new Map<DeviceTypeId, LibraryEntry>();
  for (const entry of all) if (!first.has(entry.type.id)) first.set(entry.type.id, entry);
  const distinct = all.filter(
    ({ type, source }) =>
      !earlier(source).some((each) => {
        const same = counterpart(shelves[each], type);
        return same !== undefined && saySame(same, type);
      }),
  );
  return { ...sources, distinct, byId: (id) => first.get(id) };
}

/** What a type of the design is held against; null where nothing of its name says otherwise. */
export function otherThan(
  type: DeviceType,
  own: TypeShelf,
  catalogue: TypeShelf,
): LibraryEntry['other'] {
  const other = counterpart(own, type);
  const shipped = other ?? counterpart(catalogue, type);
  if (shipped === undefined || saySame(shipped, type)) return null;
  return { type: shipped, source: other ? 'own' : 'catalogue' };
}

function earlier(source: TypeSource): readonly TypeSource[] {
  return TYPE_SOURCES.slice(0, TYPE_SOURCES.indexOf(source));
}

/** A type of the catalogue is the measure of others and is not held against them. */
function otherOf(
  shelves: Readonly<Record<TypeSource, TypeShelf>>,
  source: TypeSource,
  type: DeviceType,
): LibraryEntry['other'] {
  if (source === 'catalogue') return null;
  if (source === 'design') return otherThan(type, shelves.own, shelves.catalogue);
  for (const against of ['design', 'catalogue'] as const) {
    const other = counterpart(shelves[against], type);
    if (other) return saySame(other, type) ? null : { type: other, source: against };
  }
  return null;
}
