/** The library's entries and lines, made anew only where a source, a mark or the filter is another. */
import { useEffect, useMemo } from 'react';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import { prepareSearch } from '../../../shared/library/type-search.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { libraryEntries } from './library-entries.ts';
import { type LibraryFilter, type LibraryRow, libraryRows } from './library-rows.ts';

export function useLibraryRows(filter: LibraryFilter): readonly LibraryRow[] {
  const { library } = useWorkspace();
  const { types: own, favourites, recent } = useLive(library);
  const inDesign = useEditorState((state) => state.design.deviceTypes);
  const entries = useMemo(
    () => libraryEntries({ design: [...inDesign.values()], own, catalogue: CATALOG_TYPES }),
    [inDesign, own],
  );
  usePrepared(own);
  usePrepared(CATALOG_TYPES);
  return useMemo(
    () => libraryRows(entries, { favourites, recent }, filter),
    [entries, favourites, recent, filter],
  );
}

/** How much of an idle moment is left over, ms. */
const MARGIN_MS = 2;

/** Types are made ready for the search in idle moments: the first key is as quick as every other. */
function usePrepared(types: readonly DeviceType[]): void {
  useEffect(() => {
    let next = 0;
    const go = (idle: IdleDeadline): void => {
      while (next < types.length && idle.timeRemaining() > MARGIN_MS) {
        const type = types[next];
        if (type) prepareSearch(type);
        next += 1;
      }
      if (next < types.length) handle = requestIdleCallback(go);
    };
    let handle = requestIdleCallback(go);
    return () => cancelIdleCallback(handle);
  }, [types]);
}
