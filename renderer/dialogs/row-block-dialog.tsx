import { Checkbox, Select } from '@mantine/core';
import { useState } from 'react';
import type { AppSettings } from '../../shared/contract/ipc.ts';
import type { Facing } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { DEFAULT_RACK, RACK_HEIGHTS_U, RACK_WIDTHS_MM, type RowBlock } from '../editor/index.ts';
import { QuantityInput } from '../panels/fields/quantity-field.tsx';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface RowBlockDialogProps {
  readonly units: AppSettings['units'];
  readonly onClose: () => void;
  readonly onAdd: (block: RowBlock) => void;
}

const FACINGS: readonly Facing[] = ['south', 'north', 'east', 'west'];
const MOST_ROWS = 60;
const MOST_RACKS = 60;

const FIRST: RowBlock = {
  rows: 2,
  racksPerRow: 12,
  facing: 'south',
  facesInPairs: true,
  coldAisleMm: 1200,
  hotAisleMm: 1200,
  rack: DEFAULT_RACK,
};

/** Rows of racks by the dozen: how many, which way they look, and the aisles between them. */
export function RowBlockDialog({ units, onClose, onAdd }: RowBlockDialogProps) {
  const [block, setBlock] = useState(FIRST);
  const set = (patch: Partial<RowBlock>): null => {
    setBlock((before) => ({ ...before, ...patch }));
    return null;
  };
  const setRack = (patch: Partial<RowBlock['rack']>): null =>
    set({ rack: { ...block.rack, ...patch } });
  const count = (id: 'rows' | 'racksPerRow', max: number) => (
    <QuantityInput
      id={`row-block-${id}`}
      label={say(`plan.block.${id}`)}
      size="sm"
      startsHere={id === 'rows'}
      value={block[id]}
      dimension="number"
      unit=""
      min={1}
      max={max}
      step={1}
      onCommit={(value) => (value === null ? null : set({ [id]: Math.round(value) }))}
    />
  );
  const length = (id: 'coldAisleMm' | 'hotAisleMm') => (
    <QuantityInput
      id={`row-block-${id}`}
      label={say(`plan.block.${id}`)}
      size="sm"
      value={block[id]}
      dimension="length"
      unit={units}
      min={0}
      max={10_000}
      step={100}
      disabled={id === 'hotAisleMm' && !block.facesInPairs}
      onCommit={(value) => (value === null ? null : set({ [id]: value }))}
    />
  );
  return (
    <DialogFrame
      title={say('plan.block.title')}
      width={460}
      onClose={onClose}
      action={{
        label: say('plan.block.add', { count: block.rows * block.racksPerRow }),
        run: () => onAdd(block),
      }}
    >
      <div className={styles.grid}>
        {count('rows', MOST_ROWS)}
        {count('racksPerRow', MOST_RACKS)}
        <Select
          label={say('plan.block.facing')}
          value={block.facing}
          data={FACINGS.map((value) => ({ value, label: say(`plan.facing.${value}`) }))}
          onChange={(value) => {
            const facing = FACINGS.find((each) => each === value);
            if (facing) set({ facing });
          }}
        />
        <QuantityInput
          id="row-block-height"
          label={say('panels.field.heightU')}
          size="sm"
          value={block.rack.heightU}
          dimension="rack-units"
          unit="U"
          min={RACK_HEIGHTS_U.least}
          max={RACK_HEIGHTS_U.most}
          step={1}
          onCommit={(value) => (value === null ? null : setRack({ heightU: Math.round(value) }))}
        />
        <Select
          label={say('panels.field.widthMm')}
          value={String(block.rack.widthMm)}
          data={RACK_WIDTHS_MM.map((mm) => ({
            value: String(mm),
            label: say('app.newRack.width', { mm }),
          }))}
          onChange={(width) => {
            if (width !== null) setRack({ widthMm: Number(width) });
          }}
        />
        <QuantityInput
          id="row-block-depth"
          label={say('panels.field.depthMm')}
          size="sm"
          value={block.rack.depthMm}
          dimension="length"
          unit={units}
          min={300}
          max={1600}
          step={50}
          onCommit={(value) => (value === null ? null : setRack({ depthMm: value }))}
        />
        {length('coldAisleMm')}
        {length('hotAisleMm')}
        <div className={styles.wide}>
          <Checkbox
            label={say('plan.block.facesInPairs')}
            checked={block.facesInPairs}
            onChange={(event) => set({ facesInPairs: event.currentTarget.checked })}
          />
        </div>
      </div>
      <p className={styles.fieldHint}>{say('plan.block.hint')}</p>
    </DialogFrame>
  );
}
