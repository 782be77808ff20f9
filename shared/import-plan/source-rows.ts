/** The rows of several files together, each with its file. */
import type {
  CableRow,
  DeviceRow,
  KeptBy,
  RackRow,
  RowPlace,
  SiteRows,
} from '../formats/site/rows.ts';
import { folded } from './folded.ts';
import type { Where } from './plan.ts';

/** What one file, or one of its sheets, says. */
export interface SourceRows {
  readonly file: string;
  readonly rows: SiteRows;
}

/** A row with its file, and the program whose words its kept columns are in. */
export interface Sourced<Row> {
  readonly row: Row;
  readonly file: string;
  readonly by: KeptBy;
}

export function whereOf({ row, file }: Sourced<{ readonly place: RowPlace }>): Where {
  return { file, place: row.place };
}

export function racksOf(sources: readonly SourceRows[]): Sourced<RackRow>[] {
  return sources.flatMap(({ file, rows }) => rows.racks.map((row) => ({ row, file, by: rows.by })));
}

export function devicesOf(sources: readonly SourceRows[]): Sourced<DeviceRow>[] {
  return sources.flatMap(({ file, rows }) =>
    rows.devices.map((row) => ({ row, file, by: rows.by })),
  );
}

export function cablesOf(sources: readonly SourceRows[]): Sourced<CableRow>[] {
  return sources.flatMap(({ file, rows }) =>
    rows.cables.map((row) => ({ row, file, by: rows.by })),
  );
}

/**
 * What tells devices of all files apart: their name, as people call them; in layouts that refer by id, the id within
 * the file.
 */
export function identityOf(by: KeptBy, file: string, key: string): string {
  return by === 'rackula' ? `${file}\n${key}` : folded(key);
}
