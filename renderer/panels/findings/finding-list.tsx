import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react';
import type { Finding, WaiverRow } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { useShowSubjects } from '../show-subjects.ts';
import { FindingLine } from './finding-line.tsx';
import { type FindingRow, findingRows, type GroupedFindings, rowKey } from './finding-rows.ts';
import styles from './findings.module.css';
import { GroupLine } from './group-line.tsx';
import { WaiverLine } from './waiver-line.tsx';

const ROW_PX = 28;

interface FindingListProps {
  readonly groups: readonly GroupedFindings[];
  readonly unneeded: readonly WaiverRow[];
  /** What stands where there is no line. */
  readonly empty: ReactNode;
}

/** The lines of the findings; only those in sight are on the page. */
export function FindingList({ groups, unneeded, empty }: FindingListProps) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [focused, setFocused] = useState(0);
  const showSubjects = useShowSubjects();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => findingRows(groups, folded, unneeded), [groups, folded, unneeded]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey(index) {
      const row = rows[index];
      return row ? rowKey(row) : index;
    },
    overscan: 8,
  });
  const tabStop = Math.min(focused, rows.length - 1);

  function walk(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = nextStop(rows, tabStop, by);
    setFocused(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"] button`)?.focus();
    });
  }
  function fold(key: string): void {
    const next = new Set(folded);
    if (!next.delete(key)) next.add(key);
    setFolded(next);
  }
  function open(finding: Finding, index: number): void {
    setOpened(opened === finding.id ? null : finding.id);
    if (opened === finding.id) return;
    showSubjects(finding.subjects);
    // The list knows how tall the opened line is when it has been painted once.
    requestAnimationFrame(() => requestAnimationFrame(() => bringIntoView(index)));
  }
  function bringIntoView(index: number): void {
    scroller.current?.querySelector(`[data-row="${index}"]`)?.scrollIntoView({ block: 'nearest' });
  }
  function line(row: FindingRow, index: number): ReactNode {
    const stop = { tabStop: index === tabStop, onFocus: () => setFocused(index) };
    switch (row.kind) {
      case 'group':
        return <GroupLine {...stop} {...row} onFold={() => fold(row.group.key)} />;
      case 'finding':
        return (
          <FindingLine
            {...stop}
            finding={row.finding}
            opened={opened === row.finding.id}
            onOpen={() => open(row.finding, index)}
          />
        );
      case 'heading':
        return (
          <h3 className={styles.heading}>
            {say('panels.findings.unneeded', { count: row.count })}
          </h3>
        );
      case 'waiver':
        return <WaiverLine {...stop} waiver={row.waiver} />;
      default:
        return row satisfies never;
    }
  }

  if (rows.length === 0) return empty;
  return (
    // The buttons inside take the keys; the list only walks between them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={scroller} className={styles.scroller} onKeyDown={walk}>
      <ul className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              data-row={index}
              className={styles.rowPlace}
              style={{ transform: `translateY(${start}px)` }}
            >
              {line(row, index)}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The line that many steps away, within the list; a heading that no key can press is stepped over. */
function nextStop(rows: readonly FindingRow[], from: number, by: number): number {
  const next = Math.max(0, Math.min(rows.length - 1, from + by));
  if (rows[next]?.kind !== 'heading') return next;
  return Math.max(0, Math.min(rows.length - 1, next + Math.sign(by)));
}
