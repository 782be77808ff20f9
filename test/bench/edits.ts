/** Edits as people make them, one after the other on a hall; the same round gives the same edit. */
import type { Design } from '../../shared/model/design.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { MediumId } from '../../shared/model/medium.ts';
import type { Cable, DesignRecord, Device } from '../../shared/model/records.ts';
import { type Part, typeOfPart } from './scene-parts.ts';

export type EditKind =
  | 'move a node'
  | 'move a leaf'
  | 'rename a device'
  | 'take a cable out or put it in'
  | 'change a medium'
  | 'change a fact of a type';

type Edit = (design: Design, round: number) => Diff;

export const EDITS: Readonly<Record<EditKind, Edit>> = {
  'move a node': (design, round) => moved(deviceOf(design, 'node', round), round),
  'move a leaf': (design, round) => moved(deviceOf(design, 'leaf', round), round),
  'rename a device': (design, round) => {
    const device = deviceOf(design, 'node', round);
    return updated(device, { ...device, name: `renamed-${round}` });
  },
  'take a cable out or put it in': inAndOut(),
  'change a medium': (design, round) => {
    const cable = nth(design.cables.values(), design.cables.size, round);
    return updated(cable, { ...cable, medium: OTHER[cable.medium] });
  },
  'change a fact of a type': (design, round) => {
    const type = design.deviceTypes.get(typeOfPart('mgmt').id);
    if (!type) throw new RangeError('the scene has no management switches');
    const powerMaxW = { value: 100 + round, provenance: 'measured', source: 'bench' } as const;
    return updated(type, { ...type, powerMaxW });
  },
};

const OTHER: Readonly<Record<MediumId, MediumId>> = {
  dac: 'acc',
  acc: 'dac',
  aec: 'dac',
  aoc: 'mmf',
  mmf: 'lpo',
  lpo: 'mmf',
  smf: 'cpo',
  cpo: 'smf',
  'base-t': 'smf',
  power: 'power',
};

function updated<R extends DesignRecord>(before: R, after: R): Diff {
  return { added: [], updated: [[before, after]], removed: [] };
}

/** Takes a cable out, and in the next round puts it back. */
function inAndOut(): Edit {
  let taken: Cable | null = null;
  return (design, round) => {
    if (taken !== null) {
      const back = taken;
      taken = null;
      return { added: [back], updated: [], removed: [] };
    }
    taken = nth(design.cables.values(), design.cables.size, round);
    return { added: [], updated: [], removed: [taken] };
  };
}

/** To the floor of its rack, where the scene leaves room; in the next round to the unit above. */
function moved(device: Device, round: number): Diff {
  return updated(device, { ...device, u: 1 + (round % 6) });
}

function deviceOf(design: Design, part: Part, round: number): Device {
  const typeId = typeOfPart(part).id;
  const devices = [...design.devices.values()].filter(
    (device) => device.typeId === typeId && device.name.includes(`-${part}-`),
  );
  return nth(devices, devices.length, round);
}

/** One of a list, far from that of the round before. */
function nth<T>(list: Iterable<T>, size: number, round: number): T {
  let at = (round * STRIDE) % size;
  for (const item of list) {
    if (at === 0) return item;
    at -= 1;
  }
  throw new RangeError('the scene has nothing of the kind');
}
const STRIDE = 7919;
