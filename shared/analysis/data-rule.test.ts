import { describe, expect, test } from 'vitest';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable } from '../model/records.ts';
import { design, device, fact, found, link, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';

function doubts(over: Partial<DeviceType>) {
  const { findings } = analyse(design([device('low', 2), device('high', 4)], workedSwitch(over)));
  return findings.filter(({ id }) => /^data:(?!type)/.test(id));
}

describe('facts of a type that contradict one another', () => {
  test('none in the worked example, nor at the very limits', () => {
    expect(doubts({})).toEqual([]);
    expect(doubts({ powerTypicalW: fact(1500) })).toEqual([]);
    expect(doubts({ inletMinC: fact(35) })).toEqual([]);
  });

  test('typical power over the highest: one finding for two devices', () => {
    const [finding, ...others] = doubts({ powerTypicalW: fact(1501) });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ id: 'data:power:worked', severity: 'warning' });
    expect(finding?.message).toContain('draws 1501 W typically and 1500 W at most');
  });

  test('lowest inlet over the highest', () => {
    const [finding] = doubts({ inletMinC: fact(36) });
    expect(finding?.message).toContain('takes air from 36.0 °C on, and up to 35.0 °C');
  });

  // dT = P/(rho c_p Q): 1500 W/(1.2 x 1005 x 165 x 4.719e-4) = 15.97 K (physics.md, section 7)
  test.each([
    { cfm: 165 * (15.97 / 40.1), wrong: true },
    { cfm: 165 * (15.97 / 39.9), wrong: false },
    { cfm: 165 * (15.97 / 3.05), wrong: false },
    { cfm: 165 * (15.97 / 2.95), wrong: true },
  ])('1500 W and $cfm CFM: wrong is $wrong', ({ cfm, wrong }) => {
    const findings = doubts({ airflowCfm: fact(cfm) });
    expect(findings.map(({ id }) => id)).toEqual(wrong ? ['data:rise:worked'] : []);
    if (wrong) expect(valueOf(findings[0], 'rise')).toBeCloseTo((15.97 * 165) / cfm, 1);
  });

  test('no rise is judged where there is no flow or no power', () => {
    expect(doubts({ airflowCfm: fact(0) })).toEqual([]);
    expect(doubts({ powerMaxW: fact(0) })).toEqual([]);
    expect(doubts({ powerMaxW: null }).filter(({ id }) => id.includes('rise'))).toEqual([]);
  });

  // The panel of one unit is 482.6 mm x 44.45 - 0.79 = 43.66 mm.
  test.each([
    [{ xMm: 482.6 - 12 + 0.6 }, true],
    [{ xMm: 482.6 - 12 + 0.4 }, false],
    [{ xMm: -0.6 }, true],
    [{ yMm: -0.6 }, true],
    [{ yMm: 43.66 - 13 + 0.6 }, true],
    [{ yMm: 43.66 - 13 + 0.4 }, false],
  ])('a cage at %o: over the edge is %s', (place, wrong) => {
    const { cages } = workedSwitch();
    const moved = cages.map((cage, at) => (at === 3 ? { ...cage, ...place } : cage));
    const findings = doubts({ cages: moved });
    expect(findings.map(({ id }) => id)).toEqual(wrong ? ['data:face:worked'] : []);
    if (wrong) expect(valueOf(findings[0], 'over')).toBeCloseTo(0.6, 9);
  });

  test('gear beside the rails has no panel to lie on', () => {
    const { cages } = workedSwitch();
    expect(doubts({ heightU: 0, cages: cages.map((cage) => ({ ...cage, xMm: 900 })) })).toEqual([]);
  });

  // OSFP: 8 lanes of 200 Gb/s; twisted pair is listed up to 10 Gb/s and more (reach table).
  test.each([
    ['osfp', 800, false],
    ['osfp', 801, true],
    ['sfp', 100, false],
    ['sfp', 101, true],
    ['rj45', 5, false],
    ['rj45', 400, true],
    ['mpo', 4000, false],
    ['other', 4000, false],
  ] as const)('two ports of %s at %s Gb/s each: too fast is %s', (formFactor, speed, wrong) => {
    const { cages, ports } = workedSwitch();
    const findings = doubts({
      cages: cages.map((cage) => ({ ...cage, formFactor })),
      ports: ports.map((port) => ({ ...port, speedGbps: speed })),
    });
    expect(findings.map(({ id }) => id)).toEqual(wrong ? ['data:speed:worked'] : []);
    if (wrong) expect(valueOf(findings[0], 'cages')).toBe(32);
  });

  test('a body deeper than its rack, with the devices it concerns', () => {
    const deep = (depth: number) =>
      analyse(
        design(
          [fixtureRack({ depthMm: 1000 }), device('low', 2), device('high', 4)],
          workedSwitch({ depthMm: fact(depth) }),
        ),
      );
    expect(found(deep(1000), 'data:depth:worked')).toBeUndefined();
    const finding = found(deep(1040), 'data:depth:worked');
    expect(finding?.message).toContain('1040.0 mm deep, on 2 devices up to 40.0 mm more');
    expect(finding?.subjects.map(({ id }) => id)).toEqual(['worked', 'low', 'high']);
  });
});

describe('what cables do not say, or say twice', () => {
  const devices = [device('low', 2), device('high', 12)];
  const withCable = (over: Partial<Cable>) =>
    analyse(design([...devices, link(0, 'low', 'high', over)]));

  test('a length that nobody entered is estimated, and that is said once a medium', () => {
    const cables = [0, 1].map((n) => link(n, 'low', 'high'));
    const finding = found(analyse(design([...devices, ...cables])), 'data:length:dac');
    expect(finding).toMatchObject({ severity: 'note', values: { cables: { value: 2 } } });
    expect(found(withCable({ lengthM: 2 }), 'data:length:dac')).toBeUndefined();
  });

  test('also where an end is not in the design', () => {
    const ends = { a: [{ deviceId: 'gone', portId: 'x' }], b: [] };
    const lost = withCable({ ends });
    expect(found(lost, 'data:ends:dac')?.severity).toBe('error');
    expect(found(lost, 'data:length:dac')).toBeDefined();
  });

  // Ten units apart, one above the other: 444.5 mm.
  test.each([
    [0.444, true],
    [0.445, false],
  ])(
    '%s m between openings 444.5 mm apart: shorter than the straight line is %s',
    (lengthM, short) => {
      const finding = found(withCable({ lengthM }), 'data:straight:dac');
      expect(finding?.severity).toBe(short ? 'error' : undefined);
    },
  );

  // Side by side: a rack's width apart; in the next row: the pitch of the rows. The unit of a taller rack is as
  // high over the floor.
  test.each([
    { where: 'the next rack', far: { rackId: 'rack-2' }, mm: 600 },
    { where: 'the next row', far: { rackId: 'rack-3' }, mm: 2400 },
    { where: 'a taller rack', far: { rackId: 'rack-4' }, mm: 1200 },
  ])('the straight line to $where is $mm mm', ({ far, mm }) => {
    const racks = [
      fixtureRack(),
      fixtureRack({ id: 'rack-2', order: 1 }),
      fixtureRack({ id: 'rack-3', rowId: 'row-b' }),
      fixtureRack({ id: 'rack-4', order: 2, heightU: 48 }),
    ];
    const row = { kind: 'row', id: 'row-b', name: 'B', order: 1, place: null } as const;
    const ends = [device('low', 2), device('high', 2, far)];
    const straight = (lengthM: number) =>
      found(
        analyse(design([row, ...racks, ...ends, link(0, 'low', 'high', { lengthM })])),
        'data:straight:dac',
      );
    expect(straight((mm - 1) / 1000)).toBeDefined();
    expect(straight((mm + 1) / 1000)).toBeUndefined();
  });

  test('a rack that stands nowhere has no straight line to it', () => {
    const racks = [fixtureRack(), fixtureRack({ id: 'rack-2', rowId: 'gone' })];
    const ends = [device('low', 2), device('high', 2, { rackId: 'rack-2' })];
    const short = link(0, 'low', 'high', { lengthM: 0.001 });
    expect(found(analyse(design([...racks, ...ends, short])), 'data:straight:dac')).toBeUndefined();
  });

  test('fibre has no gauge, a power cord may have one', () => {
    const odd = (over: Partial<Cable>) => found(withCable(over), `data:wire:${over.medium}`);
    expect(odd({ medium: 'smf', awg: 26 })?.severity).toBe('warning');
    expect(odd({ medium: 'smf', awg: 26, lengthM: 2 })).toBeDefined();
    expect(odd({ medium: 'smf', awg: 26, lengthM: 0.1 })).toBeDefined();
    expect(odd({ medium: 'smf', awg: null })).toBeUndefined();
    expect(odd({ medium: 'dac', awg: 26 })).toBeUndefined();
    expect(odd({ medium: 'power', awg: 14 })).toBeUndefined();
  });
});
