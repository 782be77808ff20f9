import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import type { DeviceType, FormFactor } from '../model/device-type.ts';
import { faceplateFinding } from './faceplate-rule.ts';
import { faceplatesOf } from './faceplates.ts';
import { design, fact, found, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';

const EMPTY = workedSwitch({ cages: [], ports: [] });

function rowOf(type: DeviceType, formFactor: FormFactor, face = 'front') {
  return faceplatesOf(type).find((row) => row.formFactor === formFactor && row.face === face);
}

describe('faceplatesOf', () => {
  test('a QM9700 is nearly full: 32 cages of 800G, and hardly room for another', () => {
    const row = rowOf(catalogType('catalog:nvidia-qm9700'), 'osfp')!;
    expect(row).toMatchObject({ fitted: 32, bandwidthGbps: 25_600, tbpsPerU: 25.6 });
    expect(row.moreThatFit).toBeLessThan(5);
    expect(row.bandwidthCeilingGbps).toBe((32 + row.moreThatFit) * 1600);
    expect(row.tbpsPerUCeiling).toBeCloseTo(1.6 * (32 + row.moreThatFit), 9);
  });

  // An empty unit: physics.md, section 6 (36 OSFP, 36 QSFP-DD, 36 MPO of 8 fibres at 800G), 48 SFP and RJ45.
  test.each([
    { formFactor: 'osfp', fit: 36, tbps: 57.6 },
    { formFactor: 'qsfp-dd', fit: 36, tbps: 57.6 },
    { formFactor: 'qsfp', fit: 36, tbps: 28.8 },
    { formFactor: 'mpo', fit: 36, tbps: 28.8 },
    { formFactor: 'sfp', fit: 48, tbps: 9.6 },
    { formFactor: 'rj45', fit: 48, tbps: 1.2 },
  ] as const)('an empty unit takes $fit $formFactor: $tbps Tb/s', ({ formFactor, fit, tbps }) => {
    for (const face of ['front', 'rear']) {
      const row = rowOf(EMPTY, formFactor, face)!;
      expect(row).toMatchObject({ fitted: 0, moreThatFit: fit, bandwidthGbps: 0, tbpsPerU: 0 });
      expect(row.tbpsPerUCeiling).toBeCloseTo(tbps, 9);
    }
  });

  test('taller faces take more, half-width ones half', () => {
    expect(rowOf({ ...EMPTY, heightU: 2 }, 'osfp')).toMatchObject({ moreThatFit: 72 });
    expect(rowOf({ ...EMPTY, heightU: 2 }, 'osfp')?.tbpsPerUCeiling).toBeCloseTo(57.6, 9);
    // 36 x 222/482.6 = 16.6
    expect(rowOf({ ...EMPTY, width: 'half' }, 'osfp')).toMatchObject({ moreThatFit: 16 });
  });

  test('vents are in the way', () => {
    const vent = {
      id: 'vent',
      shape: 'vent',
      face: 'front',
      xMm: 16,
      yMm: 0,
      widthMm: 450,
      heightMm: 44,
      openRatio: 0.6,
      text: '',
      group: '',
      locked: false,
    } as const;
    const blocked = { ...EMPTY, shapes: [vent] };
    expect(rowOf(blocked, 'osfp')).toMatchObject({ moreThatFit: 0, tbpsPerUCeiling: 0 });
    expect(rowOf(blocked, 'osfp', 'rear')).toMatchObject({ moreThatFit: 36 });
  });

  test('rows of data gear only, and only where its openings have places', () => {
    expect(faceplatesOf({ ...EMPTY, category: 'pdu' })).toEqual([]);
    expect(faceplatesOf({ ...EMPTY, heightU: 0 })).toEqual([]);
    const { ports } = workedSwitch();
    const unplaced = { ...EMPTY, ports: ports.map((port) => ({ ...port, cageId: null })) };
    expect(faceplatesOf(unplaced)).toEqual([]);
    const faces = new Set(faceplatesOf(workedSwitch()).map(({ face }) => face));
    expect([...faces]).toEqual(['front']);
  });

  test('what is unknown stays so: a speed, a kind of cage', () => {
    const { cages, ports } = workedSwitch();
    const blind = workedSwitch({ ports: ports.map((port) => ({ ...port, speedGbps: null })) });
    expect(rowOf(blind, 'osfp')).toMatchObject({ bandwidthGbps: null, tbpsPerU: null });
    const odd = workedSwitch({
      cages: cages.map((cage) => ({ ...cage, formFactor: 'other' as const })),
    });
    expect(rowOf(odd, 'other')).toMatchObject({
      moreThatFit: 0,
      bandwidthCeilingGbps: null,
      tbpsPerUCeiling: null,
    });
    const big = workedSwitch({
      cages: cages.map((cage) => ({ ...cage, formFactor: 'cfp' as const })),
    });
    expect(rowOf(big, 'cfp')).toMatchObject({ fitted: 32, bandwidthCeilingGbps: null });
  });
});

describe('the bandwidth that is wanted', () => {
  const wanting = (gbps: number, over: Partial<DeviceType> = {}) =>
    workedSwitch({ wantedGbps: fact(gbps), ...over });

  // One unit takes 36 cages of 8 lanes of 200 Gb/s: 57,600 Gb/s.
  test.each([
    [57_600, undefined],
    [57_601, 'error'],
  ])('%s Gb/s on an empty unit: %s', (gbps, severity) => {
    const type = wanting(gbps, { cages: [], ports: [] });
    const finding = faceplateFinding(type, faceplatesOf(type))?.finding;
    expect(finding?.severity).toBe(severity);
    if (finding) expect(valueOf(finding, 'lacking')).toBe(1);
  });

  test('fits the height, and not the face as it is drawn', () => {
    const type = workedSwitch();
    const room = rowOf(type, 'osfp')!.bandwidthCeilingGbps!;
    const vents = [
      {
        id: 'vent',
        shape: 'vent',
        face: 'front',
        xMm: 0,
        yMm: 0,
        widthMm: 482,
        heightMm: 43,
        openRatio: 0.6,
        text: '',
        group: '',
        locked: false,
      } as const,
    ];
    const tight = wanting(57_600, { shapes: vents });
    expect(room).toBeGreaterThan(0);
    const finding = faceplateFinding(tight, faceplatesOf(tight))?.finding;
    expect(finding).toMatchObject({ severity: 'warning', messageKey: 'analysis.faceplate.drawn' });
    const most = Math.max(...faceplatesOf(tight).map((row) => row.bandwidthCeilingGbps ?? 0));
    expect(valueOf(finding, 'lacking')).toBe(57_600 - most);
    const modest = wanting(most, { shapes: vents });
    expect(faceplateFinding(modest, faceplatesOf(modest))).toBeNull();
  });

  test('openings of which nobody lists a rate carry nothing of it', () => {
    const { cages } = workedSwitch();
    const wide = { xMm: 0, yMm: 0, widthMm: 482, heightMm: 43 };
    const vent = { id: 'vent', shape: 'vent', face: 'front', openRatio: 0.6, text: '' } as const;
    const type = wanting(57_600, {
      cages: cages.map((cage) => ({ ...cage, formFactor: 'cfp' as const })),
      shapes: [{ ...vent, ...wide, group: '', locked: false }],
    });
    // Nothing else goes on a face that is all vents: all 57,600 Gb/s are lacking.
    const finding = faceplateFinding(type, faceplatesOf(type))?.finding;
    expect(finding).toMatchObject({ severity: 'warning', messageKey: 'analysis.faceplate.drawn' });
    expect([valueOf(finding, 'most'), valueOf(finding, 'lacking')]).toEqual([0, 57_600]);
  });

  test('nothing is said where nothing is wanted, nor beside the rails', () => {
    expect(faceplateFinding(workedSwitch(), faceplatesOf(workedSwitch()))).toBeNull();
    expect(faceplateFinding(wanting(1e6, { heightU: 0 }), [])).toBeNull();
  });

  test('it is one finding of the design, whether or not the type is placed', () => {
    const finding = found(analyse(design([], wanting(60_000))), 'faceplate:worked');
    expect(finding?.message).toContain('60000 Gb/s go on no faceplate of 1 U');
  });
});
