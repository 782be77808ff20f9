import { describe, expect, it } from 'vitest';
import { bayAreas, childrenOf, hostsFirst, isSupply, outermostHost, seat } from './bays.ts';
import { emptyDesign } from './design.ts';
import type { DeviceType } from './device-type.ts';
import { applyDiff, EMPTY_DIFF } from './diff.ts';
import { BLADE, CHASSIS, chassisIn, inBay, SUPPLY } from './fixture-chassis.ts';
import { fixtureRack } from './fixture-rack.ts';
import { deviceBox, faceHeightMm } from './rack-geometry.ts';
import type { DesignRecord } from './records.ts';

const RACK = fixtureRack();
const HOST = chassisIn(RACK.id, 10);

const designOf = (...added: readonly DesignRecord[]) =>
  applyDiff(emptyDesign('x'), {
    ...EMPTY_DIFF,
    added: [RACK, CHASSIS, BLADE, SUPPLY, HOST, ...added],
  });

describe('what is in a bay', () => {
  it('is seen where the bay opens, and fills it', () => {
    const blade = inBay(HOST, 'node-2', BLADE, 'b2');
    const { box, type } = seat(designOf(blade), RACK, blade, BLADE, 'front');
    const outer = deviceBox(RACK, HOST, CHASSIS, 'front');
    expect(box).toEqual({ x: outer.x + 128, y: outer.y + 10, width: 110, height: 60 });
    expect(type).toBe(BLADE);
  });

  it('is drawn smaller where its face is larger than the bay, all parts alike', () => {
    const large: DeviceType = { ...BLADE, id: 'large', faceMm: { widthMm: 220, heightMm: 100 } };
    const blade = inBay(HOST, 'node-1', large, 'b1');
    const { box, type } = seat(designOf(large, blade), RACK, blade, large, 'front');
    expect(box).toMatchObject({ width: 110, height: 60 });
    expect(type.faceMm).toEqual({ widthMm: 110, heightMm: 60 });
    expect(type.cages[0]).toMatchObject({ xMm: 20, yMm: 10, widthMm: 11.5, heightMm: 6.75 });
    expect(type.ports).toBe(large.ports);
  });

  it('stands in what stands in a bay itself', () => {
    const carrier: DeviceType = {
      ...BLADE,
      id: 'carrier',
      bays: [
        {
          id: 'slot',
          name: 'Slot',
          kind: 'module',
          position: '1',
          label: '',
          area: { face: 'front', xMm: 5, yMm: 6, widthMm: 50, heightMm: 40 },
        },
      ],
    };
    const blade = inBay(HOST, 'node-3', carrier, 'b3');
    const card = inBay(blade, 'slot', SUPPLY, 'card');
    const design = designOf(carrier, blade, card);
    const outer = deviceBox(RACK, HOST, CHASSIS, 'front');
    const { box } = seat(design, RACK, card, SUPPLY, 'front');
    expect(box).toEqual({ x: outer.x + 240 + 5, y: outer.y + 10 + 6, width: 50, height: 40 });
    expect(outermostHost(design, card)).toBe(HOST);
    expect(hostsFirst(design, [card, blade, HOST])).toEqual([HOST, blade, card]);
    expect(childrenOf(design, blade.id)).toEqual([card]);
  });

  it('takes no room where its host or its bay is gone', () => {
    const lost = inBay(HOST, 'node-9', BLADE, 'b9');
    expect(seat(designOf(lost), RACK, lost, BLADE, 'front').box).toMatchObject({ width: 0 });
    const ring = { ...lost, bay: { deviceId: 'b9', bayId: 'node-1' } };
    expect(outermostHost(designOf(ring), ring)).toBeUndefined();
  });
});

it('assumes bays that a type does not place: within its face, none over another', () => {
  const areas = bayAreas(CHASSIS);
  const [one, two] = [areas.get('psu-1')!, areas.get('psu-2')!];
  expect([one.face, two.face]).toEqual(['rear', 'rear']);
  expect(one.xMm + one.widthMm).toBeLessThanOrEqual(two.xMm);
  expect(two.xMm + two.widthMm).toBeLessThanOrEqual(482.6);
  expect(one.heightMm).toBe(faceHeightMm(CHASSIS));
});

it('knows a supply by its ports', () => {
  expect([SUPPLY, BLADE, CHASSIS].map(isSupply)).toEqual([true, false, false]);
});
