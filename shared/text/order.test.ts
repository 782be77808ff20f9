import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNatural, sortedNaturally } from './order.ts';

describe('names', () => {
  it('are ordered as people count, whatever the case of their letters', () => {
    const names = 'swp10 swp2 swp1s1 swp1 Eth1/10 Eth1/9 2 10 a console0 MEth0 sfp-plus1 sfp2';
    expect(names.split(' ').sort(compareNatural)).toEqual(
      '2 10 a console0 Eth1/9 Eth1/10 MEth0 sfp2 sfp-plus1 swp1 swp1s1 swp2 swp10'.split(' '),
    );
  });

  it('are in one order whatever is compared first, and no two are the same', () => {
    const name = fc.stringMatching(/^[a-cA]{0,2}[0-9]{0,3}[/s]?[0-9]{0,2}$/);
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(Math.sign(compareNatural(a, b))).toBe(-Math.sign(compareNatural(b, a)) || 0);
        expect(compareNatural(a, b) === 0).toBe(a === b);
        if (compareNatural(a, b) <= 0 && compareNatural(b, c) <= 0) {
          expect(compareNatural(a, c)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it('are the same order for things that have them, those of one name as they say', () => {
    const thing = fc.record({
      name: fc.stringMatching(/^[a-cA]{0,2}[0-9]{0,3}$/),
      age: fc.nat(3),
    });
    const byAge = (a: { age: number }, b: { age: number }): number => a.age - b.age;
    fc.assert(
      fc.property(fc.array(thing), (things) => {
        const sorted = sortedNaturally(things, ({ name }) => name, byAge);
        expect(sorted).toEqual(
          things.toSorted((a, b) => compareNatural(a.name, b.name) || byAge(a, b)),
        );
      }),
    );
  });
});
