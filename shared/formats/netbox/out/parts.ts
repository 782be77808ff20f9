/** What is told of a design to NetBox, before it is text. */
import type { NetboxCables } from './cable-rows.ts';
import type { NetboxRow, NetboxTable, NetboxVersion } from './columns.ts';
import type { NetboxDevices } from './device-rows.ts';

/** The tables of a design, and what is beside them. */
export interface NetboxParts {
  readonly version: NetboxVersion;
  readonly name: string;
  readonly tables: Readonly<Record<NetboxTable, readonly NetboxRow[]>>;
  readonly devices: Omit<NetboxDevices, 'rows'>;
  readonly cables: Omit<NetboxCables, 'rows'>;
  /** Columns with a text that the version does not know, by table. */
  readonly lost: Readonly<Record<NetboxTable, readonly string[]>>;
}
