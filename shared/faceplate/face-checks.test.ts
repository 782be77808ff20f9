import { describe, expect, it } from 'vitest';
import type { DeviceType, FaceShape } from '../model/device-type.ts';
import { countingIds } from '../model/ids.ts';
import { addBay, addCageGroup, addShape, type ShapeKind } from './add-parts.ts';
import { type CageGroup, usualGroup } from './cage-group.ts';
import { FACE_CHECK_CODES, type FaceCheck } from './face-check.ts';
import { faceChecks, sayFaceCheck } from './face-checks.ts';
import { blankSwitch, twinOsfp, twinSwitch } from './fixture-face.ts';
import { setPortFields } from './group-parts.ts';

type Area = readonly [x: number, y: number, width: number, height: number];

function shape(type: DeviceType, kind: ShapeKind, area: Area, text = ''): DeviceType {
  const [xMm, yMm, widthMm, heightMm] = area;
  const place = { face: 'front', xMm, yMm, widthMm, heightMm } as const;
  return addShape(type, kind, place, countingIds(), text).type;
}

function cages(
  type: DeviceType,
  formFactor: CageGroup['formFactor'],
  at: readonly [x: number, y: number],
  change: Partial<CageGroup> = {},
): DeviceType {
  const start = { formFactor, face: 'front', xMm: at[0], yMm: at[1], rows: 1, columns: 1 } as const;
  const group = usualGroup(start, type.category);
  return addCageGroup(type, { ...group, cageName: `${formFactor} {n}`, ...change }, countingIds())
    .type;
}

function brief(type: DeviceType): (string | number | null)[][] {
  return faceChecks(type).map(({ severity, code, mm }) => [severity, code, mm]);
}

/** The checks but for notes. */
function wrong(type: DeviceType): (string | number | null)[][] {
  return brief(type).filter(([severity]) => severity !== 'note');
}

describe('a face that is right', () => {
  it('says nothing', () => {
    expect(brief(twinSwitch())).toEqual([]);
    expect(brief(blankSwitch())).toEqual([]);
  });
});

describe('one part over another', () => {
  const withCage = cages(blankSwitch(), 'osfp', [100, 10]);
  it.each<[string, ShapeKind, Area, (string | number)[][]]>([
    ['a display over an opening', 'display', [120, 10, 20, 10], [['error', 'overlap', 2.58]]],
    ['a label over an opening', 'label', [100, 8, 22, 4], [['warning', 'label-over', 2]]],
    ['a vent behind an opening', 'vent', [90, 0, 60, 12], [['warning', 'vent-covered', 2]]],
    ['a lamp over an opening', 'led', [122, 11, 2, 2], [['warning', 'overlap', 0.58]]],
    ['a handle at a plug', 'handle', [122.7, 8, 10, 30], [['warning', 'plug-close', 0.18]]],
    ['a label beside it', 'label', [123, 8, 10, 4], []],
    ['a drive bay round it', 'bay', [95, 5, 60, 30], []],
    ['a drive bay half over it', 'bay', [110, 5, 60, 30], [['error', 'overlap', 12.58]]],
  ])('%s', (_, kind, area, expected) => {
    expect(wrong(shape(withCage, kind, area))).toEqual(expected);
  });

  it('lets print lie on a blank, and a fan behind a vent, but no two displays in one place', () => {
    const blank = shape(blankSwitch(), 'blank', [100, 5, 60, 30]);
    expect(wrong(shape(blank, 'label', [110, 10, 30, 5], 'UPLINKS'))).toEqual([]);
    const vent = shape(blankSwitch(), 'vent', [100, 2, 60, 40]);
    expect(wrong(shape(vent, 'fan', [105, 3, 38, 38]))).toEqual([]);
    const display = shape(blankSwitch(), 'display', [100, 5, 60, 30]);
    expect(wrong(shape(display, 'display', [150, 5, 60, 30]))).toEqual([
      ['warning', 'overlap', 10],
    ]);
  });

  it('names both parts, the one it is about first', () => {
    const type = shape(withCage, 'label', [100, 8, 22, 4], 'QSFP');
    const [check] = faceChecks(type);
    expect(check?.parts).toEqual([
      { part: 'shape', id: type.shapes[0]?.id },
      { part: 'cage', id: type.cages[0]?.id },
    ]);
    expect(sayFaceCheck(check!)).toBe('The label “QSFP” lies 2 mm over the opening osfp 1');
  });
});

describe('a part and the panel', () => {
  it.each<[string, ShapeKind, Area, (string | number)[][]]>([
    ['out at the right', 'display', [470, 5, 20, 10], [['error', 'outside', 7.4]]],
    ['out at the bottom', 'vent', [100, 40, 20, 10], [['error', 'outside', 6.34]]],
    ['over the left ear', 'fan', [10, 2, 40, 40], [['error', 'over-ear', 5.875]]],
    ['a handle on an ear between the holes', 'handle', [2, 12.5, 3, 2], []],
    ['a handle on a screw', 'handle', [2, 2, 12, 40], [['warning', 'over-hole', 6]]],
  ])('%s', (_, kind, area, expected) => {
    expect(wrong(shape(blankSwitch(), kind, area))).toEqual(expected);
  });

  it('has no ear behind: the body ends', () => {
    const area = { face: 'rear', xMm: 0, yMm: 2, widthMm: 30, heightMm: 10 } as const;
    const type = addShape(blankSwitch(), 'handle', area, countingIds()).type;
    expect(wrong(type)).toEqual([['error', 'outside', 15.875]]);
  });

  it('keeps plugs within their unit, and bays within the face', () => {
    expect(wrong(cages(blankSwitch(), 'osfp', [100, 0.5]))).toEqual([
      ['warning', 'edge-close', 0.25],
    ]);
    const area = { face: 'front', xMm: 400, yMm: 0, widthMm: 80, heightMm: 40 } as const;
    const { type } = addBay(blankSwitch(), 'module', area, countingIds());
    expect(wrong(type)).toEqual([['error', 'bay-outside', 13.275]]);
  });
});

describe('openings too close', () => {
  it('says what the pitch is short of', () => {
    expect(wrong(cages(blankSwitch(), 'osfp', [100, 10], { columns: 2, pitchMm: 23 }))).toEqual([
      ['error', 'pitch', 0.2],
    ]);
    expect(wrong(cages(blankSwitch(), 'osfp', [100, 10], { columns: 2, pitchMm: 23.2 }))).toEqual(
      [],
    );
  });

  it('measures the pitch of turned openings down the column', () => {
    const turned = { sizeMm: { width: 13, height: 22.58 }, rows: 2, columns: 1 } as const;
    expect(wrong(cages(blankSwitch(2), 'osfp', [100, 10], { ...turned, rowPitchMm: 23 }))).toEqual([
      ['error', 'pitch', 0.2],
    ]);
    const beside = { sizeMm: turned.sizeMm, columns: 2 } as const;
    expect(wrong(cages(blankSwitch(2), 'osfp', [100, 10], { ...beside, pitchMm: 16 }))).toEqual([]);
  });

  it('needs room for pull-tabs only on their side', () => {
    const two = { rows: 2, columns: 1, rowPitchMm: 14.5 } as const;
    const bellies = cages(blankSwitch(), 'osfp', [100, 10], { ...two, bellyToBelly: true });
    expect(wrong(bellies)).toEqual([]);
    const stacked = cages(blankSwitch(), 'osfp', [100, 10], { ...two, bellyToBelly: false });
    expect(wrong(stacked)).toEqual([['warning', 'plug-close', 1.25]]);
  });

  it('takes the plugs of both where they differ', () => {
    const type = cages(cages(blankSwitch(), 'rj45', [100, 10]), 'osfp', [112.5, 10]);
    const close = faceChecks(type).filter(({ code }) => code === 'plug-close');
    expect(close.map(({ mm }) => mm)).toEqual([0.3]);
  });
});

describe('ports and names', () => {
  it('misses the opening of a port, but not of one that takes no cable', () => {
    const type = twinSwitch();
    const [first, second] = type.ports;
    const loose = setPortFields(type, [first!.id], { cageId: null });
    expect(faceChecks(loose)).toMatchObject([{ code: 'port-without-cage', ports: [first!.id] }]);
    const virtual = setPortFields(loose, [first!.id], { slug: 'virtual' });
    expect(faceChecks(virtual)).toEqual([]);
    const dangling = setPortFields(type, [second!.id], { cageId: 'nowhere' });
    expect(faceChecks(dangling)).toMatchObject([{ code: 'port-without-cage', parts: [] }]);
  });

  it('notes an opening without a port', () => {
    const type = cages(blankSwitch(), 'osfp', [100, 10], { ports: null });
    expect(brief(type)).toEqual([['note', 'cage-without-port', null]]);
  });

  it('finds names that are there twice, of one kind', () => {
    const type = twinSwitch();
    const named = setPortFields(type, [type.ports[0]!.id, type.ports[5]!.id], { name: 'eth0' });
    const check = faceChecks(named).find(({ code }) => code === 'port-name-twice');
    expect(check?.ports).toEqual([type.ports[0]!.id, type.ports[5]!.id]);
    const other = setPortFields(named, [type.ports[5]!.id], { kind: 'console' });
    expect(wrong(other)).toEqual([]);
    const same = { ...type, cages: type.cages.map((cage) => ({ ...cage, name: 'A' })) };
    expect(brief(same)).toEqual([['note', 'cage-name-twice', null]]);
    const nameless = { ...type, cages: type.cages.map((cage) => ({ ...cage, name: '' })) };
    expect(brief(nameless)).toEqual([]);
  });
});

describe('vents', () => {
  it('are closed at zero and unknown without a share', () => {
    const type = shape(blankSwitch(), 'vent', [100, 5, 60, 30]);
    const share = (openRatio: FaceShape['openRatio']) => ({
      ...type,
      shapes: type.shapes.map((vent) => ({ ...vent, openRatio })),
    });
    expect(brief(share(0))).toEqual([['warning', 'vent-closed', null]]);
    expect(brief(share(null))).toEqual([['note', 'vent-unknown', null]]);
    expect(brief(share(0.4))).toEqual([]);
  });
});

it('has a sentence for every code, without a gap', () => {
  const said = FACE_CHECK_CODES.map((code) => {
    const args = {
      a: 'opening 1',
      b: 'vent',
      part: 'fan',
      mm: 1.239,
      face: 'front',
      name: '7',
      count: 2,
    };
    const check: FaceCheck = {
      code,
      severity: 'note',
      face: 'front',
      parts: [],
      ports: [],
      mm: 1,
      args,
    };
    return sayFaceCheck(check);
  });
  expect(new Set(said).size).toBe(FACE_CHECK_CODES.length);
  expect(said.join('\n')).not.toMatch(/[{}]|undefined|null/);
});

describe('a face of 1,024 openings', () => {
  const many = addCageGroup(
    blankSwitch(32),
    twinOsfp({
      formFactor: 'sfp',
      rows: 64,
      columns: 16,
      xMm: 20,
      yMm: 2,
      pitchMm: 14.3,
      rowPitchMm: 22,
    }),
    countingIds(),
  ).type;

  it('is clean, and stays so', () => {
    expect(many.cages).toHaveLength(1024);
    expect(wrong(many)).toEqual([]);
  });

  it('tells of a thousand pairs at most when all are in one place', () => {
    const heap = { ...many, cages: many.cages.map((cage) => ({ ...cage, xMm: 100, yMm: 100 })) };
    expect(wrong(heap).length).toBeLessThanOrEqual(1001);
    expect(wrong(heap).length).toBeGreaterThan(500);
  });
});
