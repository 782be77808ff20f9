/** Small designs for the tests of the rules: racks of the switch of the worked example. */
import { catalogType } from '../catalog/index.ts';
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import type { Cage, DeviceType, Port } from '../model/device-type.ts';
import type { Fact } from '../model/fact.ts';
import { fixtureCable, fixtureDevice } from '../model/fixture-device.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Cable, DesignRecord, DesignSettings, Device } from '../model/records.ts';
import type { Analysis, Finding } from './types.ts';

export function fact<T>(value: T): Fact<T> {
  return { value, provenance: 'datasheet', source: 'test' };
}

/** The switch of the worked example (physics.md, section 7): 32 cages spread evenly over 440 mm, 1500 W. */
export function workedSwitch(over: Partial<DeviceType> = {}): DeviceType {
  const cages: Cage[] = [];
  const ports: Port[] = [];
  for (let n = 0; n < 32; n += 1) {
    const middle = 241.3 - 220 + (440 * (n + 0.5)) / 32;
    cages.push({
      id: `cage-${n}`,
      name: `${n + 1}`,
      formFactor: 'osfp',
      face: 'front',
      xMm: middle - 6,
      yMm: 15,
      widthMm: 12,
      heightMm: 13,
      flipped: false,
      group: '',
      locked: false,
    });
    for (const half of ['a', 'b']) {
      ports.push({
        id: `port-${n}${half}`,
        name: `${n + 1}${half}`,
        kind: 'interface',
        cageId: `cage-${n}`,
        slug: '',
        speedGbps: 400,
        lanes: 4,
        managementOnly: false,
        label: '',
        maximumDrawW: null,
      });
    }
  }
  return {
    ...catalogType('catalog:nvidia-qm9700'),
    id: 'worked',
    model: 'Worked',
    heightU: 1,
    cages,
    ports,
    shapes: [],
    bays: [],
    backdrops: [],
    airflow: fact('front-to-rear'),
    airflowCfm: fact(165),
    criticalPa: fact(250),
    powerMaxW: fact(1500),
    powerTypicalW: null,
    weightKg: fact(14),
    inletMaxC: fact(35),
    ...over,
  };
}

export function device(id: string, u: number, over: Partial<Device> = {}): Device {
  return fixtureDevice({ id, typeId: 'worked', u, ...over });
}

/** A straight 800G cable from cage n of one device to cage n of another: two links. */
export function twin(n: number, a: string, b: string, over: Partial<Cable> = {}): Cable {
  const ends = (deviceId: string) =>
    ['a', 'b'].map((half) => ({ deviceId, portId: `port-${n}${half}` }));
  return fixtureCable({
    id: `cable-${n + 1}`,
    label: `C${n + 1}`,
    fabric: 'compute',
    ends: { a: ends(a), b: ends(b) },
    ...over,
  });
}

/** One link between port n of two devices. */
export function link(n: number, a: string, b: string, over: Partial<Cable> = {}): Cable {
  const end = (deviceId: string) => [{ deviceId, portId: `port-${n}a` }];
  return twin(n, a, b, { ends: { a: end(a), b: end(b) }, ...over });
}

export function design(
  records: readonly DesignRecord[],
  type = workedSwitch(),
  settings: Partial<DesignSettings> = {},
): Design {
  return designFromRecords([
    { ...defaultSettings('test'), ...settings },
    { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null },
    ...(records.some(({ kind }) => kind === 'rack') ? [] : [fixtureRack()]),
    type,
    ...records,
  ]);
}

export function found(analysis: Analysis, id: string): Finding | undefined {
  return analysis.findings.find((finding) => finding.id === id);
}

export function valueOf(finding: Finding | undefined, name: string): number {
  const value = finding?.values[name];
  if (!value) throw new Error(`no value ${name}`);
  return Number('value' in value ? value.value : value.nominal);
}
