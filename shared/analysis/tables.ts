/** The tables of an analysis, made of results when somebody reads them: an edit touches few rows of many. */
import type { WaiverId } from '../model/ids.ts';
import type { Waiver } from '../model/records.ts';
import type { CableResult } from './cable-result.ts';
import { portRows } from './device-ports.ts';
import type { DeviceResult } from './device-result.ts';
import { deviceRow } from './device-row.ts';
import type { FabricWays } from './fabric-graph.ts';
import type { FindingSource } from './finding.ts';
import { pathRows, switchPathRows } from './path-rows.ts';
import { pathwayRows } from './pathways.ts';
import { portTotals } from './port-totals.ts';
import type { RackResult } from './rack-result.ts';
import type { Rows } from './row-table.ts';
import type { TrayResult } from './tray-rule.ts';
import type {
  Analysis,
  CableRow,
  Counts,
  DeviceRow,
  FaceplateRow,
  Finding,
  PathRow,
  PathwayRow,
  PortsRow,
  PortTotalRow,
  RackRow,
  SwitchPathRow,
  WaiverRow,
} from './types.ts';
import { spellOut, waiverRows, waiversByFinding } from './waiver.ts';

/** Results in the order of their ids. */
export interface Results {
  readonly counts: Counts;
  readonly findings: Rows<FindingSource>;
  /** As it was at that time: a map that is replaced, never changed. */
  readonly waivers: ReadonlyMap<WaiverId, Waiver>;
  readonly faceplates: Rows<FaceplateRow>;
  readonly cables: Rows<CableResult>;
  readonly devices: Rows<DeviceResult>;
  readonly racks: Rows<RackResult>;
  /** By the key of their tray. */
  readonly trays: readonly TrayResult[];
  /** By name. */
  readonly fabrics: readonly FabricWays[];
}

/** The analysis of these results; its large tables are made once, on first reading. */
export function tabulate({
  counts,
  findings,
  waivers,
  faceplates,
  cables,
  devices,
  racks,
  trays,
  fabrics,
}: Results): Analysis {
  let ports: readonly PortsRow[] | null = null;
  let totals: readonly PortTotalRow[] | null = null;
  let cableRows: readonly CableRow[] | null = null;
  let spelt: readonly Finding[] | null = null;
  let rackRows: readonly RackRow[] | null = null;
  let waived: readonly WaiverRow[] | null = null;
  let deviceRows: readonly DeviceRow[] | null = null;
  let pathways: readonly PathwayRow[] | null = null;
  let paths: readonly PathRow[] | null = null;
  let switchPaths: readonly SwitchPathRow[] | null = null;
  return {
    format: 'plenum.analysis/1',
    counts,
    get findings() {
      spelt ??= spellOut(findings.all, waiversByFinding(waivers.values()));
      return spelt;
    },
    get waivers() {
      waived ??= waiverRows(findings.all, waivers.values());
      return waived;
    },
    get ports() {
      ports ??= devices.all.flatMap(portRowsOf);
      return ports;
    },
    get portTotals() {
      totals ??= portTotals(racks.all);
      return totals;
    },
    get faceplates() {
      return faceplates.all;
    },
    get cables() {
      cableRows ??= cables.all.map(({ row }) => row);
      return cableRows;
    },
    get devices() {
      deviceRows ??= rowsOfDevices(devices.all, racks.all);
      return deviceRows;
    },
    get racks() {
      rackRows ??= racks.all.map(({ row }) => row);
      return rackRows;
    },
    get pathways() {
      pathways ??= [
        ...racks.all.flatMap((rack) => pathwayRows(rack.pathways)),
        ...trays.map(({ row }) => row),
      ];
      return pathways;
    },
    get paths() {
      paths ??= pathRows(fabrics);
      return paths;
    },
    get switchPaths() {
      switchPaths ??= switchPathRows(fabrics);
      return switchPaths;
    },
  };
}

/**
 * The same analysis with all of its tables made now: of the results that they are made of nothing stays, which of a
 * hall is twice as much. For work that reads most of them and takes long.
 */
export function settled(analysis: Analysis): Analysis {
  return { ...analysis };
}

const portRowsByResult = new WeakMap<DeviceResult, readonly PortsRow[]>();

/** The port rows of a device: the same objects as long as its result is the same. */
function portRowsOf(result: DeviceResult): readonly PortsRow[] {
  let rows = portRowsByResult.get(result);
  if (!rows) portRowsByResult.set(result, (rows = portRows(result.placed, result.ports)));
  return rows;
}

function rowsOfDevices(
  devices: readonly DeviceResult[],
  racks: readonly RackResult[],
): readonly DeviceRow[] {
  const airs = new Map(racks.map(({ row, air }) => [row.id, air.devices]));
  return devices.map((result) => {
    const { id, rackId } = result.placed.device;
    return deviceRow(result, airs.get(rackId)?.get(id));
  });
}
