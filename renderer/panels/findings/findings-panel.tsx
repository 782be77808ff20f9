import { useVirtualizer } from '@tanstack/react-virtual';
import { X } from 'lucide-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { countFindings, SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Counts, Finding, RuleId, Severity } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { useLive } from '../live-value.ts';
import { EmptyNote } from '../parts/empty-note.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { PanelHeader } from '../parts/panel-header.tsx';
import { SearchField } from '../parts/search-field.tsx';
import { useShowSubjects } from '../show-subjects.ts';
import { useWorkspace } from '../workspace.ts';
import { FindingLine } from './finding-line.tsx';
import { findingRows } from './finding-rows.ts';
import styles from './findings.module.css';
import { RuleLine } from './rule-line.tsx';
import { SeverityFilter } from './severity-filter.tsx';

const NONE: readonly Finding[] = [];
const ROW_PX = 28;

/** The bottom panel: everything the analysis says, filtered and grouped; a click shows where it is. */
export function FindingsPanel({ onClose }: { readonly onClose: () => void }) {
  const { analysis: source } = useWorkspace();
  const { analysis, failed } = useLive(source);
  const findings = analysis?.findings ?? NONE;
  const counts = useMemo(() => countFindings(findings), [findings]);
  const [severities, setSeverities] = useState<ReadonlySet<Severity>>(new Set(SEVERITIES));
  const [query, setQuery] = useState('');

  return (
    <section className={styles.panel} aria-label={say('panels.findings.title')}>
      <PanelHeader title={say('panels.findings.title')}>
        <SeverityFilter counts={counts.bySeverity} shown={severities} onChange={setSeverities} />
        <SearchField
          className={styles.search ?? ''}
          value={query}
          label={say('panels.findings.search')}
          onChange={setQuery}
        />
        <IconButton icon={X} label={say('panels.findings.close')} onClick={onClose} />
      </PanelHeader>
      {failed === null ? null : (
        <p className={styles.failed} role="alert">
          {say('panels.findings.failed', { detail: failed })}
        </p>
      )}
      <FindingList
        findings={findings}
        severities={severities}
        query={query}
        counts={analysis?.counts ?? null}
      />
    </section>
  );
}

interface FindingListProps {
  readonly findings: readonly Finding[];
  readonly severities: ReadonlySet<Severity>;
  readonly query: string;
  readonly counts: Counts | null;
}

function FindingList({ findings, severities, query, counts }: FindingListProps) {
  const [folded, setFolded] = useState<ReadonlySet<RuleId>>(new Set());
  const [opened, setOpened] = useState<string | null>(null);
  const [focused, setFocused] = useState(0);
  const showSubjects = useShowSubjects();
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => findingRows(findings, { severities, query }, folded),
    [findings, severities, query, folded],
  );
  const keyOf = (index: number): string => {
    const row = rows[index];
    return row?.kind === 'finding' ? row.finding.id : `rule:${row?.rule ?? index}`;
  };
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    getItemKey: keyOf,
    overscan: 8,
  });

  function walk(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = Math.max(0, Math.min(rows.length - 1, focused + by));
    setFocused(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() => {
      scroller.current?.querySelector<HTMLElement>(`[data-row="${next}"] button`)?.focus();
    });
  }
  function fold(rule: RuleId): void {
    const next = new Set(folded);
    if (!next.delete(rule)) next.add(rule);
    setFolded(next);
  }
  function open(finding: Finding): void {
    setOpened(opened === finding.id ? null : finding.id);
    if (opened !== finding.id) showSubjects(finding.subjects);
  }

  if (rows.length === 0) return <NothingToShow findings={findings} counts={counts} />;
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
              {row.kind === 'rule' ? (
                <RuleLine
                  row={row}
                  folded={folded.has(row.rule)}
                  tabStop={index === focused}
                  onFocus={() => setFocused(index)}
                  onFold={() => fold(row.rule)}
                />
              ) : (
                <FindingLine
                  finding={row.finding}
                  opened={opened === row.finding.id}
                  tabStop={index === focused}
                  onFocus={() => setFocused(index)}
                  onOpen={() => open(row.finding)}
                />
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function NothingToShow({ findings, counts }: Pick<FindingListProps, 'findings' | 'counts'>) {
  if (findings.length > 0) {
    return (
      <EmptyNote title={say('panels.findings.noneFit')}>
        {say('panels.findings.noneFitHint')}
      </EmptyNote>
    );
  }
  if (counts === null) return <EmptyNote title={say('panels.findings.checking')} />;
  if (counts.devices === 0) {
    return (
      <EmptyNote title={say('panels.findings.nothingYet')}>
        {say('panels.findings.nothingYetHint')}
      </EmptyNote>
    );
  }
  return (
    <EmptyNote title={say('panels.findings.none')}>
      {say('panels.findings.checked', {
        racks: counts.racks,
        devices: counts.devices,
        ports: counts.ports,
        cables: counts.cables,
      })}
    </EmptyNote>
  );
}
