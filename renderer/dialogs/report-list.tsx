import { Button } from '@mantine/core';
import { say } from '../../shared/text/index.ts';
import styles from './dialogs.module.css';

/** What is told of one file or type. */
export interface ReportItem {
  readonly key: string;
  readonly name: string;
  /** Where it is, or empty. */
  readonly place: string;
  readonly status: string;
  readonly refused: boolean;
  readonly lines: readonly string[];
}

interface ReportListProps {
  readonly label: string;
  readonly items: readonly ReportItem[];
}

/** Long reports are cut: the rest is in the same spirit, and in the copy. */
const SHOWN_ITEMS = 300;
const SHOWN_LINES = 8;

/** Items with what is to be told of each: what was refused first, then what there is most to say of. */
export function ReportList({ label, items }: ReportListProps) {
  if (items.length === 0) return null;
  const shown = [...items].sort((a, b) => weight(b) - weight(a)).slice(0, SHOWN_ITEMS);
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {shown.map((item) => (
          <li key={item.key}>
            <div className={styles.grow}>
              <div className={styles.name} title={item.place}>
                {item.name}
              </div>
              {item.place === '' ? null : <div className={styles.meta}>{item.place}</div>}
              <ul className={styles.warnings}>
                {item.lines.slice(0, SHOWN_LINES).map((line) => (
                  <li key={line}>{line}</li>
                ))}
                {item.lines.length > SHOWN_LINES ? (
                  <li>{say('app.report.lines', { count: item.lines.length - SHOWN_LINES })}</li>
                ) : null}
              </ul>
            </div>
            <span className={styles.status} data-status={item.refused ? 'rejected' : 'imported'}>
              {item.status}
            </span>
          </li>
        ))}
      </ul>
      {items.length > SHOWN_ITEMS ? (
        <p className={styles.fieldHint}>
          {say('app.report.items', { count: items.length - SHOWN_ITEMS })}
        </p>
      ) : null}
    </>
  );
}

function weight({ refused, lines }: ReportItem): number {
  return (refused ? 1000 : 0) + Math.min(999, lines.length);
}

/** The report as text: every item with every line. */
export function reportText(summary: string, items: readonly ReportItem[]): string {
  const blocks = items.map(({ name, place, status, lines }) =>
    [
      `${place === '' ? name : `${name} (${place})`}: ${status}`,
      ...lines.map((line) => `  ${line}`),
    ].join('\n'),
  );
  return `${[summary, ...blocks].join('\n\n')}\n`;
}

interface ReportButtonsProps {
  readonly onCopy: () => void;
  readonly onSave: () => void;
}

/** The whole report on the clipboard, or as a file. */
export function ReportButtons({ onCopy, onSave }: ReportButtonsProps) {
  return (
    <>
      <Button type="button" variant="subtle" onClick={onCopy}>
        {say('app.report.copy')}
      </Button>
      <Button type="button" variant="subtle" onClick={onSave}>
        {say('app.report.save')}
      </Button>
    </>
  );
}
