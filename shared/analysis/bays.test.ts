import { describe, expect, test } from 'vitest';
import type { Design } from '../model/design.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { BLADE, CHASSIS, chassisIn, inBay, SUPPLY } from '../model/fixture-chassis.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable } from '../model/records.ts';
import { carryAlong } from '../rules/index.ts';
import { faceBundles } from './face-bundles.ts';
import { design, fact, twin, workedSwitch } from './fixture-design.ts';
import { airSensitivities, analyse, createAnalyser } from './index.ts';

const RACK = fixtureRack({ heightU: 42 });
const BREATHING = {
  ...CHASSIS,
  airflow: fact('front-to-rear' as const),
  airflowCfm: fact(300),
  criticalPa: fact(200),
};
const HOST = chassisIn(RACK.id, 10);
const BLADES = [1, 2].map((n) => inBay(HOST, `node-${n}`, BLADE, `b${n}`));
const PSU = inBay(HOST, 'psu-1', SUPPLY, 'p1');
const LEAF = { ...HOST, id: 'leaf', name: 'leaf', typeId: 'worked', u: 20 };
const CABLES: readonly Cable[] = BLADES.map((blade, n) => ({
  ...twin(n, 'leaf', blade.id, { medium: 'dac', awg: 30 }),
  ends: {
    a: [{ deviceId: 'leaf', portId: `port-${n}a` }],
    b: [{ deviceId: blade.id, portId: 'eth1' }],
  },
}));
const BARE = design([RACK, BREATHING, BLADE, SUPPLY, HOST, LEAF], workedSwitch());
const FULL = applyDiff(BARE, { ...EMPTY_DIFF, added: [...BLADES, PSU, ...CABLES] });

const rackOf = (of: Design) => analyse(of).racks[0]!;
const hostOf = (of: Design) => analyse(of).devices.find(({ id }) => id === HOST.id)!;

describe('what is in the bays of a device', () => {
  test('adds its power to the rack once and its heat to the air of the device, a supply none', () => {
    const power = (id: string) => analyse(FULL).devices.find((row) => row.id === id)!.powerW!;
    expect([power(HOST.id), power('p1')]).toEqual([200, 0]);
    expect(power('b1')).toBeGreaterThanOrEqual(800);
    const all = analyse(FULL).devices.reduce((sum, row) => sum + row.powerW!, 0);
    expect(rackOf(FULL).powerW).toBeCloseTo(all, 9);
    expect(rackOf(FULL).airflowCfm).toBe(rackOf(BARE).airflowCfm);
    // The same air carries off 200 W, or five to nine times as much.
    const [bare, full] = [hostOf(BARE).outletRiseK!.nominal, hostOf(FULL).outletRiseK!.nominal];
    const times = (200 + power('b1') + power('b2')) / 200;
    expect(full / bare).toBeCloseTo(
      times * (hostOf(BARE).flowRatio!.nominal / hostOf(FULL).flowRatio!.nominal),
      6,
    );
  });

  test('leaves the power unknown where its own is', () => {
    const dark = { ...BLADE, powerMaxW: null };
    const unknown = applyDiff(FULL, { ...EMPTY_DIFF, updated: [[BLADE, dark]] });
    expect(hostOf(unknown).powerW).toBe(200);
    expect(hostOf(unknown).outletRiseK).toBeNull();
    expect(rackOf(unknown).powerW).toBeNull();
    const gap = analyse(unknown).findings.find(({ missing }) =>
      missing.some((what) => what.includes('powerMaxW')),
    );
    expect(gap?.rule).toBe('data');
  });

  test('hangs its cables before the face of the device', () => {
    expect(hostOf(BARE).blockedFraction.front).toBe(0);
    expect(hostOf(FULL).blockedFraction.front).toBeGreaterThan(0);
    expect(faceBundles(FULL, HOST.id).front.length).toBeGreaterThan(0);
    expect(faceBundles(FULL, 'b1')).toEqual({ front: [], rear: [] });
    expect(hostOf(FULL).flowRatio!.nominal).toBeLessThan(hostOf(BARE).flowRatio!.nominal);
  });

  test('warms the air of the device whatever input is moved, and its cables hang before it', () => {
    const layoutOf = (of: Design) =>
      airSensitivities(of, HOST.id).find(({ input }) => input === 'layout')!;
    const [bare, full] = [layoutOf(BARE), layoutOf(FULL)];
    expect(bare.effect).toBe(0);
    expect(full.effect).toBeGreaterThan(0);
    const loss = 1 - hostOf(FULL).flowRatio!.nominal;
    expect(full.low.loss).toBeLessThan(loss);
    expect(full.high.loss).toBeGreaterThan(loss);
    // 200 W by itself, and 1800 W with two nodes of 800 W: nine times as warm, and more for what their plugs draw.
    expect(full.low.outletOverSupplyK! / bare.low.outletOverSupplyK!).toBeGreaterThan(9);
  });

  test('counts for nothing while its type is not in the design', () => {
    const removed = applyDiff(FULL, { ...EMPTY_DIFF, removed: [BLADE] });
    expect(hostOf(removed).outletRiseK).toEqual(hostOf(BARE).outletRiseK);
    expect(hostOf(removed).blockedFraction).toEqual({ front: 0, rear: 0 });
  });

  test('routes its cables from its own port', () => {
    const [one, two] = analyse(FULL).cables;
    expect(one!.pathM).not.toBeNull();
    expect(one!.pathM).not.toBe(two!.pathM);
  });
});

test('an analysis that follows edits of a chassis says what one from scratch says', () => {
  const analyser = createAnalyser(BARE);
  let now = BARE;
  const step = (diff: Parameters<typeof applyDiff>[1]): void => {
    now = applyDiff(now, diff);
    analyser.update(diff);
    expect(analyser.analysis).toEqual(analyse(now));
  };
  step({ ...EMPTY_DIFF, added: [...BLADES, PSU] });
  step({ ...EMPTY_DIFF, added: [CABLES[0]!] });
  step({ ...EMPTY_DIFF, added: [CABLES[1]!] });
  step(carryAlong(now, { ...EMPTY_DIFF, updated: [[HOST, { ...HOST, u: 30 }]] }));
  const [first] = CHASSIS.bays;
  const area = { ...first!.area!, xMm: 30 };
  const redrawn = { ...BREATHING, bays: [{ ...first!, area }, ...CHASSIS.bays.slice(1)] };
  step({ ...EMPTY_DIFF, updated: [[BREATHING, redrawn]] });
  step({ ...EMPTY_DIFF, removed: [CABLES[1]!] });
  step({ ...EMPTY_DIFF, removed: [now.devices.get('b2')!] });
  step({ ...EMPTY_DIFF, removed: [BLADE] });
  step({ ...EMPTY_DIFF, added: [BLADE] });
  step({ ...EMPTY_DIFF, updated: [[BLADE, { ...BLADE, powerMaxW: fact(900) }]] });
});
