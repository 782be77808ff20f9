import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeviceType } from '../model/device-type.ts';
import { countingIds } from '../model/ids.ts';
import { twinOsfp, twinSwitch } from './fixture-face.ts';
import { NUMBERING_ORDERS } from './numbering.ts';
import { regroup, renumber } from './regroup.ts';

const cagesOf = (type: DeviceType) => type.cages.map(({ id }) => id);
const names = (type: DeviceType) => type.cages.map(({ name }) => name);

/** Id of each port by where its cage stands. */
function portSpots(type: DeviceType): Map<string, string> {
  const cages = new Map(type.cages.map((cage) => [cage.id, cage]));
  const seen = new Map<string, number>();
  return new Map(
    type.ports.map(({ id, cageId }) => {
      const cage = cages.get(cageId ?? '');
      const spot = `${cage?.xMm} ${cage?.yMm}`;
      const place = seen.get(spot) ?? 0;
      seen.set(spot, place + 1);
      return [`${spot} ${place}`, id];
    }),
  );
}

describe('changing a group', () => {
  it('takes a row away with its ports; the other row keeps its ids and is counted anew', () => {
    const before = twinSwitch();
    const { type } = regroup(before, cagesOf(before), twinOsfp({ rows: 1 }), countingIds());
    expect([type.cages.length, type.ports.length]).toEqual([16, 32]);
    const was = portSpots(before);
    for (const [spot, id] of portSpots(type)) expect(id).toBe(was.get(spot));
    expect(names(type).slice(0, 3)).toEqual(['swp1', 'swp2', 'swp3']);
  });

  it('adds columns and keeps what is there', () => {
    const before = twinSwitch();
    const { type, cages } = regroup(
      before,
      cagesOf(before),
      twinOsfp({ columns: 17 }),
      countingIds(),
    );
    expect(cages).toHaveLength(34);
    expect(cagesOf(type).slice(0, 32)).toEqual(cagesOf(before));
    expect(new Set(type.ports.map(({ id }) => id)).size).toBe(68);
  });

  it('keeps every id where the count stays, whatever grid, pitch and order', () => {
    const shapes = fc.constantFrom<readonly [number, number]>([2, 16], [4, 8], [1, 32], [8, 4]);
    fc.assert(
      fc.property(shapes, fc.constantFrom(...NUMBERING_ORDERS), ([rows, columns], order) => {
        const before = twinSwitch();
        const group = twinOsfp({ rows, columns, order, pitchMm: 24 });
        const { type } = regroup(before, cagesOf(before), group, countingIds());
        expect(new Set(cagesOf(type))).toEqual(new Set(cagesOf(before)));
        expect(new Set(type.ports.map(({ id }) => id))).toEqual(
          new Set(before.ports.map(({ id }) => id)),
        );
      }),
    );
  });

  it('keeps the first port of each cage when twins become single, and the mappings of what stays', () => {
    const twins = twinSwitch();
    const [first, second] = twins.ports;
    const mapping = { frontPosition: 1, rearPosition: 1 };
    const before = {
      ...twins,
      portMappings: [
        { frontPortId: first!.id, rearPortId: twins.ports[2]!.id, ...mapping },
        { frontPortId: second!.id, rearPortId: twins.ports[3]!.id, ...mapping },
      ],
    };
    const plan = twinOsfp().ports!;
    const group = twinOsfp({ ports: { ...plan, count: 1, name: 'swp{n}' } });
    const { type } = regroup(before, cagesOf(before), group, countingIds());
    expect(type.ports.map(({ id }) => id)).toEqual(
      twins.ports.filter((_, k) => k % 2 === 0).map(({ id }) => id),
    );
    expect(type.portMappings).toHaveLength(1);
  });

  it('leaves a locked group alone', () => {
    const before = twinSwitch();
    const locked = { ...before, cages: before.cages.map((cage) => ({ ...cage, locked: true })) };
    expect(regroup(locked, cagesOf(locked), twinOsfp({ rows: 1 }), countingIds()).type).toBe(
      locked,
    );
  });
});

describe('counting anew', () => {
  it('counts openings by where they stand, one row as one even where it is not quite level', () => {
    const type = twinSwitch();
    const crooked = {
      ...type,
      cages: type.cages.map((cage, k) => (k === 4 ? { ...cage, yMm: cage.yMm + 0.4 } : cage)),
    };
    const counted = renumber(crooked, cagesOf(type), {
      order: 'left-right',
      first: 0,
      cageName: 'eth{n}',
      portName: 'eth{n}/{p}',
      firstPlace: 0,
    });
    const upper = counted.cages.filter(({ flipped }) => !flipped);
    expect(upper.map(({ name }) => name)).toEqual(Array.from({ length: 16 }, (_, n) => `eth${n}`));
    expect(counted.ports.find(({ cageId }) => cageId === upper[3]?.id)?.name).toBe('eth3/0');
    expect(counted.ports.map(({ id }) => id)).toEqual(type.ports.map(({ id }) => id));
  });

  it('goes down columns, or odd over even', () => {
    const type = twinSwitch();
    for (const order of ['top-down', 'odd-over-even'] as const) {
      expect(names(renumber(type, cagesOf(type), { order, first: 1, cageName: 'swp{n}' }))).toEqual(
        names(type),
      );
    }
  });
});
