import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildSample } from '../samples/index.ts';
import { analyse } from './index.ts';
import { rowsOf } from './rows-of.ts';

describe('rowsOf', () => {
  const design = buildSample('superpod-su');
  const { devices, ports, cables, racks } = analyse(design);

  test('law: it is what going through the whole table would find, in its order', () => {
    const ids = [...design.devices.keys(), ...design.cables.keys(), ...design.racks.keys(), 'none'];
    const few = fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 40 });
    fc.assert(
      fc.property(few, (wanted) => {
        const set = new Set(wanted);
        expect(rowsOf(devices, ({ id }) => id, set)).toEqual(devices.filter((r) => set.has(r.id)));
        expect(rowsOf(cables, ({ id }) => id, set)).toEqual(cables.filter((r) => set.has(r.id)));
        expect(rowsOf(racks, ({ id }) => id, set)).toEqual(racks.filter((r) => set.has(r.id)));
        expect(rowsOf(ports, ({ device }) => device, set)).toEqual(
          ports.filter((r) => set.has(r.device)),
        );
      }),
    );
  });

  test('looks at few rows of a long table', () => {
    const table = Array.from({ length: 65_536 }, (_, i) => String(i).padStart(5, '0'));
    let looked = 0;
    const found = rowsOf(
      table,
      (row) => {
        looked += 1;
        return row;
      },
      new Set(['40000']),
    );
    expect(found).toEqual(['40000']);
    // log2(65536) = 16 halvings, the row itself and the one behind it.
    expect(looked).toBeLessThanOrEqual(18);
  });
});
