/** Where cables leave a face sideways, measured by hand on the faces of a leaf and a node. */
import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { defaultSettings, designFromRecords } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureCable, fixtureDevice } from '../model/fixture-device.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { exitHeights, faceChannels } from './face-channels.ts';
import { routeCable } from './route-cable.ts';

const LEAF = catalogType('catalog:nvidia-qm9700');
const NODE = catalogType('catalog:nvidia-dgx-h100');

describe('a leaf of one unit with two rows of OSFP, 13 mm high from 5 and from 25.66 mm', () => {
  const exits = exitHeights(LEAF, 'front');
  const osfp = LEAF.cages.filter(({ formFactor }) => formFactor === 'osfp');

  test('the upper row leaves by the 5 mm over it, the lower one by the 5.79 mm below it', () => {
    // The lower row ends at 25.66 + 13 = 38.66 mm of 44.45: (38.66 + 44.45)/2 = 41.555 mm.
    for (const { id, yMm } of osfp) expect(exits.get(id)).toBeCloseTo(yMm === 5 ? 2.5 : 41.555, 9);
  });

  test('half of each row to either side', () => {
    const channels = faceChannels(LEAF, 'front').map(({ half, cages }) => [
      half,
      cages.filter(({ formFactor }) => formFactor === 'osfp').length,
    ]);
    expect(channels).toEqual([
      ['left', 8],
      ['right', 8],
      ['left', 8],
      ['right', 8],
    ]);
  });
});

describe('a node whose ports are behind', () => {
  const exits = exitHeights(NODE, 'rear');
  const exitOf = (formFactor: string, yMm: number): number | undefined =>
    exits.get(NODE.cages.find((cage) => cage.formFactor === formFactor && cage.yMm === yMm)!.id);

  test('OSFP at 198 mm leave between them and the QSFP over them, those by the free face above', () => {
    // QSFP end at 188 + 8.5 = 196.5 mm: 1.5 mm are free below them, (196.5 + 198)/2.
    expect(exitOf('osfp', 198)).toBeCloseTo(197.25, 9);
    // Over them all is free: 2.4 mm off, and no further than 16 mm on: 188 − 2.4 − 8.
    expect(exitOf('qsfp', 188)).toBeCloseTo(177.6, 9);
    // The lower QSFP end at 208 + 8.5 = 216.5 mm, below it is free to 232 mm: (216.5 + 2.4 + 232 − 2.4)/2.
    expect(exitOf('qsfp', 208)).toBeCloseTo(224.25, 9);
  });
});

describe('other faces', () => {
  const face = (over: Partial<DeviceType>): DeviceType => ({ ...LEAF, id: 'own', ...over });

  test('a strip of which nobody drew the face is left straight from each opening', () => {
    expect(faceChannels(face({ heightU: 0, faceMm: null }), 'front')).toEqual([]);
  });

  test('a face that openings fill from edge to edge is left along its lower edge', () => {
    const [first] = LEAF.cages;
    const full = face({ cages: [{ ...first!, yMm: 0, heightMm: 44.45 }] });
    const height = exitHeights(full, 'front').get(first!.id)!;
    expect(height).toBeGreaterThan(43.45);
    expect(height).toBeLessThan(44.45);
  });
});

describe('gear beside the rails', () => {
  const STRIP: DeviceType = { ...LEAF, id: 'strip', heightU: 0, width: 'full' };
  const end = (deviceId: string, cage: number): PortRef => ({
    deviceId,
    portId: LEAF.ports.find(({ cageId }) => cageId === OSFP.at(cage)!.id)!.id,
  });
  const OSFP = LEAF.cages.filter(({ formFactor }) => formFactor === 'osfp');
  const records = (column: 0 | 1) => [
    defaultSettings('strips'),
    { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null } as const,
    fixtureRack({ id: 'r1', rowId: 'row-a' }),
    LEAF,
    STRIP,
    fixtureDevice({ id: 'leaf', typeId: LEAF.id, rackId: 'r1', u: 20 }),
    fixtureDevice({ id: 'strip', typeId: STRIP.id, rackId: 'r1', u: 2, mount: 'side', column }),
  ];
  const sides = (column: 0 | 1, over: Partial<Cable> = {}) => {
    const cable = fixtureCable({ ends: { a: [end('leaf', -1)], b: [end('strip', 0)] }, ...over });
    const route = routeCable(designFromRecords([...records(column), cable]), cable)!;
    return route.ends.map(({ side }) => side);
  };

  test('leads its cables along its own side, so that none crosses the faces between', () => {
    expect(sides(0)).toEqual(['left', 'left']);
    expect(sides(1)).toEqual(['right', 'right']);
  });

  test('whatever side somebody chose', () => {
    expect(sides(0, { side: 'right' })).toEqual(['left', 'left']);
  });
});
