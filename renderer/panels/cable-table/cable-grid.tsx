import { useVirtualizer } from '@tanstack/react-virtual';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { type KeyboardEvent, type MouseEvent, useEffect, useId, useRef, useState } from 'react';
import { say } from '../../../shared/text/index.ts';
import { NOTHING_SELECTED, patchEach, sayReason } from '../../editor/index.ts';
import { showTogether } from '../show-subjects.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './cable-table.module.css';
import { CellEditor } from './cell-editor.tsx';
import { patchFrom } from './cell-patch.ts';
import type { CableColumn } from './columns.ts';
import { rangeOf, step } from './grid-keys.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { blockText, type PastePlan, pastePlan } from './paste-plan.ts';
import type { Sorting } from './row-order.ts';
import type { TableCable } from './table-cable.ts';

const ROW_PX = 26;

interface CableGridProps {
  readonly cables: readonly TableCable[];
  readonly columns: readonly CableColumn[];
  readonly sorting: Sorting | null;
  readonly onSort: (column: CableColumn) => void;
}

interface Editing {
  readonly row: number;
  readonly column: CableColumn;
  readonly initial: string;
}

/** The cells: walked by keys, edited in place, copied and pasted as blocks; only the rows in sight are on the page. */
export function CableGrid({ cables, columns, sorting, onSort }: CableGridProps) {
  const { editor } = useWorkspace();
  const design = useEditorState((state) => state.design);
  const selected = useEditorState((state) => state.selection.cables);
  const readOnly = useEditorState((state) => state.readOnly);
  const [active, setActive] = useState({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState(0);
  const [editing, setEditing] = useState<Editing | null>(null);
  const [pasting, setPasting] = useState<PastePlan | null>(null);
  const gridId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: cables.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    scrollPaddingStart: ROW_PX,
  });
  const row = Math.min(active.row, cables.length - 1);
  const column = Math.min(active.column, columns.length - 1);
  const current = columns[column];
  const width = columns.reduce((sum, { widthPx }) => sum + widthPx, 0);

  useFollowSelection(cables, selected, (index) => virtual.scrollToIndex(index));

  function select(from: number, to: number): void {
    const ids = rangeOf(from, to).flatMap((index) => cables[index]?.cable.id ?? []);
    editor.set({ selection: { ...NOTHING_SELECTED, cables: new Set(ids) } });
  }
  function go(toRow: number, toColumn: number, extend: boolean): void {
    const nextRow = Math.max(0, Math.min(cables.length - 1, toRow));
    const nextColumn = Math.max(0, Math.min(columns.length - 1, toColumn));
    setActive({ row: nextRow, column: nextColumn });
    if (extend) select(anchor, nextRow);
    else if (nextRow !== row || !isSelectedRow(nextRow)) {
      setAnchor(nextRow);
      select(nextRow, nextRow);
    }
    virtual.scrollToIndex(nextRow);
    requestAnimationFrame(() => bringColumnIntoView(nextColumn));
  }
  function isSelectedRow(index: number): boolean {
    const id = cables[index]?.cable.id;
    return id !== undefined && selected.has(id);
  }
  function bringColumnIntoView(index: number): void {
    scroller.current
      ?.querySelector(`[data-head="${index}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }
  function edit(initial: string | null): void {
    const cable = cables[row];
    if (!cable || !current || current.field === null) return;
    if (readOnly !== null) {
      editor.notify('refused', sayReason(readOnly));
      return;
    }
    setEditing({ row, column: current, initial: initial ?? ownText(cable, current) });
  }
  /** What an editor begins with: an estimated length is nobody's entry. */
  function ownText(cable: TableCable, { field, text }: CableColumn): string {
    if (field === 'lengthM') return cable.cable.lengthM === null ? '' : String(cable.cable.lengthM);
    if (field === 'medium' || field === 'side' || field === 'status') return cable.cable[field];
    return text(cable, design);
  }
  /** The cables that an edit is made to: all selected rows when the cell is in one of them. */
  function editedCables(): readonly TableCable[] {
    const cable = cables[row];
    if (!cable) return [];
    if (!selected.has(cable.cable.id)) return [cable];
    return cables.filter((each) => selected.has(each.cable.id));
  }
  /** Makes the edit; returns why not. */
  function commit(text: string, then: 'stay' | 'down' | 'right' | 'left'): string | null {
    if (!editing || editing.column.field === null) return null;
    const answer = patchFrom(editing.column.field, text);
    if (!answer.ok) return answer.reason;
    const patches = new Map(editedCables().map(({ cable }) => [cable.id, answer.patch]));
    const made = patchEach(design, patches);
    if (!made.ok) return sayReason(made.reason);
    if (made.edit.diff.updated.length > 0) editor.perform(made);
    setEditing(null);
    scroller.current?.focus();
    if (then === 'down' && patches.size === 1) go(row + 1, column, false);
    else if (then === 'right') go(row, column + 1, false);
    else if (then === 'left') go(row, column - 1, false);
    return null;
  }
  function onKeyDown(event: KeyboardEvent): void {
    if (editing || event.target !== scroller.current) return;
    const mod = event.ctrlKey || event.metaKey;
    const moved = step(event, { row, column }, { rows: cables.length, columns: columns.length });
    if (moved) {
      take(event);
      go(moved.row, moved.column, event.shiftKey && moved.row !== row);
    } else if (mod && event.key.toLowerCase() === 'a') {
      take(event);
      select(0, cables.length - 1);
    } else if (event.key === 'Enter' || event.key === 'F2') {
      take(event);
      if (current?.field === null) showSelected();
      else edit(null);
    } else if (event.key === ' ' && !mod) {
      take(event);
      toggle(row);
    } else if (!mod && !event.altKey && event.key.length === 1 && current?.field !== null) {
      take(event);
      edit(event.key);
    } else if (mod && event.key.toLowerCase() === 'c') {
      take(event);
      void copy();
    } else if (mod && event.key.toLowerCase() === 'v') {
      take(event);
      void paste();
    }
  }
  function take(event: KeyboardEvent): void {
    event.preventDefault();
    event.stopPropagation();
  }
  function showSelected(): void {
    showTogether(
      editor,
      Array.from(editor.state.selection.cables, (id) => ({ kind: 'cable' as const, id })),
    );
  }
  function toggle(index: number): void {
    const id = cables[index]?.cable.id;
    if (id === undefined) return;
    const next = new Set(selected);
    if (!next.delete(id)) next.add(id);
    editor.set({ selection: { ...NOTHING_SELECTED, cables: next } });
    setAnchor(index);
  }
  function press(event: MouseEvent, index: number, at: number): void {
    setActive({ row: index, column: at });
    if (event.shiftKey) select(anchor, index);
    else if (event.ctrlKey || event.metaKey) toggle(index);
    else {
      setAnchor(index);
      select(index, index);
    }
  }
  async function copy(): Promise<void> {
    const chosen = cables.filter(({ cable }) => selected.has(cable.id));
    if (chosen.length === 0) return;
    const head = columns.map(({ title }) => title);
    const body = chosen.map((cable) => columns.map(({ text }) => text(cable, design)));
    await editor.clipboard.write(blockText([head, ...body]));
    editor.notify('info', say('cables.copied', { count: chosen.length }));
  }
  async function paste(): Promise<void> {
    if (readOnly !== null) {
      editor.notify('refused', sayReason(readOnly));
      return;
    }
    const text = await editor.clipboard.read();
    if (text === '') return;
    const place = { shown: cables, rows: cables.slice(row), columns: columns.slice(column) };
    setPasting(pastePlan(editor.state.design, text, place));
  }

  return (
    <>
      <div
        ref={scroller}
        className={styles.scroller}
        role="grid"
        tabIndex={0}
        aria-label={say('cables.grid', { count: cables.length })}
        aria-rowcount={cables.length + 1}
        aria-colcount={columns.length}
        aria-multiselectable="true"
        aria-activedescendant={`${gridId}-${row}-${column}`}
        onKeyDown={onKeyDown}
      >
        <div className={styles.head} role="row" aria-rowindex={1} style={{ width }}>
          {columns.map((each, at) => (
            <HeadCell key={each.id} column={each} at={at} sorting={sorting} onSort={onSort} />
          ))}
        </div>
        <div
          className={styles.rows}
          role="presentation"
          style={{ height: virtual.getTotalSize(), width }}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const cable = cables[index];
            if (!cable) return null;
            return (
              <div
                key={cable.cable.id}
                role="row"
                aria-rowindex={index + 2}
                aria-selected={selected.has(cable.cable.id)}
                className={styles.row}
                style={{ transform: `translateY(${start}px)`, width }}
              >
                {columns.map((each, at) => (
                  // The grid has the keyboard, and walks its cells.
                  // oxlint-disable-next-line jsx-a11y/interactive-supports-focus, jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
                  <div
                    key={each.id}
                    id={`${gridId}-${index}-${at}`}
                    role={at === 0 ? 'rowheader' : 'gridcell'}
                    aria-readonly={each.field === null}
                    className={styles.cell}
                    data-active={index === row && at === column}
                    data-numeric={each.numeric}
                    data-said={saidOf(each, cable)}
                    style={{ width: each.widthPx }}
                    title={each.text(cable, design)}
                    onMouseDown={(event) => press(event, index, at)}
                    onDoubleClick={() => edit(null)}
                  >
                    {editing && editing.row === index && editing.column.id === each.id ? (
                      <CellEditor
                        column={each}
                        initial={editing.initial}
                        label={editorLabel(each, editedCables())}
                        onCommit={commit}
                        onCancel={() => {
                          setEditing(null);
                          scroller.current?.focus();
                        }}
                      />
                    ) : (
                      <CellText column={each} cable={cable} text={each.text(cable, design)} />
                    )}
                  </div>
                ))}
              </div>
            );
          })}
        </div>
      </div>
      {pasting === null ? null : (
        <PasteDialog
          plan={pasting}
          onApply={() => {
            const made = patchEach(design, pasting.patches);
            if (editor.perform(made)) setPasting(null);
          }}
          onClose={() => {
            setPasting(null);
            scroller.current?.focus();
          }}
        />
      )}
    </>
  );
}

/** What is selected elsewhere is brought into view here. */
function useFollowSelection(
  cables: readonly TableCable[],
  selected: ReadonlySet<string>,
  scrollTo: (index: number) => void,
): void {
  const last = useRef(selected);
  useEffect(() => {
    if (last.current === selected) return;
    last.current = selected;
    if (selected.size === 0) return;
    const index = cables.findIndex(({ cable }) => selected.has(cable.id));
    const hasFocus = document.activeElement?.getAttribute('role') === 'grid';
    if (index >= 0 && !hasFocus) scrollTo(index);
  }, [cables, selected, scrollTo]);
}

interface HeadCellProps {
  readonly column: CableColumn;
  readonly at: number;
  readonly sorting: Sorting | null;
  readonly onSort: (column: CableColumn) => void;
}

function HeadCell({ column, at, sorting, onSort }: HeadCellProps) {
  const isSorted = sorting?.column.id === column.id;
  const Arrow = sorting?.descending ? ArrowDown : ArrowUp;
  const order = sorting?.descending ? 'descending' : 'ascending';
  return (
    <div
      role="columnheader"
      aria-sort={isSorted ? order : 'none'}
      className={styles.headCell}
      data-head={at}
      data-numeric={column.numeric}
      style={{ width: column.widthPx }}
    >
      <button
        type="button"
        tabIndex={-1}
        title={say('cables.sortBy', { column: column.title })}
        onClick={() => onSort(column)}
      >
        <span>{column.title}</span>
        {isSorted ? <Arrow size={12} aria-hidden /> : null}
      </button>
    </div>
  );
}

function CellText({
  column,
  cable,
  text,
}: {
  readonly column: CableColumn;
  readonly cable: TableCable;
  readonly text: string;
}) {
  const { colour } = cable.cable;
  if (column.id !== 'colour' || colour === null) return <span>{text}</span>;
  return (
    <>
      <span className={styles.swatch} style={{ background: colour }} aria-hidden />
      <span>{text}</span>
    </>
  );
}

/** What a cell says gravely, for its colour; the words say it too. */
function saidOf({ id }: CableColumn, { row, worst }: TableCable): string | undefined {
  if (id === 'worst') return worst ?? undefined;
  if (id === 'source') return row?.lengthStale ? 'warning' : undefined;
  if (id !== 'verdict' || row === null) return undefined;
  return { ok: undefined, 'vendor-only': 'warning', over: 'error', unknown: 'unknown' }[
    row.verdict
  ];
}

function editorLabel(column: CableColumn, cables: readonly TableCable[]): string {
  const [first] = cables;
  if (cables.length > 1) {
    return say('cables.editingMany', { column: column.title, count: cables.length });
  }
  return say('cables.editing', { column: column.title, label: first?.cable.label ?? '' });
}
