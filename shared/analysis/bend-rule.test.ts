import { describe, expect, test } from 'vitest';
import type { Cable } from '../model/records.ts';
import { analysed, MANAGER_TYPE, manager, racks, TWO_SWITCHES } from './fixture-bundles.ts';
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
import type { Analysis } from './types.ts';

/** 800G DAC of 26 AWG bends to 47 mm at rest and is 9.43 mm thick: its outer side needs 51.715 mm. */
const NEEDS = 47 + 9.43 / 2;

function bends(analysis: Analysis): readonly string[] {
  return analysis.findings.flatMap(({ id }) => (id.includes(':bend') ? [id] : []));
}

const WALL = Array.from({ length: 32 }, (_, n) => twin(n, 'low', 'high'));

describe('turns', () => {
  test('a rack of 600 mm has 58.7 mm beside its rails: enough for 51.7', () => {
    expect(bends(analysed([...TWO_SWITCHES, ...WALL]))).toEqual([]);
  });

  test('a wall of 32 cables in a strip that is too narrow is one finding', () => {
    // (570 − 482.6)/2 = 43.7 mm.
    const narrow = analysed([...racks(1, { widthMm: 570 }), ...TWO_SWITCHES, ...WALL]);
    expect(bends(narrow)).toEqual(['bundle:rack-1:bend:strip']);
    const finding = found(narrow, 'bundle:rack-1:bend:strip');
    expect(finding?.severity).toBe('warning');
    expect(finding?.values['device']).toMatchObject({ value: 'low' });
    expect(valueOf(finding, 'turns')).toBe(64);
    expect(valueOf(finding, 'room')).toBeCloseTo(43.7, 6);
    expect(valueOf(finding, 'lack')).toBeCloseTo(NEEDS - 43.7, 6);
    expect(finding?.values['radius']).toEqual({ value: 47, unit: 'mm', provenance: 'assumed' });
    expect(valueOf(finding, 'radiusPulled')).toBe(94);
    const symbols = finding!.explanation.flatMap(({ where }) => Object.values(where));
    for (const name of symbols) expect(finding!.values).toHaveProperty(name);
    expect(finding?.subjects.map(({ id }) => id)).toEqual(['rack-1', 'low', 'high']);
    expect(finding?.message).toContain('64 × Passive copper of 9.4 mm');
  });

  test('the tightest of several speaks for them', () => {
    // (500 − 482.6)/2 = 8.7 mm: too little for 3 mm of light, by 30 + 1.5 − 8.7, and for copper by more.
    const cables = [
      twin(0, 'low', 'high', { medium: 'aoc', awg: null }),
      twin(1, 'low', 'high'),
      twin(2, 'low', 'high', { medium: 'aoc', awg: null }),
    ];
    const mixed = analysed([...racks(1, { widthMm: 500 }), ...TWO_SWITCHES, ...cables]);
    const finding = found(mixed, 'bundle:rack-1:bend:strip');
    expect(valueOf(finding, 'radius')).toBe(47);
    expect(valueOf(finding, 'lack')).toBeCloseTo(NEEDS - 8.7, 6);
    expect(valueOf(finding, 'turns')).toBe(6);
  });

  test('before a face: up to the bundle where its distance is known, else up to the door', () => {
    const face = 'bundle:rack-1:bend:face';
    // 42 + 9.43 = 51.43 mm are less than 51.715, 43 + 9.43 are more.
    expect(bends(analysed([...TWO_SWITCHES, ...WALL], { standoffMm: 42 }))).toEqual([face]);
    expect(bends(analysed([...TWO_SWITCHES, ...WALL], { standoffMm: 43 }))).toEqual([]);
    const known = workedSwitch({ standoffMm: fact(20) });
    expect(bends(analyse(design([...TWO_SWITCHES, ...WALL], known)))).toEqual([face]);
    const door = racks(1, { frontDoorOpen: 0.6, rearDoorOpen: 0.6 });
    expect(bends(analysed([...door, ...TWO_SWITCHES, ...WALL]))).toEqual([]);
    const behind = workedSwitch();
    const rear = {
      ...behind,
      cages: behind.cages.map((cage) => ({ ...cage, face: 'rear' as const })),
    };
    expect(bends(analyse(design([...door, ...TWO_SWITCHES, ...WALL], rear)))).toEqual([]);
  });

  test('into a manager: from the plug to its far side', () => {
    // The plug sits 21.5 mm under the switch's top; a manager of 1U adds 44.45: 65.95 mm.
    const fits = analysed([MANAGER_TYPE, manager(11), ...TWO_SWITCHES, ...WALL]);
    expect(bends(fits)).toEqual([]);
    // Of half a unit: 21.5 + 22.225 = 43.725 mm.
    const half = { ...MANAGER_TYPE, heightU: 0.5 };
    const tight = analysed([half, manager(11), ...TWO_SWITCHES, ...WALL]);
    expect(bends(tight)).toEqual(['bundle:rack-1:bend:manager']);
    expect(valueOf(found(tight, 'bundle:rack-1:bend:manager'), 'room')).toBeCloseTo(43.725, 6);
    expect(valueOf(found(tight, 'bundle:rack-1:bend:manager'), 'turns')).toBe(32);
    // What goes into a manager does not turn before the face.
    const close = analysed([MANAGER_TYPE, manager(11), ...TWO_SWITCHES, ...WALL], {
      standoffMm: 20,
    });
    const face = found(close, 'bundle:rack-1:bend:face');
    expect(face?.subjects.map(({ id }) => id)).toEqual(['rack-1', 'high']);
  });

  test('just enough room is enough', () => {
    const behind = device('behind', 20, { face: 'rear' });
    const through = (managerDepthMm: number): readonly string[] =>
      bends(analysed([device('low', 10), behind, twin(0, 'low', 'behind')], { managerDepthMm }));
    expect(through(NEEDS)).toEqual([]);
    expect(through(NEEDS - 0.001)).toEqual(['bundle:rack-1:bend:depth']);
  });

  test('through the rack and into the tray', () => {
    const behind = device('behind', 20, { face: 'rear' });
    const through = analysed([device('low', 10), behind, twin(0, 'low', 'behind')], {
      managerDepthMm: 51,
    });
    expect(bends(through)).toEqual(['bundle:rack-1:bend:depth']);
    const far = device('far', 10, { rackId: 'rack-2' });
    const over = analysed([...racks(2), device('low', 10), far, twin(0, 'low', 'far')], {
      trayHeightMm: 51,
    });
    expect(bends(over)).toEqual(['bundle:rack-1:bend:tray', 'bundle:rack-2:bend:tray']);
    expect(found(over, 'bundle:rack-1:bend:tray')?.values['room']).toEqual({
      value: 51,
      unit: 'mm',
      provenance: 'measured',
    });
  });

  test('gear beside the rails turns in no strip and before no face', () => {
    const pdu = workedSwitch({ id: 'pdu', heightU: 0, category: 'pdu' });
    const strip = device('strip', 1, { typeId: 'pdu', mount: 'side' });
    const narrow = racks(1, { widthMm: 570 });
    const one = analysed([...narrow, pdu, strip, device('low', 10), twin(0, 'low', 'strip')]);
    expect(found(one, 'bundle:rack-1:bend:strip')?.subjects.map(({ id }) => id)).toEqual([
      'rack-1',
      'low',
    ]);
    const close = analysed([pdu, strip, device('low', 10), twin(0, 'low', 'strip')], {
      standoffMm: 20,
    });
    const face = found(close, 'bundle:rack-1:bend:face');
    expect(face?.subjects.map(({ id }) => id)).toEqual(['rack-1', 'low']);
  });

  test('an unknown radius is said, and turns nothing green', () => {
    // The planning value for copper of an unknown gauge has a diameter and no radius.
    const unknown = (over: Partial<Cable>): Analysis =>
      analysed([...racks(1, { widthMm: 570 }), ...TWO_SWITCHES, twin(0, 'low', 'high', over)]);
    const finding = found(unknown({ awg: null }), 'bundle:bend:dac');
    expect(finding?.severity).toBe('note');
    expect(finding?.missing).toEqual(['medium dac: bend radius']);
    expect(valueOf(finding, 'cables')).toBe(1);
    expect(bends(unknown({ awg: null }))).toEqual(['bundle:bend:dac']);
    // Not even where half its thickness alone is more than the strip.
    const shut = [...racks(1, { widthMm: 484 }), ...TWO_SWITCHES];
    const thick = twin(0, 'low', 'high', { awg: null });
    expect(bends(analysed([...shut, thick]))).toEqual(['bundle:bend:dac']);
    expect(bends(unknown({ awg: 26 }))).toEqual(['bundle:rack-1:bend:strip']);
  });

  test('a cable of which only the radius at rest is known says no other', () => {
    const narrow = racks(1, { widthMm: 500 });
    const fibre = analysed([
      ...narrow,
      ...TWO_SWITCHES,
      link(0, 'low', 'high', { medium: 'base-t' }),
    ]);
    const finding = found(fibre, 'bundle:rack-1:bend:strip');
    expect(finding?.values).not.toHaveProperty('radiusPulled');
    const symbols = finding!.explanation.flatMap(({ where }) => Object.values(where));
    for (const name of symbols) expect(finding!.values).toHaveProperty(name);
    expect(finding?.values['radius']).toMatchObject({ provenance: 'datasheet' });
  });
});
