import { describe, expect, it } from 'vitest';
import type { DeviceType } from '../../model/device-type.ts';
import { importDeviceTypes } from './device-type-import.ts';

const HEAD = 'manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 1\nis_full_depth: true\n';

function imported(yaml: string): { type: DeviceType; codes: string[] } {
  const [document] = importDeviceTypes(yaml);
  if (document?.status !== 'imported') throw new Error(JSON.stringify(document));
  return { type: document.type, codes: document.warnings.map((warning) => warning.code) };
}

function refusal(yaml: string): string | undefined {
  const [document] = importDeviceTypes(yaml);
  return document?.status === 'rejected' ? document.warnings[0]?.code : 'imported';
}

describe('a device type from NetBox', () => {
  it('keeps names as they stand, also those that look like numbers or flags', () => {
    const { type } = imported(
      `${HEAD}interfaces:\n- {name: 0010, type: 1000base-t}\n- {name: on, type: 1000base-t}\n- {name: 1/2, type: 1000base-t}\n`,
    );
    expect(type.ports.map((port) => port.name)).toEqual(['0010', 'on', '1/2']);
  });

  it('has one port per entry of every list, each of its kind', () => {
    const { type } = imported(
      `${HEAD}interfaces:\n- {name: a, type: 400gbase-x-osfp}\nconsole-ports:\n- {name: con, type: rj-45}\npower-ports:\n- {name: p1, type: iec-60320-c14, maximum_draw: 350}\nfront-ports:\n- {name: f, type: lc, rear_port: r}\nrear-ports:\n- {name: r, type: mpo}\n`,
    );
    expect(type.ports.map((port) => port.kind)).toEqual([
      'interface',
      'front',
      'rear',
      'console',
      'powerInlet',
    ]);
    expect(type.powerMaxW?.value).toBe(350);
  });

  it('puts two ports of one OSFP cage into one cage and reports a lost half', () => {
    const { type, codes } = imported(
      `${HEAD}interfaces:\n- {name: P0.0, type: 400gbase-x-osfp}\n- {name: P0.1, type: 400gbase-x-osfp}\n- {name: P1.0, type: 400gbase-x-osfp}\n`,
    );
    expect(type.cages.map((cage) => cage.name)).toEqual(['P0', 'P1']);
    expect(type.ports.map((port) => port.lanes)).toEqual([4, 4, 4]);
    expect(codes).toContain('lonely-twin');
  });

  it('keeps two ports of one name apart and says so', () => {
    const { type, codes } = imported(
      `${HEAD}interfaces:\n- {name: Eth1, type: 100gbase-x-qsfp28}\n- {name: Eth1, type: 100gbase-x-qsfp28}\n`,
    );
    expect(new Set(type.ports.map((port) => port.id)).size).toBe(2);
    expect(codes).toContain('duplicate-name');
  });

  it('reads a weight in pounds, and leaves a weight that is no number unknown', () => {
    expect(imported(`${HEAD}weight: 10\nweight_unit: lb\n`).type.weightKg?.value).toBe(4.536);
    const odd = imported(`${HEAD}weight: "12,5"\nweight_unit: kg\n`);
    expect(odd.type.weightKg).toBeNull();
    expect(odd.codes).toContain('not-a-number');
  });

  it('leaves power unknown where several supplies may be redundant', () => {
    const { type } = imported(
      `${HEAD}power-ports:\n- {name: a, maximum_draw: 900}\n- {name: b, maximum_draw: 900}\n`,
    );
    expect(type.powerMaxW).toBeNull();
  });

  it('keeps what no field of ours holds, word for word', () => {
    const { type } = imported(`${HEAD}future_key: {a: 1}\ncomments: "höhe"\n`);
    expect(JSON.parse(type.extra).fields).toEqual({ future_key: { a: 1 }, comments: 'höhe' });
  });

  it('reads misspelt keys and says how', () => {
    const { type, codes } = imported(`${HEAD}power-ports:\n- {name: a, maximum-draw: 90}\n`);
    expect(type.ports[0]?.maximumDrawW).toBe(90);
    expect(codes).toContain('misspelt-key');
  });

  it('reads a quoted text that runs on without indentation, as common writers make it', () => {
    const { type } = imported(
      `${HEAD}comments: '# Title\n\n#### It''s fine\n\nend  '\nairflow: passive\n`,
    );
    expect(JSON.parse(type.extra).fields.comments).toBe("# Title\n#### It's fine\nend  ");
    expect(type.airflow?.value).toBe('passive');
  });

  it('reads a byte order mark, CRLF and several documents', () => {
    const documents = importDeviceTypes(
      `\uFEFF---\r\n${HEAD.replaceAll('\n', '\r\n')}---\r\nmanufacturer: B\r\nmodel: Y\r\nslug: b-y\r\nu_height: 2\r\nis_full_depth: false\r\n`,
    );
    expect(documents.map((document) => document.name)).toEqual(['Acme X1', 'B Y']);
  });
});

describe('a broken file is turned away with its reason', () => {
  it('refuses aliases before they can explode', () => {
    expect(refusal(`${HEAD}x1: &a [1]\nx2: [*a, *a]\n`)).toBe('aliases');
  });

  it('refuses nesting that would exhaust the parser', () => {
    expect(refusal('['.repeat(100_000))).toBe('too-deep');
    expect(refusal(`${'- '.repeat(50_000)}x`)).toBe('too-deep');
    expect(refusal(`${'? '.repeat(50_000)}x`)).toBe('too-deep');
    const steps = Array.from({ length: 500 }, (_, depth) => `${' '.repeat(depth)}k:`).join('\n');
    expect(refusal(steps)).toBe('too-deep');
  });

  it('refuses what is too large, not text, not YAML, or no device type', () => {
    expect(refusal('a'.repeat(2_000_001))).toBe('too-large');
    expect(refusal('a\0b')).toBe('not-text');
    expect(refusal('manufacturer: [unclosed')).toBe('not-yaml');
    expect(refusal('manufacturer: A\nmanufacturer: B\nmodel: C')).toBe('key-twice');
    expect(refusal('')).toBe('empty');
    expect(refusal('- a\n- b\n')).toBe('not-a-map');
    expect(refusal('model: X')).toBe('not-a-device-type');
    expect(refusal('manufacturer: A\nmodel: B\nslug: a\nu_height: tall\n')).toBe('no-height');
  });
});

describe('the assumed face', () => {
  it('lays 64 openings without an overlap, inside the panel', () => {
    const lines = Array.from({ length: 64 }, (_, n) => `- {name: e${n}, type: 100gbase-x-qsfp28}`);
    const { type } = imported(`${HEAD}interfaces:\n${lines.join('\n')}\n`);
    expect(type.cages).toHaveLength(64);
    for (const [index, cage] of type.cages.entries()) {
      expect(cage.xMm + cage.widthMm).toBeLessThanOrEqual(482.6);
      expect(cage.yMm + cage.heightMm).toBeLessThanOrEqual(43.66);
      for (const other of type.cages.slice(index + 1)) {
        const apart =
          cage.xMm + cage.widthMm <= other.xMm ||
          other.xMm + other.widthMm <= cage.xMm ||
          cage.yMm + cage.heightMm <= other.yMm ||
          other.yMm + other.heightMm <= cage.yMm;
        expect(apart).toBe(true);
      }
    }
  });

  it('says how many openings found no room', () => {
    const lines = Array.from({ length: 300 }, (_, n) => `- {name: e${n}, type: 100gbase-x-qsfp28}`);
    const { type, codes } = imported(`${HEAD}interfaces:\n${lines.join('\n')}\n`);
    expect(codes).toContain('no-room');
    expect(type.ports).toHaveLength(300);
  });
});
