import { describe, expect, test } from 'vitest';
import type { DeviceType, FormFactor, Port } from '../model/device-type.ts';
import type { Cable } from '../model/records.ts';
import { canCable } from '../rules/index.ts';
import { buildSample, SAMPLES } from '../samples/index.ts';
import { design, device, found, link, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';

interface Openings {
  readonly cage?: FormFactor;
  readonly port?: Partial<Port>;
}

/** The worked switch with openings and ports of another sort. */
function typeOf(id: string, { cage = 'osfp', port = {} }: Openings): DeviceType {
  const { cages, ports } = workedSwitch();
  return workedSwitch({
    id,
    cages: cages.map((each) => ({ ...each, formFactor: cage })),
    ports: ports.map((each) => ({ ...each, ...port })),
  });
}

/** A cable between the first ports of two devices, or between those that are named. */
function joined(low: Openings, high: Openings, over: Partial<Cable> = {}, ports = ['port-0a']) {
  const ends = {
    a: ports.map(() => ({ deviceId: 'low', portId: 'port-0a' })),
    b: ports.map((portId) => ({ deviceId: 'high', portId })),
  };
  const whole = design(
    [
      typeOf('high-type', high),
      device('low', 2),
      device('high', 4, { typeId: 'high-type' }),
      link(0, 'low', 'high', { ends, ...over }),
    ],
    typeOf('worked', low),
  );
  return { whole, analysis: analyse(whole), ends };
}

function mate(...args: Parameters<typeof joined>) {
  return found(joined(...args).analysis, 'ports:cable-1:mate');
}

const SLOW = { speedGbps: 100, lanes: 1 };

describe('ends that cannot mate are errors with the reason', () => {
  test('none where they can', () => {
    expect(mate({}, {})).toBeUndefined();
    expect(mate({}, { cage: 'other' })).toBeUndefined();
  });

  test('a medium that does not go into an opening, at either end', () => {
    const far = mate({}, { cage: 'mpo' })!;
    expect(far.message).toBe('C1: Passive copper does not go into high 1a (MPO).');
    expect(far).toMatchObject({
      severity: 'error',
      why: expect.stringContaining('never comes up'),
    });
    expect(mate({ cage: 'mpo' }, {})?.message).toContain('low 1a (MPO)');
    expect(mate({ cage: 'mpo' }, {}, { medium: 'smf' })).toBeUndefined();
    expect(mate({ cage: 'mpo' }, { cage: 'mpo' }, { medium: 'cpo' })).toBeUndefined();
    const cord = mate({}, {}, { medium: 'power' });
    expect(cord?.messageKey).toBe('analysis.ports.mate.medium');
    const bare = mate({ cage: 'other' }, {}, { medium: 'power' });
    expect(bare?.message).toContain('(network port)');
  });

  test('a cord that no one makes', () => {
    const power = (cage: FormFactor, kind: Port['kind']) => ({ cage, port: { kind } });
    const [outlet, inlet] = [power('c13', 'powerOutlet'), power('c20', 'powerInlet')];
    const cord = { medium: 'power' } as const;
    expect(mate(outlet, inlet, cord)?.message).toBe(
      'C1: no cord leads from low 1a (C13) to high 1a (C20).',
    );
    expect(mate(inlet, outlet, cord)?.messageKey).toBe('analysis.ports.mate.plug');
    expect(mate(power('c13', 'powerOutlet'), power('c14', 'powerInlet'), cord)).toBeUndefined();
  });

  test('lanes, where the plugs are fixed to the cable; with transceivers it is the speed', () => {
    const wired = mate({}, { port: SLOW })!;
    expect(wired.message).toContain('low 1a has 4 lanes at 400 Gb/s and high 1a 1 at 100 Gb/s');
    expect(wired.explanation[0]?.formula).toBe('n_a != n_b; R_a != R_b');
    const fibre = mate({}, { port: SLOW }, { medium: 'smf' })!;
    // At one rate a lane it is a breakout with idle legs.
    expect([fibre.messageKey, fibre.severity]).toEqual(['analysis.ports.mate.part', 'note']);
    expect([valueOf(fibre, 'speedA'), valueOf(fibre, 'speedB')]).toEqual([400, 100]);
    const unlike = mate({}, { port: { speedGbps: 100, lanes: 2 } }, { medium: 'smf' })!;
    expect([unlike.messageKey, unlike.severity]).toEqual(['analysis.ports.mate.speed', 'error']);
    const copper = mate({}, { port: { speedGbps: 200 } })!;
    expect(copper.message).toContain('low 1a runs at 400 Gb/s and high 1a at 200 Gb/s');
    expect(mate({}, { port: { speedGbps: null, lanes: null } })).toBeUndefined();
    // One speed over either number of lanes mates.
    expect(mate({}, { port: { lanes: 8 } })).toBeUndefined();
  });

  test('ports of unlike speeds use a part of each other only where their lanes are known', () => {
    const mute = { cage: 'other', port: { lanes: null } } as const;
    for (const [low, high] of [
      [mute, { port: SLOW }],
      [{}, { cage: 'other', port: { ...SLOW, lanes: null } }],
    ] as const) {
      const finding = mate(low, high, { medium: 'smf' })!;
      expect([finding.messageKey, finding.severity]).toEqual([
        'analysis.ports.mate.speed',
        'error',
      ]);
      expect([valueOf(finding, 'speedA'), valueOf(finding, 'speedB')]).toEqual([400, 100]);
    }
  });

  test('twisted pair agrees on a speed', () => {
    const pair = { medium: 'base-t' } as const;
    expect(mate({ cage: 'rj45' }, { cage: 'rj45', port: SLOW }, pair)).toBeUndefined();
  });

  test('a network port does not mate with a power inlet', () => {
    const inlet = { port: { kind: 'powerInlet' } } as const;
    expect(mate({}, inlet)?.message).toContain('is a network port');
  });

  test('consoles go over panels, and not into data ports', () => {
    const console = { cage: 'rj45', port: { kind: 'console' } } as const;
    const pair = { medium: 'base-t' } as const;
    expect(mate(console, { cage: 'rj45', port: { kind: 'front' } }, pair)).toBeUndefined();
    expect(mate(console, { cage: 'rj45' }, pair)?.messageKey).toBe('analysis.ports.mate.kind');
  });
});

describe('a breakout of one port', () => {
  const four = ['port-0a', 'port-1a', 'port-2a', 'port-3a'];

  test('1 to 4: each link has a quarter of the 4 lanes at 400 Gb/s', () => {
    const { analysis, whole, ends } = joined({}, { port: SLOW }, {}, four);
    expect(found(analysis, 'ports:cable-1:mate')).toBeUndefined();
    expect(analysis.cables[0]).toMatchObject({ lanes: 4, laneGbps: 100 });
    expect(canCable(whole, ends, 'dac', { ignore: 'cable-1' }).reasons).toEqual([]);
  });

  test('1 to 2 leaves each link with two lanes, which one lane at the far end does not mate', () => {
    const { analysis, whole, ends } = joined({}, { port: SLOW }, {}, four.slice(0, 2));
    const finding = found(analysis, 'ports:cable-1:mate');
    expect(finding?.messageKey).toBe('analysis.ports.mate.lanes');
    expect([valueOf(finding, 'lanesA'), valueOf(finding, 'speedA')]).toEqual([2, 200]);
    const { reasons } = canCable(whole, ends, 'dac', { ignore: 'cable-1' });
    expect(reasons.map(({ key }) => key)).toEqual(['rules.needsBreakout']);
  });

  test('1 to 2 or 3 over fibre leaves legs idle, which is told and no error', () => {
    for (const links of [2, 3]) {
      const ports = four.slice(0, links);
      const { analysis } = joined({}, { port: SLOW }, { medium: 'smf' }, ports);
      expect(found(analysis, 'ports:cable-1:mate')).toMatchObject({
        severity: 'note',
        messageKey: 'analysis.ports.mate.part',
      });
    }
  });

  test('1 to 3: 4 lanes cannot be shared evenly, and three times 2 lanes are more than 4', () => {
    const pair = { port: { speedGbps: 200, lanes: 2 } };
    const { analysis } = joined({}, pair, { medium: 'smf' }, four.slice(0, 3));
    const finding = found(analysis, 'ports:cable-1:mate');
    expect(finding).toMatchObject({ severity: 'error', explanation: [] });
    expect(finding?.message).toBe('C1: 3 links cannot share the 4 lanes of low 1a evenly.');
  });

  test('where only the far ends are known, theirs are the lanes', () => {
    const blind = { port: { speedGbps: null, lanes: null }, cage: 'other' as const };
    const { analysis } = joined(blind, { port: SLOW }, {}, four);
    expect(analysis.cables[0]).toMatchObject({ lanes: 4, laneGbps: 100 });
  });
});

test('in the samples all ends mate', () => {
  for (const { id } of SAMPLES) {
    const { findings } = analyse(buildSample(id));
    expect(findings.filter((each) => each.id.endsWith(':mate'))).toEqual([]);
  }
});
