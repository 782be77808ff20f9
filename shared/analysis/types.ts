/**
 * What the analysis says: the shape of `plenum analyze --json` (`plenum.analysis/1`). Text is made from
 * `messageKey` and `values`; the analysis itself is numbers and keys.
 */
import type { Counts } from '../model/counts.ts';

import type { FormFactor, PortKind } from '../model/device-type.ts';
import type { Provenance } from '../model/fact.ts';
import type { CableId, DeviceId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { Face, RecordKind } from '../model/records.ts';

export type { Counts };
export type Severity = 'error' | 'warning' | 'note';
export type RuleId =
  | 'ports'
  | 'faceplate'
  | 'reach'
  | 'bundle'
  | 'air'
  | 'heat'
  | 'latency'
  | 'found'
  | 'data'
  | 'place';

export interface Subject {
  readonly kind: RecordKind;
  readonly id: string;
  readonly name: string;
}

export interface Band {
  readonly low: number;
  readonly nominal: number;
  readonly high: number;
}

/** A number of a finding: one value or a band, its unit, and where it comes from. */
export type FindingValue = {
  readonly unit: string;
  readonly provenance: Provenance;
} & ({ readonly value: number | string } | Band);

/** How a number was found: shown when a finding is opened. */
export interface Explanation {
  /** Formula in plain notation, e.g. `q = 1/sqrt(1+Pi)`. */
  readonly formula: string;
  /** Name of the value that each symbol of the formula stands for: `{ Pi: 'loading' }`. */
  readonly where: Readonly<Record<string, string>>;
  /** Source ids or titles (physics.md section, S-numbers). */
  readonly sources: readonly string[];
}

export interface Fix {
  readonly id: string;
  readonly label: string;
}

/** How somebody accepted a finding. */
export interface FindingWaiver {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  /** The day, as `2026-11-26`. */
  readonly on: string;
  /** The numbers are not those that were accepted: the finding counts again. */
  readonly lapsed: boolean;
  /** What is different from what was accepted; empty while the waiver stands. */
  readonly changed: readonly NumberChange[];
}

/** A number of a finding that was accepted and is another now, rounded and with its unit. */
export interface NumberChange {
  /** Name of the value, or `severity`. */
  readonly name: string;
  /** Null where the finding had, or has, no such number. */
  readonly before: string | null;
  readonly after: string | null;
}

/** A waiver of the design and what became of it. */
export interface WaiverRow extends Pick<FindingWaiver, 'id' | 'reason' | 'by' | 'on'> {
  readonly findingId: string;
  /**
   * `replaced` by a newer one for the same finding; `unneeded` when there is no such finding: it stays in the
   * file, because the finding may come back.
   */
  readonly state: 'standing' | 'lapsed' | 'replaced' | 'unneeded';
}

export interface Finding {
  /** Stable from run to run: rule and subjects, never a counter. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly subjects: readonly Subject[];
  /** Key in `shared/text/en/analysis.json`; its arguments are `values` by name. */
  readonly messageKey: string;
  /** The sentence in English, as the command line and the file of findings print it. */
  readonly message: string;
  /** Why it matters, in English. */
  readonly why: string;
  readonly values: Readonly<Record<string, FindingValue>>;
  readonly explanation: readonly Explanation[];
  /** What is unknown and would settle it, e.g. `device type X: airflowCfm`. */
  readonly missing: readonly string[];
  /** What would make it go or shrink; made by `shared/fixes`, which tries them. */
  readonly fixes: readonly Fix[];
  /** Null where nobody accepted it. */
  readonly waiver: FindingWaiver | null;
}

/** How ports are counted: `total` is the sum of `used`, `reserved`, `shut` and `free`. */
export interface PortCount {
  readonly total: number;
  /** With a cable in them; a port whose lanes go to several ends is one port. */
  readonly used: number;
  /** Kept free for something to come. */
  readonly reserved: number;
  /** No cable can use them, because the plug in the port beside them takes the whole cage. */
  readonly shut: number;
  readonly free: number;
  /** Openings that hold these ports; one with ports of two speeds is counted at both. */
  readonly cages: number;
  /** Those with a cable in one of these ports. */
  readonly cagesUsed: number;
}

/** Ports of a kind and speed in one kind of cage. */
export interface PortsRow extends PortCount {
  readonly device: string;
  readonly deviceName: string;
  /** Null where the type does not say what its ports sit in. */
  readonly formFactor: FormFactor | null;
  readonly kind: PortKind;
  readonly speedGbps: number | null;
}

/** The same over a rack, a fabric or the whole design. */
export interface PortTotalRow extends PortCount {
  readonly scope: 'rack' | 'fabric' | 'design';
  /** Of the rack; the name of the fabric; `design`. */
  readonly id: string;
  readonly name: string;
  readonly formFactor: FormFactor | null;
  readonly kind: PortKind;
  readonly speedGbps: number | null;
}

export interface FaceplateRow {
  readonly deviceType: string;
  readonly face: Face;
  readonly formFactor: FormFactor;
  readonly fitted: number;
  readonly moreThatFit: number;
  readonly bandwidthGbps: number | null;
  /** With all that fit, each at the fastest its kind is today. */
  readonly bandwidthCeilingGbps: number | null;
  /** The two in Tb/s for each rack unit of height. */
  readonly tbpsPerU: number | null;
  readonly tbpsPerUCeiling: number | null;
}

export type ReachVerdict = 'ok' | 'vendor-only' | 'over' | 'unknown';

export interface CableRow {
  readonly id: string;
  readonly label: string;
  readonly medium: MediumId;
  readonly laneGbps: number | null;
  readonly lanes: number | null;
  readonly pathM: number | null;
  /** Spare length of both ends together. */
  readonly slackM: number | null;
  readonly requiredM: number | null;
  /** Between which it really is, because something on the way is assumed. */
  readonly requiredLowM: number | null;
  readonly requiredHighM: number | null;
  /** The required length, up to a multiple of what the design rounds to. */
  readonly roundedM: number | null;
  readonly stockM: number | null;
  readonly lengthM: number | null;
  readonly lengthSource: 'estimated' | 'entered';
  /** Whether it was entered for another way than the cable has now. */
  readonly lengthStale: boolean;
  readonly reachStandardM: number | null;
  readonly reachProductM: number | null;
  readonly verdict: ReachVerdict;
  readonly odMm: number | null;
  readonly weightKg: number | null;
  /** Flight over its length, what its plugs add, and both, ns; FEC is in the hosts and not counted. */
  readonly flightNs: number | null;
  readonly addedNs: number | null;
  readonly totalNs: number | null;
}

/** A way from host to host and what its time is made of, ns. */
export interface PathTime {
  /** Switches passed. */
  readonly hops: number;
  /** From end to end: the host, the switches, the host. */
  readonly devices: readonly DeviceId[];
  readonly cables: readonly CableId[];
  readonly flightNs: number | null;
  readonly addedNs: number | null;
  readonly switchNs: number;
  readonly totalNs: number | null;
  /** What is known of the total: all of it, or a lower bound. */
  readonly knownNs: number;
}

/** The slowest way of a group of a fabric: of a rail, of a leaf whose links have no rail, or between those. */
export interface PathRow extends PathTime {
  readonly fabric: string;
  readonly rail: number | null;
  readonly leaf: DeviceId | null;
  /** Null where a part of some way of the group is unknown: a slower one may be among them. */
  readonly fastestNs: number | null;
  readonly slowestNs: number | null;
  readonly spreadNs: number | null;
  /** What would settle it. */
  readonly unknown: readonly string[];
}

/** The slowest way that turns at a switch. */
export interface SwitchPathRow extends PathTime {
  readonly device: DeviceId;
  readonly fabric: string;
  /** Transit of the switch, ns: of its type, or the usual. */
  readonly hopNs: number;
}

export interface DeviceRow {
  readonly id: string;
  readonly name: string;
  readonly rack: string;
  readonly u: number;
  readonly powerW: number | null;
  readonly airflowCfm: number | null;
  /** The face of the rack by which it takes its air in; null where it takes it elsewhere, or none. */
  readonly intake: Face | null;
  /** Of the device's opening on the rack's front and rear: psi*A/A_w, nominal. */
  readonly blockedFraction: { readonly front: number; readonly rear: number };
  /** Diameter of the thickest bundle that hangs before it on the rack's front and rear, mm; 0 for none. */
  readonly bundleMm: { readonly front: number; readonly rear: number };
  readonly flowRatio: Band | null;
  readonly outletRiseK: Band | null;
  /** Share of the inlet air that has been through before; null where it is unknown. */
  readonly recirculation: number | null;
  readonly inletC: number | null;
  readonly outletC: Band | null;
  /** Air that reaches optics which sit at the exhaust; null where they do not. */
  readonly opticsC: Band | null;
  readonly marginRecommendedK: number | null;
  readonly marginAllowableK: number | null;
  /** Speed and power of its fans, against the rated ones, with which they move the rated flow all the same. */
  readonly fanSpeed: Band | null;
  readonly fanPower: Band | null;
  /** What that costs, W [assumed]. */
  readonly extraFanW: Band | null;
}

export interface RackRow {
  readonly id: string;
  readonly name: string;
  readonly usedU: number;
  readonly powerW: number | null;
  readonly heatW: number | null;
  readonly weightKg: number | null;
  readonly airflowCfm: number | null;
  /** Flow of its devices together against their rated flows, through their cables and the doors. */
  readonly flowRatio: Band | null;
  /** Pressure behind the devices less that before them, Pa. */
  readonly acrossPa: Band | null;
  /** What leaks back from the rear to the front, m³/s; null where nothing is known to move air. */
  readonly leakM3s: number | null;
  /** Units that nothing closes, from the bottom. */
  readonly openUnits: readonly number[];
  /** Copper cable in the rack; of one that leaves it, the share of its ends. */
  readonly copperKg: number;
  /** Fill of the fullest strip beside the rails at its fullest level; null where there is no strip. */
  readonly bundleFill: number | null;
}

/**
 * A way that cables are led: a strip beside the rails, a horizontal manager, a tray that is assumed over a row or an
 * aisle, a leg of a drawn pathway.
 */
export interface PathwayRow {
  readonly kind: 'strip' | 'manager' | 'tray' | 'pathway';
  /** Stable from run to run. */
  readonly id: string;
  /** Of a strip and a manager. */
  readonly rack: string | null;
  /** Of a tray; where it crosses an aisle, the row before it. */
  readonly row: string | null;
  /** Where it is fullest, in English; the next four are of that place. */
  readonly place: string;
  readonly cables: number;
  /** Diameter of what passes as one bundle. */
  readonly bundleMm: number;
  /** Cross-section of what passes. */
  readonly sectionMm2: number;
  /** Share of the cross-section that cables take, and what it may be. */
  readonly fill: number;
  readonly limit: number;
  /** Copper in all of it. */
  readonly copperKg: number;
}

export interface Analysis {
  readonly format: 'plenum.analysis/1';
  readonly counts: Counts;
  readonly findings: readonly Finding[];
  readonly waivers: readonly WaiverRow[];
  readonly ports: readonly PortsRow[];
  /** Racks by id, then fabrics by name, then the design. */
  readonly portTotals: readonly PortTotalRow[];
  readonly faceplates: readonly FaceplateRow[];
  readonly cables: readonly CableRow[];
  readonly devices: readonly DeviceRow[];
  readonly racks: readonly RackRow[];
  readonly paths: readonly PathRow[];
  readonly switchPaths: readonly SwitchPathRow[];
  readonly pathways: readonly PathwayRow[];
}
