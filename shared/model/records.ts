/**
 * The records of a design. A design is records by id; nothing in it points at an object, only at ids,
 * so that an edit is a `Diff` of records and the file is rows of the same shape.
 *
 * Lengths are millimetres, powers watts, weights kilograms, temperatures degrees Celsius.
 */
import type { Mm, RackUnits } from '../units/length.ts';
import type { DeviceType } from './device-type.ts';
import type { Face } from './face.ts';
import type {
  AreaId,
  BayId,
  CableId,
  ClusterId,
  DeviceId,
  DeviceTypeId,
  FoundId,
  PathwayId,
  PictureId,
  PortId,
  RackId,
  RowId,
  WaiverId,
} from './ids.ts';
import type { MediumId } from './medium.ts';

export type { Face };

/**
 * What another system says of a thing and Plenum has no field for, kept for the way back: a JSON object as text;
 * '' = nothing.
 */
export type Extra = string;

/** Facts about the whole design: one record, id `design`. */
export interface DesignSettings {
  readonly kind: 'settings';
  readonly id: 'design';
  readonly name: string;
  /** Air supplied to the racks' fronts, °C. */
  readonly supplyTempC: number;
  /** Height above sea level, m. */
  readonly altitudeM: number;
  readonly ashraeClass: 'A1' | 'A2' | 'A3' | 'A4' | 'H1';
  /** Height of the overhead tray over the racks' tops, mm. */
  readonly trayRiseMm: Mm;
  /** Distance from the front of one row to the front of the next, mm. */
  readonly rowPitchMm: Mm;
  readonly inputs: AnalysisInputs;
  /** What is to come, so that the ports it needs are looked for now; one entry per device type. */
  readonly growth: readonly Growth[];
  readonly cabling: CablingRules;
  readonly drawing: DrawingFacts;
}

/** How cables are measured, named and coloured in this design. */
export interface CablingRules {
  /** Spare length at each end, m; null = what each medium has of its own. */
  readonly slackPerEndM: number | null;
  /** A required length is rounded up to a multiple of this before one is looked for in stock, m; null = it is not. */
  readonly roundingM: number | null;
  /** Lengths to buy, ascending, m, in place of the catalogue's; a medium stands at most once. */
  readonly ladders: readonly StockLadder[];
  /** What is printed at each end of a cable, and what a new cable is called; '' = the usual template. */
  readonly labelTemplate: string;
  readonly idTemplate: string;
  /** Characters of the longest label that can be printed; null = any. */
  readonly labelLimit: number | null;
  /** What gives a cable its colour, where it has none of its own. */
  readonly colourBy: 'medium' | 'fabric' | 'rail';
  /** Colours of fabrics by name, CSS hex `#rrggbb`; the others take theirs from the palette. */
  readonly fabricColours: readonly { readonly fabric: string; readonly colour: string }[];
  /** Cables and transceivers ordered beyond what is drawn, percent. */
  readonly sparePercent: number;
}

export interface StockLadder {
  readonly medium: MediumId;
  readonly lengthsM: readonly number[];
}

/** What the title block of a drawing says (ISO 7200); empty texts are unknown. */
export interface DrawingFacts {
  readonly owner: string;
  readonly number: string;
  readonly createdBy: string;
  readonly approvedBy: string;
  readonly status: string;
  /** Oldest first. */
  readonly revisions: readonly Revision[];
}

export interface Revision {
  readonly mark: string;
  /** Day, as `2026-11-26`. */
  readonly on: string;
  readonly by: string;
  readonly text: string;
}

/**
 * Inputs of the analysis that hardly anybody publishes. What is null takes the usual value, which the analysis
 * then calls `assumed`; a device type that knows better has the last word.
 */
export interface AnalysisInputs {
  /** Back-pressure at which a device's flow stops, Pa: devices of up to one unit, and taller ones. */
  readonly criticalPa1U: number | null;
  readonly criticalPaTaller: number | null;
  /** Packing fraction φ of dressed bundles, over 0 to 0.907. */
  readonly packing: number | null;
  /** From a face to the bundle in front of it, mm. */
  readonly standoffMm: Mm | null;
  /** Share of a bundle's area that counts, in place of what the computed standoff says. */
  readonly exposure: number | null;
  /** Open area beside the rails of both sides together, mm² per rack unit. */
  readonly railGapMm2PerU: number | null;
  /** Depth of the vertical cable managers, mm. */
  readonly managerDepthMm: Mm | null;
  /** Inner width and height of the overhead trays, mm. */
  readonly trayWidthMm: Mm | null;
  readonly trayHeightMm: Mm | null;
  /** What one way from node to node may take, ns; null = no budget. */
  readonly pathBudgetNs: number | null;
}

/** So many more devices of a type, each cabled like those that are there. */
export interface Growth {
  readonly typeId: DeviceTypeId;
  /** Whole number, 1 or more. */
  readonly count: number;
}

/** A row of racks; a design has at least one. */
export interface Row {
  readonly kind: 'row';
  readonly id: RowId;
  readonly name: string;
  /** Rows are drawn in this order, then by id. Any finite number; a row put between two takes the mean. */
  readonly order: number;
  /** Where it stands in the plan; null = by its order, one `settings.rowPitchMm` behind the row before it. */
  readonly place: RowPlace | null;
}

/** Compass points of the plan: north is up the page. */
export type Facing = 'north' | 'east' | 'south' | 'west';

/**
 * Where a row stands, in plan coordinates: x to the right, y down the page. The point is the front corner of the row
 * at the outer edge of its first rack, the left one as seen from the front.
 */
export interface RowPlace {
  readonly xMm: Mm;
  readonly yMm: Mm;
  /** Where the fronts of its racks look. */
  readonly facing: Facing;
}

export type RackFrame = 'cabinet' | 'four-post' | 'orv3';

export interface Rack {
  readonly kind: 'rack';
  readonly id: RackId;
  readonly name: string;
  readonly rowId: RowId;
  /** Place in its row: racks stand in this order, then by id. Any finite number. */
  readonly order: number;
  readonly frame: RackFrame;
  /** 12 … 58 rack units. */
  readonly heightU: RackUnits;
  /** Outer width, mm: 600, 700, 750 or 800 for cabinets. */
  readonly widthMm: Mm;
  /** Outer depth, mm. */
  readonly depthMm: Mm;
  /** Open floor before it in its row, mm; 0 = none. */
  readonly gapMm: Mm;
  /** Its front looks to the back of its row. */
  readonly turned: boolean;
  /** What it may carry, kg; null = unknown. */
  readonly maxWeightKg: number | null;
  /** What it may draw, W; null = unknown. */
  readonly maxPowerW: number | null;
  /** Open share of front and rear door, 0..1; null = no door. */
  readonly frontDoorOpen: number | null;
  readonly rearDoorOpen: number | null;
  readonly notes: string;
  readonly extra: Extra;
}

/**
 * A device in a rack.
 *
 * On the rails: `u` is the lowest unit it takes, counted from 1 at the bottom, in steps of a half; `face`
 * is the rail pair it hangs on, so that its type's front looks out of the rack's `face`; `column` counts
 * half- or third-width slots from the left as seen from that face (0 for full width).
 *
 * Beside the rails (`mount: 'side'`, 0U gear): `column` is 0 for the left and 1 for the right strip as
 * seen from `face`, and `u` is the unit at its lower end.
 *
 * In another device (`mount: 'bay'`): `bay` says in which of its bays; rack, unit, face and column are those of
 * the device it is in.
 */
export interface Device {
  readonly kind: 'device';
  readonly id: DeviceId;
  readonly name: string;
  readonly typeId: DeviceTypeId;
  readonly rackId: RackId;
  readonly mount: 'rails' | 'side' | 'bay';
  /** Null unless it is mounted in a bay. */
  readonly bay: BayRef | null;
  readonly u: RackUnits;
  readonly face: Face;
  readonly column: number;
  readonly locked: boolean;
  /** Ports that are kept free for something to come; they stand in the order of the type. */
  readonly reserved: readonly PortId[];
  readonly notes: string;
  readonly extra: Extra;
}

/** A bay of a placed device. */
export interface BayRef {
  readonly deviceId: DeviceId;
  readonly bayId: BayId;
}

/** A port of a placed device. */
export interface PortRef {
  readonly deviceId: DeviceId;
  readonly portId: PortId;
}

/** One end of one link of a cable: end `a[i]` is linked to end `b[i]`. */
export interface CableEnds {
  readonly a: readonly PortRef[];
  readonly b: readonly PortRef[];
}

/** A point that a cable is led through by hand, in the coordinates of a rack's face (`rack-geometry.ts`). */
export interface Waypoint {
  readonly rackId: RackId;
  readonly face: Face;
  readonly xMm: Mm;
  /** Above the rack's top it is negative. */
  readonly yMm: Mm;
}

export type CableStatus = 'planned' | 'connected' | 'decommissioning';

/** Which side of the rack a cable is led along; `auto` takes the nearer side of each end. */
export type CableSide = 'auto' | 'left' | 'right';

/**
 * The thing that is bought and pulled. It carries one or more links: `ends.a` and `ends.b` have the same
 * length, and `a[i]` is linked to `b[i]`. A plain cable has one of each; a straight cable between two
 * twin-port cages has two of each, all of one cage; a breakout has its `b` ends in several cages.
 */
export interface Cable {
  readonly kind: 'cable';
  readonly id: CableId;
  readonly label: string;
  readonly medium: MediumId;
  /** Wire gauge of copper; null = unknown or not copper. */
  readonly awg: number | null;
  /** Length that a person entered, m; null = estimated from the route. */
  readonly lengthM: number | null;
  /** The path, mm, that the route had when `lengthM` was entered; null = it was not, or nobody knows. */
  readonly lengthForMm: Mm | null;
  /** CSS hex colour `#rrggbb`; null = the colour of its medium. */
  readonly colour: string | null;
  /** Fabric it belongs to (compute, storage, management ...); empty = none. */
  readonly fabric: string;
  readonly rail: number | null;
  readonly side: CableSide;
  /** In order from the A end to the B end; empty = it is led automatically. */
  readonly waypoints: readonly Waypoint[];
  readonly ends: CableEnds;
  /** Part number to order, and the bundle that it is pulled with, by name; empty = none. */
  readonly part: string;
  readonly bundle: string;
  readonly status: CableStatus;
  readonly notes: string;
  readonly extra: Extra;
}

/**
 * A finding that somebody looked at and accepted. It holds as long as the finding's numbers stay what they were;
 * when they change it lapses, and the finding counts again.
 */
export interface Waiver {
  readonly kind: 'waiver';
  readonly id: WaiverId;
  /** Id of the finding, which is stable from run to run. */
  readonly findingId: string;
  readonly reason: string;
  /** Who accepted it, and the day, as `2026-11-26`. */
  readonly by: string;
  readonly on: string;
  /** The finding's numbers at that time, as `numbersOf` of the analysis writes them. */
  readonly numbers: string;
}

/** A picture that device types are traced from, already decoded once and written anew without its metadata. */
export interface Picture {
  readonly kind: 'picture';
  readonly id: PictureId;
  readonly name: string;
  readonly mime: 'image/png' | 'image/jpeg' | 'image/webp';
  readonly widthPx: number;
  readonly heightPx: number;
  /** The file's bytes in base64. */
  readonly data: string;
}

/** What a discovery tool found to be plugged in, to hold the drawing against. */
export interface FoundNetwork {
  readonly kind: 'found';
  readonly id: FoundId;
  /** Name of the file that said so. */
  readonly name: string;
  readonly format: FoundFormat;
  /** Day on which it was read in, as `2026-11-26`. */
  readonly on: string;
  readonly links: readonly FoundLink[];
  /** Names in the file that stand for devices of another name. */
  readonly aliases: readonly { readonly name: string; readonly deviceId: DeviceId }[];
}

export type FoundFormat =
  | 'ptm'
  | 'containerlab'
  | 'ibnetdiscover'
  | 'iblinkinfo'
  | 'ibdiagnet'
  | 'lldp';

export interface FoundLink {
  readonly a: FoundEnd;
  /** Null where the file names no other end. */
  readonly b: FoundEnd | null;
  readonly state: 'up' | 'down' | 'degraded' | 'unknown';
  readonly speedGbps: number | null;
  /** What else the file says of it, and where: its line. */
  readonly note: string;
}

/** A port by the names that the file has for it and its device. */
export interface FoundEnd {
  readonly device: string;
  readonly port: string;
}

/** What a part of the floor is; a rectangle along the axes of the plan. */
export interface Area {
  readonly kind: 'area';
  readonly id: AreaId;
  readonly name: string;
  readonly purpose: AreaPurpose;
  /** Whether walls or a roof keep its air to itself; counts for aisles. */
  readonly contained: boolean;
  /** Its corner with the smallest coordinates. */
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly widthMm: Mm;
  readonly depthMm: Mm;
}

export const AREA_PURPOSES = ['room', 'cold-aisle', 'hot-aisle', 'column', 'keep-out'] as const;
export type AreaPurpose = (typeof AREA_PURPOSES)[number];

/** A tray or a duct that cables are led along from rack to rack. */
export interface Pathway {
  readonly kind: 'pathway';
  readonly id: PathwayId;
  readonly name: string;
  readonly level: PathwayLevel;
  /** Its middle line in plan coordinates: two points or more, each leg along one of the axes. */
  readonly points: readonly PlanPoint[];
  /** Inside. */
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  /** Its bottom over the tops of the racks, or its depth under their feet. */
  readonly riseMm: Mm;
}

export const PATHWAY_LEVELS = ['overhead', 'underfloor'] as const;
export type PathwayLevel = (typeof PATHWAY_LEVELS)[number];

export interface PlanPoint {
  readonly xMm: Mm;
  readonly yMm: Mm;
}

/** What a part of the design was generated from. */
export interface Cluster {
  readonly kind: 'cluster';
  readonly id: ClusterId;
  readonly name: string;
  /** The specification: a JSON object as text, at most `LARGEST_SPEC` characters. */
  readonly spec: string;
}

export const LARGEST_SPEC = 1_000_000;

/** Everything that stands in a design. */
export type DesignRecord =
  | DesignSettings
  | Row
  | Rack
  | Picture
  | DeviceType
  | Device
  | Cable
  | Waiver
  | FoundNetwork
  | Area
  | Pathway
  | Cluster;
export type RecordKind = DesignRecord['kind'];
export type RecordOf<K extends RecordKind> = Extract<DesignRecord, { kind: K }>;
