import { SegmentedControl, Switch } from '@mantine/core';
import { useState } from 'react';
import type { FaceplateExport } from '../../shared/contract/ipc.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Face } from '../../shared/model/face.ts';
import { say } from '../../shared/text/index.ts';
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
      <Choice title="format" value={format} values={FORMATS} onChange={setFormat} />
      <Choice title="faces" value={shown} values={SHOWN} onChange={setShown} />
      {format === 'pdf' && (
        <Choice title="paper" value={paper} values={PAPERS} onChange={setPaper} />
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

interface ChoiceProps<V extends string> {
  readonly title: string;
  readonly value: V;
  readonly values: readonly V[];
  readonly onChange: (value: V) => void;
}

function Choice<V extends string>({ title, value, values, onChange }: ChoiceProps<V>) {
  const label = say(`app.exportFace.${title}`);
  return (
    <div className={styles.field}>
      <span className={styles.fieldLabel}>{label}</span>
      <SegmentedControl
        fullWidth
        aria-label={label}
        value={value}
        data={values.map((each) => ({
          value: each,
          label: say(`app.exportFace.${title}.${each}`),
        }))}
        onChange={onChange}
      />
    </div>
  );
}
