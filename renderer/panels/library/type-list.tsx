import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import { SearchField } from '../parts/search-field.tsx';
import { useWorkspace } from '../workspace.ts';
import styles from './library.module.css';
import type { LibraryEntry } from './library-entries.ts';
import type { LibraryFilter, LibraryRow } from './library-rows.ts';
import { NothingFound } from './nothing-found.tsx';
import { useTypeActions } from './type-actions.ts';
import { TypeCard } from './type-card.tsx';
import { TypeLine, typeLineHeight } from './type-line.tsx';
import { TypeMenu, type TypeMenuRequest } from './type-menu.tsx';
import { usePlacing } from './use-placing.ts';
import { useTypeCard } from './use-type-card.ts';

const HEADING_PX = 32;

/** Id of the search field: Find leads to it. */
export const LIBRARY_SEARCH_ID = 'library-search';

interface TypeListProps {
  readonly rows: readonly LibraryRow[];
  readonly filter: LibraryFilter;
  readonly onQuery: (query: string) => void;
  /** Stands between the search field and the list. */
  readonly children: React.ReactNode;
}

/**
 * The search field is the box of the list: arrows walk the list, Enter places what is marked, Shift+Enter shows
 * it closely, the menu key or Shift+F10 opens what else can be done with it.
 */
export function TypeList({ rows, filter, onQuery, children }: TypeListProps) {
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const [marked, setMarked] = useState<string | null>(null);
  const [menu, setMenu] = useState<TypeMenuRequest | null>(null);
  const placing = usePlacing();
  const actionsOf = useTypeActions();
  const { editor } = useWorkspace();
  const card = useTypeCard();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize(index) {
      const row = rows[index];
      return row?.kind === 'type' ? typeLineHeight(row.entry.type) : HEADING_PX;
    },
    getItemKey: (index) => keyOf(rows[index], index),
    overscan: 6,
  });
  const at = rows.findIndex((row) => row.kind === 'type' && row.key === marked);
  const active =
    at >= 0 && marked !== null ? { 'aria-activedescendant': optionId(listId, marked) } : {};

  function lineOf(key: string): HTMLElement | null {
    return document.getElementById(optionId(listId, key));
  }
  function walk(by: 1 | -1): void {
    let next = at;
    do next += by;
    while (rows[next]?.kind === 'section');
    const row = rows[next];
    if (row?.kind !== 'type') return;
    setMarked(row.key);
    virtual.scrollToIndex(next);
    if (card.shown?.byKey !== true) {
      card.hide();
      return;
    }
    // The line is laid out with the next frame.
    requestAnimationFrame(() => {
      const line = lineOf(row.key);
      if (line) card.showNow(row.entry, line);
    });
  }
  /** What is marked; before anything is, what Enter would take: the first line. */
  function meant(): Extract<LibraryRow, { kind: 'type' }> | null {
    const row = rows[at] ?? rows.find(({ kind }) => kind === 'type');
    return row?.kind === 'type' ? row : null;
  }
  function openMenu(entry: LibraryEntry, x: number, y: number): void {
    card.hide();
    setMenu({ entry, x, y });
  }
  function drawFace(entry: LibraryEntry): void {
    card.hide();
    const action = actionsOf(entry).find(({ id }) => id === 'faceplate');
    if (action?.objection) editor.notify('refused', action.objection);
    else void action?.run();
  }
  function onKeyDown(event: KeyboardEvent): void {
    const row = meant();
    const line = row && lineOf(row.key);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      walk(event.key === 'ArrowDown' ? 1 : -1);
    } else if (event.key === 'Enter' && event.shiftKey) {
      event.preventDefault();
      if (row && line) card.showNow(row.entry, line);
      if (row) setMarked(row.key);
    } else if (event.key === 'Enter') {
      if (row) placing.placeByKeyboard(row.entry);
    } else if (event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey)) {
      event.preventDefault();
      const box = line?.getBoundingClientRect();
      // A menu takes a key outside of it as a wish to close: this one must be over before it opens.
      if (row && box) setTimeout(() => openMenu(row.entry, box.left + 24, box.bottom));
    } else if (event.key === 'Escape') card.hide();
  }
  return (
    <>
      <div className={styles.search}>
        <SearchField
          id={LIBRARY_SEARCH_ID}
          value={filter.query}
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
      <div ref={scroller} className={styles.list} onScroll={card.hideUnlessByKey}>
        {rows.length === 0 ? <NothingFound filter={filter} onTry={onQuery} /> : null}
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
                  <span>{say(`library.section.${row.section}`)}</span>
                  <span>{row.count}</span>
                </div>
              );
            }
            const { entry } = row;
            return (
              <div key={key} role="presentation" className={styles.place} style={place}>
                <TypeLine
                  id={optionId(listId, row.key)}
                  row={row}
                  marked={row.key === marked}
                  onPointerDown={(event) => {
                    setMarked(row.key);
                    card.hide();
                    placing.takeInHand(entry, event);
                  }}
                  onContextMenu={(event: MouseEvent) => {
                    event.preventDefault();
                    setMarked(row.key);
                    openMenu(entry, event.clientX, event.clientY);
                  }}
                  onPointerMove={(event) => {
                    // Where a menu closes over a type nobody has pointed at it.
                    const { movementX, movementY, currentTarget } = event;
                    if (movementX !== 0 || movementY !== 0) card.showSoon(entry, currentTarget);
                  }}
                  onPointerLeave={card.hideSoon}
                  onDoubleClick={() => drawFace(entry)}
                />
              </div>
            );
          })}
        </div>
      </div>
      {card.shown === null ? null : (
        <TypeCard
          {...card.shown}
          onEnter={card.keep}
          onLeave={card.hideSoon}
          onClose={card.hide}
          onMenu={openMenu}
        />
      )}
      {menu === null ? null : <TypeMenu request={menu} onClose={() => setMenu(null)} />}
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
