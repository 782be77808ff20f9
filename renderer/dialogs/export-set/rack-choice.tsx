import { Button, Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRows, racksInRow } from '../../../shared/model/design-index.ts';
import type { RackId } from '../../../shared/model/ids.ts';
import type { Rack, Row } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { SearchField } from '../../panels/parts/search-field.tsx';
import styles from './export-set.module.css';

interface RackChoiceProps {
  readonly design: Design;
  readonly chosen: ReadonlySet<RackId>;
  /** Racks that are selected in the drawing, or hold what is. */
  readonly selected: ReadonlySet<RackId>;
  readonly onChange: (racks: ReadonlySet<RackId>) => void;
}

type Line =
  | { readonly kind: 'row'; readonly row: Row; readonly racks: readonly Rack[] }
  | { readonly kind: 'rack'; readonly rack: Rack };

const LINE_PX = 26;

/** Which racks: all, those selected in the drawing, whole rows, or one by one. */
export function RackChoice({ design, chosen, selected, onChange }: RackChoiceProps) {
  const [query, setQuery] = useState('');
  const lines = useMemo(() => linesOf(design, query), [design, query]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    overscan: 8,
  });
  function put(racks: readonly Rack[], wanted: boolean): void {
    const next = new Set(chosen);
    for (const { id } of racks) {
      if (wanted) next.add(id);
      else next.delete(id);
    }
    onChange(next);
  }
  return (
    <div className={styles.racks}>
      <div className={styles.rackTools}>
        <SearchField
          className={styles.rackSearch ?? ''}
          value={query}
          label={say('prints.racks.search')}
          onChange={setQuery}
        />
        <Button size="xs" variant="default" onClick={() => onChange(new Set(design.racks.keys()))}>
          {say('prints.racks.all')}
        </Button>
        <Button size="xs" variant="default" onClick={() => onChange(new Set())}>
          {say('prints.racks.none')}
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={selected.size === 0}
          title={selected.size === 0 ? say('prints.racks.noneSelected') : ''}
          onClick={() => onChange(selected)}
        >
          {say('prints.racks.selected')}
        </Button>
      </div>
      <div
        ref={scroller}
        className={styles.rackList}
        role="group"
        aria-label={say('prints.racks.list')}
      >
        {lines.length === 0 ? (
          <p className={styles.hint}>{say('prints.racks.nothingFound')}</p>
        ) : null}
        <div className={styles.rackLines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start, key }) => {
            const line = lines[index];
            return line ? (
              <div
                key={key}
                className={styles.rackLine}
                data-kind={line.kind}
                style={{ height: LINE_PX, transform: `translateY(${start}px)` }}
              >
                <LineOf line={line} chosen={chosen} put={put} />
              </div>
            ) : null;
          })}
        </div>
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: Line;
  readonly chosen: ReadonlySet<RackId>;
  readonly put: (racks: readonly Rack[], wanted: boolean) => void;
}

function LineOf({ line, chosen, put }: LineProps) {
  if (line.kind === 'rack') {
    const { rack } = line;
    return (
      <Checkbox
        size="xs"
        label={rack.name}
        checked={chosen.has(rack.id)}
        onChange={({ currentTarget }) => put([rack], currentTarget.checked)}
      />
    );
  }
  const { row, racks } = line;
  const count = racks.filter(({ id }) => chosen.has(id)).length;
  return (
    <>
      <Checkbox
        size="xs"
        label={row.name}
        checked={count === racks.length}
        indeterminate={count > 0 && count < racks.length}
        onChange={() => put(racks, count < racks.length)}
      />
      <span className={styles.count}>
        {say('prints.racks.rowShare', { chosen: count, all: racks.length })}
      </span>
    </>
  );
}

/** Rows with their racks; of a search, the racks whose name or row has the words. */
function linesOf(design: Design, query: string): Line[] {
  const wanted = query.trim().toLocaleLowerCase();
  const has = (text: string): boolean => text.toLocaleLowerCase().includes(wanted);
  return orderedRows(design).flatMap((row): Line[] => {
    const all = racksInRow(design, row.id);
    const racks = has(row.name) ? all : all.filter(({ name }) => has(name));
    if (racks.length === 0) return [];
    return [{ kind: 'row', row, racks }, ...racks.map((rack): Line => ({ kind: 'rack', rack }))];
  });
}
