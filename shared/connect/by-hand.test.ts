import { describe, expect, it } from 'vitest';
import type { PortRef } from '../model/records.ts';
import { sayReason } from '../rules/verdict.ts';
import { type CableBegun, isWhole, joined, nextPorts } from './by-hand.ts';
import { breakType } from './fixture-breakout.ts';
import { hall } from './fixture-hall.ts';

const design = breakType(hall({ nodes: 1, leaves: 2 }));
const core = (n: number): PortRef => ({ deviceId: 'core', portId: `c${n}` });
const edge = (n: number): PortRef => ({ deviceId: 'edge', portId: `e${n}` });
const leaf = (n: number, port: string): PortRef => ({ deviceId: `device-leaf-${n}`, portId: port });

const begun = (over: Partial<CableBegun>): CableBegun => ({
  shape: { shape: 'breakout', ways: 4 },
  from: core(1),
  to: [],
  medium: null,
  ...over,
});

describe('a breakout port by port', () => {
  it('each leg is judged as if all were there', () => {
    const one = begun({ to: [edge(1)] });
    expect(joined(design, one, false).verdict.allowed).toBe(true);
    expect(isWhole(one)).toBe(false);
    const whole = begun({ to: [1, 2, 3, 4].map(edge) });
    expect(isWhole(whole)).toBe(true);
    expect(joined(design, whole, true)).toMatchObject({
      medium: 'dac',
      ends: { a: [core(1), core(1), core(1), core(1)], b: whole.to },
      verdict: { allowed: true, warnings: [] },
    });
  });

  it('is refused with the reason: lanes that do not fit, that cannot be shared, a port that it has', () => {
    const why = (over: Partial<CableBegun>, finished = false) =>
      joined(design, begun(over), finished).verdict.reasons.map(sayReason)[0];
    expect(why({ medium: 'dac', shape: { shape: 'breakout', ways: 2 }, to: [edge(1)] })).toContain(
      'wired lane to lane: 400 Gb/s and 200 Gb/s',
    );
    expect(why({ medium: 'smf', to: [edge(1), edge(2), edge(3)] }, true)).toContain(
      'The 8 lanes of c1 on core cannot be shared evenly by 3 links',
    );
    expect(why({ medium: 'smf', to: [edge(1), edge(1)] })).toContain('joins two ports once');
    expect(why({ to: [core(1)] })).toBe('A cable needs two different ports');
  });

  it('may be finished early as one of fewer ways, where the ports run so', () => {
    const two = begun({ to: [edge(1), edge(2)], medium: 'smf' });
    expect(joined(design, two, true)).toMatchObject({ verdict: { allowed: true } });
    expect(joined(design, { ...two, medium: 'dac' }, true).verdict.allowed).toBe(false);
  });

  it('ports that it can go on to do not hold those that it has', () => {
    const ports = nextPorts(design, begun({ to: [edge(1)], medium: 'dac' }), ['edge', 'core']);
    expect(ports).toHaveLength(15);
  });
});

describe('a trunk', () => {
  const trunk = (links: 2 | 4, over: Partial<CableBegun> = {}) =>
    begun({ shape: { shape: 'trunk', links }, from: leaf(1, 'osfp-1.1'), medium: 'smf', ...over });

  it('takes a run of ports at both ends', () => {
    const { ends, verdict } = joined(design, trunk(4, { to: [leaf(2, 'osfp-3.1')] }), true);
    expect(verdict.allowed).toBe(true);
    expect(ends.a.map(({ portId }) => portId)).toEqual([
      'osfp-1.1',
      'osfp-1.2',
      'osfp-2.1',
      'osfp-2.2',
    ]);
    expect(ends.b[3]).toEqual(leaf(2, 'osfp-4.2'));
  });

  it('wants so many ports, and fibre', () => {
    const short = joined(design, trunk(4, { to: [leaf(2, 'osfp-32.1')] }), true);
    expect(short.verdict.reasons.map(sayReason)).toEqual([
      'leaf-2 has no 4 ports in a row from here on',
    ]);
    const copper = joined(design, trunk(4, { medium: 'dac', to: [leaf(2, 'osfp-3.1')] }), true);
    expect(copper.verdict.reasons.map(({ key }) => key)).toEqual(['rules.trunkFixed']);
  });
});

describe('a plain cable', () => {
  const plain = (from: PortRef, medium: CableBegun['medium'] = null): CableBegun => ({
    shape: { shape: 'plain' },
    from,
    to: [],
    medium,
  });

  it('goes into ports of its kind and opening, wherever one looks', () => {
    const from = leaf(1, 'osfp-1.1');
    const lit = nextPorts(design, plain(from, 'dac'), ['device-leaf-2', 'device-dgx-01', 'gone']);
    const devices = Map.groupBy(lit, ({ deviceId }) => deviceId);
    expect(devices.get('device-leaf-2')).toHaveLength(64);
    expect(devices.has('gone')).toBe(false);
  });

  it('that starts nowhere goes nowhere', () => {
    const gone = { deviceId: 'gone', portId: 'gone' };
    expect(nextPorts(design, plain(gone), ['device-leaf-2'])).toEqual([]);
  });

  it('says why no medium at all would fit', () => {
    const power = { deviceId: 'device-leaf-1', portId: psu() };
    const to = [leaf(2, 'osfp-1.1')];
    const { verdict } = joined(design, { ...plain(power), to }, true);
    expect(verdict.reasons.map(({ key }) => key)).toEqual(['rules.kindMismatch']);
  });
});

/** The first power inlet of a leaf. */
function psu(): string {
  const type = design.deviceTypes.get(design.devices.get('device-leaf-1')?.typeId ?? '');
  return type?.ports.find(({ kind }) => kind === 'powerInlet')?.id ?? '';
}
