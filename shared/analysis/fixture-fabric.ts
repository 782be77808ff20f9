/** Fabrics for the tests of time: nodes, leaves, spines and cores in one rack, with cables of entered lengths. */
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, DesignSettings, Device } from '../model/records.ts';
import { design, device, link, workedSwitch } from './fixture-design.ts';

/** The worked switch, and a node with the same ports. */
export const SWITCH: DeviceType = workedSwitch();
export const NODE: DeviceType = workedSwitch({ id: 'node', model: 'Node', category: 'node' });

/** A cable by the names of its devices: `node-*` is a node, all else a switch. */
export interface Wire extends Partial<Cable> {
  readonly from: string;
  readonly to: string;
}

/** A design of these cables; each takes the next port of its devices. */
export function fabricOf(
  wires: readonly Wire[],
  settings: Partial<DesignSettings> = {},
  types: readonly DeviceType[] = [SWITCH, NODE],
): Design {
  const names = [...new Set(wires.flatMap(({ from, to }) => [from, to]))].sort();
  const devices = names.map((name, at): Device => {
    const typeId = name.startsWith('node') ? NODE.id : (typeNamed(types, name)?.id ?? SWITCH.id);
    return device(name, 1 + at, { typeId, rackId: 'tall' });
  });
  const cables = wires.map(({ from, to, ...over }, at) =>
    link(at % 32, from, to, { id: `cable-${at + 1}`, label: `C${at + 1}`, ...over }),
  );
  const rack = fixtureRack({ id: 'tall', heightU: 58 });
  const [first, ...others] = types;
  return design([rack, ...others, ...devices, ...cables], first, settings);
}

/** A type may be made for one device, by its id. */
function typeNamed(types: readonly DeviceType[], name: string): DeviceType | undefined {
  return types.find(({ id }) => id === name);
}
