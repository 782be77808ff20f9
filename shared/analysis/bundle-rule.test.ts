import { describe, expect, test } from 'vitest';
import { USUAL_INPUTS } from '../model/design.ts';
import type { DeviceType, FaceShape } from '../model/device-type.ts';
import type { DesignRecord, Device } from '../model/records.ts';
import { MANAGER_TYPE, manager } from './fixture-bundles.ts';
import {
  design,
  device,
  fact,
  found,
  link,
  twin,
  valueOf,
  workedSwitch,
} from './fixture-design.ts';
import { analyse } from './index.ts';
import type { Finding } from './types.ts';

const OD = 9.43;

/** All 32 cages cabled straight to a switch far above. */
const WALL = Array.from({ length: 32 }, (_, n) => twin(n, 'low', 'high'));
const FAR: readonly DesignRecord[] = [device('low', 10), device('high', 30), ...WALL];

describe('a bundle thicker than its device is high', () => {
  const tall = (...more: readonly DesignRecord[]): Finding | undefined =>
    found(analyse(design([...FAR, ...more])), 'bundle:low');
  // Sixteen to each side: 9.43·√(16/0.694) = 45.28 mm, 0.83 mm over 44.45, half of it each way.
  const EACH = (OD * Math.sqrt(16 / 0.694) - 44.45) / 2;

  test('names the neighbours that it covers, by how much, and what lies there', () => {
    const finding = tall(device('above', 11), device('below', 9));
    expect(valueOf(finding, 'diameter')).toBeCloseTo(45.28, 2);
    // The explanation's own numbers give it: 16 pass at the edge, √(16 · 9.43² / 0.694).
    expect(valueOf(finding, 'passing')).toBe(16);
    expect(Math.sqrt(valueOf(finding, 'squares') / valueOf(finding, 'packing'))).toBeCloseTo(
      valueOf(finding, 'diameter'),
      9,
    );
    expect(valueOf(finding, 'excess')).toBeCloseTo(2 * EACH, 6);
    expect(valueOf(finding, 'each')).toBeCloseTo(EACH, 6);
    expect(finding?.subjects.map(({ id }) => id)).toEqual(['low', 'rack-1', 'above', 'below']);
    // The type is drawn without vents and moves air, so it breathes all over; no cage is so near the edge.
    expect(finding?.values['covered']).toMatchObject({
      value: 'above above by 0.4 mm, over its air, below below by 0.4 mm, over its air',
    });
    expect(finding?.message).toContain('It covers above above by 0.4 mm');
    const symbols = finding!.explanation.flatMap(({ where }) => Object.values(where));
    for (const name of symbols) expect(finding!.values).toHaveProperty(name);
  });

  test('begins where it is just thicker: 9.43·√(16/φ) is 44.65 mm at φ 0.7137, 44.42 at 0.721', () => {
    const at = (packing: number): Finding | undefined => {
      const inputs = { ...USUAL_INPUTS, packing };
      return found(analyse(design([...FAR], workedSwitch(), { inputs })), 'bundle:low');
    };
    expect(valueOf(at(0.7137), 'excess')).toBeCloseTo(OD * Math.sqrt(16 / 0.7137) - 44.45, 6);
    expect(at(0.721)).toBeUndefined();
  });

  test('not of gear beside the rails, which has no height to hide behind', () => {
    const pdu = workedSwitch({ id: 'pdu', heightU: 0, category: 'pdu' });
    const strip = device('strip', 1, { typeId: 'pdu', mount: 'side' });
    const cables = WALL.map((_, n) => twin(n, 'high', 'strip', { side: 'left' }));
    const analysis = analyse(design([pdu, strip, device('high', 30), ...cables]));
    expect(analysis.findings.filter(({ id }) => id.startsWith('bundle:strip'))).toEqual([]);
    expect(found(analysis, 'bundle:high')).toBeDefined();
  });

  test('stands in the table of devices, face by face', () => {
    const all = analyse(design([...FAR]));
    const row = all.devices.find(({ id }) => id === 'low');
    expect(row?.bundleMm).toEqual({ front: expect.closeTo(45.28, 2), rear: 0 });
  });

  test('none where there is no neighbour, or one further away', () => {
    expect(tall(device('away', 12))?.subjects.map(({ id }) => id)).toEqual(['low', 'rack-1']);
    expect(tall()?.message).toContain('It covers no neighbour.');
  });

  test('none in the same unit behind it', () => {
    const half = workedSwitch({ depthUse: 'half' });
    const full = workedSwitch({ id: 'full', depthUse: 'full' });
    const behind = device('behind', 10, { typeId: 'full', face: 'rear' });
    const finding = found(analyse(design([...FAR, full, behind], half)), 'bundle:low');
    expect(finding?.values['covered']).toMatchObject({ value: 'no neighbour' });
  });

  test('none behind, beside, or half as deep on the other rails', () => {
    const half = workedSwitch({ id: 'half', depthUse: 'half' });
    const pdu = workedSwitch({ id: 'pdu', heightU: 0, category: 'pdu' });
    const behind = device('behind', 11, { typeId: 'half', face: 'rear' });
    const beside = device('beside', 11, { typeId: 'pdu', mount: 'side' });
    const finding = tall(half, pdu, behind, beside);
    expect(finding?.values['covered']).toMatchObject({ value: 'no neighbour' });
    const deep = tall(device('behind', 11, { face: 'rear' }));
    expect(deep?.values['covered']).toMatchObject({
      value: expect.stringContaining('behind above'),
    });
  });

  test('says whether ports or vents lie under it', () => {
    const [cage] = workedSwitch().cages;
    const vent = (yMm: number): FaceShape => ({
      id: 'vent',
      shape: 'vent',
      face: 'front',
      xMm: 20,
      yMm,
      widthMm: 400,
      heightMm: 5,
      openRatio: 0.5,
      text: '',
      group: '',
      locked: false,
    });
    const under = (over: Partial<DeviceType>, u = 11): unknown => {
      const type = workedSwitch({ id: 'other', cages: [], ports: [], ...over });
      return tall(type, device('other', u, { typeId: 'other' }))?.values['covered'];
    };
    const atFoot = { ...cage!, yMm: 40, heightMm: 4.45 };
    const passive = { category: 'patch-panel' as const };
    expect(under({ cages: [atFoot] })).toMatchObject({
      value: expect.stringContaining('its ports and its air'),
    });
    expect(under({ cages: [atFoot], ...passive })).toMatchObject({
      value: 'other above by 0.4 mm, over its ports',
    });
    expect(under({ shapes: [vent(39.45)] })).toMatchObject({
      value: 'other above by 0.4 mm, over its air',
    });
    expect(under({ shapes: [vent(10)] })).toMatchObject({ value: 'other above by 0.4 mm' });
    expect(under({ shapes: [vent(0)] }, 9)).toMatchObject({
      value: 'other below by 0.4 mm, over its air',
    });
    expect(under(passive)).toMatchObject({ value: 'other above by 0.4 mm' });
  });

  test('behind the rack as in front of it', () => {
    const front = workedSwitch();
    const rear = workedSwitch({ cages: front.cages.map((one) => ({ ...one, face: 'rear' })) });
    const finding = found(analyse(design([...FAR, device('above', 11)], rear)), 'bundle:low');
    expect(finding?.messageKey).toBe('analysis.bundle.tall.rear');
    expect(finding?.subjects.map(({ id }) => id)).toContain('above');
  });

  test('not where the cables run in a manager, and not beside the rails', () => {
    expect(tall(MANAGER_TYPE, manager(11))).toBeUndefined();
    const pdu = workedSwitch({ id: 'pdu', heightU: 0 });
    const beside = device('low', 1, { typeId: 'pdu', mount: 'side' });
    const all = analyse(design([pdu, beside, device('high', 30), ...WALL]));
    expect(all.findings.map(({ id }) => id)).not.toContain('bundle:low');
  });

  test('a packing that a person set makes it thinner, or the type’s own, which has the last word', () => {
    // Combed and strapped at 0.75: 9.43·√(16/0.75) = 43.6 mm, which is less than 44.45.
    const combed = { inputs: { ...USUAL_INPUTS, packing: 0.75 } };
    expect(found(analyse(design([...FAR], workedSwitch(), combed)), 'bundle:low')).toBeUndefined();
    const loose = workedSwitch({ packing: fact(0.55) });
    const finding = found(analyse(design([...FAR], loose, combed)), 'bundle:low');
    expect(valueOf(finding, 'diameter')).toBeCloseTo(OD * Math.sqrt(16 / 0.55), 6);
    expect(finding?.values['packing']).toMatchObject({ value: 0.55, provenance: 'datasheet' });
  });
});

describe('a cable led across the middle', () => {
  const across = (over: Partial<Device>, ...more: readonly DesignRecord[]): Finding | undefined => {
    const cables = [4, 6].map((n) => link(n, 'low', 'high', { side: 'right' }));
    const records = [device('low', 10, over), device('high', 30), ...cables, ...more];
    return found(analyse(design(records)), 'bundle:low:middle');
  };

  test('by a person counts the openings behind it', () => {
    // Cages 5 to 31 lie to the right of cage 4.
    const finding = across({});
    expect(finding?.severity).toBe('warning');
    expect(valueOf(finding, 'cables')).toBe(2);
    expect(valueOf(finding, 'cages')).toBe(27);
    expect(finding?.message).toBe(
      'low: 2 cables were led across the middle of the front, over 27 openings.',
    );
    expect(finding?.why).toContain('pulled out');
  });

  test('is seen from behind where the device looks there', () => {
    // Right in front is left behind: a cage left of the middle there lies on the cable's own side.
    expect(across({ face: 'rear' })).toBeUndefined();
    const finding = across({ face: 'rear' }, link(28, 'low', 'high', { side: 'right' }));
    expect(finding?.messageKey).toBe('analysis.bundle.middle.rear');
    expect(valueOf(finding, 'cages')).toBe(28);
  });

  test('to its own side, by nobody’s word, or in a manager is none', () => {
    const none = (...cables: readonly DesignRecord[]): Finding | undefined =>
      found(
        analyse(design([device('low', 10), device('high', 30), ...cables])),
        'bundle:low:middle',
      );
    expect(none(link(4, 'low', 'high', { side: 'left' }))).toBeUndefined();
    expect(none(link(4, 'low', 'high'))).toBeUndefined();
    // Cage 4 to cage 31: the right side is shorter for both together, and nobody chose it.
    const slanted = link(4, 'low', 'high', {
      ends: {
        a: [{ deviceId: 'low', portId: 'port-4a' }],
        b: [{ deviceId: 'high', portId: 'port-31a' }],
      },
    });
    expect(none(slanted, link(2, 'low', 'high', { side: 'left' }))).toBeUndefined();
    expect(across({}, MANAGER_TYPE, manager(11))).toBeUndefined();
    expect(none(link(28, 'low', 'high', { side: 'left' }))?.values['cages']).toMatchObject({
      value: 28,
    });
  });
});

describe('half left, half right', () => {
  const split = (left: number, right: number, ...more: readonly DesignRecord[]) => {
    const cables = Array.from({ length: left + right }, (_, n) =>
      twin(n, 'low', 'high', { side: n < left ? 'left' : 'right' }),
    );
    const records = [device('low', 10), device('high', 30), ...cables, ...more];
    return found(analyse(design(records)), 'bundle:low:split');
  };

  test('is advised with the numbers of now and then', () => {
    const finding = split(2, 14);
    expect(finding?.severity).toBe('note');
    expect([valueOf(finding, 'onLeft'), valueOf(finding, 'onRight')]).toEqual([2, 14]);
    expect(valueOf(finding, 'share')).toBeCloseTo(87.5, 6);
    // 14 of 9.43 mm: 9.43·√(14/0.694) = 42.35 mm; eight: the exact packing 3.3048 is under √(8/0.694) = 3.395.
    expect(valueOf(finding, 'diameter')).toBeCloseTo(OD * Math.sqrt(14 / 0.694), 4);
    expect(valueOf(finding, 'halved')).toBeCloseTo(OD * Math.sqrt(8 / 0.694), 4);
    expect([valueOf(finding, 'fuller'), valueOf(finding, 'eachSide')]).toEqual([14, 8]);
    const symbols = finding!.explanation.flatMap(({ where }) => Object.values(where));
    for (const name of symbols) expect(finding!.values).toHaveProperty(name);
    for (const [squares, diameter] of [
      ['squares', 'diameter'],
      ['squaresHalved', 'halved'],
    ] as const) {
      const packed = valueOf(finding, squares) / valueOf(finding, 'packing');
      expect(Math.sqrt(packed)).toBeCloseTo(valueOf(finding, diameter), 9);
    }
    expect(finding?.message).toContain('would make it 32.0 mm');
  });

  test('of both faces the fuller, and either alone', () => {
    const front = workedSwitch();
    const cages = front.cages.map((cage, n) => ({
      ...cage,
      face: n < 18 ? ('front' as const) : ('rear' as const),
    }));
    const two = (from: number, to: number) => {
      const cables = Array.from({ length: to - from }, (_, n) =>
        twin(from + n, 'low', 'high', { side: 'left' }),
      );
      const records = [device('low', 10), device('high', 30), ...cables];
      const all = analyse(design(records, workedSwitch({ cages })));
      const finding = found(all, 'bundle:low:split');
      return [finding?.messageKey.split('.').at(-1), finding && valueOf(finding, 'cables')];
    };
    expect(two(0, 32)).toEqual(['front', 18]);
    expect(two(9, 32)).toEqual(['rear', 14]);
    expect(two(18, 32)).toEqual(['rear', 14]);
    expect(two(0, 20)).toEqual(['front', 18]);
  });

  test('not for few cables, not where it is nearly even, not for those in a manager', () => {
    expect(split(0, 7)).toBeUndefined();
    expect(split(0, 8)).toBeDefined();
    expect(split(7, 13)).toBeUndefined();
    expect(split(6, 14)).toBeDefined();
    expect(split(2, 14, MANAGER_TYPE, manager(11))).toBeUndefined();
  });
});
