import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { fieldKey } from '../../../shared/import-plan/index.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './import-preview.module.css';
import type { PreviewLine, PreviewLines } from './preview-lines.ts';

interface PreviewListProps {
  readonly label: string;
  readonly lines: PreviewLines;
  /** Which of them are shown; null = all. */
  readonly shown: readonly number[] | null;
  /** What stands there where there is no line. */
  readonly empty: string;
  readonly taken: ReadonlySet<string>;
  readonly onTake: (id: string, field: string, theirs: boolean) => void;
}

const LINE_PX = 48;

/** The lines of one list; only those in sight are on the page. */
export function PreviewList({ label, lines, shown, empty, taken, onTake }: PreviewListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const count = shown?.length ?? lines.count;
  const lineAt = (index: number): PreviewLine | null => {
    const at = shown ? shown[index] : index;
    return at === undefined || at >= lines.count ? null : lines.at(at);
  };
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE_PX,
    getItemKey: (index) => shown?.[index] ?? index,
    overscan: 8,
  });
  return (
    // A list that scrolls takes the keyboard, so that it can be read without a mouse.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={scroller} className={styles.scroller} aria-label={label} tabIndex={0}>
      {count === 0 ? <p className={styles.empty}>{empty}</p> : null}
      <ul className={styles.list} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const line = lineAt(index);
          return line ? (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className={styles.line}
              aria-posinset={index + 1}
              aria-setsize={count}
              style={{ transform: `translateY(${start}px)` }}
            >
              <PreviewRow line={line} taken={taken} onTake={onTake} />
            </li>
          ) : null;
        })}
      </ul>
    </section>
  );
}

function PreviewRow({
  line,
  taken,
  onTake,
}: Pick<PreviewListProps, 'taken' | 'onTake'> & { readonly line: PreviewLine }) {
  const { kind, name, detail, file, row, notes, choice } = line;
  return (
    <>
      <span className={styles.kind}>{kind}</span>
      <div className={styles.body}>
        <div className={styles.what}>
          <span className={styles.name}>{name}</span>
          {detail === '' ? null : <span className={styles.detail}>{detail}</span>}
        </div>
        {notes.map((note) => (
          <div key={note} className={styles.note}>
            {note}
          </div>
        ))}
        {choice === null ? null : (
          <Choice line={line} choice={choice} taken={taken} onTake={onTake} />
        )}
      </div>
      <div className={styles.place} title={`${file} ${row}`}>
        <div className={styles.row}>{row}</div>
        <div className={styles.file}>{file}</div>
      </div>
    </>
  );
}

function Choice({
  line,
  choice: { id, field, ours, theirs, blocked },
  taken,
  onTake,
}: Pick<PreviewListProps, 'taken' | 'onTake'> & {
  readonly line: PreviewLine;
  readonly choice: NonNullable<PreviewLine['choice']>;
}) {
  const isTaken = taken.has(fieldKey(id, field));
  const group = `${id} ${field}`;
  return (
    <fieldset className={styles.choice}>
      <legend className="visually-hidden">{`${line.name}: ${line.detail}`}</legend>
      <label className={styles.side}>
        <input
          type="radio"
          name={group}
          checked={!isTaken}
          onChange={() => onTake(id, field, false)}
        />
        <span>{say('import.keepOurs', { value: ours })}</span>
      </label>
      <label className={styles.side} data-blocked={blocked !== null}>
        <input
          type="radio"
          name={group}
          checked={isTaken}
          disabled={blocked !== null}
          onChange={() => onTake(id, field, true)}
        />
        <span>{say('import.takeTheirs', { value: theirs })}</span>
      </label>
    </fieldset>
  );
}
