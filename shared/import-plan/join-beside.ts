/** What stands beside tables is joined to the rows that speak of the same things. */
import type { CableRow, DeviceRow, EndRow, RackRow } from '../formats/site/rows.ts';
import type { Draft } from './draft.ts';
import { folded } from './folded.ts';
import {
  cablesOf,
  devicesOf,
  racksOf,
  type Sourced,
  type SourceRows,
  whereOf,
} from './source-rows.ts';

export interface JoinedRows {
  readonly racks: readonly Sourced<RackRow>[];
  readonly devices: readonly Sourced<DeviceRow>[];
  readonly cables: readonly Sourced<CableRow>[];
}

/**
 * All rows, with what stands beside them. Racks and cables of which no row speaks stand by themselves; of devices only
 * their place is said, so that those are faults, but for the ones that the design has.
 */
export function joinedRows(draft: Draft, sources: readonly SourceRows[]): JoinedRows {
  const beside = sources.flatMap(({ file, rows }) => {
    const of = <Row>(all: readonly Row[]): Sourced<Row>[] =>
      all.map((row) => ({ row, file, by: rows.by }));
    const { racks, devices, cables } = rows.beside;
    return [{ racks: of(racks), devices: of(devices), cables: of(cables) }];
  });
  const racks = joined(
    racksOf(sources),
    beside.flatMap((one) => one.racks),
    rackKey,
  );
  const devices = joined(
    devicesOf(sources),
    beside.flatMap((one) => one.devices),
    deviceKey,
  );
  const cables = joined(
    cablesOf(sources),
    beside.flatMap((one) => one.cables),
    cableKey,
  );
  const known = new Set([...draft.design.devices.values()].map(({ name }) => folded(name)));
  for (const alone of devices.alone) {
    if (known.has(deviceKey(alone.row))) continue;
    draft.fault(whereOf(alone), { column: '', value: alone.row.name }, 'beside-alone');
  }
  return {
    racks: [...racks.rows, ...racks.alone],
    devices: devices.rows,
    cables: [...cables.rows, ...cables.alone],
  };
}

interface Joined<Row> {
  readonly rows: readonly Sourced<Row>[];
  readonly alone: readonly Sourced<Row>[];
}

function joined<Row extends object>(
  rows: readonly Sourced<Row>[],
  beside: readonly Sourced<Row>[],
  keyOf: (row: Row) => string,
): Joined<Row> {
  if (beside.length === 0) return { rows, alone: [] };
  const adds = new Map(beside.map((one) => [keyOf(one.row), one]));
  const met = new Set<string>();
  const all = rows.map((one) => {
    const key = keyOf(one.row);
    const add = adds.get(key);
    if (!add) return one;
    met.add(key);
    return { ...one, row: { ...one.row, ...saidIn(add.row) } };
  });
  return { rows: all, alone: [...adds].flatMap(([key, one]) => (met.has(key) ? [] : [one])) };
}

/** Fields that name the thing, and count its units: they are the table's to say. */
const NOT_JOINED = new Set([
  'place',
  'key',
  'name',
  'kept',
  'startingUnit',
  'unitsFromTop',
  'a',
  'b',
]);

/** What a row says; `null`, an empty text and an empty list are not said. */
function saidIn<Row extends object>(row: Row): Partial<Row> {
  const said = Object.entries(row).filter(([field, value]) => {
    if (NOT_JOINED.has(field) || value === null || value === '') return false;
    return !Array.isArray(value) || value.length > 0;
  });
  return Object.fromEntries(said) as Partial<Row>;
}

function rackKey({ name, location }: RackRow): string {
  return JSON.stringify([folded(name), folded(location)]);
}

function deviceKey({ name }: DeviceRow): string {
  return folded(name);
}

function cableKey({ label, a, b }: CableRow): string {
  const end = ({ device, kind, port }: EndRow): string =>
    JSON.stringify([folded(device), kind, port]);
  return JSON.stringify([label, end(a), end(b)]);
}
