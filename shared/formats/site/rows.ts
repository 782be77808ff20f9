/**
 * What a file of another program says of a site, in Plenum's units, before it meets a design: racks, devices and
 * cables by name, each with the row it stands in. Every reader of tables and layouts gives these; what they mean for
 * a design is worked out in `shared/import-plan`.
 *
 * `null`, or an empty text, is what a file does not say. It is never compared with a design and never overwrites it.
 */
import type { DeviceType, FormFactor, PortKind } from '../../model/device-type.ts';
import type { Face } from '../../model/face.ts';
import type { DeviceTypeId } from '../../model/ids.ts';
import type { MediumId } from '../../model/medium.ts';
import type { CableSide, Picture, RackFrame, Waypoint } from '../../model/records.ts';
import type { MessageArgs } from '../../text/index.ts';
import type { ImportWarning } from '../netbox/import-report.ts';

/** Where something stands in a file. */
export interface RowPlace {
  /** Sheet of a workbook; empty where the file is one table. */
  readonly sheet: string;
  /** Line of the text, or row of the sheet, counted from 1; 0 where the file has no rows. */
  readonly line: number;
  /** Where in a document without rows, e.g. `racks[0].devices[3]`; empty for tables. */
  readonly path: string;
}

/** Texts of a file that no field here holds, by the name of their column. They are kept for the way back. */
export type Kept = Readonly<Record<string, string>>;

export interface RackRow {
  readonly place: RowPlace;
  readonly name: string;
  readonly site: string;
  /** Row, aisle or room in which it stands. */
  readonly location: string;
  readonly heightU: number | null;
  readonly frame: RackFrame | null;
  /** Outer measures, mm. */
  readonly widthMm: number | null;
  readonly depthMm: number | null;
  readonly maxWeightKg: number | null;
  readonly maxPowerW: number | null;
  /** Open shares of the doors, 0..1. */
  readonly frontDoorOpen: number | null;
  readonly rearDoorOpen: number | null;
  readonly notes: string;
  /** Lowest number of its units, and whether they are counted from the top. */
  readonly startingUnit: number;
  readonly unitsFromTop: boolean;
  readonly kept: Kept;
}

/** Part of the name of a device in its file: two devices of one file with one key are one device. */
export type DeviceKey = string;

export interface DeviceRow {
  readonly place: RowPlace;
  /** What rows of the same file call it: its name, or its id where names need not be unique. */
  readonly key: DeviceKey;
  readonly name: string;
  readonly site: string;
  readonly rack: string;
  /** Lowest unit as the file counts it, steps of a half; null = it has none. */
  readonly u: number | null;
  readonly face: Face | null;
  /** Half-width gear: 0 is the left half. */
  readonly column: number | null;
  /** The strip beside the rails that it is in, of gear of 0 U. */
  readonly strip: 'left' | 'right' | null;
  readonly manufacturer: string;
  readonly model: string;
  readonly partNumber: string;
  /** Id of a type in `SiteRows.types` that it is of; empty where it is only named. */
  readonly typeId: string;
  readonly role: 'host' | 'switch' | '';
  /** The device it is in, by key, and the bay there; empty where it stands in a rack. */
  readonly parent: DeviceKey;
  readonly bay: string;
  readonly notes: string;
  readonly kept: Kept;
}

/** What a cable list says of the work on a cable. */
export type CableState = 'planned' | 'connected' | 'decommissioning';

/** One end of a cable. */
export interface EndRow {
  readonly device: DeviceKey;
  /** Name of the device for a person, where it is not its key. */
  readonly deviceName: string;
  readonly port: string;
  /** Number of a host channel adapter where the file names one in place of a port, from 1. */
  readonly hca: number | null;
  /** Kind of port; null where the file does not tell. */
  readonly kind: PortKind | null;
  readonly connector: FormFactor | null;
  readonly role: DeviceRow['role'];
  /** Where the file says the device stands. */
  readonly row: string;
  readonly rack: string;
  readonly u: number | null;
  readonly face: Face | null;
}

/** An end of which nothing else is said: the device, its key and its name, the port and its kind. */
export function bareEnd({
  device,
  deviceName = device,
  port,
  kind,
}: Pick<EndRow, 'device' | 'port' | 'kind'> & Partial<Pick<EndRow, 'deviceName'>>): EndRow {
  return {
    device,
    deviceName,
    port,
    hca: null,
    kind,
    connector: null,
    role: '',
    row: '',
    rack: '',
    u: null,
    face: null,
  };
}

export interface CableRow {
  readonly place: RowPlace;
  readonly label: string;
  /** Which link of its cable the row is, where several rows are one cable: any text of its own; empty = not said. */
  readonly link: string;
  /** Which cable of its document the row is a link of, where that lists cables and not links; empty = not said. */
  readonly cableKey: string;
  readonly a: EndRow;
  readonly b: EndRow;
  /** Media that the file may mean, the likeliest first: NetBox has one word for several. Empty = not said. */
  readonly media: readonly MediumId[];
  readonly awg: number | null;
  readonly lengthM: number | null;
  /** `#rrggbb`; null = not said. */
  readonly colour: string | null;
  readonly speedGbps: number | null;
  readonly fabric: string;
  readonly rail: number | null;
  readonly status: CableState | null;
  readonly part: string;
  readonly bundle: string;
  readonly side: CableSide | null;
  readonly waypoints: readonly WaypointRow[];
  readonly notes: string;
  readonly kept: Kept;
}

/** Where a cable is led through, by the name of the rack. */
export interface WaypointRow extends Omit<Waypoint, 'rackId'> {
  readonly rack: string;
}

/** Something in a row that could not be understood. */
export interface RowFault {
  readonly place: RowPlace;
  /** Heading of the column, or the field of a document; empty for the row as a whole. */
  readonly column: string;
  /** What stands there. */
  readonly value: string;
  /** `import.fault.CODE` says why, `import.todo.CODE` what to do. */
  readonly code: string;
  readonly args: MessageArgs;
  /** True when the whole row is left out for it; else only the cell is. */
  readonly whole: boolean;
}

/** A picture of a face of one of the file's types, as it came: nobody has decoded it. */
export interface LoosePicture {
  readonly typeId: DeviceTypeId;
  readonly face: Face;
  /** What its file, or its place in the document, is called. */
  readonly name: string;
  /** Whether the file's own program shows it in racks. */
  readonly inRacks: boolean;
  /** Its bytes in base64. */
  readonly data: string;
}

/** Which program's words `kept` is in: its key in `extra`. */
export type KeptBy = 'netbox' | 'p2p' | 'rackula';

/**
 * What stands beside tables: it adds to what rows of other files of the same import say of the same racks, devices and
 * cables. A cable of which no other file speaks stands by itself.
 */
export interface Beside {
  readonly racks: readonly RackRow[];
  readonly devices: readonly DeviceRow[];
  readonly cables: readonly CableRow[];
}

/** All that one table or document says. */
export interface SiteRows {
  readonly by: KeptBy;
  readonly types: readonly DeviceType[];
  /** Pictures of those types: as they came, and those that were decoded, which the types' backdrops name. */
  readonly loosePictures: readonly LoosePicture[];
  readonly pictures: readonly Picture[];
  readonly racks: readonly RackRow[];
  readonly devices: readonly DeviceRow[];
  readonly cables: readonly CableRow[];
  readonly beside: Beside;
  /** Names of host channel adapters by their number, where the file says them. */
  readonly hcaNames: ReadonlyMap<number, string>;
  readonly faults: readonly RowFault[];
  /** What was odd about the file as a whole, or its types. */
  readonly warnings: readonly ImportWarning[];
}

/** Rows of nothing, to begin with. */
export function noRows(by: KeptBy): SiteRows {
  return {
    by,
    types: [],
    loosePictures: [],
    pictures: [],
    racks: [],
    devices: [],
    cables: [],
    beside: { racks: [], devices: [], cables: [] },
    hcaNames: new Map(),
    faults: [],
    warnings: [],
  };
}
