import type { WrittenTypes } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';
import { ReportButtons, type ReportItem, ReportList, reportText } from './report-list.tsx';

interface TypesWrittenDialogProps {
  readonly written: WrittenTypes;
  readonly onCopy: (text: string) => void;
  readonly onSave: (text: string) => void;
  readonly onClose: () => void;
}

/** What an export of device types wrote, and what the files do not say. */
export function TypesWrittenDialog({
  written: { name, types },
  onCopy,
  onSave,
  onClose,
}: TypesWrittenDialogProps) {
  const refused = types.filter(({ status }) => status === 'refused').length;
  const items = types.map(itemOf);
  const told = items.filter(({ lines }) => lines.length > 0);
  const counts = { name, written: types.length - refused, refused };
  const summary = say('app.export.typesSummary', counts);
  return (
    <DialogFrame
      title={say('app.export.typesTitle')}
      width={680}
      onClose={onClose}
      aside={
        <ReportButtons
          onCopy={() => onCopy(reportText(summary, items))}
          onSave={() => onSave(reportText(summary, items))}
        />
      }
    >
      <p className={styles.text}>{summary}</p>
      {told.length === 0 ? null : <p className={styles.text}>{say('app.export.typesUnsaid')}</p>}
      <ReportList label={say('app.export.typesTitle')} items={told} />
      <p className={styles.fieldHint}>
        {say('app.export.typesWhole', { count: items.length - told.length })}
      </p>
    </DialogFrame>
  );
}

function itemOf(type: WrittenTypes['types'][number], index: number): ReportItem {
  return {
    key: `${index}`,
    name: type.name,
    place: type.file,
    status: say(`app.export.status.${type.status}`),
    refused: type.status === 'refused',
    lines: type.unsaid.map(({ message }) => message),
  };
}
