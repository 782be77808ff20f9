/** Leading cables along another side of the rack. */
import type { Design } from '../model/design.ts';
import { cablesOfDevice, cablesOfRack } from '../model/design-index.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Cable, CableSide, Device, Face, Rack } from '../model/records.ts';
import { routeCable } from '../routing/index.ts';
import { sideSeen } from '../routing/led-end.ts';
import { say } from '../text/index.ts';
import { type Candidate, changing } from './fix.ts';

/** A cable of a device and where it is plugged in on a face. */
interface Plugged {
  readonly cable: Cable;
  readonly xMm: number;
}

/** Half of a face's cables to each side: those on the left to the left. One edit for all of them. */
export function halfAndHalf(design: Design, device: Device): readonly Candidate[] {
  return (['front', 'rear'] as const).flatMap((face) => {
    const plugged = pluggedOn(design, device.id, face);
    if (plugged.length < 2) return [];
    const wanted = new Map<Cable, CableSide>();
    for (const [index, { cable }] of plugged.entries()) {
      const seen = index < plugged.length / 2 ? 'left' : 'right';
      wanted.set(cable, sideSeen(seen, face));
    }
    return [sided(`sides:half:${face}:${device.id}`, 'fixes.half', device, wanted)];
  });
}

/** Every cable of a device along the side that it is nearer to, whatever somebody chose. */
export function nearerSides(design: Design, device: Device): Candidate {
  const wanted = new Map<Cable, CableSide>();
  for (const id of cablesOfDevice(design, device.id)) {
    const cable = design.cables.get(id);
    if (cable) wanted.set(cable, 'auto');
  }
  return sided(`sides:nearer:${device.id}`, 'fixes.nearer', device, wanted);
}

/** Every cable of a device along one side. */
export function oneSide(design: Design, device: Device): readonly Candidate[] {
  const cables = [...cablesOfDevice(design, device.id)].flatMap(
    (id) => design.cables.get(id) ?? [],
  );
  return (['left', 'right'] as const).map((side) =>
    sided(
      `sides:${side}:${device.id}`,
      `fixes.side.${side}`,
      device,
      new Map(cables.map((cable) => [cable, side])),
    ),
  );
}

/** Cables of a rack by turns along either side, in the order of their ids. */
export function bothStrips(design: Design, rack: Rack): Candidate {
  const wanted = new Map<Cable, CableSide>();
  for (const [index, id] of [...cablesOfRack(design, rack.id)].sort().entries()) {
    const cable = design.cables.get(id);
    if (cable) wanted.set(cable, index % 2 === 0 ? 'left' : 'right');
  }
  return sided(`sides:strips:${rack.id}`, 'fixes.strips', rack, wanted);
}

function sided(
  id: string,
  key: string,
  { name }: { readonly name: string },
  wanted: ReadonlyMap<Cable, CableSide>,
): Candidate {
  const diff = changing(wanted.keys(), (cable) => ({
    ...cable,
    side: wanted.get(cable) ?? cable.side,
  }));
  return { id, label: say(key, { name }), diff };
}

/** The cables that are plugged into a device on a face of its rack, from left to right. */
function pluggedOn(design: Design, deviceId: DeviceId, face: Face): readonly Plugged[] {
  const plugged: Plugged[] = [];
  for (const id of cablesOfDevice(design, deviceId)) {
    const cable = design.cables.get(id);
    const route = cable && routeCable(design, cable);
    const end = route?.ends.find(({ ref, face: on }) => ref.deviceId === deviceId && on === face);
    if (cable && end) plugged.push({ cable, xMm: end.xMm });
  }
  return plugged.sort((a, b) => a.xMm - b.xMm || (a.cable.id < b.cable.id ? -1 : 1));
}
