import { describe, expect, test } from 'vitest';
import type { DeviceType, FormFactor, Port } from '../model/device-type.ts';
import type { Cable } from '../model/records.ts';
import { design, device, found, link, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';
import type { Finding } from './types.ts';

/** What is said of one cable between port 1a of `low` and port 2a of `high`, which differ as given. */
function said(
  over: { a?: Partial<Port>; b?: Partial<Port>; cages?: readonly [FormFactor, FormFactor] },
  medium: Cable['medium'] = 'dac',
): Finding | undefined {
  const type = workedSwitch();
  const changed: DeviceType = {
    ...type,
    cages: type.cages.map((cage, n) => ({ ...cage, formFactor: over.cages?.[n] ?? 'osfp' })),
    ports: type.ports.map((port) => {
      if (port.id === 'port-0a') return { ...port, ...over.a };
      return port.id === 'port-1a' ? { ...port, ...over.b } : port;
    }),
  };
  const ends = {
    a: [{ deviceId: 'low', portId: 'port-0a' }],
    b: [{ deviceId: 'high', portId: 'port-1a' }],
  };
  const cable = link(0, 'low', 'high', { ends, medium });
  const analysis = analyse(design([device('low', 2), device('high', 4), cable], changed));
  return found(analysis, 'ports:cable-1:mate');
}

describe('ends that cannot mate are an error, with the reason', () => {
  test('ends that fit say nothing', () => {
    expect(said({})).toBeUndefined();
  });

  test('two speeds', () => {
    const finding = said({ b: { speedGbps: 200 } }, 'smf')!;
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain('low 1a runs at 400 Gb/s and high 2a at 200 Gb/s');
  });

  test('twisted pair agrees on the slower speed', () => {
    const rj45 = ['rj45', 'rj45'] as const;
    expect(said({ b: { speedGbps: 200 }, cages: rj45 }, 'base-t')).toBeUndefined();
  });

  test('two speeds over other numbers of lanes need a breakout where plugs come on the cable', () => {
    const split = { a: { lanes: 4 }, b: { speedGbps: 100, lanes: 1 } };
    expect(said(split)!.message).toContain(
      'low 1a runs at 400 Gb/s over 4 lanes and high 2a at 100 Gb/s over 1.',
    );
    expect(said(split, 'smf')!.message).toContain('They cannot mate.');
  });

  test('one speed over another number of lanes mates', () => {
    expect(said({ a: { lanes: 4 }, b: { lanes: 8 } })).toBeUndefined();
  });

  test('a network port and a power inlet', () => {
    expect(said({ b: { kind: 'powerInlet' } })!.message).toContain(
      'low 1a is a network port and high 2a a power inlet',
    );
  });

  test('a console goes through a patch panel', () => {
    expect(said({ a: { kind: 'console' }, b: { kind: 'front' } }, 'smf')).toBeUndefined();
  });

  test.each([
    ['base-t', ['rj45', 'osfp'], 'high 2a, OSFP'],
    ['base-t', ['osfp', 'rj45'], 'low 1a, OSFP'],
    ['dac', ['rj45', 'osfp'], 'low 1a, RJ45'],
    ['aoc', ['osfp', 'mpo'], 'high 2a, MPO'],
    ['lpo', ['osfp', 'lc'], 'high 2a, LC'],
    ['cpo', ['osfp', 'mpo'], 'low 1a, OSFP'],
    ['smf', ['lc', 'rj45'], 'high 2a, RJ45'],
    ['power', ['osfp', 'osfp'], 'low 1a, OSFP'],
  ] as const)('a plug of %s into %s', (medium, cages, into) => {
    const finding = said({ cages }, medium)!;
    expect(finding.severity).toBe('error');
    expect(finding.message).toContain(`does not plug into ${into}`);
  });

  test('an opening that nobody knows takes any plug', () => {
    expect(said({ cages: ['other', 'osfp'] })).toBeUndefined();
  });

  test('a cord that does not exist', () => {
    const kinds = { a: { kind: 'powerOutlet' }, b: { kind: 'powerInlet' } } as const;
    expect(said({ ...kinds, cages: ['c13', 'c20'] }, 'power')!.message).toContain(
      'no cord joins low 1a, C13, and high 2a, C20',
    );
    expect(said({ ...kinds, cages: ['c19', 'c14'] }, 'power')).toBeUndefined();
    expect(said({ a: kinds.b, b: kinds.a, cages: ['c20', 'c13'] }, 'power')).toBeDefined();
  });
});
