/** What the bodies of plugs cover of the vents that a face is drawn with. */
import type { Cage, DeviceType, FaceShape } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';
import type { Mm } from '../units/length.ts';

/** How far the shell and the latch of a plug stand out round its opening, mm [assumed]. */
export const PLUG_SHELL_MM: Mm = 1.5;

const perType = new WeakMap<DeviceType, Map<PortId, number>>();

/**
 * Area of vents that the plug in each port covers, mm². A plug covers its opening, through which no air goes
 * anyway; only what stands out beyond it and before a drawn vent counts. Ports whose plugs cover none are left out.
 */
export function plugBodiesMm2(type: DeviceType): ReadonlyMap<PortId, number> {
  let areas = perType.get(type);
  if (!areas) perType.set(type, (areas = bodiesOf(type)));
  return areas;
}

function bodiesOf(type: DeviceType): Map<PortId, number> {
  const vents = type.shapes.filter(({ shape }) => shape === 'vent' || shape === 'fan');
  const perCage = new Map(type.cages.map((cage) => [cage.id, coveredMm2(cage, vents)]));
  const areas = new Map<PortId, number>();
  for (const { id, cageId } of type.ports) {
    const area = cageId === null ? 0 : (perCage.get(cageId) ?? 0);
    if (area > 0) areas.set(id, area);
  }
  return areas;
}

function coveredMm2(cage: Cage, vents: readonly FaceShape[]): number {
  let sum = 0;
  for (const vent of vents) {
    if (vent.face !== cage.face) continue;
    const outer = overlapMm2(cage, vent, PLUG_SHELL_MM);
    sum += outer - overlapMm2(cage, vent, 0);
  }
  return sum;
}

type Part = Pick<Cage, 'xMm' | 'yMm' | 'widthMm' | 'heightMm'>;

function overlapMm2(cage: Part, vent: Part, marginMm: Mm): number {
  const width =
    Math.min(cage.xMm + cage.widthMm + marginMm, vent.xMm + vent.widthMm) -
    Math.max(cage.xMm - marginMm, vent.xMm);
  const height =
    Math.min(cage.yMm + cage.heightMm + marginMm, vent.yMm + vent.heightMm) -
    Math.max(cage.yMm - marginMm, vent.yMm);
  return Math.max(0, width) * Math.max(0, height);
}
