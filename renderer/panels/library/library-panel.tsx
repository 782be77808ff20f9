import { useVirtualizer } from '@tanstack/react-virtual';
import { FilePlus2, X } from 'lucide-react';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import { say } from '../../../shared/text/index.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { PanelHeader } from '../parts/panel-header.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './library.module.css';
import { type LibraryRow, libraryRows } from './library-rows.ts';
import { TypeCard } from './type-card.tsx';
import { TypeLine, typeLineHeight } from './type-line.tsx';
import { TYPE_GROUPS, type TypeGroup } from './type-search.ts';
import { usePlacing } from './use-placing.ts';
import { useTypeCard } from './use-type-card.ts';

const HEADING_PX = 32;

/** Id of the search field: Find leads to it. */
export const LIBRARY_SEARCH_ID = 'library-search';

interface LibraryPanelProps {
  readonly onImport: () => void;
  readonly onClose: () => void;
}

/** The left panel: find a device type and put it into a rack, by pointer or by keyboard. */
export function LibraryPanel({ onImport, onClose }: LibraryPanelProps) {
  const { settings } = useWorkspace();
  const { recentTypes } = useLive(settings);
  const inDesign = useEditorState((state) => state.design.deviceTypes);
  const [query, setQuery] = useState('');
  const [group, setGroup] = useState<TypeGroup | null>(null);
  const rows = useMemo(() => {
    const content = {
      catalogue: CATALOG_TYPES,
      inDesign: [...inDesign.values()],
      recent: recentTypes,
    };
    return libraryRows(content, query, group);
  }, [inDesign, recentTypes, query, group]);
  return (
    <section className={styles.panel} aria-label={say('panels.library.title')}>
      <PanelHeader title={say('panels.library.title')}>
        <IconButton icon={FilePlus2} label={say('panels.library.import')} onClick={onImport} />
        <IconButton icon={X} label={say('panels.library.close')} onClick={onClose} />
      </PanelHeader>
      <TypeList rows={rows} query={query} onQuery={setQuery}>
        <GroupChips group={group} onChange={setGroup} />
      </TypeList>
    </section>
  );
}

interface GroupChipsProps {
  readonly group: TypeGroup | null;
  readonly onChange: (group: TypeGroup | null) => void;
}

function GroupChips({ group, onChange }: GroupChipsProps) {
  return (
    <div className={styles.chips} role="group" aria-label={say('panels.library.filter')}>
      {TYPE_GROUPS.map((each) => (
        <button
          key={each}
          type="button"
          className={styles.chip}
          aria-pressed={group === each}
          onClick={() => onChange(group === each ? null : each)}
        >
          {say(`panels.group.${each}`)}
        </button>
      ))}
    </div>
  );
}

interface TypeListProps {
  readonly rows: readonly LibraryRow[];
  readonly query: string;
  readonly onQuery: (query: string) => void;
  /** Stands between the search field and the list. */
  readonly children: React.ReactNode;
}

/** The search field is the box of the list: arrows walk the list, Enter places what is marked. */
function TypeList({ rows, query, onQuery, children }: TypeListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const placing = usePlacing();
  const card = useTypeCard();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize(index) {
      const row = rows[index];
      return row?.kind === 'type' ? typeLineHeight(row.type) : HEADING_PX;
    },
    getItemKey: (index) => keyOf(rows[index], index),
    overscan: 6,
  });
  const at = rows.findIndex((row) => row.kind === 'type' && row.key === marked);

  const active =
    at >= 0 && marked !== null ? { 'aria-activedescendant': optionId(listId, marked) } : {};

  function walk(by: 1 | -1): void {
    let next = at;
    do next += by;
    while (rows[next]?.kind === 'section');
    const row = rows[next];
    if (row?.kind !== 'type') return;
    setMarked(row.key);
    virtual.scrollToIndex(next);
    card.hide();
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter') {
      const row = rows[at] ?? rows.find(({ kind }) => kind === 'type');
      if (row?.kind === 'type') placing.placeByKeyboard(row.type);
    } else if (event.key === 'Escape') card.hide();
  }
  return (
    <>
      <div className={styles.search}>
        <SearchField
          id={LIBRARY_SEARCH_ID}
          value={query}
          label={say('panels.library.search')}
          onChange={onQuery}
          onKeyDown={onKeyDown}
          aria={{
            role: 'combobox',
            'aria-expanded': true,
            'aria-controls': listId,
            'aria-autocomplete': 'list',
            ...active,
          }}
        />
      </div>
      {children}
      <div ref={scroller} className={styles.list} onScroll={card.hide}>
        {rows.length === 0 ? (
          <EmptyNote title={say('panels.library.none')}>{say('panels.library.noneHint')}</EmptyNote>
        ) : null}
        <div
          id={listId}
          role="listbox"
          tabIndex={0}
          {...active}
          onKeyDown={onKeyDown}
          aria-label={say('panels.library.list')}
          className={styles.rows}
          style={{ height: virtual.getTotalSize() }}
        >
          {virtual.getVirtualItems().map(({ index, start, size, key }) => {
            const row = rows[index];
            if (!row) return null;
            const place = { height: size, transform: `translateY(${start}px)` };
            if (row.kind === 'section') {
              return (
                <div
                  key={key}
                  role="presentation"
                  className={`${styles.place} ${styles.heading}`}
                  style={place}
                >
                  <span>{say(`panels.library.section.${row.section}`)}</span>
                  <span>{row.count}</span>
                </div>
              );
            }
            return (
              <div key={key} role="presentation" className={styles.place} style={place}>
                <TypeLine
                  id={optionId(listId, row.key)}
                  type={row.type}
                  marked={row.key === marked}
                  onPointerDown={(event) => {
                    setMarked(row.key);
                    card.hide();
                    placing.takeInHand(row.type, event);
                  }}
                  onPointerEnter={(event) => card.showSoon(row.type, event.currentTarget)}
                  onPointerLeave={card.hideSoon}
                />
              </div>
            );
          })}
        </div>
      </div>
      {card.shown === null ? null : (
        <TypeCard {...card.shown} onEnter={card.keep} onLeave={card.hideSoon} />
      )}
    </>
  );
}

function optionId(listId: string, key: string): string {
  return `${listId}-${key}`;
}

function keyOf(row: LibraryRow | undefined, index: number): string {
  if (row === undefined) return String(index);
  return row.kind === 'type' ? row.key : `section:${row.section}`;
}
