/** The library as the lines of one list, in sections; with a query it is one ranked list. */
import { searchTypes } from '../../../shared/library/type-search.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId } from '../../../shared/model/ids.ts';
import type { LibraryEntries, LibraryEntry, TypeSource } from './library-entries.ts';
import { groupOf, type TypeGroup } from './type-groups.ts';

export type LibrarySection = 'favourite' | 'recent' | TypeSource | 'found';

export type LibraryRow =
  | { readonly kind: 'section'; readonly section: LibrarySection; readonly count: number }
  | {
      readonly kind: 'type';
      readonly entry: LibraryEntry;
      readonly favourite: boolean;
      /** Whether the line says where the type is: not under the heading that does. */
      readonly tellsSource: boolean;
      readonly key: string;
    };

export interface LibraryFilter {
  readonly query: string;
  readonly group: TypeGroup | null;
  readonly source: TypeSource | null;
  readonly favouritesOnly: boolean;
}

interface Marked {
  readonly favourites: ReadonlySet<DeviceTypeId>;
  /** Ids of the types placed last, newest first. */
  readonly recent: readonly DeviceTypeId[];
}

const RECENT_SHOWN = 4;

/**
 * What the library lists. Without a query: favourites, recent, then source by source. With one, or only the
 * favourites: one list in which a type that several sources say alike stands once.
 */
export function libraryRows(
  entries: LibraryEntries,
  { favourites, recent }: Marked,
  { query, group, source, favouritesOnly }: LibraryFilter,
): readonly LibraryRow[] {
  const fits = ({ type }: LibraryEntry): boolean =>
    (group === null || groupOf(type.category) === group) &&
    (!favouritesOnly || favourites.has(type.id));
  const section = (
    name: LibrarySection,
    those: readonly LibraryEntry[],
    tellsSource = true,
  ): readonly LibraryRow[] => {
    if (those.length === 0) return [];
    const lines = those.map(
      (entry): LibraryRow => ({
        kind: 'type',
        entry,
        favourite: favourites.has(entry.type.id),
        tellsSource,
        key: `${name}:${entry.source}:${entry.type.id}`,
      }),
    );
    return [{ kind: 'section', section: name, count: those.length }, ...lines];
  };
  if (query.trim() !== '') {
    const among = (source === null ? entries.distinct : entries[source]).filter(fits);
    return section('found', ranked(among, query), source === null);
  }
  if (source !== null) return section(source, entries[source].filter(fits), false);
  if (favouritesOnly) return section('favourite', entries.distinct.filter(fits));
  const named = (ids: Iterable<DeviceTypeId>): readonly LibraryEntry[] =>
    [...ids].flatMap((id) => entries.byId(id) ?? []).filter(fits);
  return [
    ...section('favourite', named(favourites)),
    ...section('recent', named(recent).slice(0, RECENT_SHOWN)),
    ...section('design', entries.design.filter(fits), false),
    ...section('own', entries.own.filter(fits), false),
    ...section('catalogue', entries.catalogue.filter(fits), false),
  ];
}

function ranked(entries: readonly LibraryEntry[], query: string): readonly LibraryEntry[] {
  const byType = new Map<DeviceType, LibraryEntry>(entries.map((entry) => [entry.type, entry]));
  return searchTypes([...byType.keys()], query).flatMap((type) => byType.get(type) ?? []);
}
