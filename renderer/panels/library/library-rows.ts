/** The library as the lines of one list: recent types, types of the design, the catalogue. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { searchTypes, type TypeGroup } from './type-search.ts';

export type LibrarySection = 'recent' | 'design' | 'catalogue' | 'found';

export type LibraryRow =
  | { readonly kind: 'section'; readonly section: LibrarySection; readonly count: number }
  | { readonly kind: 'type'; readonly type: DeviceType; readonly key: string };

interface LibraryContent {
  readonly catalogue: readonly DeviceType[];
  /** Types that stand in the design; they may be of the catalogue or imported. */
  readonly inDesign: readonly DeviceType[];
  /** Ids of the types placed last, newest first. */
  readonly recent: readonly string[];
}

const RECENT_SHOWN = 4;

/**
 * What the library lists. Without a query: recent, imported, catalogue. With one: one ranked list. A type
 * that is in the design stands for the catalogue's of the same id.
 */
export function libraryRows(
  content: LibraryContent,
  query: string,
  group: TypeGroup | null,
): readonly LibraryRow[] {
  const { catalogue, inDesign, recent } = content;
  const shipped = new Set(catalogue.map(({ id }) => id));
  const imported = inDesign.filter(({ id }) => !shipped.has(id));
  const all = [...catalogue, ...imported];
  if (query.trim() !== '') return sectionOf('found', searchTypes(all, query, group));
  const byId = new Map(all.map((type) => [type.id, type]));
  const recentTypes = recent.flatMap((id) => byId.get(id) ?? []);
  return [
    ...sectionOf('recent', searchTypes(recentTypes, '', group).slice(0, RECENT_SHOWN)),
    ...sectionOf('design', searchTypes(imported, '', group)),
    ...sectionOf('catalogue', searchTypes(catalogue, '', group)),
  ];
}

function sectionOf(section: LibrarySection, types: readonly DeviceType[]): readonly LibraryRow[] {
  if (types.length === 0) return [];
  return [
    { kind: 'section', section, count: types.length },
    ...types.map((type) => ({ kind: 'type', type, key: `${section}:${type.id}` }) as const),
  ];
}
