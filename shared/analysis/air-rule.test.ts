import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { DesignSettings, Rack } from '../model/records.ts';
import { airFinding } from './air-rule.ts';
import { analyseDevice } from './device-result.ts';
import { design, device, fact, found, twin, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';
import { type DeviceAir, type RackAir, rackAir } from './rack-air.ts';
import type { Band, Finding } from './types.ts';

const SETTINGS = defaultSettings('test');
const RACK = fixtureRack({ heightU: 12 });

/** The air of one switch by itself, without cables. */
function airOf(type = workedSwitch(), rack: Rack = RACK, over = {}): DeviceAir {
  return rackOf(rack, type, over).devices.get('one')!;
}

function rackOf(rack: Rack, type = workedSwitch(), over = {}): RackAir {
  const placed = { device: device('one', 3, over), type };
  const around = { design: design([rack, placed.device], type), rack, neighbours: [placed] };
  const result = analyseDevice(placed, { ...around, cables: [], plugs: [], inside: [] });
  return rackAir(SETTINGS, rack, [result]);
}

const level = (nominal: number): Band => ({ low: nominal, nominal, high: nominal });
const finding = (air: DeviceAir, settings: DesignSettings = SETTINGS) =>
  airFinding(settings, RACK, air)?.finding;
const word = (of: Finding | undefined, name: string): unknown =>
  (of?.values[name] as { value: unknown } | undefined)?.value;

describe('how bad a loss is', () => {
  const clear = airOf();
  test.each([
    [0.96, undefined],
    [0.94, 'warning'],
    [0.81, 'warning'],
    [0.79, 'error'],
    [0.5, 'error'],
  ])('a flow of %d of the rated one: %s', (ratio, severity) => {
    expect(finding({ ...clear, ratio: level(ratio) })?.severity).toBe(severity);
  });

  test('air that goes round is an error; what does so through open units is told of the rack', () => {
    const round = { ...clear, recirculation: 0.6, inletC: null, inletClosedC: null };
    expect(finding(round)).toMatchObject({
      severity: 'error',
      messageKey: 'analysis.air.runaway.bare',
    });
    const front = { ...clear.faces.front, cables: 1 };
    const cabled = { ...round, faces: { ...clear.faces, front } };
    expect(finding(cabled)!.messageKey).toBe('analysis.air.runaway');
    expect(finding({ ...round, inletClosedC: 30 })).toBeUndefined();
    // a share that is not known goes round no more than one that is small
    expect(finding({ ...round, recirculation: null })).toBeUndefined();
  });
});

describe('what is said', () => {
  const slow = { ...airOf(), ratio: level(0.9) };
  const { front, rear } = slow.faces;
  const cabled = {
    ...slow,
    faces: { front: { ...front, cables: 3 }, rear: { ...rear, cables: 3 } },
  };

  test('names the doors where no cable hangs, and the cables where one does', () => {
    expect(finding(slow)!.messageKey).toBe('analysis.air.door');
    expect(finding(cabled)!.messageKey).toBe('analysis.air.loss');
    expect(valueOf(finding(cabled), 'cables')).toBe(6);
  });

  test('speaks of no temperature where no power is known', () => {
    const mute = finding({ ...cabled, riseK: null, powerW: null })!;
    expect(mute.messageKey).toBe('analysis.air.flow');
    expect(mute.values).not.toHaveProperty('rise');
    expect(mute.values).not.toHaveProperty('power');
    const formulas = (of: Finding) => of.explanation.map(({ formula }) => formula.split(' ')[0]);
    expect(formulas(mute)).not.toContain('dT');
    expect(formulas(finding(cabled)!)).toContain('dT');
  });

  test('a device that breathes behind has no share of its own that comes round', () => {
    const behind = airOf(workedSwitch(), RACK, { face: 'rear' });
    expect(behind.recirculation).toBeNull();
    const said = finding({ ...behind, ratio: level(0.9) })!;
    expect(said.values).not.toHaveProperty('recirculation');
    expect(said.explanation.some(({ formula }) => formula.startsWith('r = '))).toBe(false);
  });
});

describe('the numbers', () => {
  const slow = { ...airOf(), ratio: { low: 0.8, nominal: 0.9, high: 0.95 } };

  test('165 CFM through 450 × 44.45 mm are 3.893 m/s', () => {
    const said = finding(slow);
    // 165 · 0.000471947 m³/s = 0.077871; / 0.0200025 m² = 3.8931
    expect(valueOf(said, 'faceSpeed')).toBeCloseTo(3.8931, 3);
    expect(valueOf(said, 'airflow')).toBeCloseTo(165, 9);
    expect(valueOf(said, 'moved')).toBeCloseTo(0.9 * 165, 9);
    expect(valueOf(said, 'opening')).toBeCloseTo(450 * 44.45, 6);
    expect(said!.values['loss']).toMatchObject({ unit: '%' });
    const loss = said!.values['loss'] as unknown as Band;
    for (const [bound, wanted] of [
      ['low', 5],
      ['nominal', 10],
      ['high', 20],
    ] as const)
      expect(loss[bound]).toBeCloseTo(wanted, 9);
  });

  test('the doors hold against it what the rack holds, and the fan speed is reckoned with that', () => {
    const doors = fixtureRack({ heightU: 12, frontDoorOpen: 0.1, rearDoorOpen: 0.1 });
    const behind = airOf(workedSwitch(), doors);
    // A curtain of its own beside the doors: the curve of its fans is the mean of two, and solves for neither.
    const found = finding({ ...behind, ratio: level(0.9) })!;
    const of = (name: string): number => valueOf(found, name);
    expect(of('across')).toBe(rackOf(doors).acrossPa?.nominal);
    expect(of('across')).toBeGreaterThan(0.1);
    const { nominal } = behind.ratio;
    const speed = Math.sqrt(1 + of('loading') + of('across') / (250 * nominal ** 2));
    expect(of('fanSpeed')).toBeCloseTo(100 * speed, 6);
    expect(valueOf(finding({ ...airOf(), ratio: level(0.9) }), 'across')).toBe(0);
  });

  test('are those of the face that is blocked more', () => {
    const { front, rear } = slow.faces;
    const faces = {
      front: { ...front, blocked: level(0.2), bodiesMm2: 11 },
      rear: { ...rear, blocked: level(0.3), bodiesMm2: 22 },
    };
    expect(valueOf(finding({ ...slow, faces }), 'bodies')).toBe(22);
    expect(valueOf(finding({ ...slow, faces }), 'open')).toBeCloseTo(0.7, 12);
    const turned = { front: faces.rear, rear: faces.front };
    expect(valueOf(finding({ ...slow, faces: turned }), 'bodies')).toBe(22);
  });

  test('below a fifth open the loss is beyond what was computed', () => {
    const { front } = slow.faces;
    const shut = { ...slow.faces, front: { ...front, blocked: level(0.85) } };
    expect(word(finding({ ...slow, faces: shut }), 'inRange')).toBe('below');
    expect(word(finding(slow), 'inRange')).toBe('inside');
  });

  test('fans that would have to turn at more than 1.25 times their speed are beyond it', () => {
    const { fan } = slow;
    expect(word(finding({ ...slow, fan: { ...fan, speed: level(1.26) } }), 'fans')).toBe('beyond');
    expect(word(finding({ ...slow, fan: { ...fan, speed: level(1.25) } }), 'fans')).toBe('within');
  });

  test('an exposure that was set for the design is measured, not derived', () => {
    const inputs = { ...SETTINGS.inputs, exposure: 0.5 };
    expect(finding(slow, { ...SETTINGS, inputs })!.values['psi']!.provenance).toBe('measured');
    expect(finding(slow)!.values['psi']!.provenance).toBe('derived');
  });
});

describe('what would settle it', () => {
  test('a back-pressure and a direction that the type does not tell', () => {
    const vague = airOf(workedSwitch({ criticalPa: null, airflow: null }));
    expect(finding({ ...vague, ratio: level(0.9) })!.missing).toEqual([
      'device type Worked: criticalPa',
      'device type Worked: airflow',
    ]);
  });

  test('nothing where the type tells both, nor where the design was told the back-pressure', () => {
    expect(finding({ ...airOf(), ratio: level(0.9) })!.missing).toEqual([]);
    const told = { ...airOf(workedSwitch({ criticalPa: null })), ratio: level(0.9) };
    const critical = { value: 300, provenance: 'measured' } as const;
    expect(finding({ ...told, critical })!.missing).toEqual([]);
  });
});

test('every number of the derivation is there for a device that breathes behind, too', () => {
  const back = workedSwitch({ airflow: fact('rear-to-front') });
  const cables = Array.from({ length: 32 }, (_, n) => twin(n, 'one', 'two'));
  const records = [RACK, device('one', 3), device('two', 4), ...cables];
  const said = found(analyse(design(records, back)), 'air:one')!;
  for (const { where } of said.explanation)
    for (const name of Object.values(where)) expect(said.values).toHaveProperty(name);
});
