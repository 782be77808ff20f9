import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../model/design.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { BLADE, CHASSIS, chassisIn, inBay, SUPPLY } from '../model/fixture-chassis.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { DesignRecord, Device } from '../model/records.ts';
import { bayPlacesIn, carryAlong, freeBay, nextFreeBay, uncarried } from './bay-places.ts';
import { checkDesign } from './check-design.ts';
import { canPlace } from './placement.ts';

const RACK = fixtureRack();
const HOST = chassisIn(RACK.id, 10);
const FIRST = inBay(HOST, 'node-1', BLADE, 'b1');

const designOf = (...added: readonly DesignRecord[]) =>
  applyDiff(emptyDesign('x'), {
    ...EMPTY_DIFF,
    added: [RACK, CHASSIS, BLADE, SUPPLY, HOST, ...added],
  });
const keys = (place: Device, type = BLADE) =>
  canPlace(designOf(FIRST), type, place).reasons.map(({ key }) => key);

describe('a device may be put into a bay', () => {
  it('that is there, free, and of its kind', () => {
    expect(keys(inBay(HOST, 'node-2', BLADE, 'b2'))).toEqual([]);
    expect(keys(inBay(HOST, 'psu-1', SUPPLY, 'p1'), SUPPLY)).toEqual([]);
    expect(keys(inBay(HOST, 'node-1', BLADE, 'b2'))).toEqual(['rules.bayTaken']);
    expect(keys(inBay(HOST, 'psu-1', BLADE, 'b2'))).toEqual(['rules.otherBay']);
    expect(keys(inBay(HOST, 'node-9', BLADE, 'b2'))).toEqual(['rules.noBay']);
    expect(keys(inBay({ ...HOST, id: 'gone' }, 'node-1', BLADE, 'b2'))).toEqual(['rules.noBay']);
    expect(keys(inBay({ ...HOST, u: 20 }, 'node-2', BLADE, 'b2'))).toEqual(['rules.noBay']);
  });

  it('and what belongs there, nowhere else', () => {
    expect(keys(chassisIn(RACK.id, 30))).toEqual(['rules.onlyInBay']);
  });

  it('without its own power being asked of the rack twice', () => {
    const tight = { ...RACK, maxPowerW: 2000 };
    const design = applyDiff(designOf(FIRST), { ...EMPTY_DIFF, updated: [[RACK, tight]] });
    expect(canPlace(design, SUPPLY, inBay(HOST, 'psu-1', SUPPLY, 'p1')).warnings).toEqual([]);
  });
});

it('finds the free bays of a rack in order', () => {
  const design = designOf(FIRST);
  expect(bayPlacesIn(design, BLADE, RACK.id)).toHaveLength(4);
  expect(freeBay(design, BLADE, { rackId: RACK.id })?.bay?.bayId).toBe('node-2');
  expect(nextFreeBay(design, BLADE, FIRST, 1)?.bay?.bayId).toBe('node-2');
  expect(nextFreeBay(design, BLADE, inBay(HOST, 'node-2', BLADE, 'b'), -1)).toBeNull();
  const supply = freeBay(design, SUPPLY, { rackId: RACK.id });
  expect(supply).toMatchObject({ bay: { bayId: 'psu-1' }, face: 'rear', mount: 'bay', u: 10 });
});

it('takes what is in the bays along with a device that moves or turns', () => {
  const supply = inBay(HOST, 'psu-1', SUPPLY, 'p1');
  const design = designOf(FIRST, supply);
  const moved = { ...HOST, u: 20, face: 'rear' as const };
  const after = applyDiff(design, carryAlong(design, { ...EMPTY_DIFF, updated: [[HOST, moved]] }));
  expect(after.devices.get('b1')).toMatchObject({ u: 20, face: 'rear', mount: 'bay' });
  expect(after.devices.get('p1')).toMatchObject({ u: 20, face: 'front' });
  expect(checkDesign(after)).toEqual([]);
  expect(uncarried(design, [FIRST, HOST, supply])).toEqual([HOST]);
  expect(uncarried(design, [FIRST])).toEqual([FIRST]);
});

describe('where an answer cannot be', () => {
  it('a host of a type that the design does not hold has no bays', () => {
    const lost = { ...chassisIn(RACK.id, 20), id: 'lost', typeId: 'gone' };
    expect(bayPlacesIn(designOf(lost), BLADE, RACK.id)).toHaveLength(4);
  });

  it('the own host comes first; after the last free bay there is none', () => {
    const other = { ...chassisIn(RACK.id, 20), id: 'upper' };
    const design = designOf(other);
    expect(freeBay(design, BLADE, { rackId: RACK.id })?.bay?.deviceId).toBe('upper');
    const own = freeBay(design, BLADE, { rackId: RACK.id }, {}, HOST.id);
    expect(own?.bay?.deviceId).toBe(HOST.id);
    const places = bayPlacesIn(design, BLADE, RACK.id);
    expect(nextFreeBay(design, BLADE, places.at(-1)!, 1)).toBeNull();
    expect(nextFreeBay(design, BLADE, places.at(-1)!, -1)).toEqual(places.at(-2));
    const elsewhere = { rackIds: ['rack-of-nobody'] };
    expect(nextFreeBay(design, BLADE, places[0]!, 1, elsewhere)).toBeNull();
  });

  it('an edit that moves no device is left as it is', () => {
    const design = designOf(FIRST);
    const renamed = {
      ...EMPTY_DIFF,
      updated: [[RACK, { ...RACK, name: 'other' }]],
    } as const;
    expect(carryAlong(design, renamed)).toBe(renamed);
    const both = {
      ...EMPTY_DIFF,
      updated: [...renamed.updated, [HOST, { ...HOST, u: 20 }]] as const,
    };
    const carried = carryAlong(design, both).updated.map(([{ id }]) => id);
    expect(carried).toEqual([HOST.id, FIRST.id, RACK.id]);
  });

  it('what is in a bay of a device that is moved by itself stays as it is said there', () => {
    const design = designOf(FIRST);
    const away = { ...FIRST, name: 'away' };
    const updated = [
      [HOST, { ...HOST, u: 20 }],
      [FIRST, away],
    ] as const;
    const after = carryAlong(design, { ...EMPTY_DIFF, updated }).updated;
    expect(after.find(([{ id }]) => id === FIRST.id)?.[1]).toBe(away);
    expect(uncarried(design, [HOST, FIRST])).toEqual([HOST]);
    expect(uncarried(design, [FIRST])).toEqual([FIRST]);
  });
});
