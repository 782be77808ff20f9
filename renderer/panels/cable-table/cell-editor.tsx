import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './cable-table.module.css';
import { choicesOf } from './cell-patch.ts';
import type { CableColumn } from './columns.ts';

type Then = 'stay' | 'down' | 'right' | 'left';

interface CellEditorProps {
  readonly column: CableColumn;
  readonly initial: string;
  readonly label: string;
  /** Makes the edit; returns why not, or null. */
  readonly onCommit: (text: string, then: Then) => string | null;
  readonly onCancel: () => void;
}

/** A cell while it is edited: Enter and Tab make the edit, Escape leaves all as it was. */
export function CellEditor({ column, initial, label, onCommit, onCancel }: CellEditorProps) {
  const choices = column.field === null ? null : choicesOf(column.field);
  const [text, setText] = useState(initial);
  const [wrong, setWrong] = useState<string | null>(null);
  const field = useRef<HTMLInputElement & HTMLSelectElement>(null);
  const done = useRef(false);
  const hintId = useId();
  useEffect(() => {
    field.current?.focus();
    // What was typed to begin with is gone on from; what stood there is written over.
    if (initial.length > 1) field.current?.select?.();
  }, [initial]);

  function commit(value: string, then: Then): void {
    if (done.current) return;
    const reason = onCommit(value, then);
    if (reason === null) done.current = true;
    setWrong(reason);
  }
  function onKeyDown(event: KeyboardEvent): void {
    event.stopPropagation();
    if (event.key === 'Enter') commit(text, 'down');
    else if (event.key === 'Tab') commit(text, event.shiftKey ? 'left' : 'right');
    else if (event.key === 'Escape') {
      done.current = true;
      onCancel();
    } else return;
    event.preventDefault();
  }
  const shared = {
    ref: field,
    className: styles.editor ?? '',
    'aria-label': label,
    'aria-invalid': wrong !== null,
    'aria-describedby': hintId,
    onKeyDown,
    onMouseDown: (event: { stopPropagation: () => void }) => event.stopPropagation(),
  };
  return (
    <>
      {choices === null ? (
        <input
          {...shared}
          type="text"
          value={text}
          spellCheck={false}
          autoComplete="off"
          onChange={(event) => {
            setText(event.currentTarget.value);
            setWrong(null);
          }}
          onBlur={() => commit(text, 'stay')}
        />
      ) : (
        <select
          {...shared}
          value={choices.some(({ value }) => value === text) ? text : (choices[0]?.value ?? '')}
          onChange={(event) => {
            setText(event.currentTarget.value);
            commit(event.currentTarget.value, 'stay');
          }}
          onBlur={() => {
            if (!done.current) onCancel();
          }}
        >
          {choices.map(({ value, label: name }) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
      )}
      <span id={hintId} className={styles.wrong} role="alert">
        {wrong}
      </span>
    </>
  );
}
