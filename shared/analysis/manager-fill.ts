/** How full the horizontal cable managers of a rack are. */

import type { DeviceId } from '../model/ids.ts';
import { type Box, deviceBox } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { isWithin, leadsAlong } from '../routing/horizontal-manager.ts';
import type { Mm } from '../units/length.ts';
import type { UsedInput } from './assumed-inputs.ts';
import type { Jacket } from './cable-facts.ts';
import type { CablePlug } from './cable-plug.ts';
import type { HandLaid } from './hand-laid.ts';
import { managerArea } from './manager-area.ts';
import { countPassing, fillOfSquares, type Passing } from './passing.ts';
import type { Placed } from './rack-neighbours.ts';

/** What lies along a manager, from one x of its face to another. */
interface ManagerSpan {
  readonly fromXMm: Mm;
  readonly toXMm: Mm;
  readonly jacket: Jacket;
  /** The device that it is led away from there; null for what only passes. */
  readonly deviceId: DeviceId | null;
}

/** One manager at its fullest place. */
export interface ManagerLoad {
  readonly placed: Placed;
  /** What it leads. */
  readonly spans: readonly ManagerSpan[];
  readonly areaMm2: UsedInput;
  /** Σd² of what passes there, in whole `DIAMETERS_SQUARED`. */
  readonly squares: number;
  readonly fill: number;
  /** x of that place on its face. */
  readonly xMm: Mm;
}

type Plugged = readonly { readonly placed: Placed; readonly plugs: readonly CablePlug[] }[];

/** The horizontal managers of a rack, also those that are empty. */
export function managerLoads(
  rack: Rack,
  devices: Plugged,
  handLaid: readonly HandLaid[],
): readonly ManagerLoad[] {
  const managers = devices.filter(
    ({ placed: { device, type } }) => device.mount === 'rails' && leadsAlong(type),
  );
  if (managers.length === 0) return NONE;
  const led = new Map<string, CablePlug[]>();
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as Plugged[number];
    for (let at = 0; at < plugs.length; at += 1) {
      const plug = plugs[at] as CablePlug;
      const { managerId } = plug;
      // Where a cable lies that is led by hand, its runs tell.
      if (managerId === null || plug.isHandLed) continue;
      const list = led.get(managerId);
      if (list) list.push(plug);
      else led.set(managerId, [plug]);
    }
  }
  return managers.map(({ placed }) => {
    const { device, type } = placed;
    const box = deviceBox(rack, device, type, device.face);
    const spans = (led.get(device.id) ?? []).map((plug) => spanOf(plug, box));
    for (const laid of handLaid) {
      const span = handSpan(laid, device.face, box);
      if (span) spans.push(span);
    }
    return loadOf(placed, spans, box);
  });
}
const NONE: readonly ManagerLoad[] = [];

/** A plug's cable lies from there to the edge on the side that it is led to. */
function spanOf({ xMm, side, jacket, deviceId }: CablePlug, { x, width }: Box): ManagerSpan {
  const [fromXMm, toXMm] =
    side === 'left' ? [Math.min(x, xMm), xMm] : [xMm, Math.max(xMm, x + width)];
  return { fromXMm, toXMm, jacket, deviceId };
}

/** What of a run by hand lies in a manager; null where nothing does. */
function handSpan({ run, jacket, deviceId }: HandLaid, face: Face, box: Box): ManagerSpan | null {
  if (run.strip !== null || run.face !== face || !isWithin(box, run.yMm)) return null;
  const fromXMm = Math.max(box.x, Math.min(run.xMm, run.toXMm));
  const toXMm = Math.min(box.x + box.width, Math.max(run.xMm, run.toXMm));
  return fromXMm < toXMm ? { fromXMm, toXMm, jacket, deviceId } : null;
}

function loadOf(placed: Placed, spans: readonly ManagerSpan[], box: Box): ManagerLoad {
  const areaMm2 = managerArea(placed.type);
  const { squares, xMm } = fullestPlace(spans, box);
  return { placed, spans, areaMm2, squares, fill: fillOfSquares(squares, areaMm2.value), xMm };
}

/** Where something begins or ends, and what passes from there on more than before. */
interface Step {
  readonly xMm: Mm;
  readonly squares: number;
}

/** Walks the manager from left to right. What ends at a place, what begins there does not pass. */
function fullestPlace(
  spans: readonly ManagerSpan[],
  { x, width }: Box,
): { readonly squares: number; readonly xMm: Mm } {
  const steps: Step[] = [];
  let squares = 0;
  for (const { fromXMm, toXMm, jacket } of spans) {
    if (fromXMm > x) steps.push({ xMm: fromXMm, squares: jacket.square });
    else squares += jacket.square;
    if (toXMm < x + width) steps.push({ xMm: toXMm, squares: -jacket.square });
  }
  steps.sort((a, b) => a.xMm - b.xMm);
  let fullest = { squares, xMm: (steps[0]?.xMm ?? x + width / 2) - BESIDE_MM };
  for (let index = 0; index < steps.length; index += 1) {
    const step = steps[index] as Step;
    squares += step.squares;
    const sameAsNext = steps[index + 1]?.xMm === step.xMm;
    if (squares > fullest.squares && !sameAsNext) fullest = { squares, xMm: step.xMm + BESIDE_MM };
  }
  return fullest;
}
/** The cut is made just beside a plug, mm: no two plugs are nearer. */
const BESIDE_MM = 0.01;

/** What passes a manager where it is fullest. */
export function passingManager({ spans, xMm }: ManagerLoad): Passing {
  const passing = new Map<Jacket, number>();
  for (const { fromXMm, toXMm, jacket } of spans) {
    if (fromXMm < xMm && xMm < toXMm) countPassing(passing, jacket, 1);
  }
  return passing;
}

/** Copper that lies in a manager, kg. */
export function managerCopperKg({ spans }: ManagerLoad): number {
  let kg = 0;
  for (const { fromXMm, toXMm, jacket } of spans) {
    kg += (jacket.copperMgPerM * (toXMm - fromXMm)) / 1e9;
  }
  return kg;
}

/** Where along the manager a place is: in its left, middle or right third, as one looks at it. */
export function thirdOf(rack: Rack, { placed, xMm }: ManagerLoad): 'left' | 'middle' | 'right' {
  const { device, type } = placed;
  const { x, width } = deviceBox(rack, device, type, device.face);
  const share = (xMm - x) / width;
  if (share < 1 / 3) return 'left';
  return share > 2 / 3 ? 'right' : 'middle';
}
