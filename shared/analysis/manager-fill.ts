/** How full the horizontal cable managers of a rack are. */
import { deviceBox } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { leadsAlong } from '../routing/horizontal-manager.ts';
import type { Mm } from '../units/length.ts';
import type { UsedInput } from './assumed-inputs.ts';
import type { Jacket } from './cable-facts.ts';
import type { CablePlug } from './cable-plug.ts';
import { managerArea } from './manager-area.ts';
import { countPassing, fillOfSquares, type Passing } from './passing.ts';
import type { Placed } from './rack-neighbours.ts';

/** One manager at its fullest place. */
export interface ManagerLoad {
  readonly placed: Placed;
  /** The plugs whose cables it leads. */
  readonly plugs: readonly CablePlug[];
  readonly areaMm2: UsedInput;
  readonly fill: number;
  /** x of that place on its face. */
  readonly xMm: Mm;
}

/** The horizontal managers of a rack, also those that are empty. */
export function managerLoads(
  devices: readonly { readonly placed: Placed; readonly plugs: readonly CablePlug[] }[],
): readonly ManagerLoad[] {
  const managers = devices.filter(
    ({ placed: { device, type } }) => device.mount === 'rails' && leadsAlong(type),
  );
  if (managers.length === 0) return NONE;
  const led = new Map<string, CablePlug[]>();
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as (typeof devices)[number];
    for (let at = 0; at < plugs.length; at += 1) {
      const plug = plugs[at] as CablePlug;
      const { managerId } = plug;
      if (managerId === null) continue;
      const list = led.get(managerId);
      if (list) list.push(plug);
      else led.set(managerId, [plug]);
    }
  }
  return managers.map(({ placed }) => loadOf(placed, led.get(placed.device.id) ?? []));
}
const NONE: readonly ManagerLoad[] = [];

function loadOf(placed: Placed, plugs: readonly CablePlug[]): ManagerLoad {
  const areaMm2 = managerArea(placed.type);
  const { squares, xMm } = fullestPlace(plugs);
  return { placed, plugs, areaMm2, fill: fillOfSquares(squares, areaMm2.value), xMm };
}

/** Walks the manager from left to right: a cable to the left passes all before its plug, one to the right all after. */
function fullestPlace(plugs: readonly CablePlug[]): { readonly squares: number; readonly xMm: Mm } {
  const inOrder = [...plugs].sort((a, b) => a.xMm - b.xMm);
  let squares = 0;
  for (let at = 0; at < plugs.length; at += 1) {
    const { side, jacket } = plugs[at] as CablePlug;
    if (side === 'left') squares += jacket.square;
  }
  let fullest = { squares, xMm: (inOrder[0]?.xMm ?? 0) - BESIDE_MM };
  for (let index = 0; index < inOrder.length; index += 1) {
    const { side, jacket, xMm } = inOrder[index] as CablePlug;
    squares += side === 'left' ? -jacket.square : jacket.square;
    const sameAsNext = inOrder[index + 1]?.xMm === xMm;
    if (squares > fullest.squares && !sameAsNext) fullest = { squares, xMm: xMm + BESIDE_MM };
  }
  return fullest;
}
/** The cut is made just beside a plug, mm: no two plugs are nearer. */
const BESIDE_MM = 0.01;

/** What passes a manager where it is fullest. */
export function passingManager({ plugs, xMm }: ManagerLoad): Passing {
  const passing = new Map<Jacket, number>();
  for (const plug of plugs) {
    const passes = plug.side === 'left' ? plug.xMm > xMm : plug.xMm < xMm;
    if (passes) countPassing(passing, plug.jacket, 1);
  }
  return passing;
}

/** Copper that lies in a manager, from each plug to the manager's edge, kg. */
export function managerCopperKg(rack: Rack, { placed, plugs }: ManagerLoad): number {
  const { device, type } = placed;
  const { x, width } = deviceBox(rack, device, type, device.face);
  let kg = 0;
  for (const { side, xMm, jacket } of plugs) {
    const inside = side === 'left' ? xMm - x : x + width - xMm;
    kg += (jacket.copperMgPerM * Math.max(0, inside)) / 1e9;
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
