import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { PaperSize } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface ExportDialogProps {
  readonly onClose: () => void;
  readonly onExport: (paper: PaperSize) => void;
}

/** The drawing set: which paper it is for. */
export function ExportDialog({ onClose, onExport }: ExportDialogProps) {
  const [paper, setPaper] = useState<PaperSize>('A3');
  return (
    <DialogFrame
      title={say('app.exportPdf.title')}
      width={420}
      onClose={onClose}
      action={{ label: say('app.exportPdf.run'), run: () => onExport(paper) }}
    >
      <p className={styles.text}>{say('app.exportPdf.what')}</p>
      <div className={styles.field}>
        <span className={styles.fieldLabel}>{say('app.exportPdf.paper')}</span>
        <SegmentedControl
          fullWidth
          aria-label={say('app.exportPdf.paper')}
          value={paper}
          data={[
            { value: 'A3', label: say('app.exportPdf.a3') },
            { value: 'A4', label: say('app.exportPdf.a4') },
          ]}
          onChange={setPaper}
        />
      </div>
    </DialogFrame>
  );
}
