/** A core and an edge switch whose ports split: four of 800 Gb/s over eight lanes, sixteen of 200 Gb/s over two. */
import type { Design } from '../model/design.ts';
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { fixtureDevice } from '../model/fixture-device.ts';

/** The design with `core` and `edge` in its first rack. @throws RangeError when it has no rack or no type */
export function breakType(design: Design): Design {
  const [rack] = design.racks.values();
  const [like] = design.deviceTypes.values();
  if (!rack || !like) throw new RangeError('there is no rack, or no type to go by');
  const core = typeWith(like, 'core', { prefix: 'c', count: 4, speedGbps: 800, lanes: 8 });
  const edge = typeWith(like, 'edge', { prefix: 'e', count: 16, speedGbps: 200, lanes: 2 });
  const place = (typeId: string, u: number) =>
    fixtureDevice({ id: typeId, name: typeId, typeId, rackId: rack.id, u });
  const added = [core, edge, place('core', 1), place('edge', 2)];
  return applyDiff(design, { ...EMPTY_DIFF, added });
}

interface Ports extends Pick<Port, 'speedGbps' | 'lanes'> {
  readonly prefix: string;
  readonly count: number;
}

function typeWith(like: DeviceType, id: string, { prefix, count, ...facts }: Ports): DeviceType {
  const cages: Cage[] = [];
  const ports: Port[] = [];
  for (let n = 1; n <= count; n += 1) {
    const name = `${prefix}${n}`;
    cages.push({
      id: `cage-${name}`,
      name,
      formFactor: 'osfp',
      face: 'front',
      xMm: 20 + 25 * (n - 1),
      yMm: 10,
      widthMm: 22,
      heightMm: 13,
      flipped: false,
      group: '',
      locked: false,
    });
    ports.push({
      id: name,
      name,
      kind: 'interface',
      cageId: `cage-${name}`,
      slug: '',
      managementOnly: false,
      label: '',
      maximumDrawW: null,
      ...facts,
    });
  }
  return { ...like, id, model: id, slug: id, heightU: 1, cages, ports, portMappings: [], bays: [] };
}
