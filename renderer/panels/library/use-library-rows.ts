/** The library's entries and lines, made anew only where a source, a mark or the filter is another. */
import { useMemo } from 'react';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
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
  return useMemo(
    () => libraryRows(entries, { favourites, recent }, filter),
    [entries, favourites, recent, filter],
  );
}
