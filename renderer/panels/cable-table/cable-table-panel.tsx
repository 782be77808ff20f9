import { Crosshair, ListTree, SquareDashedMousePointer, X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import { shownCables } from '../../editor/index.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { PanelHeader } from '../parts/panel-header.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { showTogether } from '../show-subjects.ts';
import { useLive } from '../use-live.ts';
import { useSlicedFilter } from '../use-sliced-filter.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { CableGrid } from './cable-grid.tsx';
import styles from './cable-table.module.css';
import { ColumnMenu } from './column-menu.tsx';
import { CABLE_COLUMNS, type CableColumn, isColumnShown } from './columns.ts';
import { FilterMenus } from './filter-menus.tsx';
import { holdingWords, type Sorting, sorted } from './row-order.ts';
import { type TableCable, tableCables } from './table-cable.ts';

interface CableTablePanelProps {
  /** Shows the findings in this panel's place. */
  readonly onFindings: () => void;
  readonly onClose: () => void;
}

/** The bottom panel: every cable of the design in a table that is sorted, filtered and edited. */
export function CableTablePanel({ onFindings, onClose }: CableTablePanelProps) {
  const { editor, settings } = useWorkspace();
  const { panels } = useLive(settings);
  const [query, setQuery] = useState('');
  const [onlySelected, setOnlySelected] = useState(false);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const design = useEditorState((state) => state.design);
  const selected = useEditorState((state) => state.selection.cables);
  const columns = useMemo(
    () => CABLE_COLUMNS.filter(({ id }) => isColumnShown(panels, id)),
    [panels],
  );
  const cables = useShownCables(columns, query, onlySelected, sorting);
  const show = () =>
    showTogether(
      editor,
      Array.from(selected, (id) => ({ kind: 'cable' as const, id })),
    );
  return (
    <section className={styles.panel} aria-label={say('cables.title')}>
      <PanelHeader
        title={say('cables.title')}
        detail={say('cables.shown', { shown: cables.length, all: design.cables.size })}
      >
        <IconButton icon={ListTree} label={say('cables.toFindings')} onClick={onFindings} />
        <IconButton
          icon={Crosshair}
          label={say('cables.showInRacks')}
          disabledReason={selected.size === 0 ? say('editor.needs.cables') : null}
          onClick={show}
        />
        <IconButton
          icon={SquareDashedMousePointer}
          label={say('cables.onlySelected')}
          pressed={onlySelected}
          onClick={() => setOnlySelected(!onlySelected)}
        />
        <FilterMenus />
        <ColumnMenu />
        <SearchField
          className={styles.search ?? ''}
          value={query}
          label={say('cables.search')}
          onChange={setQuery}
        />
        <IconButton icon={X} label={say('cables.close')} onClick={onClose} />
      </PanelHeader>
      {cables.length === 0 ? (
        <NothingToShow none={design.cables.size === 0} />
      ) : (
        <CableGrid
          cables={cables}
          columns={columns}
          sorting={sorting}
          onSort={(column) => setSorting(nextSorting(sorting, column))}
        />
      )}
    </section>
  );
}

/** Ascending, descending, as the design has them. */
function nextSorting(sorting: Sorting | null, column: CableColumn): Sorting | null {
  if (sorting?.column.id !== column.id) return { column, descending: false };
  return sorting.descending ? null : { column, descending: true };
}

function useShownCables(
  columns: readonly CableColumn[],
  query: string,
  onlySelected: boolean,
  sorting: Sorting | null,
): readonly TableCable[] {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const design = useEditorState((state) => state.design);
  const filter = useEditorState((state) => state.view.cableFilter);
  // Where it hides nothing, another selection is no reason to make the long list again.
  const selected = useEditorState((state) => (onlySelected ? state.selection.cables : null));
  const words = useDeferredValue(query);
  const all = useMemo(() => tableCables(design, analysis), [design, analysis]);
  const shown = shownCables(design, analysis, filter);
  const kept = useMemo(
    () =>
      shown === null && selected === null
        ? all
        : all.filter(
            ({ cable: { id } }) => (shown?.has(id) ?? true) && (selected?.has(id) ?? true),
          ),
    [all, shown, selected],
  );
  const test = useMemo(() => {
    const holds = holdingWords(words, columns, design);
    return (
      holds &&
      ((index: number): boolean => {
        const cable = kept[index];
        return cable !== undefined && holds(cable);
      })
    );
  }, [kept, words, columns, design]);
  const places = useSlicedFilter(kept.length, test);
  const found = useMemo(
    () => (places === null ? kept : places.flatMap((at) => kept[at] ?? [])),
    [kept, places],
  );
  return useMemo(
    () => (sorting === null ? found : sorted(found, sorting, design)),
    [found, sorting, design],
  );
}

function NothingToShow({ none }: { readonly none: boolean }) {
  const key = none ? 'nothing' : 'noneFit';
  return <EmptyNote title={say(`cables.${key}`)}>{say(`cables.${key}Hint`)}</EmptyNote>;
}
