/** What NetBox can hold comes back as it was; what it cannot is listed, and nothing is lost unlisted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../../catalog/index.ts';
import type { Bay, DeviceType, Port } from '../../model/device-type.ts';
import { PlainScalar, type YamlValue } from '../yaml-door.ts';
import { exportDeviceType } from './device-type-export.ts';
import { importDeviceTypes } from './device-type-import.ts';
import { keptText } from './kept-fields.ts';

const HEAD = 'manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 1\nis_full_depth: true\n';

function imported(yaml: string): DeviceType {
  const [document] = importDeviceTypes(yaml);
  if (document?.status !== 'imported') throw new Error(JSON.stringify(document));
  return document.type;
}

const back = (type: DeviceType): DeviceType => imported(exportDeviceType(type).text);

/** Texts as people and programs write them, and as nobody should. */
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => text.toWellFormed()),
  fc.constantFrom(
    'on',
    'No',
    '~',
    'null',
    '0010',
    '1_000',
    '12:30',
    '1e3',
    '.5',
    '0x1F',
    '2026-11-26',
    '- a',
    '? b',
    'a: b',
    '#c',
    ' lead',
    'trail ',
    'two\nlines\n',
    '\n\n',
    '\ttab',
    '{module}',
    '[x]',
    '&a',
    '*b',
    '!!c',
    '%d',
    '@e',
    '`f`',
    '"g"',
    "'h'",
    '|',
    '>',
    '---',
    '...',
    '服务器',
    'Порт-1/α',
    '<<',
    '=',
    'é\u0085\u2028',
  ),
);
const NAME = TEXT.filter((text) => text.trim() !== '');
const HEAD_NAME = NAME.map((text) => text.trim()).filter((text) => text !== '');

/** Values of fields that nobody knows. */
const { value: KEPT } = fc.letrec<{ value: YamlValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    NAME,
    fc
      .constantFrom('1.50', '0x1F', '-7', 'true', 'yes', '1e3')
      .map((text) => new PlainScalar(text)),
    fc.array(tie('value'), { minLength: 1, maxLength: 3 }),
    fc
      .array(fc.tuple(NAME, tie('value')), { minLength: 1, maxLength: 3 })
      .map((entries) => new Map(entries)),
  ),
}));
const KEPT_FIELDS = fc
  .dictionary(
    NAME.map((name) => `x-${name}`),
    KEPT,
    { maxKeys: 3 },
  )
  .map((fields) => new Map(Object.entries(fields)));

const SLUGS = {
  interface: ['400gbase-x-osfp', '1000base-t', 'infiniband-ndr', 'virtual', '9tbase-x-next'],
  front: ['lc', 'mpo'],
  rear: ['mpo', 'splice'],
  console: ['rj-45', 'usb-c'],
  consoleServer: ['rj-45'],
  powerInlet: ['iec-60320-c20', 'dc-terminal'],
  powerOutlet: ['iec-60320-c13'],
} as const;

function yamlPort(kind: keyof typeof SLUGS): fc.Arbitrary<Port> {
  return fc
    .record({
      name: TEXT,
      slug: fc.constantFrom(...SLUGS[kind]),
      label: TEXT,
      managementOnly: kind === 'interface' ? fc.boolean() : fc.constant(false),
      maximumDrawW: kind === 'powerInlet' ? fc.option(fc.nat(5000)) : fc.constant(null),
    })
    .map((port) => ({ id: '', kind, cageId: null, speedGbps: null, lanes: null, ...port }));
}

const PORTS = fc
  .tuple(
    ...(Object.keys(SLUGS) as (keyof typeof SLUGS)[]).map((kind) =>
      fc.array(yamlPort(kind), { maxLength: 5 }),
    ),
  )
  .map((lists) => lists.flat().map((port, k): Port => ({ ...port, id: `p${k + 1}` })));

const BAYS = fc
  .tuple(
    fc.array(fc.record({ name: TEXT, position: TEXT, label: TEXT }), { maxLength: 3 }),
    fc.array(fc.record({ name: TEXT, label: TEXT }), { maxLength: 3 }),
  )
  .map(([modules, devices]) =>
    [
      ...modules.map((bay) => ({ ...bay, kind: 'module' as const })),
      ...devices.map((bay) => ({ ...bay, position: '', kind: 'device' as const })),
    ].map((bay, k): Bay => ({ area: null, id: `b${k + 1}`, ...bay })),
  );

/** Types of which NetBox can hold everything but how they look. */
const TYPE = fc
  .record({
    manufacturer: HEAD_NAME,
    model: HEAD_NAME,
    slug: fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,30}$/),
    partNumber: TEXT,
    heightU: fc.nat(120).map((half) => half / 2),
    depthUse: fc.constantFrom('full' as const, 'half' as const),
    lodging: fc.constantFrom('rack' as const, 'device-bay' as const),
    weight: fc.option(fc.nat(999_999).map((grams) => grams / 1000)),
    airflow: fc.option(fc.constantFrom('front-to-rear' as const, 'passive' as const)),
    description: TEXT,
    ports: PORTS,
    bays: BAYS,
    places: fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.integer({ min: 1, max: 24 }))),
    kept: KEPT_FIELDS,
    keptOfPort: KEPT_FIELDS,
  })
  .map(({ weight, airflow, places, kept, keptOfPort, ...said }): DeviceType => {
    const of = (kind: Port['kind']) => uniqueNames(said.ports.filter((port) => port.kind === kind));
    const [fronts, rears] = [of('front'), of('rear')];
    const fact = { provenance: 'datasheet', source: 'NetBox device-type library file' } as const;
    const first = said.ports[0];
    return {
      ...imported(HEAD),
      ...said,
      weightKg: weight === null ? null : { value: weight, ...fact },
      airflow: airflow === null ? null : { value: airflow, ...fact },
      portMappings: places.flatMap(([front, rear, rearPosition]) => {
        const [one, two] = [fronts[front], rears[rear]];
        if (!one || !two) return [];
        return [
          { frontPortId: one.id, frontPosition: 1 + (rear % 2), rearPortId: two.id, rearPosition },
        ];
      }),
      extra: keptText({
        fields: kept,
        ports: new Map(first && keptOfPort.size > 0 ? [[first.id, keptOfPort]] : []),
        bays: new Map(),
      }),
    };
  });

function uniqueNames(ports: readonly Port[]): readonly Port[] {
  return ports.filter(
    ({ name }) => name !== '' && ports.filter((other) => other.name === name).length === 1,
  );
}

const PORT_FIELDS = ['name', 'kind', 'slug', 'label', 'managementOnly', 'maximumDrawW'] as const;

/** All of a type that NetBox has fields for. */
function held(type: DeviceType): unknown {
  const { manufacturer, model, slug, partNumber, heightU, depthUse, lodging } = type;
  return {
    head: [manufacturer, model, slug, partNumber, heightU, depthUse, lodging],
    weightKg: type.weightKg,
    airflow: type.airflow,
    description: type.description,
    ports: type.ports.map((port) => PORT_FIELDS.map((field) => port[field])),
    bays: type.bays,
    mappings: new Set(type.portMappings.map((mapping) => JSON.stringify(mapping))),
    extra: type.extra === '' ? {} : JSON.parse(type.extra),
  };
}

describe('a type that is written for NetBox and read again', () => {
  it('is what it was in everything that NetBox can hold', () => {
    fc.assert(
      fc.property(TYPE, (type) => {
        expect(held(back(type))).toEqual(held(type));
      }),
      { numRuns: 400 },
    );
  });

  it('and once more is the same to the letter, with nothing left to list', () => {
    fc.assert(
      fc.property(TYPE, (type) => {
        const once = back(type);
        const { text, unsaid } = exportDeviceType(once);
        expect(unsaid).toEqual([]);
        expect(imported(text)).toEqual(once);
      }),
      { numRuns: 150 },
    );
  });

  it('has its mappings in the order of its front ports, whichever form said them', () => {
    const ports = 'front-ports:\n- {name: a, type: lc}\n- {name: b, type: lc}\n';
    const rear = 'rear-ports:\n- {name: r, type: mpo, positions: 2}\n';
    const list = ['b', 'a', 'b'].map(
      (front) =>
        `- {front_port: ${front}, rear_port: r, rear_port_position: ${front === 'a' ? 1 : 2}}\n`,
    );
    const once = imported(`${HEAD}${ports}${rear}port-mappings:\n${list.join('')}`);
    expect(once.portMappings.map(({ rearPosition }) => rearPosition)).toEqual([1, 2]);
    expect(imported(exportDeviceType(once).text).portMappings).toEqual(once.portMappings);
  });

  it('keeps fields of its file that nobody knows, with their spelling', () => {
    const type = imported(
      `${HEAD}weight: 22.0\nweight_unit: lb\nfuture: {count: 1.50, on: yes, code: "0010", list: [~, 0x1F]}\ninterfaces:\n- {name: e0, type: 1000base-t, poe-mode: pse, enabled: false}\n`,
    );
    const { text, unsaid } = exportDeviceType(type);
    expect(unsaid).toEqual([]);
    for (const line of [
      'weight: 22.0',
      'weight_unit: lb',
      'count: 1.50',
      'code: "0010"',
      'poe_mode: pse',
      'enabled: false',
    ]) {
      expect(text).toContain(`${line}\n`);
    }
    expect(imported(text)).toEqual(type);
  });

  it('writes the old form of panels where it says everything, and the new one where it must', () => {
    const panel = (front: string): string =>
      `${HEAD}front-ports:\n- {name: F, type: mpo${front}}\nrear-ports:\n- {name: R, type: mpo, positions: 12}\n`;
    const old = exportDeviceType(imported(panel(', rear_port: R, rear_port_position: 3'))).text;
    expect(old).toContain('rear_port: R\n    rear_port_position: 3\n');
    expect(old).not.toContain('port-mappings');
    const two = [1, 2].map(
      (n) =>
        `- {front_port: F, front_port_position: ${n}, rear_port: R, rear_port_position: ${n}}\n`,
    );
    const new_ = exportDeviceType(
      imported(`${panel(', positions: 2')}port-mappings:\n${two.join('')}`),
    ).text;
    expect(new_).toContain('port-mappings:\n  - front_port: F\n    front_port_position: 1\n');
  });

  it('that goes into a module bay is written as a module type', () => {
    const type = imported(
      'manufacturer: Acme\nmodel: PSU\npower-ports:\n- {name: "PSU{module}", type: iec-60320-c14}\n',
    );
    const { text, unsaid } = exportDeviceType(type);
    expect(unsaid).toEqual([]);
    expect(text).not.toMatch(/slug|u_height|is_full_depth/);
    expect(imported(text)).toEqual(type);
  });
});

describe('what NetBox cannot hold', () => {
  const codes = (type: DeviceType): string[] =>
    exportDeviceType(type).unsaid.map(({ code }) => code);
  const base = imported(
    `${HEAD}interfaces:\n- {name: e0, type: 400gbase-x-osfp}\n- {name: e1, type: 400gbase-x-osfp}\n`,
  );

  it('is listed in words', () => {
    const fact = { value: 0.4, provenance: 'measured', source: 'a bench' } as const;
    const told = exportDeviceType({ ...base, width: 'half', depthMm: fact, hopNs: fact }).unsaid;
    expect(told.map(({ message }) => message)).toEqual([
      'NetBox has no fields for: width, depth in mm, latency.',
    ]);
    expect(codes({ ...base, weightKg: { ...fact } })).toEqual(['sources']);
    expect(codes({ ...base, cages: base.cages.map((cage) => ({ ...cage, xMm: 200 })) })).toEqual([
      'positions',
    ]);
    const [one] = base.cages;
    const shared = base.ports.map((port) => ({ ...port, cageId: one?.id ?? null }));
    expect(codes({ ...base, cages: base.cages.slice(0, 1), ports: shared })).toEqual(
      expect.arrayContaining(['cages', 'positions']),
    );
    expect(codes({ ...base, ports: base.ports.map((port) => ({ ...port, lanes: 2 })) })).toEqual([
      'speeds',
    ]);
  });

  it('of the built-in catalogue is listed for every type, and the rest comes back', () => {
    for (const type of CATALOG_TYPES) {
      const { text, unsaid } = exportDeviceType(type);
      const read = imported(text);
      expect(read.ports).toHaveLength(type.ports.length);
      expect(read).toMatchObject({
        model: type.model,
        heightU: type.heightU,
        lodging: type.lodging,
      });
      expect(unsaid.length, type.model).toBeGreaterThan(0);
    }
  });
});
