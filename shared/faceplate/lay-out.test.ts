import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../contract/record-schema.ts';
import {
  DEVICE_CATEGORIES,
  type DeviceType,
  FORM_FACTORS,
  type FormFactor,
  type Port,
  type PortKind,
  TYPE_LODGINGS,
} from '../model/device-type.ts';
import { countingIds } from '../model/ids.ts';
import { faceChecks, sayFaceCheck } from './face-checks.ts';
import { twinSwitch } from './fixture-face.ts';
import { type LaidOut, type LooseOpening, layOut } from './lay-out.ts';
import { newType } from './new-type.ts';
import { openingSize } from './openings.ts';

interface Want {
  readonly formFactor: FormFactor;
  readonly kind: PortKind;
  readonly count: number;
  readonly name?: string;
  readonly management?: boolean;
}

type Chassis = Pick<DeviceType, 'heightU' | 'width' | 'category'> &
  Partial<Pick<DeviceType, 'lodging'>>;
const ONE_U: Chassis = { heightU: 1, width: 'full', category: 'switch' };

function listed(chassis: Chassis, wants: readonly Want[]): [DeviceType, LooseOpening[]] {
  const ports: Port[] = [];
  const openings: LooseOpening[] = [];
  for (const [k, want] of wants.entries()) {
    for (let n = 1; n <= want.count; n += 1) {
      const name = `${want.name ?? `${want.formFactor}-${k}-`}${n}`;
      const id = `p${ports.length + 1}`;
      openings.push({ name, formFactor: want.formFactor, ports: [id] });
      ports.push({
        id,
        name,
        kind: want.kind,
        cageId: null,
        slug: '',
        speedGbps: null,
        lanes: null,
        managementOnly: want.management ?? false,
        label: '',
        maximumDrawW: null,
      });
    }
  }
  const type = newType('own', { manufacturer: 'Acme', model: 'One', ...chassis });
  return [{ ...type, ports, lodging: chassis.lodging ?? 'rack' }, openings];
}

function laid(chassis: Chassis, wants: readonly Want[]): LaidOut {
  const [type, openings] = listed(chassis, wants);
  return layOut(type, openings, countingIds());
}

/** Checks but for the ports that found no opening. */
function complaints({ type, unplaced }: LaidOut): string[] {
  const lost = new Set(unplaced.flatMap(({ ports }) => ports));
  return faceChecks(type)
    .filter(({ severity }) => severity !== 'note')
    .filter(({ code, ports }) => code !== 'port-without-cage' || !ports.every((id) => lost.has(id)))
    .map((check) => `${check.code}: ${sayFaceCheck(check)}`);
}

const inRows = (type: DeviceType, face: string): string[] =>
  [
    ...Map.groupBy(
      type.cages.filter((cage) => cage.face === face),
      ({ yMm }) => yMm,
    ),
  ]
    .sort(([a], [b]) => a - b)
    .map(([, row]) =>
      row
        .sort((a, b) => a.xMm - b.xMm)
        .map(({ name }) => name)
        .join(' '),
    );

describe('a switch', () => {
  const { type, unplaced } = laid(ONE_U, [
    { formFactor: 'qsfp-dd', kind: 'interface', count: 8, name: 'Eth1/' },
    { formFactor: 'rj45', kind: 'interface', count: 1, name: 'mgmt', management: true },
    { formFactor: 'rj45', kind: 'console', count: 1, name: 'con' },
    { formFactor: 'c14', kind: 'powerInlet', count: 2, name: 'PSU' },
  ]);

  it('has odd over even on its front, belly to belly, management at the end, inlets behind', () => {
    expect(unplaced).toEqual([]);
    expect(inRows(type, 'front')).toEqual(
      ['Eth1/1 Eth1/3 Eth1/5 Eth1/7', 'con1', 'mgmt1', 'Eth1/2 Eth1/4 Eth1/6 Eth1/8'].sort(
        (a, b) => topOf(type, a) - topOf(type, b),
      ),
    );
    expect(inRows(type, 'rear')).toEqual(['PSU1 PSU2']);
    const ethernet = type.cages.filter(({ name }) => name.startsWith('Eth'));
    expect(ethernet.map(({ flipped }) => flipped)).toEqual(ethernet.map((_, k) => k % 2 === 1));
    const right = Math.max(...ethernet.map(({ xMm }) => xMm));
    expect(type.cages.find(({ name }) => name === 'con1')?.xMm).toBeGreaterThan(right);
  });

  it('keeps every port in its opening', () => {
    for (const { name, cageId } of type.ports) {
      expect(type.cages.find(({ id }) => id === cageId)?.name).toBe(name);
    }
  });
});

/** y of the first opening of a row by its names. */
function topOf(type: DeviceType, row: string): number {
  return type.cages.find(({ name }) => name === row.split(' ')[0])?.yMm ?? 0;
}

describe('other gear', () => {
  it.each<[string, Chassis, Want[]]>([
    [
      '48 SFP28, 8 QSFP28 and management on one unit',
      ONE_U,
      [
        { formFactor: 'sfp', kind: 'interface', count: 48 },
        { formFactor: 'qsfp', kind: 'interface', count: 4 },
        { formFactor: 'rj45', kind: 'interface', count: 2, management: true },
      ],
    ],
    ['36 OSFP on one unit', ONE_U, [{ formFactor: 'osfp', kind: 'interface', count: 36 }]],
    [
      '64 QSFP-DD on two units',
      { ...ONE_U, heightU: 2 },
      [{ formFactor: 'qsfp-dd', kind: 'interface', count: 64 }],
    ],
    [
      '576 RJ45 on a chassis',
      { ...ONE_U, heightU: 16 },
      [{ formFactor: 'rj45', kind: 'interface', count: 576 }],
    ],
    [
      'a panel of 72 MPO, front and rear',
      { ...ONE_U, category: 'patch-panel' },
      [
        { formFactor: 'mpo', kind: 'front', count: 72 },
        { formFactor: 'mpo', kind: 'rear', count: 72 },
      ],
    ],
    [
      'a half-width switch',
      { ...ONE_U, width: 'half' },
      [{ formFactor: 'qsfp', kind: 'interface', count: 16 }],
    ],
    [
      'a 0U strip of 36 C13, 6 C19 and a feed',
      { ...ONE_U, heightU: 0, category: 'pdu' },
      [
        { formFactor: 'c13', kind: 'powerOutlet', count: 36 },
        { formFactor: 'c19', kind: 'powerOutlet', count: 6 },
        { formFactor: 'other', kind: 'powerInlet', count: 1 },
        { formFactor: 'rj45', kind: 'interface', count: 1 },
      ],
    ],
    [
      'a strip of outlets in two columns',
      { ...ONE_U, heightU: 0, category: 'pdu' },
      [{ formFactor: 'c13', kind: 'powerOutlet', count: 120 }],
    ],
    [
      'a server with all behind',
      { ...ONE_U, heightU: 8, category: 'node' },
      [
        { formFactor: 'osfp', kind: 'interface', count: 8 },
        { formFactor: 'rj45', kind: 'interface', count: 2, management: true },
        { formFactor: 'c20', kind: 'powerInlet', count: 6 },
      ],
    ],
  ])('has room for %s', (_, chassis, wants) => {
    const out = laid(chassis, wants);
    expect(out.unplaced).toEqual([]);
    expect(complaints(out)).toEqual([]);
  });

  it('says how many find no room: 100 C13 on one unit', () => {
    const out = laid(ONE_U, [{ formFactor: 'c20', kind: 'powerInlet', count: 100 }]);
    // 450.85 mm take 13 of 30 mm with 3 mm between, on either face; two rows of 21.5 mm do not go on 43.66 mm.
    expect(out.type.cages).toHaveLength(26);
    expect(out.unplaced).toHaveLength(74);
    expect(out.unplaced[0]?.name).toBe('c20-0-27');
    expect(complaints(out)).toEqual([]);
  });

  it('fills gaps between what is there, and moves nothing', () => {
    const before = twinSwitch();
    const port = { ...before.ports[0]!, id: 'extra', name: 'extra', cageId: null };
    const type = { ...before, ports: [...before.ports, port] };
    const loose = [{ name: 'extra', formFactor: 'rj45' as const, ports: ['extra'] }];
    const out = layOut(type, loose, countingIds());
    expect(out.unplaced).toEqual([]);
    expect(out.type.cages.slice(0, 32)).toEqual(before.cages);
    expect(complaints(out)).toEqual([]);
  });
});

const KIND_OF: Readonly<Partial<Record<FormFactor, PortKind>>> = {
  c13: 'powerOutlet',
  c19: 'powerOutlet',
  c14: 'powerInlet',
  c20: 'powerInlet',
  dc: 'powerInlet',
  usb: 'console',
};

const wants = fc.array(
  fc.record({
    formFactor: fc.constantFrom(...FORM_FACTORS),
    kind: fc.constantFrom<PortKind>('interface', 'front', 'rear', 'console'),
    count: fc.integer({ min: 1, max: 60 }),
    management: fc.boolean(),
  }),
  { maxLength: 6 },
);
const chassis = fc.record({
  heightU: fc.constantFrom(0, 0.5, 1, 1.5, 2, 4, 10),
  width: fc.constantFrom('full', 'half', 'third'),
  category: fc.constantFrom(...DEVICE_CATEGORIES),
  lodging: fc.constantFrom(...TYPE_LODGINGS),
});

describe('what goes into a bay', () => {
  it('gets a face that holds its openings, all on the side that is seen', () => {
    const card = { ...ONE_U, heightU: 0, lodging: 'module-bay' } as const;
    const wants: Want[] = [{ formFactor: 'qsfp-dd', kind: 'interface', count: 36 }];
    const out = laid(card, wants);
    expect(out.unplaced).toEqual([]);
    expect(complaints(out)).toEqual([]);
    expect(out.type.faceMm?.heightMm).toBeCloseTo(43.66, 2);
    expect(out.type.faceMm?.widthMm).toBeLessThan(430);
    expect(new Set(out.type.cages.map(({ face }) => face))).toEqual(new Set(['front']));
    const supply = laid(card, [{ formFactor: 'c14', kind: 'powerInlet', count: 1 }]);
    expect(supply.type.faceMm?.widthMm).toBe(44);
  });
});

describe('any list', () => {
  const byKind = (list: readonly Want[]): Want[] =>
    list.map((want) => ({ ...want, kind: KIND_OF[want.formFactor] ?? want.kind }));

  it('is laid out so that no check speaks against it; nothing is lost, nothing is doubled', () => {
    fc.assert(
      fc.property(chassis, wants, (body, list) => {
        const [type, openings] = listed(body, byKind(list));
        const out = layOut(type, openings, countingIds());
        expect(complaints(out)).toEqual([]);
        expect(recordSchema.safeParse(out.type).error?.message).toBeUndefined();
        expect(out.type.cages.length + out.unplaced.length).toBe(openings.length);
        expect(new Set(out.type.cages.map(({ id }) => id)).size).toBe(out.type.cages.length);
        expect(out.type.ports.map(({ id }) => id)).toEqual(type.ports.map(({ id }) => id));
        const held = out.type.ports.flatMap(({ cageId }) => (cageId === null ? [] : [cageId]));
        expect(new Set(held).size).toBe(out.type.cages.length);
        for (const formFactor of FORM_FACTORS) {
          const of = (all: readonly { readonly formFactor: FormFactor }[]) =>
            all.filter((one) => one.formFactor === formFactor).length;
          expect(of(out.type.cages) + of(out.unplaced)).toBe(of(openings));
        }
      }),
      { numRuns: 400 },
    );
  });

  it('finds room for all where they take less than 45 % of one face of a unit', () => {
    const small = FORM_FACTORS.filter(
      (one) => !['cfp', 'c19', 'c20', 'dc', 'c13', 'c14'].includes(one),
    );
    const some = fc.array(
      fc.record({
        formFactor: fc.constantFrom(...small),
        kind: fc.constant<PortKind>('interface'),
        count: fc.integer({ min: 1, max: 48 }),
      }),
      { minLength: 1, maxLength: 5 },
    );
    fc.assert(
      fc.property(some, fc.constantFrom(1, 2), (list, heightU) => {
        const area = list.reduce((sum, { formFactor, count }) => {
          const { widthMm, heightMm } = openingSize(formFactor);
          return sum + count * widthMm * heightMm;
        }, 0);
        fc.pre(area < 0.45 * 450.85 * 43.66 * heightU);
        expect(laid({ ...ONE_U, heightU }, list).unplaced).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
