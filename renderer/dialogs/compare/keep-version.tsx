import { Button, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { columnName, type OtherColumnId } from '../../../shared/compare/index.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './compare.module.css';

interface KeepVersionProps {
  readonly column: OtherColumnId;
  readonly onKeep: (name: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Under which name a column is kept beside the design. */
export function KeepVersion({ column, onKeep, onCancel }: KeepVersionProps) {
  const [name, setName] = useState(columnName(column));
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  const empty = name.trim() === '';
  async function keep(): Promise<void> {
    if (empty || busy) return;
    setBusy(true);
    await onKeep(name.trim());
    setBusy(false);
  }
  return (
    <div
      className={styles.keep}
      role="group"
      aria-label={say('compare.keep.what', { column: columnName(column) })}
    >
      <TextInput
        className={styles.keepName ?? ''}
        label={say('compare.keep.name')}
        value={name}
        maxLength={200}
        ref={field}
        // Escape here puts the field away, not the dialog.
        data-mantine-stop-propagation
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            event.stopPropagation();
            onCancel();
          } else if (event.key === 'Enter') {
            event.preventDefault();
            void keep();
          }
        }}
      />
      <Button type="button" loading={busy} disabled={empty} onClick={() => void keep()}>
        {say('compare.keep.do')}
      </Button>
      <Button type="button" variant="default" onClick={onCancel}>
        {say('app.dialog.cancel')}
      </Button>
    </div>
  );
}
