/** The traps that real device-type files hold, one by one, each told in words that are true. */
import { describe, expect, it } from 'vitest';
import { recordSchema } from '../../contract/record-schema.ts';
import type { DeviceType } from '../../model/device-type.ts';
import { importDeviceTypes } from './device-type-import.ts';

const HEAD = 'manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 1\nis_full_depth: true\n';
const MODULE = 'manufacturer: Acme\nmodel: PSU 9\npart_number: P9\n';

function read(yaml: string): { type: DeviceType; told: ReadonlyMap<string, string> } {
  const [document] = importDeviceTypes(yaml);
  if (document?.status !== 'imported') throw new Error(JSON.stringify(document));
  expect(recordSchema.safeParse(document.type).success).toBe(true);
  return {
    type: document.type,
    told: new Map(
      document.warnings.map(({ code, path, message }) => [code, `${path}: ${message}`]),
    ),
  };
}

function refusal(yaml: string): { code: string; message: string } {
  const [document] = importDeviceTypes(yaml);
  if (document?.status !== 'rejected') throw new Error('it was read');
  const { code, message } = document.warnings[0]!;
  return { code, message };
}

const ports = (names: readonly string[], slug: string): string =>
  `interfaces:\n${names.map((name) => `- {name: ${name}, type: ${slug}}`).join('\n')}\n`;

describe('cages with two ports', () => {
  it('are told from names that end in .N, pN or sN', () => {
    for (const [one, two] of [
      ['P0.0', 'P0.1'],
      ['sw1p1', 'sw1p2'],
      ['swp1s0', 'swp1s1'],
    ] as const) {
      const { type, told } = read(HEAD + ports([one, two], '400gbase-x-osfp'));
      expect(type.cages).toHaveLength(1);
      expect(told.get('twin-cages')).toContain(`${one} and ${two} are in cage`);
      expect(told.has('lonely-twin')).toBe(false);
    }
  });

  it('keep the lanes of their rate: an XDR port has four', () => {
    const { type } = read(HEAD + ports(['sw1p1', 'sw1p2'], 'infiniband-xdr'));
    expect(type.ports.map(({ lanes, speedGbps }) => [lanes, speedGbps])).toEqual([
      [4, 800],
      [4, 800],
    ]);
  });

  it('of which one half is missing are counted, and nothing is added', () => {
    const names = [...Array.from({ length: 31 }, (_, n) => [`P${n}.0`, `P${n}.1`]).flat(), 'P31.0'];
    const { type, told } = read(HEAD + ports(names, '400gbase-x-osfp'));
    expect(type.ports).toHaveLength(63);
    expect(type.cages).toHaveLength(32);
    expect(told.get('lonely-twin')).toContain(
      'Cage P31 lists one port where the other 31 list two',
    );
    expect(told.get('lonely-twin')).toContain('63 of 64 ports');
  });

  it('are not guessed from other cages, from breakouts into four, or where no name repeats', () => {
    expect(read(HEAD + ports(['e1.0', 'e1.1'], '100gbase-x-qsfp28')).type.cages).toHaveLength(2);
    const four = ['swp1s0', 'swp1s1', 'swp1s2', 'swp1s3'];
    expect(read(HEAD + ports(four, '400gbase-x-osfp')).type.cages).toHaveLength(4);
    const alone = read(HEAD + ports(['P0.0', 'P1.0'], '800gbase-x-osfp'));
    expect(alone.type.cages.map(({ name }) => name)).toEqual(['P0.0', 'P1.0']);
    expect(alone.type.ports[0]?.lanes).toBe(8);
  });
});

describe('power', () => {
  it('that is in modules stays unknown, and the bays are named', () => {
    const { type, told } = read(
      `${HEAD}module-bays:\n- {name: PSU1, position: 1}\n- {name: Fan, position: F}\n`,
    );
    expect(type.powerMaxW).toBeNull();
    expect(told.get('power-in-modules')).toContain('modules (PSU1)');
    expect(type.bays).toMatchObject([
      { name: 'PSU1', kind: 'module', position: '1', area: null },
      { name: 'Fan', kind: 'module', position: 'F' },
    ]);
  });

  it('of several supplies is not added up', () => {
    const inlets = '- {name: a, type: iec-60320-c20, maximum_draw: 900}\n';
    const { type, told } = read(
      `${HEAD}power-ports:\n${inlets}${inlets.replace('name: a', 'name: b')}`,
    );
    expect(type.powerMaxW).toBeNull();
    expect(told.get('several-supplies')).toContain('2 power inlets (900 W)');
  });

  it('that the text puts higher than the inlets is doubted', () => {
    const { told } = read(
      `${HEAD}comments: "Power: 6.5kW at full load"\npower-ports:\n- {name: a, type: iec-60320-c14, maximum_draw: 1071}\n`,
    );
    expect(told.get('power-doubt')).toContain('6.5 kW, but its inlets add up to 1071 W');
  });

  it('of an inlet that feeds an outlet is looked for by its name', () => {
    const { told } = read(
      `${HEAD}power-ports:\n- {name: in, type: iec-60320-c20}\npower-outlets:\n- {name: o1, type: iec-60320-c13, power_port: in}\n- {name: o2, type: iec-60320-c13, power_port: out}\n`,
    );
    expect(told.get('no-such-power-port')).toContain('o2 is fed by "out"');
  });
});

describe('keys', () => {
  it('that are misspelt are mapped, once told for all entries', () => {
    const { type, told } = read(
      `${HEAD}interfaces:\n- {name: a, type: 1000base-t, management-only: true, poe-mode: pse}\n- {name: b, type: 1000base-t, management_only: yes}\npower_ports:\n- {name: p, type: iec-60320-c14, maxium_draw: 90}\n`,
    );
    expect(type.ports.map(({ managementOnly }) => managementOnly)).toEqual([true, true, false]);
    expect(type.ports[2]).toMatchObject({ kind: 'powerInlet', maximumDrawW: 90 });
    expect(JSON.parse(type.extra)).toEqual({ ports: { p1: { poe_mode: 'pse' } } });
    expect(told.get('misspelt-key')).toContain('maxium_draw was read as maximum_draw.');
  });

  it('that nobody knows are named and kept where they stand', () => {
    const { type, told } = read(
      `${HEAD}module-bays:\n- {name: PSU1, position: 1, maximum_draw: 900}\n- {name: PSU2, position: 2, maximum_draw: 900}\n`,
    );
    expect(JSON.parse(type.extra)).toEqual({
      bays: { b1: { maximum_draw: 900 }, b2: { maximum_draw: 900 } },
    });
    expect(told.get('unknown-key')).toBe(
      'module-bays[0].maximum_draw: The field maximum_draw has no meaning here; it is kept as it stands in 2 entries.',
    );
  });

  it('that a prototype would answer to are keys like any other', () => {
    const { type } = read(`${HEAD}__proto__: {polluted: 1}\nconstructor: x\ntoString: y\n`);
    expect(Object.hasOwn(JSON.parse(type.extra).fields, '__proto__')).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('names, numbers and slugs', () => {
  it('that stand twice are told with how often', () => {
    const bays = Array.from({ length: 8 }, (_, n) => `- {name: SXM5, position: S${n}}`).join('\n');
    const { type, told } = read(`${HEAD}module-bays:\n${bays}\n`);
    expect(new Set(type.bays.map(({ id }) => id)).size).toBe(8);
    expect(told.get('duplicate-name')).toContain('SXM5 (8 ×)');
  });

  it('that are unknown are kept as they stand', () => {
    const { type, told } = read(
      `${HEAD}weight: "12,5"\nweight_unit: stone\nairflow: front-to-top\n${ports(['1'], '3.2tbase-x-osfp3200')}`,
    );
    expect(type).toMatchObject({ weightKg: null, airflow: null });
    expect(type.ports[0]).toMatchObject({ slug: '3.2tbase-x-osfp3200', speedGbps: 3200 });
    expect(type.cages[0]?.formFactor).toBe('other');
    expect(JSON.parse(type.extra).fields).toEqual({
      weight: '12,5',
      weight_unit: 'stone',
      airflow: 'front-to-top',
    });
    expect([...told.keys()]).toEqual(
      expect.arrayContaining(['not-a-number', 'unknown-airflow', 'unknown-slug']),
    );
  });

  it('of other kinds of port are held against what NetBox has for them', () => {
    const { told } = read(
      `${HEAD}console-ports:\n- {name: c, type: 1000base-t}\npower-ports:\n- {name: p, type: c14}\n`,
    );
    expect(told.get('interface-slug')).toContain('1000base-t (c)');
    expect(told.get('unknown-slug')).toContain('c14 (p)');
  });

  it('written as null say nothing', () => {
    const { type, told } = read(
      `${HEAD}weight: null\nweight_unit: null\nairflow: ~\nsubdevice_role:\n`,
    );
    expect(type).toMatchObject({ weightKg: null, airflow: null, extra: '' });
    expect([...told.keys()]).toEqual([]);
  });
});

describe('panels', () => {
  const front = (name: string, more = ''): string => `- {name: ${name}, type: lc${more}}\n`;

  it('pass through as the front ports say, in the old form', () => {
    const { type, told } = read(
      `${HEAD}front-ports:\n${front('F1', ', rear_port: R, rear_port_position: 2')}${front('F2', ', rear_port: R')}rear-ports:\n- {name: R, type: mpo, positions: 2}\n`,
    );
    expect(type.portMappings).toEqual([
      { frontPortId: 'p1', frontPosition: 1, rearPortId: 'p3', rearPosition: 2 },
      { frontPortId: 'p2', frontPosition: 1, rearPortId: 'p3', rearPosition: 1 },
    ]);
    expect([...told.keys()]).toEqual(['positions-assumed']);
  });

  it('pass through as the list of mappings says, in the form since NetBox 4.5', () => {
    const { type } = read(
      `${HEAD}front-ports:\n${front('F1', ', positions: 2')}rear-ports:\n- {name: R, type: mpo, positions: 12}\nport-mappings:\n- {front_port: F1, front_port_position: 2, rear_port: R, rear_port_position: 7}\n`,
    );
    expect(type.portMappings).toEqual([
      { frontPortId: 'p1', frontPosition: 2, rearPortId: 'p2', rearPosition: 7 },
    ]);
  });

  it('that lead nowhere, twice to one place, or beyond what is there, say so', () => {
    const { type, told } = read(
      `${HEAD}front-ports:\n${front('F1', ', rear_port: gone')}${front('F2', ', rear_port: R')}${front('F3', ', rear_port: R')}${front('F4', ', rear_port: R, rear_port_position: 9')}${front('F5')}rear-ports:\n- {name: R, type: mpo, positions: 2}\n`,
    );
    expect(type.portMappings).toHaveLength(3);
    expect(told.get('no-such-port')).toContain('F1 leads to "gone"');
    expect(told.get('position-twice')).toContain('F3 shares a position of R');
    expect(told.get('position-beyond')).toContain(
      'F4 leads to a position that R does not have (it has 2)',
    );
    expect(told.get('no-rear-port')).toContain('F5 leads to no rear port');
    expect(JSON.parse(type.extra).ports.p1).toEqual({ rear_port: 'gone' });
  });
});

describe('heights and places', () => {
  it('come in halves, and in nothing beside the rails', () => {
    expect(read(HEAD.replace('u_height: 1', 'u_height: 2.5')).type.heightU).toBe(2.5);
    expect(read(HEAD.replace('u_height: 1', 'u_height: 0')).type.heightU).toBe(0);
    const odd = read(HEAD.replace('u_height: 1', 'u_height: 1.3'));
    expect(odd.type.heightU).toBe(1.5);
    expect(odd.told.get('height-rounded')).toContain('1.3 was rounded to 1.5');
  });

  it('that go without a slug get one of their name, and say so', () => {
    const { type, told } = read(HEAD.replace('slug: acme-x1\n', ''));
    expect(type.slug).toBe('acme-x1');
    expect(told.get('no-slug')).toContain('acme-x1 is taken');
  });

  it('of a child are in its parent', () => {
    const child = read(`${HEAD.replace('u_height: 1', 'u_height: 0')}subdevice_role: child\n`);
    expect(child.type.lodging).toBe('device-bay');
    const parent = read(`${HEAD}subdevice_role: parent\ndevice-bays:\n- {name: Slot 1}\n`);
    expect(parent.type).toMatchObject({ lodging: 'rack', extra: '' });
    expect(parent.type.bays).toMatchObject([{ name: 'Slot 1', kind: 'device' }]);
  });

  it('of a switch with 0 U are doubted, and so is air that leaves at the ports', () => {
    const names = Array.from({ length: 12 }, (_, n) => `e${n}`);
    const { told } = read(
      `${HEAD.replace('u_height: 1', 'u_height: 0')}airflow: rear-to-front\n${ports(names, '10gbase-x-sfpp')}`,
    );
    expect(told.get('no-units')).toContain('12 interfaces');
    expect(told.has('air-at-ports')).toBe(true);
  });
});

describe('module types', () => {
  it('go into module bays, with the placeholder in their port names', () => {
    const { type } = read(
      `${MODULE}weight: 2\nweight_unit: lb\npower-ports:\n- {name: 'PSU{module}', type: iec-60320-c20, maximum_draw: 3150}\n`,
    );
    expect(type).toMatchObject({
      lodging: 'module-bay',
      heightU: 0,
      category: 'other',
      slug: 'acme-psu-9',
      partNumber: 'P9',
      powerMaxW: { value: 3150 },
      weightKg: { value: 0.907 },
    });
    expect(type.ports[0]?.name).toBe('PSU{module}');
  });
});

describe('what is turned away says what to do', () => {
  it('a rack type', () => {
    const { code, message } = refusal(
      'manufacturer: APC\nmodel: AR3100\nslug: a\nform_factor: 4-post-cabinet\nu_height: 42\nouter_width: 600\nouter_unit: mm\nmax_weight: 1701\nweight_unit: kg\n',
    );
    expect(code).toBe('rack-type');
    expect(message).toBe(
      'APC AR3100 is a rack type (42 U; outside width 600 mm, depth unknown; load 1701 kg). A rack is no device: add one with these measures by New Rack.',
    );
  });

  it('names without an end, and more ports or documents than there are', () => {
    expect(
      refusal(`manufacturer: A\nmodel: ${'x'.repeat(5000)}\nslug: a\nu_height: 1\n`).code,
    ).toBe('too-long');
    const many = Array.from({ length: 8193 }, (_, n) => `- {name: e${n}}`).join('\n');
    expect(refusal(`${HEAD}interfaces:\n${many}\n`).code).toBe('too-many-ports');
    expect(refusal('---\na: b\n'.repeat(2100)).code).toBe('too-many-documents');
    expect(refusal(`${HEAD}? [a]\n: b\n`).code).toBe('odd-key');
  });

  it('one document of several takes no other along', () => {
    const documents = importDeviceTypes(`${HEAD}---\nmodel: y\n---\n${HEAD.replace('X1', 'X2')}`);
    expect(documents.map(({ status }) => status)).toEqual(['imported', 'rejected', 'imported']);
  });
});
