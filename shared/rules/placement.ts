/**
 * Whether a device may stand somewhere in a rack. The drag preview, the keyboard, paste and the command line
 * ask this same rule; the words of its answer are for a person.
 */

import { bayOf, bayTakes, isSupply } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { devicesInRack, typeOf } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { valueOf } from '../model/fact.ts';
import type { DeviceId } from '../model/ids.ts';
import {
  columnsOf,
  SIDE_DEVICE_WIDTH_MM,
  sideDeviceLengthMm,
  sideStripMm,
  slotTopMm,
} from '../model/rack-geometry.ts';
import type { Device, Rack } from '../model/records.ts';
import { type Reason, reason, type Verdict, verdict } from './verdict.ts';

/** Where a device stands: the placing fields of its record. */
export type Placement = Pick<Device, 'rackId' | 'mount' | 'u' | 'face' | 'column' | 'bay'>;

/** A device that stands, or is about to stand, somewhere. */
export interface Occupant extends Placement {
  readonly id: DeviceId;
  readonly name: string;
  readonly type: DeviceType;
}

export interface PlacementOptions {
  /** Devices that are taken as not there: those that are moved along. */
  readonly ignore?: ReadonlySet<DeviceId>;
  /** Devices that are taken as there though the design does not hold them yet. */
  readonly also?: readonly Occupant[];
}

/** Room a device on the rails takes: units from `bottom` up to `top`, a share of the width, of the depth. */
interface Room {
  readonly bottom: number;
  readonly top: number;
  /** From the left as seen from the front of the rack, 0..1. */
  readonly left: number;
  readonly right: number;
  readonly front: boolean;
  readonly rear: boolean;
}

/** Below this share of the width two neighbours only touch: thirds are not exact in binary. */
const TOUCH = 1e-9;

/**
 * Whether a device of this type may stand there: the unit exists and is free over the device's depth and
 * width, 0U gear hangs in a side strip that is wide and free enough. Weight and power over the rack's limit,
 * and a body deeper than the rack, are warnings.
 * @param type the type to place; it need not be in the design yet
 */
export function canPlace(
  design: Design,
  type: DeviceType,
  placement: Placement,
  options: PlacementOptions = {},
): Verdict {
  const rack = design.racks.get(placement.rackId);
  if (!rack) return verdict([reason('rules.noRack')]);
  const others = occupantsOf(design, rack, options);
  const reasons = reasonsAgainst(rack, type, placement, others);
  return verdict(reasons, reasons.length > 0 ? [] : limitWarnings(rack, type, others));
}

/**
 * Whether all of these may stand where they say at the same time: none in the way of what is there, nor of
 * one another.
 */
export function canPlaceAll(
  design: Design,
  occupants: readonly Occupant[],
  ignore: ReadonlySet<DeviceId> = new Set(),
): Verdict {
  const verdicts = occupants.map((occupant, index) =>
    canPlace(design, occupant.type, occupant, { ignore, also: occupants.slice(0, index) }),
  );
  // Each later verdict counts the earlier ones in, so the last one of a rack speaks of its whole load.
  const warnings = new Map(
    verdicts.flatMap((each) => each.warnings.map((why) => [`${why.key} ${why.args['rack']}`, why])),
  );
  return verdict(
    verdicts.flatMap((each) => each.reasons),
    [...warnings.values()],
  );
}

function occupantsOf(design: Design, rack: Rack, options: PlacementOptions): readonly Occupant[] {
  const there = devicesInRack(design, rack.id)
    .filter((device) => !options.ignore?.has(device.id))
    .map((device) => ({ ...device, type: typeOf(design, device) }));
  const coming = (options.also ?? []).filter((occupant) => occupant.rackId === rack.id);
  return [...there, ...coming];
}

function reasonsAgainst(
  rack: Rack,
  type: DeviceType,
  placement: Placement,
  others: readonly Occupant[],
): readonly Reason[] {
  if (placement.mount === 'bay') return bayReasons(type, placement, others);
  if (type.lodging !== 'rack') return [reason('rules.onlyInBay', { model: type.model })];
  return placement.mount === 'side'
    ? sideReasons(rack, type, placement, others)
    : railReasons(rack, type, placement, others);
}

/** In a bay: its host is there, with such a bay, of the kind that the type goes into, and nothing else in it. */
function bayReasons(
  type: DeviceType,
  { bay: where, u }: Placement,
  others: readonly Occupant[],
): Reason[] {
  const host = others.find(({ id }) => id === where?.deviceId);
  const bay = host && where && bayOf(host.type, where.bayId);
  if (!host || !bay || host.u !== u) return [reason('rules.noBay', { model: type.model })];
  const args = { model: type.model, bay: bay.name, name: host.name };
  if (!bayTakes(bay, type)) return [reason('rules.otherBay', args, [subject(host)])];
  const taker = others.find(
    ({ bay: taken }) => taken?.deviceId === host.id && taken.bayId === bay.id,
  );
  if (!taker) return [];
  return [reason('rules.bayTaken', { ...args, taker: taker.name }, [subject(taker)])];
}

function railReasons(
  rack: Rack,
  type: DeviceType,
  placement: Placement,
  others: readonly Occupant[],
): Reason[] {
  if (type.heightU === 0) return [reason('rules.zeroUOnRails', { model: type.model })];
  const { u, column } = placement;
  const top = u + type.heightU - 1;
  if (u * 2 !== Math.round(u * 2)) return [reason('rules.offGrid', { u })];
  if (u < 1 || top > rack.heightU) return [outside(rack, type, u)];
  if (!Number.isInteger(column) || column < 0 || column >= columnsOf(type.width)) {
    return [reason('rules.noColumn', { model: type.model })];
  }
  const room = roomOf(type, placement);
  return others.flatMap((other) => {
    if (other.mount !== 'rails') return [];
    return roomsMeet(room, roomOf(other.type, other)) ? [taken(other)] : [];
  });
}

function roomOf(type: DeviceType, placement: Placement): Room {
  const columns = columnsOf(type.width);
  const column = placement.face === 'front' ? placement.column : columns - 1 - placement.column;
  return {
    bottom: placement.u,
    top: placement.u + type.heightU,
    left: column / columns,
    right: (column + 1) / columns,
    front: type.depthUse === 'full' || placement.face === 'front',
    rear: type.depthUse === 'full' || placement.face === 'rear',
  };
}

function roomsMeet(a: Room, b: Room): boolean {
  return (
    a.bottom < b.top &&
    b.bottom < a.top &&
    a.left < b.right - TOUCH &&
    b.left < a.right - TOUCH &&
    ((a.front && b.front) || (a.rear && b.rear))
  );
}

function sideReasons(
  rack: Rack,
  type: DeviceType,
  placement: Placement,
  others: readonly Occupant[],
): Reason[] {
  if (type.heightU !== 0) return [reason('rules.notZeroU', { model: type.model })];
  if (sideStripMm(rack) < SIDE_DEVICE_WIDTH_MM) {
    return [
      reason('rules.stripNarrow', {
        rack: rack.name,
        strip: Math.round(sideStripMm(rack)),
        width: SIDE_DEVICE_WIDTH_MM,
      }),
    ];
  }
  const span = sideSpan(rack, type, placement);
  if (placement.u < 1 || placement.u > rack.heightU || span.top < 0) {
    return [
      reason('rules.stripShort', {
        model: type.model,
        length: Math.round(sideDeviceLengthMm(type)),
      }),
    ];
  }
  return others.flatMap((other) => {
    if (other.mount !== 'side' || isOnLeft(other) !== isOnLeft(placement)) return [];
    const otherSpan = sideSpan(rack, other.type, other);
    const apart = span.bottom <= otherSpan.top || otherSpan.bottom <= span.top;
    return apart ? [] : [reason('rules.stripTaken', { name: other.name }, [subject(other)])];
  });
}

/** Extent of a strip device along the rack's face, mm from the top of the frame. */
function sideSpan(
  rack: Rack,
  type: DeviceType,
  placement: Placement,
): { readonly top: number; readonly bottom: number } {
  const bottom = slotTopMm(rack, placement.u, 0);
  return { top: bottom - sideDeviceLengthMm(type), bottom };
}

/** Whether a strip placement is on the left as seen from the front of the rack. */
function isOnLeft(placement: Placement): boolean {
  return (placement.column === 0) === (placement.face === 'front');
}

function limitWarnings(rack: Rack, type: DeviceType, others: readonly Occupant[]): Reason[] {
  const types = [type, ...others.map((other) => other.type)];
  const warnings: Reason[] = [];
  const weight = knownSum(types.map((each) => valueOf(each.weightKg)));
  if (rack.maxWeightKg !== null && weight > rack.maxWeightKg) {
    warnings.push(reason('rules.overWeight', limitArgs(rack, weight, rack.maxWeightKg)));
  }
  const power = knownSum(types.map((each) => (isSupply(each) ? 0 : valueOf(each.powerMaxW))));
  if (rack.maxPowerW !== null && power > rack.maxPowerW) {
    warnings.push(reason('rules.overPower', limitArgs(rack, power / 1000, rack.maxPowerW / 1000)));
  }
  const depth = valueOf(type.depthMm);
  if (depth !== null && depth > rack.depthMm) {
    warnings.push(
      reason('rules.tooDeep', {
        model: type.model,
        depth,
        rack: rack.name,
        rackDepth: rack.depthMm,
      }),
    );
  }
  return warnings;
}

function limitArgs(rack: Rack, value: number, limit: number): Record<string, string | number> {
  return { rack: rack.name, value, limit };
}

/** Sum of what is known: a lower bound, which is all that "over the limit" needs. */
function knownSum(values: readonly (number | null)[]): number {
  return values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
}

function outside(rack: Rack, type: DeviceType, u: number): Reason {
  return reason('rules.outside', {
    units: unitRange(u, type.heightU),
    rack: rack.name,
    heightU: rack.heightU,
  });
}

function taken(other: Occupant): Reason {
  const args = {
    units: unitRange(other.u, other.type.heightU),
    depth: other.type.depthUse === 'full' ? 'full' : other.face,
    name: other.name,
  };
  return reason('rules.taken', args, [subject(other)]);
}

function subject(occupant: Occupant): Reason['subjects'][number] {
  return { kind: 'device', id: occupant.id };
}

/** The units a device takes, as one writes them: `U12`, `U12–U19`. */
export function unitRange(u: number, heightU: number): string {
  const top = u + Math.max(1, heightU) - 1;
  return top === u ? `U${u}` : `U${u}–U${top}`;
}
