import { Switch } from '@mantine/core';
import { useState } from 'react';
import type { FaceplateExport } from '../../shared/contract/ipc.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Face } from '../../shared/model/face.ts';
import { say } from '../../shared/text/index.ts';
import { ChoiceField } from './choice-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface ExportFaceplateDialogProps {
  readonly type: DeviceType;
  readonly onClose: () => void;
  readonly onExport: (wanted: FaceplateExport) => void;
}

const FORMATS = ['pdf', 'svg', 'dxf'] as const;
const PAPERS = ['fit', 'A3', 'A4'] as const;
const FACES: Readonly<Record<'both' | Face, readonly Face[]>> = {
  both: ['front', 'rear'],
  front: ['front'],
  rear: ['rear'],
};
const SHOWN = ['both', 'front', 'rear'] as const;

/** The faces of a device type at true size: as what, which of them, and how much is said about them. */
export function ExportFaceplateDialog({ type, onClose, onExport }: ExportFaceplateDialogProps) {
  const [format, setFormat] = useState<FaceplateExport['format']>('pdf');
  const [shown, setShown] = useState<keyof typeof FACES>('both');
  const [paper, setPaper] = useState<FaceplateExport['paper']>('fit');
  const [dimensions, setDimensions] = useState(true);
  const name = say('panels.typeName', { maker: type.manufacturer, model: type.model }).trim();
  return (
    <DialogFrame
      title={say('app.exportFace.title', { name })}
      width={460}
      onClose={onClose}
      action={{
        label: say('app.exportFace.run'),
        run: () => onExport({ format, faces: FACES[shown], dimensions, paper }),
      }}
    >
      <p className={styles.text}>{say(`app.exportFace.what.${format}`)}</p>
      <ChoiceField
        text="app.exportFace.format"
        value={format}
        values={FORMATS}
        onChange={setFormat}
      />
      <ChoiceField text="app.exportFace.faces" value={shown} values={SHOWN} onChange={setShown} />
      {format === 'pdf' && (
        <ChoiceField
          text="app.exportFace.paper"
          value={paper}
          values={PAPERS}
          onChange={setPaper}
        />
      )}
      {format !== 'dxf' && (
        <div className={styles.field}>
          <Switch
            label={say('app.exportFace.dimensions')}
            checked={dimensions}
            onChange={({ currentTarget }) => setDimensions(currentTarget.checked)}
          />
        </div>
      )}
    </DialogFrame>
  );
}
