import { expect, it } from 'vitest';
import { emptyDesign } from '../model/design.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { BLADE, CHASSIS, chassisIn, inBay } from '../model/fixture-chassis.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { endPlace, endsLine } from './cable-places.ts';

const RACK = fixtureRack();
const HOST = chassisIn(RACK.id, 10);
const NODE = inBay(HOST, 'node-2', BLADE, 'blade-1');
const STRIP = { ...HOST, id: 'strip', name: 'strip', mount: 'side', u: 1 } as const;
const DESIGN = applyDiff(emptyDesign('x'), {
  ...EMPTY_DIFF,
  added: [RACK, CHASSIS, BLADE, HOST, NODE, STRIP],
});

it('an end is told by its rack, the unit or bay it is in, its device and its port', () => {
  const at = (deviceId: string) => Object.values(endPlace(DESIGN, { deviceId, portId: 'eth1' }));
  expect(at(HOST.id)).toEqual([RACK.name, 'U10', 'chassis-1', 'eth1']);
  expect(at(NODE.id)).toEqual([RACK.name, 'U10 Node 2', 'blade-1', 'eth1']);
  expect(at(STRIP.id)).toEqual([RACK.name, '0U', 'strip', 'eth1']);
  expect(at('gone')).toEqual(['', '', 'gone', 'eth1']);
});

it('ends in one device are told together', () => {
  const ends = [
    { deviceId: NODE.id, portId: 'eth1' },
    { deviceId: NODE.id, portId: 'eth2' },
    { deviceId: STRIP.id, portId: '7' },
  ];
  expect(endsLine(DESIGN, ends)).toBe(
    `${RACK.name} U10 Node 2 blade-1 eth1, eth2; ${RACK.name} 0U strip 7`,
  );
});
