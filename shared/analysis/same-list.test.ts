import { expect, test } from 'vitest';
import { sameList } from './same-list.ts';

test('lists are the same when each one is, in the same order and as many', () => {
  const [a, b] = [{}, {}];
  expect(sameList([a, b], [a, b])).toBe(true);
  expect(sameList([], [])).toBe(true);
  expect(sameList([a, b], [b, a])).toBe(false);
  expect(sameList([a], [a, b])).toBe(false);
  expect(sameList([a], [{}])).toBe(false);
});
