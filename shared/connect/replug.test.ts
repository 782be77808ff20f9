import { describe, expect, it } from 'vitest';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { sayReason } from '../rules/verdict.ts';
import { breakType } from './fixture-breakout.ts';
import { hall } from './fixture-hall.ts';
import { replugged, unplugged } from './replug.ts';

const leaf = (n: number, port: string): PortRef => ({ deviceId: `device-leaf-${n}`, portId: port });
const core = (n: number): PortRef => ({ deviceId: 'core', portId: `c${n}` });
const edge = (n: number): PortRef => ({ deviceId: 'edge', portId: `e${n}` });

const copper = newCable({
  id: 'copper',
  label: 'C1',
  medium: 'dac',
  ends: {
    a: [leaf(1, 'osfp-1.1'), leaf(1, 'osfp-1.2')],
    b: [leaf(2, 'osfp-1.1'), leaf(2, 'osfp-1.2')],
  },
});
const split = newCable({
  id: 'split',
  label: 'C2',
  medium: 'smf',
  ends: { a: [core(1), core(1), core(1), core(1)], b: [1, 2, 3, 4].map(edge) },
});
const design = applyDiff(breakType(hall({ nodes: 1, leaves: 3 })), {
  ...EMPTY_DIFF,
  added: [copper, split],
});

const why = (cable: Cable, from: PortRef, to: PortRef) =>
  replugged(design, cable, from, to).verdict.reasons.map(sayReason)[0];

describe('a plug that is put elsewhere', () => {
  it('takes all its links with it, port by port', () => {
    const { ends, verdict } = replugged(design, copper, leaf(2, 'osfp-1.2'), leaf(3, 'osfp-4.2'));
    expect(verdict.allowed).toBe(true);
    expect(ends).toEqual({ a: copper.ends.a, b: [leaf(3, 'osfp-4.1'), leaf(3, 'osfp-4.2')] });
  });

  it('of a split cable moves one leg, or the stem with all of them', () => {
    const leg = replugged(design, split, edge(4), edge(9));
    expect(leg.ends.b).toEqual([edge(1), edge(2), edge(3), edge(9)]);
    const stem = replugged(design, split, core(1), core(2));
    expect(stem.ends.a).toEqual([core(2), core(2), core(2), core(2)]);
    expect([leg.verdict.allowed, stem.verdict.allowed]).toEqual([true, true]);
  });

  it('is refused where it does not go', () => {
    expect(why(split, edge(4), leaf(1, 'osfp-1.1'))).toBe('1/1 of leaf-1 is taken by C1');
    expect(why(copper, leaf(2, 'osfp-1.1'), edge(1))).toContain('2 links');
    expect(why(split, edge(4), edge(3))).toContain('joins two ports once');
    expect(why(split, edge(7), edge(8))).toBe('This port is not there');
    expect(why(split, edge(4), edge(4))).toContain('two different ports');
  });
});

describe('a plug that is taken off', () => {
  it('is refused where the others could not share the lanes, and where nothing would be left', () => {
    const three = unplugged(design, split, edge(4)).verdict.reasons.map(sayReason);
    expect(three).toEqual(['The 8 lanes of c1 on core cannot be shared evenly by 3 links']);
    expect(unplugged(design, copper, leaf(1, 'osfp-1.1')).verdict.allowed).toBe(false);
  });

  it('leaves the links of the others', () => {
    const trunk = { ...split, ends: { a: [edge(1), edge(2)], b: [edge(5), edge(6)] } };
    expect(unplugged(design, trunk, edge(6))).toMatchObject({
      ends: { a: [edge(1)], b: [edge(5)] },
      verdict: { allowed: true },
    });
  });
});
