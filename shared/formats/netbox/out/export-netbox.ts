/**
 * A design for NetBox: the three tables of its CSV import, a JSON file of what those cannot hold, and a text that
 * says which went where (field/interop.md, 1.2).
 */
import type { Design } from '../../../model/design.ts';
import { orderedRacks } from '../../../model/design-index.ts';
import { csvText } from '../../csv-text.ts';
import type { WrittenText } from '../../written-text.ts';
import { cableRows } from './cable-rows.ts';
import {
  lostColumns,
  type NetboxRow,
  type NetboxTable,
  type NetboxVersion,
  netboxColumns,
} from './columns.ts';
import { deviceRows } from './device-rows.ts';
import type { NetboxParts } from './parts.ts';
import { rackRows } from './rack-rows.ts';
import { netboxReport } from './report.ts';

/**
 * The files of an export to NetBox: `racks.csv`, `devices.csv`, `cables.csv`, `netbox-rest.json`, `README.txt`.
 * @param version whose columns are written: newer ones are left out, and named in the report
 */
export function exportNetbox(design: Design, version: NetboxVersion): readonly WrittenText[] {
  const { rows: devices, ...besideDevices } = deviceRows(design);
  const { rows: cables, ...besideCables } = cableRows(design);
  const tables = { racks: rackRows(design), devices, cables };
  const parts: NetboxParts = {
    version,
    name: design.settings.name,
    tables,
    devices: besideDevices,
    cables: besideCables,
    lost: {
      racks: lostColumns('racks', version, tables.racks),
      devices: lostColumns('devices', version, tables.devices),
      cables: lostColumns('cables', version, tables.cables),
    },
  };
  const table = (name: NetboxTable): WrittenText => ({
    name: `${name}.csv`,
    text: tableText(name, version, tables[name]),
  });
  return [
    table('racks'),
    table('devices'),
    table('cables'),
    { name: 'netbox-rest.json', text: `${JSON.stringify(besideTables(design, parts), null, 2)}\n` },
    { name: 'README.txt', text: netboxReport(parts) },
  ];
}

function tableText(name: NetboxTable, version: NetboxVersion, rows: readonly NetboxRow[]): string {
  const columns = netboxColumns(name, version);
  return csvText(
    columns,
    rows.map((row) => columns.map((column) => row[column] ?? '')),
  );
}

/** What the tables cannot hold: bodies for the REST interface, and facts that NetBox has no field for. */
function besideTables(design: Design, { version, devices, cables }: NetboxParts): object {
  return {
    format: 'plenum.netbox/1',
    netbox: version,
    rest: { cables: cables.bodies, modules: devices.modules },
    beside: {
      racks: orderedRacks(design).map((rack) => ({
        name: rack.name,
        row: design.rows.get(rack.rowId)?.name ?? '',
        frame: rack.frame,
        max_power_w: rack.maxPowerW,
        front_door_open: rack.frontDoorOpen,
        rear_door_open: rack.rearDoorOpen,
      })),
      devices: devices.places,
      cables: cables.details,
    },
  };
}
