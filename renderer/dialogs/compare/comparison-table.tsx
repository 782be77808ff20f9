import { Button, Tooltip } from '@mantine/core';
import { Check } from 'lucide-react';
import {
  type Cell,
  type Column,
  type Comparison,
  columnName,
  comparisonLines,
  type Line,
  type OtherColumnId,
} from '../../../shared/compare/index.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './compare.module.css';
import { ComparisonBar, PartSample } from './comparison-bar.tsx';

/** What can be done with a column. */
export interface ColumnActs {
  /** Why nothing can be done now; null when something can. */
  readonly disabledReason: string | null;
  readonly adopt: (column: OtherColumnId) => void;
  readonly keep: (column: OtherColumnId) => void;
}

interface ComparisonTableProps {
  readonly comparison: Comparison;
  readonly acts: ColumnActs;
}

/** Media side by side, a figure a line. */
export function ComparisonTable({ comparison, acts }: ComparisonTableProps) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className="visually-hidden">{say('compare.table')}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">{say('compare.figure')}</span>
            </th>
            {comparison.columns.map((column) => (
              <ColumnHead key={column.id} column={column} acts={acts} />
            ))}
          </tr>
        </thead>
        {comparisonLines(comparison).map(({ key, lines }) => (
          <tbody key={key}>
            <tr className={styles.groupRow}>
              <th scope="rowgroup" colSpan={comparison.columns.length + 1}>
                {say(`compare.group.${key}`)}
              </th>
            </tr>
            {lines.map((line) => (
              <FigureLine key={line.key} line={line} columns={comparison.columns} />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

function ColumnHead({ column, acts }: { readonly column: Column; readonly acts: ColumnActs }) {
  const { id, hypothetical, links, refused } = column;
  return (
    <th scope="col" className={styles.head}>
      <div className={styles.headName}>{columnName(id)}</div>
      {hypothetical ? (
        <Tooltip label={refused.map(({ message }) => message).join('; ')} {...WITH_FOCUS}>
          <button type="button" className={styles.flag}>
            {links.cannotPlug === links.total
              ? say('compare.flag.none')
              : say('compare.flag.some', { links: links.cannotPlug })}
          </button>
        </Tooltip>
      ) : null}
      {id === 'as-drawn' ? null : (
        <div className={styles.acts}>
          <Act id={id} what="adopt" acts={acts} run={acts.adopt} />
          <Act id={id} what="keep" acts={acts} run={acts.keep} />
        </div>
      )}
    </th>
  );
}

const WITH_FOCUS = { events: { hover: true, focus: true, touch: true } } as const;

interface ActProps {
  readonly id: OtherColumnId;
  readonly what: 'adopt' | 'keep';
  readonly acts: ColumnActs;
  readonly run: (column: OtherColumnId) => void;
}

function Act({ id, what, acts: { disabledReason }, run }: ActProps) {
  const name = say(`compare.${what}.what`, { column: columnName(id) });
  return (
    <Tooltip label={disabledReason ?? name} {...WITH_FOCUS}>
      <Button
        type="button"
        variant="default"
        size="compact-xs"
        aria-label={name}
        aria-disabled={disabledReason !== null}
        {...(disabledReason === null ? {} : { 'data-disabled': true })}
        onClick={() => {
          if (disabledReason === null) run(id);
        }}
      >
        {say(`compare.${what}`)}
      </Button>
    </Tooltip>
  );
}

function FigureLine({
  line,
  columns,
}: {
  readonly line: Line;
  readonly columns: readonly Column[];
}) {
  return (
    <tr>
      <th scope="row" className={styles.label}>
        <LineLabel line={line} />
        {line.legend.length === 0 ? null : (
          <ul className={styles.legend}>
            {line.legend.map((kind) => (
              <li key={kind}>
                <PartSample kind={kind} />
                {say(`compare.part.${kind}`)}
              </li>
            ))}
          </ul>
        )}
      </th>
      {line.cells.map((cell, at) => (
        <FigureCell key={columns[at]?.id ?? at} cell={cell} />
      ))}
    </tr>
  );
}

function LineLabel({ line }: { readonly line: Line }) {
  const text = (
    <>
      {line.label}
      {line.unit === '' ? null : <span className={styles.unit}>{line.unit}</span>}
    </>
  );
  if (line.formula === '') return text;
  return (
    <Tooltip
      label={
        <>
          <span className={styles.formula}>{line.formula}</span>
          <span className={styles.sources}>{line.sources}</span>
        </>
      }
      position="right"
      {...WITH_FOCUS}
    >
      <button type="button" className={styles.how}>
        {text}
      </button>
    </Tooltip>
  );
}

function FigureCell({ cell }: { readonly cell: Cell }) {
  return (
    <td className={styles.cell} data-best={cell.best} data-unsure={cell.unsure}>
      {cell.bar ? <ComparisonBar bar={cell.bar} /> : null}
      <div className={styles.number}>
        {cell.best ? <Check size={12} strokeWidth={2.5} aria-hidden /> : null}
        {cell.unsure ? (
          <Tooltip label={cell.sentence} {...WITH_FOCUS}>
            <button type="button" className={styles.unsure} aria-label={cell.sentence}>
              {cell.text}
            </button>
          </Tooltip>
        ) : (
          <>
            <span aria-hidden={cell.bar !== null}>{cell.text}</span>
            {cell.bar ? <span className="visually-hidden">{cell.sentence}</span> : null}
          </>
        )}
        {cell.best ? <span className="visually-hidden">{say('compare.best')}</span> : null}
      </div>
      {cell.band !== '' ? <div className={styles.band}>{cell.band}</div> : null}
    </td>
  );
}
