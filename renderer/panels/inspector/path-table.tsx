import { ChevronDown, ChevronUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { PathRow } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { amountText, numberText } from '../parts/number-text.ts';
import { useEditorState } from '../workspace.ts';
import styles from './inspector.module.css';
import { PathButton } from './path-button.tsx';
import { groupText, timeText } from './path-text.ts';

interface PathTableProps {
  readonly rows: readonly PathRow[];
  readonly budgetNs: number | null;
}

/** What the rows may be sorted by; each the largest first, but the name. */
const COLUMNS = ['way', 'hops', 'slowest', 'spread'] as const;
type Column = (typeof COLUMNS)[number];

/** So many rows are shown at first. */
const FIRST_ROWS = 10;

/** The slowest way of each rail, or leaf, and between them, fabric by fabric; a row leads to its devices and cables. */
export function PathTable({ rows, budgetNs }: PathTableProps) {
  const devices = useEditorState((state) => state.design.devices);
  const [column, setColumn] = useState<Column>('slowest');
  const [all, setAll] = useState(false);
  const sorted = useMemo(() => sortedBy(rows, column), [rows, column]);
  const shown = all ? sorted : sorted.slice(0, FIRST_ROWS);
  const fabrics = Map.groupBy(shown, ({ fabric }) => fabric);
  const nameOf = (id: string): string => devices.get(id)?.name ?? id;
  return (
    <>
      <table className={`${styles.table} ${styles.paths}`}>
        <caption className={styles.caption}>{say('panels.time.caption')}</caption>
        <thead>
          <tr>
            {COLUMNS.map((name) => (
              <th key={name} scope="col" aria-sort={ariaSort(name, column)}>
                <button type="button" className={styles.sort} onClick={() => setColumn(name)}>
                  {say(`panels.time.column.${name}`)}
                  {name === column ? <SortMark column={name} /> : null}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        {[...fabrics].map(([fabric, ways]) => (
          <tbody key={fabric}>
            <tr className={styles.fabric}>
              <th scope="rowgroup" colSpan={COLUMNS.length}>
                {fabric === '' ? say('panels.time.noFabric') : fabric}
              </th>
            </tr>
            {ways.map((row) => (
              <Way
                key={`${row.rail}/${row.leaf}/${row.hops}`}
                row={row}
                group={groupText(row, nameOf)}
                budgetNs={budgetNs}
              />
            ))}
          </tbody>
        ))}
      </table>
      {sorted.length > FIRST_ROWS ? (
        <button type="button" className={styles.more} onClick={() => setAll(!all)}>
          {all ? say('panels.time.fewer') : say('panels.time.all', { count: sorted.length })}
        </button>
      ) : null}
    </>
  );
}

interface WayProps {
  readonly row: PathRow;
  readonly group: string;
  readonly budgetNs: number | null;
}

function Way({ row, group, budgetNs }: WayProps) {
  const over = budgetNs !== null && row.knownNs > budgetNs;
  return (
    <tr className={styles.path}>
      <th scope="row">
        <PathButton path={row} name={partsText(row)}>
          {group}
        </PathButton>
      </th>
      <td>{row.hops}</td>
      <td data-over={over} data-lacking={row.slowestNs === null}>
        {over ? <span className={styles.overMark}>{say('panels.time.over')}</span> : null}
        {timeText(row)}
      </td>
      <td>{row.spreadNs === null ? say('panels.time.noSpread') : numberText(row.spreadNs)}</td>
    </tr>
  );
}

/** What the time of a way is made of, and what of it is unknown. */
function partsText({ flightNs, addedNs, switchNs, hops }: PathRow): string {
  return say('panels.time.parts', {
    flight: amountText(flightNs, 'ns'),
    added: amountText(addedNs, 'ns'),
    switches: amountText(switchNs, 'ns'),
    hops,
  });
}

function SortMark({ column }: { readonly column: Column }) {
  const Mark = column === 'way' ? ChevronUp : ChevronDown;
  return <Mark size={12} aria-hidden />;
}

function ariaSort(name: Column, column: Column): 'ascending' | 'descending' | 'none' {
  if (name !== column) return 'none';
  return name === 'way' ? 'ascending' : 'descending';
}

/** The rows come in the order of their names; what is sorted keeps it among equals. */
function sortedBy(rows: readonly PathRow[], column: Column): readonly PathRow[] {
  switch (column) {
    case 'way':
      return rows;
    case 'hops':
      return rows.toSorted((a, b) => b.hops - a.hops);
    case 'slowest':
      return rows.toSorted((a, b) => b.knownNs - a.knownNs);
    case 'spread':
      return rows.toSorted((a, b) => (b.spreadNs ?? -1) - (a.spreadNs ?? -1));
    default:
      return column satisfies never;
  }
}
