/** What another source says of a type of the design, for whoever shows one type alone. */
import { useMemo } from 'react';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import { typeShelf } from '../../../shared/library/same-type.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { type LibraryEntry, otherThan } from './library-entries.ts';

const CATALOGUE = typeShelf(CATALOG_TYPES);

/** The type of the same name that says otherwise; null where there is none. */
export function useOtherType(type: DeviceType): LibraryEntry['other'] {
  const { types } = useLive(useWorkspace().library);
  const own = useMemo(() => typeShelf(types), [types]);
  return useMemo(() => otherThan(type, own, CATALOGUE), [type, own]);
}
