import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { AppSettings } from '../../shared/contract/ipc.ts';
import type { RackFrame } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { DEFAULT_RACK, RACK_HEIGHTS_U, RACK_WIDTHS_MM, type RackSpec } from '../editor/index.ts';
import { QuantityInput } from '../panels/fields/quantity-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface NewRackDialogProps {
  readonly units: AppSettings['units'];
  readonly onClose: () => void;
  readonly onAdd: (spec: RackSpec, count: number) => void;
}

const FRAMES: readonly RackFrame[] = ['cabinet', 'four-post', 'orv3'];
const MOST_AT_ONCE = 100;

/** A new rack, or several alike: what it is and what it may carry. */
export function NewRackDialog({ units, onClose, onAdd }: NewRackDialogProps) {
  const [spec, setSpec] = useState<RackSpec>(DEFAULT_RACK);
  const [count, setCount] = useState(1);
  const set = (patch: Partial<RackSpec>): null => {
    setSpec((before) => ({ ...before, ...patch }));
    return null;
  };
  return (
    <DialogFrame
      title={say('app.newRack.title')}
      width={460}
      onClose={onClose}
      action={{ label: say('app.newRack.add', { count }), run: () => onAdd(spec, count) }}
    >
      <div className={styles.grid}>
        <div className={styles.wide}>
          <span className={styles.fieldLabel}>{say('panels.field.frame')}</span>
          <SegmentedControl
            fullWidth
            aria-label={say('panels.field.frame')}
            value={spec.frame}
            data={FRAMES.map((value) => ({ value, label: say(`panels.frame.${value}`) }))}
            onChange={(frame) => set({ frame })}
          />
        </div>
        <QuantityInput
          id="new-rack-height"
          label={say('panels.field.heightU')}
          size="sm"
          startsHere
          value={spec.heightU}
          dimension="rack-units"
          unit="U"
          min={RACK_HEIGHTS_U.least}
          max={RACK_HEIGHTS_U.most}
          step={1}
          onCommit={(heightU) => (heightU === null ? null : set({ heightU: Math.round(heightU) }))}
        />
        <QuantityInput
          id="new-rack-count"
          label={say('app.newRack.count')}
          size="sm"
          value={count}
          dimension="number"
          unit=""
          min={1}
          max={MOST_AT_ONCE}
          step={1}
          onCommit={(next) => {
            if (next !== null) setCount(Math.round(next));
            return null;
          }}
        />
        <Select
          label={say('panels.field.widthMm')}
          value={String(spec.widthMm)}
          data={RACK_WIDTHS_MM.map((mm) => ({
            value: String(mm),
            label: say('app.newRack.width', { mm }),
          }))}
          onChange={(width) => {
            if (width !== null) set({ widthMm: Number(width) });
          }}
        />
        <QuantityInput
          id="new-rack-depth"
          label={say('panels.field.depthMm')}
          size="sm"
          value={spec.depthMm}
          dimension="length"
          unit={units}
          min={300}
          max={1600}
          step={50}
          onCommit={(depthMm) => (depthMm === null ? null : set({ depthMm }))}
        />
        <QuantityInput
          id="new-rack-weight"
          label={say('panels.field.maxWeightKg')}
          size="sm"
          value={spec.maxWeightKg}
          dimension="weight"
          unit="kg"
          min={1}
          max={10_000}
          step={50}
          mayBeUnknown
          onCommit={(maxWeightKg) => set({ maxWeightKg })}
        />
        <QuantityInput
          id="new-rack-power"
          label={say('panels.field.maxPowerW')}
          size="sm"
          value={spec.maxPowerW}
          dimension="power"
          unit="kW"
          min={1}
          max={2_000_000}
          step={1000}
          mayBeUnknown
          onCommit={(maxPowerW) => set({ maxPowerW })}
        />
      </div>
      <p className={styles.fieldHint}>{say('app.newRack.hint')}</p>
    </DialogFrame>
  );
}
