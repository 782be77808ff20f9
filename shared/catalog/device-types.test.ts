import { describe, expect, it } from 'vitest';
import { recordSchema } from '../contract/record-schema.ts';
import { faceChecks, sayFaceCheck } from '../faceplate/index.ts';
import type { DeviceType, FormFactor, Port } from '../model/device-type.ts';
import type { Known } from '../model/fact.ts';
import { CATALOG_ENTRIES, CATALOG_TYPES, catalogType } from './device-types.ts';
import { sourceText } from './sources.ts';
import type { StatedPorts } from './type-entry.ts';

describe.each(CATALOG_TYPES.map((type) => [type.id, type] as const))('%s', (_id, type) => {
  it('is a valid record', () => {
    expect(recordSchema.safeParse(type).error?.message).toBeUndefined();
  });

  it('has faces that no check of the editor speaks against', () => {
    const wrong = faceChecks(type).filter(({ severity }) => severity !== 'note');
    expect(wrong.map((check) => `${check.code}: ${sayFaceCheck(check)}`)).toEqual([]);
  });

  it('has unique ids, and a cage for every port', () => {
    const cages = new Set(type.cages.map((cage) => cage.id));
    expect(cages.size).toBe(type.cages.length);
    expect(new Set(type.ports.map((port) => port.id)).size).toBe(type.ports.length);
    expect(type.ports.filter((port) => port.cageId === null || !cages.has(port.cageId))).toEqual(
      [],
    );
  });

  it('has no two ports of one kind with one name', () => {
    const names = type.ports.map((port) => `${port.kind} ${port.name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('takes its power from behind, and says how open its vents are', () => {
    const inlets = type.ports.filter((port) => port.kind === 'powerInlet').map((p) => p.cageId);
    const inFront = type.cages.filter((c) => c.face === 'front' && inlets.includes(c.id));
    if (type.heightU > 0) expect(inFront.map((cage) => cage.id)).toEqual([]);
    for (const { shape, openRatio } of type.shapes) {
      if (shape !== 'vent') expect(openRatio).toBeNull();
      else expect(openRatio !== null && openRatio > 0 && openRatio < 1).toBe(true);
    }
  });

  it('needs no more supplies than it has', () => {
    const { supplies, suppliesNeeded, ports, category } = type;
    if (suppliesNeeded) expect(suppliesNeeded.value).toBeLessThanOrEqual(supplies?.value ?? 0);
    const inlets = ports.filter((port) => port.kind === 'powerInlet').length;
    if (supplies && category !== 'storage') expect(supplies.value).toBe(inlets);
  });

  it('says where every number comes from', () => {
    for (const [name, fact] of Object.entries(type).filter(isFact)) {
      expect(fact.source, name).not.toBe('');
      if (fact.provenance === 'datasheet') expect(fact.source, name).not.toMatch(NO_DATA_SHEET);
    }
  });
});

type NamedFact = [name: string, fact: NonNullable<Known<unknown>>];

function isFact(field: [string, unknown]): field is NamedFact {
  const [, value] = field;
  return typeof value === 'object' && value !== null && 'provenance' in value;
}

/** How sources begin that are no data sheet. */
const NO_DATA_SHEET = /Recalled|Own engineering|Starting value|By definition|Follows from/;

/** Cages of a form factor, and their ports at a rate. */
function count(id: string, formFactor: FormFactor, speedGbps: number): [number, number] {
  const type = catalogType(`catalog:${id}`);
  const cages = new Set(type.cages.filter((c) => c.formFactor === formFactor).map((c) => c.id));
  const ports = type.ports.filter(
    (port) => cages.has(port.cageId ?? '') && port.speedGbps === speedGbps,
  );
  return [cages.size, ports.length];
}

const isData = (port: Port): boolean => port.kind === 'interface' && !port.managementOnly;

/** Data ports of a rate, in the cages of those groups or in all. */
function drawnPorts(type: DeviceType, speedGbps: number, groups?: readonly string[]): number {
  const isIn = (port: Port): boolean =>
    !groups || groups.some((key) => port.cageId?.replace(/-\d+$/, '') === key);
  return type.ports.filter((port) => isData(port) && port.speedGbps === speedGbps && isIn(port))
    .length;
}

const WITH_RADIX = CATALOG_ENTRIES.filter(
  ({ category }) => category === 'switch' || category === 'node',
).map((entry) => [entry.id, entry.category, entry.radix ?? expect.fail(`${entry.id}: no radix`)]);

describe.each(WITH_RADIX as [string, string, StatedPorts[]][])('%s', (id, category, radix) => {
  const type = catalogType(`catalog:${id}`);

  it('draws as many ports as its source states', () => {
    const drawn = radix.map((row) => drawnPorts(type, row.speed, row.in));
    expect(drawn).toEqual(radix.map((row) => row.ports));
    for (const row of radix) expect(sourceText(row.source)).not.toBe('');
  });

  it('draws no fast port of a switch that no source states', () => {
    if (category !== 'switch') return;
    const stated = new Set(radix.map((row) => row.speed));
    const more = type.ports.filter(
      (port) => isData(port) && (port.speedGbps ?? 0) >= 10 && !stated.has(port.speedGbps ?? 0),
    );
    expect(more.map((port) => port.name)).toEqual([]);
  });
});

/** Machines that are sold with empty slots, and trays of which nobody prints the power. */
const SLOTS_EMPTY = ['catalog:supermicro-sys-421ge-tnrt'];
const POWER_UNKNOWN = ['catalog:nvidia-gb200-compute-tray'];
const NODES = CATALOG_TYPES.filter((type) => type.category === 'node');

describe('the accelerator servers', () => {
  it('come from five makers or more', () => {
    const makers = new Set(NODES.map((type) => type.manufacturer));
    makers.delete('Generic');
    expect(makers.size).toBeGreaterThanOrEqual(5);
  });

  it.each(NODES.map((type) => [type.id, type] as const))(
    '%s has the ports of its fabric and a power',
    (id, type) => {
      const fast = type.ports.filter((port) => isData(port) && (port.speedGbps ?? 0) >= 200);
      expect(fast.length >= 4).toBe(!SLOTS_EMPTY.includes(id));
      expect(type.powerMaxW === null).toBe(POWER_UNKNOWN.includes(id));
    },
  );
});

describe('the catalogue', () => {
  it('has a hundred types or more, each id and each model of a maker once', () => {
    expect(CATALOG_TYPES.length).toBeGreaterThanOrEqual(100);
    expect(new Set(CATALOG_TYPES.map((type) => type.id)).size).toBe(CATALOG_TYPES.length);
    const names = CATALOG_TYPES.map((type) => `${type.manufacturer} ${type.model}`.toLowerCase());
    expect(new Set(names).size).toBe(CATALOG_TYPES.length);
  });

  it.each([
    ['nvidia-qm9700', 'osfp', 400, 32, 64],
    ['nvidia-qm8700', 'qsfp', 200, 40, 40],
    ['nvidia-q3400-ra', 'osfp', 800, 72, 144],
    ['nvidia-q3450-ld', 'mpo', 800, 144, 144],
    ['nvidia-sn5600', 'osfp', 800, 64, 64],
    ['nvidia-sn5610', 'osfp', 800, 64, 64],
    ['nvidia-sn4600c', 'qsfp', 100, 64, 64],
    ['nvidia-sn4700', 'qsfp-dd', 400, 32, 32],
    ['nvidia-sn2201', 'rj45', 1, 50, 49],
    ['arista-dcs-7060x6-64pe', 'osfp', 800, 64, 64],
    ['generic-51t2-qsfpdd', 'qsfp-dd', 800, 64, 64],
    ['nvidia-dgx-a100', 'qsfp', 200, 12, 12],
    ['nvidia-dgx-h100', 'osfp', 400, 4, 8],
    ['nvidia-dgx-b200', 'osfp', 400, 4, 8],
    ['nvidia-dgx-b300', 'osfp', 800, 8, 8],
    ['nvidia-ufm-appliance', 'osfp', 400, 4, 4],
    ['nvidia-gb200-compute-tray', 'osfp', 400, 4, 4],
  ] as const)('%s has its %s cages and their ports at %i Gb/s', (id, form, speed, cages, ports) => {
    expect(count(id, form, speed)).toEqual([cages, ports]);
  });

  it('gives a QM9700 64 interfaces, a console and two inlets', () => {
    const kinds = catalogType('catalog:nvidia-qm9700').ports.map((port) => port.kind);
    expect(kinds.filter((kind) => kind === 'interface')).toHaveLength(64);
    expect(kinds.filter((kind) => kind === 'powerInlet')).toHaveLength(2);
  });

  it('puts the rails of a DGX H100 at its rear, two to a cage', () => {
    const type = catalogType('catalog:nvidia-dgx-h100');
    const rails = type.ports.filter((port) => port.name.startsWith('rail'));
    expect(rails.map((port) => port.name)).toEqual(
      [0, 1, 2, 3, 4, 5, 6, 7].map((rail) => `rail${rail}`),
    );
    expect(rails.map((port) => port.cageId)).toEqual(
      [1, 1, 2, 2, 3, 3, 4, 4].map((cage) => `osfp-${cage}`),
    );
    expect(type.cages.find((cage) => cage.id === 'osfp-1')?.face).toBe('rear');
    expect(type.ports.filter((port) => port.kind === 'powerInlet')).toHaveLength(6);
  });

  it('assumes a pressure by class and a flow by power, and says so', () => {
    const leaf = catalogType('catalog:nvidia-qm9700');
    expect(leaf.criticalPa).toMatchObject({ value: 250, provenance: 'assumed' });
    expect(leaf.airflowCfm).toMatchObject({ value: 189, provenance: 'assumed' });
    expect(catalogType('catalog:nvidia-dgx-h100').airflowCfm).toMatchObject({
      value: 1105,
      provenance: 'datasheet',
    });
  });

  it('leads each front port of a panel straight through to the rear port of its number', () => {
    const panel = catalogType('catalog:generic-mmc-216');
    expect(panel.portMappings).toHaveLength(216);
    expect(panel.portMappings[41]).toEqual({
      frontPortId: 'front-42.1',
      frontPosition: 1,
      rearPortId: 'rear-42.1',
      rearPosition: 1,
    });
    expect(catalogType('catalog:nvidia-qm9700').portMappings).toEqual([]);
  });

  it('has bays where other devices go in', () => {
    const chassis = catalogType('catalog:cisco-ucs-x9508');
    expect(chassis.bays.map((bay) => [bay.name, bay.kind])).toEqual(
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`slot-${n}`, 'device']),
    );
    expect(catalogType('catalog:corning-edge-04u').bays).toHaveLength(48);
  });

  it('knows supplies, and how many of them are needed, where a source tells', () => {
    const node = catalogType('catalog:hpe-cray-xd670');
    expect(node.supplies).toMatchObject({ value: 6, provenance: 'datasheet' });
    expect(node.suppliesNeeded).toMatchObject({ value: 4, provenance: 'datasheet' });
    expect(catalogType('catalog:dell-z9864f-on').supplies).toBeNull();
  });

  it('keeps unknown what nobody knows', () => {
    expect(catalogType('catalog:nvidia-q3400-ra').powerMaxW).toBeNull();
    expect(catalogType('catalog:generic-lc-24').airflowCfm).toBeNull();
  });

  it('refuses a type it lacks', () => {
    expect(() => catalogType('catalog:nothing')).toThrow(RangeError);
  });
});
