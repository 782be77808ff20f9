/** What an overlay has to say about one face of one device. */
import type { Analysis, DeviceRow } from '../../analysis/types.ts';
import type { DeviceId } from '../../model/ids.ts';
import type { Face } from '../../model/records.ts';
import { say } from '../../text/index.ts';
import type { Step } from './overlay-kind.ts';

export interface Reading {
  /** Null = unknown. */
  readonly step: Step | null;
  /** The number as it is written on the device: "38%". Asked for only where it can be read. */
  readonly text: () => string;
  /** The same as a sentence, with its band and what it comes from. */
  readonly told: () => string;
}

/** The reading of a device on a face of its rack; null where there is nothing to say: a blanking panel. */
export type ReadDevice = (deviceId: DeviceId, face: Face) => Reading | null;

export function unknownReading(told: () => string): Reading {
  return { step: null, text: () => say('overlay.unknownMark'), told };
}

const rowsById = new WeakMap<Analysis['devices'], ReadonlyMap<DeviceId, DeviceRow>>();

/** The row of a device in an analysis. */
export function deviceRow({ devices }: Analysis, id: DeviceId): DeviceRow | undefined {
  let rows = rowsById.get(devices);
  if (!rows) {
    rows = new Map(devices.map((row) => [row.id, row]));
    rowsById.set(devices, rows);
  }
  return rows.get(id);
}
