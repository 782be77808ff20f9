import { useVirtualizer } from '@tanstack/react-virtual';
import { Check } from 'lucide-react';
import { useRef } from 'react';
import { type Measured, measured } from '../../../shared/connect/measure.ts';
import type { PlannedCable } from '../../../shared/connect/plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';
import { SeverityIcon } from '../../panels/parts/severity-icon.tsx';
import styles from './connect.module.css';
import { type PlannedState, stateOf, textsOf } from './planned-rows.ts';

const ROW_PX = 28;
const COLUMNS = ['state', 'cable', 'from', 'to', 'medium', 'length', 'why'] as const;

interface PlannedTableProps {
  readonly design: Design;
  /** In the order in which they are shown. */
  readonly rows: readonly PlannedCable[];
  readonly lengths: ReadonlyMap<PlannedCable, Measured>;
}

/** Every cable that would be made, with its verdict; only the lines in sight are on the page. */
export function PlannedTable({ design, rows, lengths }: PlannedTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
  });
  return (
    <div
      ref={scroller}
      className={styles.table}
      role="table"
      aria-label={say('app.connect.preview')}
      aria-rowcount={rows.length + 1}
      // What scrolls must be reached by the keyboard.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
    >
      <div role="rowgroup" className={styles.head}>
        <div role="row" aria-rowindex={1} className={styles.line}>
          {COLUMNS.map((column) => (
            <span key={column} role="columnheader" className={styles[column]}>
              {say(`app.connect.column.${column}`)}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={styles.lines} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const planned = rows[index];
          if (!planned) return null;
          const length =
            lengths.get(planned) ?? (planned.cable ? measured(design, planned.cable) : undefined);
          const texts = textsOf(design, planned, length);
          return (
            <div
              key={index}
              role="row"
              aria-rowindex={index + 2}
              className={styles.line}
              style={{ transform: `translateY(${start}px)` }}
            >
              <span role="cell" className={styles.state}>
                <StateMark state={stateOf(planned, length)} />
              </span>
              <span role="cell" className={styles.cable}>
                {texts.label}
              </span>
              <span role="cell" className={styles.from} title={texts.from}>
                {texts.from}
              </span>
              <span role="cell" className={styles.to} title={texts.to}>
                {texts.to}
              </span>
              <span role="cell" className={styles.medium} title={texts.mediumName}>
                {texts.medium}
              </span>
              <span role="cell" className={styles.length}>
                {texts.length}
              </span>
              <span role="cell" className={styles.why} title={texts.why}>
                {texts.why}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const SEVERITIES = { conflict: 'error', warning: 'warning' } as const;

function StateMark({ state }: { readonly state: PlannedState }) {
  return (
    <>
      {state === 'fits' ? (
        <Check size={14} className={styles.good} aria-hidden />
      ) : (
        <SeverityIcon severity={SEVERITIES[state]} />
      )}
      <span className={styles.hidden}>{say(`app.connect.state.${state}`)}</span>
    </>
  );
}
