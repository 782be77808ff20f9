import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '../../shared/analysis/types.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface WaiveDialogProps {
  readonly finding: Finding;
  /** Who signed last. */
  readonly name: string;
  readonly onClose: () => void;
  readonly onWaive: (words: { readonly reason: string; readonly by: string }) => void;
}

/** Accepting a finding: why, and who says so. */
export function WaiveDialog({ finding, name, onClose, onWaive }: WaiveDialogProps) {
  const { waiver } = finding;
  const [reason, setReason] = useState(waiver?.reason ?? '');
  const [by, setBy] = useState(name);
  const [tried, setTried] = useState(false);
  const reasonMissing = reason.trim() === '';
  const nameMissing = by.trim() === '';
  const standing = waiver !== null && !waiver.lapsed;

  function waive(): void {
    setTried(true);
    if (!reasonMissing && !nameMissing) onWaive({ reason: reason.trim(), by: by.trim() });
  }
  return (
    <DialogFrame
      title={say(standing ? 'app.waive.change' : 'app.waive.title')}
      width={480}
      onClose={onClose}
      action={{ label: say(standing ? 'app.waive.keep' : 'app.waive.act'), run: waive }}
    >
      <p className={styles.text}>{finding.message}</p>
      <Textarea
        className={styles.field ?? ''}
        label={say('app.waive.reason')}
        description={say('app.waive.reasonHint')}
        data-autofocus
        required
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        value={reason}
        error={tried && reasonMissing ? say('app.waive.needsReason') : null}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <TextInput
        className={styles.field ?? ''}
        label={say('app.waive.by')}
        required
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
        value={by}
        error={tried && nameMissing ? say('app.waive.needsName') : null}
        onChange={(event) => setBy(event.currentTarget.value)}
      />
      <p className={styles.fieldHint}>{say('app.waive.lapses')}</p>
    </DialogFrame>
  );
}
