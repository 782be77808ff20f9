/**
 * A device type: what a thing is, apart from where it stands. Its faces are drawn in millimetres.
 *
 * Face coordinates: origin at the top left corner of the panel as one looks at that face, x to the right,
 * y down, mm. A full-width panel is 482.6 mm wide with its ears; a half-width body is 222 mm wide and has
 * no ears.
 */
import type { Mm, RackUnits } from '../units/length.ts';
import type { Face } from './face.ts';
import type { Known } from './fact.ts';
import type { BayId, CageId, DeviceTypeId, PictureId, PortId, ShapeId } from './ids.ts';

export const DEVICE_CATEGORIES = [
  'node',
  'server',
  'switch',
  'storage',
  'appliance',
  'patch-panel',
  'pdu',
  'power-shelf',
  'cable-manager',
  'blank',
  'shelf',
  'other',
] as const;
/** `node` is a GPU server, `server` any other. */
export type DeviceCategory = (typeof DEVICE_CATEGORIES)[number];

export const FORM_FACTORS = [
  'rj45',
  'sfp',
  'sfp-dd',
  'qsfp',
  'qsfp-dd',
  'osfp',
  'osfp-rhs',
  'osfp-xd',
  'cfp',
  'lc',
  'mpo',
  'sn',
  'mmc',
  'usb',
  'c13',
  'c14',
  'c19',
  'c20',
  'dc',
  'other',
] as const;
/** What an opening is, mechanically. `other` keeps what no table knows. */
export type FormFactor = (typeof FORM_FACTORS)[number];

export type PortKind =
  | 'interface'
  | 'front'
  | 'rear'
  | 'console'
  | 'consoleServer'
  | 'powerInlet'
  | 'powerOutlet';

/**
 * Parts of a face that bear the same name are one group to the person who draws: they are picked and moved
 * together. Empty for a part that stands alone. A locked part is not moved or removed until it is unlocked.
 */
export type GroupName = string;

/** A physical opening: a transceiver cage, a socket, an adapter, an inlet. It may hold several ports. */
export interface Cage {
  readonly id: CageId;
  readonly name: string;
  readonly formFactor: FormFactor;
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  /** True for the lower cage of a belly-to-belly pair: its module goes in upside down. */
  readonly flipped: boolean;
  readonly group: GroupName;
  readonly locked: boolean;
}

/** A logical port. */
export interface Port {
  readonly id: PortId;
  readonly name: string;
  readonly kind: PortKind;
  /** The opening it sits in; null where the type does not say (an import without positions). */
  readonly cageId: CageId | null;
  /** The type as its source spells it, e.g. `400gbase-x-osfp`; kept verbatim. */
  readonly slug: string;
  readonly speedGbps: number | null;
  readonly lanes: number | null;
  readonly managementOnly: boolean;
  readonly label: string;
  /** What a power inlet may draw, W; null = unknown or not an inlet. */
  readonly maximumDrawW: number | null;
}

/**
 * What a panel or a cassette passes through: one place of a front port is one place of a rear port. Places are
 * counted from 1; a duplex port has one, an adapter of twelve strands that fan out has twelve.
 */
export interface PortMapping {
  readonly frontPortId: PortId;
  readonly frontPosition: number;
  readonly rearPortId: PortId;
  readonly rearPosition: number;
}

/** Parts of a face that take no cable. */
export interface FaceShape {
  readonly id: ShapeId;
  readonly shape: 'vent' | 'handle' | 'display' | 'label' | 'led' | 'blank' | 'fan' | 'bay';
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly widthMm: Mm;
  readonly heightMm: Mm;
  /** Open share of a vent, 0..1; null for everything else, or where it is unknown. */
  readonly openRatio: number | null;
  /** Text of a label; empty for everything else. */
  readonly text: string;
  readonly group: GroupName;
  readonly locked: boolean;
}

/** A rectangle on a face, mm in its coordinates. */
export interface FaceArea {
  readonly face: Face;
  readonly xMm: Mm;
  readonly yMm: Mm;
  readonly widthMm: Mm;
  readonly heightMm: Mm;
}

/** Width and height of a face, mm. */
export interface FaceSize {
  readonly widthMm: Mm;
  readonly heightMm: Mm;
}

/** A place in a type that takes another device: a blade or a node (`device`), a line card or a supply (`module`). */
export interface Bay {
  readonly id: BayId;
  readonly name: string;
  readonly kind: 'device' | 'module';
  /** What stands for `{module}` in the port names of the module in it. */
  readonly position: string;
  readonly label: string;
  /** Where it opens; null where the type does not say. */
  readonly area: FaceArea | null;
}

/** A picture that a face is traced from. */
export interface Backdrop {
  readonly pictureId: PictureId;
  /** Where the part of the picture that is used lies. */
  readonly area: FaceArea;
  /** The part of the picture that is used, as shares of its width and height, 0..1, from its top left corner. */
  readonly crop: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  readonly inRacks: boolean;
  readonly inPrint: boolean;
}

export const TYPE_LODGINGS = ['rack', 'device-bay', 'module-bay'] as const;
/** What a device of the type is put into: a rack, on its rails or beside them, or a bay of another device. */
export type TypeLodging = (typeof TYPE_LODGINGS)[number];

export const AIRFLOW_DIRECTIONS = [
  'front-to-rear',
  'rear-to-front',
  'left-to-right',
  'right-to-left',
  'side-to-rear',
  'rear-to-side',
  'passive',
  'mixed',
  'bottom-to-top',
  'top-to-bottom',
] as const;
export type AirflowDirection = (typeof AIRFLOW_DIRECTIONS)[number];

/** How much of the rack's depth a type takes: both rail pairs, or only the half behind its own. */
export type DepthUse = 'full' | 'half';

export interface DeviceType {
  readonly kind: 'deviceType';
  readonly id: DeviceTypeId;
  readonly manufacturer: string;
  readonly model: string;
  readonly slug: string;
  readonly partNumber: string;
  readonly category: DeviceCategory;
  /** 0 for gear beside the rails. */
  readonly heightU: RackUnits;
  readonly width: 'full' | 'half' | 'third';
  readonly depthUse: DepthUse;
  readonly lodging: TypeLodging;
  /** Size of the face of what goes into a bay; null for what goes into a rack, whose units and width say it. */
  readonly faceMm: FaceSize | null;
  readonly depthMm: Known;
  readonly weightKg: Known;
  /** Heat and power at typical and at full load, W, without transceivers. */
  readonly powerTypicalW: Known;
  readonly powerMaxW: Known;
  readonly airflow: Known<AirflowDirection>;
  /** Power supplies that are fitted, and how many of them carry the full load. */
  readonly supplies: Known;
  readonly suppliesNeeded: Known;
  /** Flow at the rated fan speed in free air, CFM. */
  readonly airflowCfm: Known;
  /** Fan speed that the flow was stated for, % of the fastest. */
  readonly fanPercent: Known;
  /** Back-pressure at which the flow stops at that fan speed, Pa. */
  readonly criticalPa: Known;
  readonly inletMinC: Known;
  readonly inletMaxC: Known;
  /** Sound pressure or power as its source states it, dB(A). */
  readonly noiseDb: Known;
  /** Packing fraction φ of the bundles on its faces, and how far off they hang, mm. */
  readonly packing: Known;
  readonly standoffMm: Known;
  /** What the fastest face is wanted to carry, Gb/s one way: held against what its cages can. */
  readonly wantedGbps: Known;
  /** From first bit in to first bit out of a switch, port to port, ns. */
  readonly hopNs: Known;
  /** Cross-section of a cable manager that cables may take, mm². */
  readonly pathwayMm2: Known;
  readonly cages: readonly Cage[];
  readonly ports: readonly Port[];
  /** Which front port leads to which rear port; empty for everything that passes nothing through. */
  readonly portMappings: readonly PortMapping[];
  readonly shapes: readonly FaceShape[];
  readonly bays: readonly Bay[];
  readonly backdrops: readonly Backdrop[];
  readonly description: string;
  readonly origin: 'catalog' | 'netbox' | 'user';
  /** What the source file held and no field above can: kept verbatim for the way back, JSON text or empty. */
  readonly extra: string;
}
