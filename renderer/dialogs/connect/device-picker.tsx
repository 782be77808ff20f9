import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import { byName } from '../../../shared/connect/names.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import type { Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { SearchField } from '../../panels/parts/search-field.tsx';
import styles from './connect.module.css';

const ROW_PX = 24;

interface DevicePickerProps {
  readonly label: string;
  readonly design: Design;
  readonly chosen: ReadonlySet<DeviceId>;
  readonly onChange: (chosen: ReadonlySet<DeviceId>) => void;
}

/** Devices with ports, to be ticked; those that are searched for can be ticked together. */
export function DevicePicker({ label, design, chosen, onChange }: DevicePickerProps) {
  const [search, setSearch] = useState('');
  const scroller = useRef<HTMLDivElement>(null);
  const devices = useMemo(() => withPorts(design), [design]);
  const shown = useMemo(() => {
    const words = search.trim().toLowerCase();
    return words === ''
      ? devices
      : devices.filter(({ name }) => name.toLowerCase().includes(words));
  }, [devices, search]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: 6,
  });
  const allShown = shown.length > 0 && shown.every(({ id }) => chosen.has(id));

  /** Kept in the order of the list, whatever the order of the clicks: pairs are made along it. */
  function set(ids: readonly DeviceId[], on: boolean): void {
    const next = new Set(chosen);
    for (const id of ids) {
      if (on) next.add(id);
      else next.delete(id);
    }
    onChange(new Set(devices.map(({ id }) => id).filter((id) => next.has(id))));
  }
  return (
    <fieldset className={styles.picker}>
      <legend className={styles.legend}>{label}</legend>
      <div className={styles.pickerHead}>
        <SearchField
          className={styles.pickerSearch ?? ''}
          label={say('app.connect.searchDevices')}
          value={search}
          onChange={setSearch}
        />
        <button
          type="button"
          className={styles.textButton}
          disabled={shown.length === 0}
          onClick={() =>
            set(
              shown.map(({ id }) => id),
              !allShown,
            )
          }
        >
          {say(allShown ? 'app.connect.none' : 'app.connect.all', { count: shown.length })}
        </button>
      </div>
      <div ref={scroller} className={styles.pickerList}>
        <div className={styles.lines} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, start }) => {
            const device = shown[index];
            if (!device) return null;
            return (
              <label
                key={device.id}
                className={styles.pick}
                style={{ transform: `translateY(${start}px)` }}
              >
                <input
                  type="checkbox"
                  checked={chosen.has(device.id)}
                  onChange={({ currentTarget }) => set([device.id], currentTarget.checked)}
                />
                <span className={styles.pickName}>{device.name}</span>
                <span className={styles.pickPlace}>
                  {design.racks.get(device.rackId)?.name ?? ''}
                </span>
              </label>
            );
          })}
        </div>
        {shown.length === 0 ? (
          <p className={styles.pickNone}>{say('app.connect.noDevices')}</p>
        ) : null}
      </div>
      <p className={styles.chosen} role="status">
        {say('app.connect.chosen', { count: chosen.size })}
      </p>
    </fieldset>
  );
}

function withPorts(design: Design): readonly Device[] {
  return [...design.devices.values()]
    .filter(({ typeId }) => (design.deviceTypes.get(typeId)?.ports.length ?? 0) > 0)
    .sort(byName);
}
