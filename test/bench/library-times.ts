/** How long the library takes with thousands of types: its file, each key of a search, its list in the window. */
import { join } from 'node:path';
import { saveTypes } from '../../electron/storage/library/change-library.ts';
import { openLibrary } from '../../electron/storage/library/open-library.ts';
import {
  type LibraryEntries,
  libraryEntries,
} from '../../renderer/panels/library/library-entries.ts';
import { libraryRows } from '../../renderer/panels/library/library-rows.ts';
import { CATALOG_TYPES } from '../../shared/catalog/index.ts';
import { prepareSearch } from '../../shared/library/type-search.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { benchTypes } from './library-scene.ts';
import { rounded, type Spread, spreadOf, timed } from './numbers.ts';

export interface LibraryTimes {
  readonly types: number;
  /** All types into a new file, in one change. */
  readonly saveMs: number;
  /** Checked, read and understood. */
  readonly openMs: Spread;
  /** Sources held against one another. */
  readonly entriesMs: Spread;
  /** What a search looks at in every type, worked out once. */
  readonly prepareMs: number;
  /** From the query to the lines of the list. */
  readonly keyMs: Spread;
}

const TYPES = 5000;
/** Typed letter by letter. */
export const QUERIES = [
  'qm9700',
  'acme switch 400g 1u',
  'free osfp >= 32',
  'power < 2 kW airflow:rear-to-front',
  'nvdia',
  'zzzzqqq',
  'unknown:power harbour',
];
const ROUNDS = 3;

/** @param folder an empty one */
export function measureLibrary(folder: string): LibraryTimes {
  const file = join(folder, 'library.plenum-types');
  const types = benchTypes(TYPES);
  const { db } = openLibrary(file, new Date());
  const start = performance.now();
  saveTypes(db, types, []);
  const saveMs = rounded(performance.now() - start);
  db.close();
  const openMs = spreadOf(timed(5, () => openLibrary(file, new Date()).db.close()));
  const own = openLibrary(file, new Date());
  own.db.close();
  const content = {
    design: [],
    own: own.content.types.map((text) => JSON.parse(text) as DeviceType),
    catalogue: CATALOG_TYPES,
  };
  const entriesMs = spreadOf(timed(5, () => void libraryEntries(content)));
  const entries = libraryEntries(content);
  const before = performance.now();
  for (const type of [...content.own, ...CATALOG_TYPES]) prepareSearch(type);
  const prepareMs = rounded(performance.now() - before);
  const keys = Array.from({ length: ROUNDS }, () => timesOf(entries)).flat();
  return {
    types: TYPES,
    saveMs,
    openMs,
    entriesMs,
    prepareMs,
    keyMs: spreadOf(keys),
  };
}

function timesOf(entries: LibraryEntries): readonly number[] {
  const marked = { favourites: new Set<string>(), recent: [] };
  return QUERIES.flatMap((query) =>
    Array.from(query, (_, k) => {
      const start = performance.now();
      libraryRows(entries, marked, {
        query: query.slice(0, k + 1),
        group: null,
        source: null,
        favouritesOnly: false,
      });
      return performance.now() - start;
    }),
  );
}
