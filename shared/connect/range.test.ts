import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sayReason } from '../rules/verdict.ts';
import { parseRange, rangeText } from './range.ts';

function values(source: string): readonly string[] {
  const answer = parseRange(source);
  if (!answer.ok) throw new Error(`${source}: ${sayReason(answer.reason)}`);
  return answer.values;
}

describe('what brackets stand for', () => {
  it.each([
    ['1-4', ['1', '2', '3', '4']],
    ['01-03', ['01', '02', '03']],
    ['8-10', ['8', '9', '10']],
    ['008-010', ['008', '009', '010']],
    ['3-1', ['3', '2', '1']],
    ['1-2, 12', ['1', '2', '12']],
    ['1-7/3', ['1', '4', '7']],
    ['a-c', ['a', 'b', 'c']],
    ['A-C', ['A', 'B', 'C']],
    ['left,right', ['left', 'right']],
    ['0', ['0']],
  ])('[%s]', (source, expected) => {
    expect(values(source)).toEqual(expected);
  });

  it.each([
    ['', 0, 'A value is expected here'],
    ['1,,2', 2, 'A value is expected here'],
    ['1-4/0', 0, 'A step of 0'],
    ['1-10001', 0, 'More than 10000 values'],
    ['1-10000,1', 8, 'More than 10000 values'],
  ])('[%s] is refused at %i', (source, at, text) => {
    const answer = parseRange(source);
    expect(answer).toMatchObject({ ok: false, at });
    if (!answer.ok) expect(sayReason(answer.reason)).toContain(text);
  });
});

it('numbers that are written as a range are read back the same, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(3000), { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 0, max: 4 }),
      (numbers, digits) => {
        expect(values(rangeText(numbers, digits)).map(Number)).toEqual(numbers);
      },
    ),
  );
});
