/** Results that are remembered by lists are those that would be made anew. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  NumberKey,
  type Part,
  PartKey,
  RememberedByNumbers,
  RememberedByParts,
} from './remembered-lists.ts';

/** Few different lists, so that many are met again; some longer than a key has room for at first. */
const LISTS = fc.array(
  fc.oneof(
    fc.array(fc.constantFrom(-1, 0, 0.1 + 0.2, 0.3, 7), { maxLength: 4 }),
    fc.constantFrom(80, 200).map((length) => Array.from({ length }, (_, at) => at % 9)),
  ),
  { maxLength: 120 },
);

describe('laws', () => {
  test('of the same numbers the same result is found, of others another', () => {
    fc.assert(
      fc.property(LISTS, (lists) => {
        const remembered = new RememberedByNumbers<string>();
        const key = new NumberKey();
        for (const list of lists) {
          key.length = 0;
          for (const value of list) key.add(value);
          expect(remembered.find(key, () => list.join())).toBe(list.join());
        }
      }),
    );
  });

  test('of the same parts the same result is found, of others another', () => {
    const things: readonly Part[] = [{}, {}, null, undefined, 'a', 0, false];
    const some = fc.array(fc.nat(things.length - 1), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(some, { maxLength: 200 }), (lists) => {
        const remembered = new RememberedByParts<string>();
        const key = new PartKey();
        for (const list of lists) {
          key.length = 0;
          for (const at of list) key.add(things[at]);
          expect(remembered.find(key, () => list.join())).toBe(list.join());
        }
      }),
    );
  });
});

test('a result is made once while it is among the last', () => {
  const remembered = new RememberedByNumbers<object>();
  const key = new NumberKey();
  key.add(1);
  const first = remembered.find(key, () => ({}));
  expect(remembered.find(key, () => ({}))).toBe(first);
});
