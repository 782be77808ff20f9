/**
 * How the data files write a device type: a face is groups of equal openings, not a list of rectangles.
 * Positions are millimetres on the face (`shared/model/device-type.ts`).
 */
import type {
  AirflowDirection,
  Bay,
  DepthUse,
  DeviceCategory,
  DeviceType,
  FaceShape,
  FaceSize,
  FormFactor,
  PortKind,
  TypeLodging,
} from '../model/device-type.ts';
import type { Mm, RackUnits } from '../units/length.ts';
import type { FactEntry } from './sources.ts';

/** Equal things in columns and rows; one of each unless said otherwise. */
export interface GridEntry {
  /** Top left corner of the first. */
  readonly x: Mm;
  readonly y: Mm;
  readonly columns?: number;
  readonly rows?: number;
  /** Distance from one column, or row, to the next. */
  readonly pitch?: Mm;
  readonly rowPitch?: Mm;
}

export interface PortEntry {
  /** `{n}` is the number of the cage, `{p}` the running number of the port in its group. */
  readonly name: string;
  readonly slug: string;
  /** `interface` unless said otherwise. */
  readonly kind?: PortKind;
  readonly speed?: number;
  readonly lanes?: number;
  readonly management?: boolean;
  readonly label?: string;
  readonly drawW?: number;
}

/** Openings of one form factor, all with the same ports. */
export interface CageGroupEntry extends GridEntry {
  /** Cages of the group are `key-1`, `key-2`, …, their ports `key-1.1`, `key-1.2`, … */
  readonly key: string;
  readonly of: FormFactor;
  readonly name: string;
  /** Number of the first cage; 1 unless said otherwise. */
  readonly first?: number;
  /** Running number of the first port; that of the first cage unless said otherwise. */
  readonly portFirst?: number;
  /** Whether numbers run along a row first, or down a column; `across` unless said otherwise. */
  readonly order?: 'across' | 'down';
  /** Belly to belly: every second row is upside down. */
  readonly belly?: boolean;
  readonly ports: readonly PortEntry[];
}

export interface PartEntry extends GridEntry {
  readonly shape: FaceShape['shape'];
  readonly w: Mm;
  readonly h: Mm;
  /** Open share of a vent. */
  readonly open?: number;
  readonly text?: string;
}

/** Bays of one kind; `{n}` in the name is the number of the bay. */
export interface BayEntry extends GridEntry {
  readonly key: string;
  readonly kind: Bay['kind'];
  readonly name: string;
  readonly w: Mm;
  readonly h: Mm;
  /** Number of the first; 1 unless said otherwise. */
  readonly first?: number;
}

export interface FaceEntry {
  readonly cages?: readonly CageGroupEntry[];
  readonly parts?: readonly PartEntry[];
  readonly bays?: readonly BayEntry[];
}

/** Facts that are left out are unknown. */
export interface FactEntries {
  readonly depthMm?: FactEntry;
  readonly weightKg?: FactEntry;
  readonly powerTypicalW?: FactEntry;
  readonly powerMaxW?: FactEntry;
  readonly airflow?: FactEntry<AirflowDirection>;
  readonly supplies?: FactEntry;
  readonly suppliesNeeded?: FactEntry;
  readonly airflowCfm?: FactEntry;
  readonly fanPercent?: FactEntry;
  readonly criticalPa?: FactEntry;
  readonly inletMinC?: FactEntry;
  readonly inletMaxC?: FactEntry;
  readonly noiseDb?: FactEntry;
  readonly packing?: FactEntry;
  readonly standoffMm?: FactEntry;
  readonly wantedGbps?: FactEntry;
  readonly hopNs?: FactEntry;
  readonly pathwayMm2?: FactEntry;
}

/** So many ports of one rate as the maker states, to hold the drawn ones against. */
export interface StatedPorts {
  readonly ports: number;
  readonly speed: number;
  /** Ids of the sources that state it. */
  readonly source: string;
  /** Keys of the cage groups that carry them; every port of that rate unless said otherwise. */
  readonly in?: readonly string[];
}

export interface TypeEntry {
  /** Without the prefix `catalog:`. */
  readonly id: string;
  readonly manufacturer: string;
  readonly model: string;
  /** Empty unless said otherwise. */
  readonly partNumber?: string;
  readonly category: DeviceCategory;
  readonly heightU: RackUnits;
  /** Full width and full depth unless said otherwise. */
  readonly width?: DeviceType['width'];
  readonly depthUse?: DepthUse;
  /** In a rack unless said otherwise. */
  readonly lodging?: TypeLodging;
  /** Size of the face of what goes into a bay. */
  readonly faceMm?: FaceSize;
  readonly description: string;
  readonly facts: FactEntries;
  /**
   * What the sources state of its data ports: all of them for a switch, those of the fabric for a node. It is
   * not derived from what is drawn; empty where nothing is cabled in the field.
   */
  readonly radix?: readonly StatedPorts[];
  readonly front?: FaceEntry;
  readonly rear?: FaceEntry;
}
