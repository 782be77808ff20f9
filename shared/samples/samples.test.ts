import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { clusterSpec, planCluster } from '../cluster/index.ts';
import { recordSchema } from '../contract/record-schema.ts';
import { type Design, recordsOf } from '../model/design.ts';
import { devicesInRack, linkCount, portKey, portOf, typeOf } from '../model/design-index.ts';
import { columnsOf } from '../model/rack-geometry.ts';
import type { Cable, Device, PortRef } from '../model/records.ts';
import { routeCable } from '../routing/index.ts';
import { CLUSTER_10K, CLUSTER_100K, SUPERPOD_4SU } from './cluster-samples.ts';
import { buildSample, CLUSTER_SAMPLES, SAMPLES } from './index.ts';

/** Every half slot a device takes: unit, face and strip or column. */
function slotsOf(design: Design, device: Device): string[] {
  const type = typeOf(design, device);
  if (device.mount === 'side') return [`${device.rackId} ${device.face} strip ${device.column}`];
  const faces = type.depthUse === 'full' ? ['front', 'rear'] : [device.face];
  const columns = columnsOf(type.width) === 1 ? [0, 1, 2] : [device.column];
  const slots: string[] = [];
  for (let u = device.u; u < device.u + type.heightU; u += 1) {
    for (const face of faces) {
      for (const column of columns) slots.push(`${device.rackId} ${face} U${u}.${column}`);
    }
  }
  return slots;
}

function endsOf(cable: Cable): readonly PortRef[] {
  return [...cable.ends.a, ...cable.ends.b];
}

function twice(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => {
    const again = seen.has(key);
    seen.add(key);
    return again;
  });
}

/** Devices whose name begins so. */
function named(design: Design, prefix: string): Device[] {
  return [...design.devices.values()].filter((device) => device.name.startsWith(prefix));
}

function inCategory(design: Design, category: string): Device[] {
  return [...design.devices.values()].filter((d) => typeOf(design, d).category === category);
}

describe.each(SAMPLES.map((sample) => [sample.id, sample] as const))('sample %s', (_id, sample) => {
  const design = sample.build();

  it('holds valid records, and the same ones every time', () => {
    for (const record of recordsOf(design)) {
      expect(recordSchema.safeParse(record).error?.message).toBeUndefined();
    }
    expect([...recordsOf(sample.build())]).toEqual([...recordsOf(design)]);
  });

  it('puts no two devices into one place, and none over the top', () => {
    const devices = [...design.devices.values()];
    expect(twice(devices.flatMap((device) => slotsOf(design, device)))).toEqual([]);
    for (const device of devices) {
      const rack = design.racks.get(device.rackId);
      expect(device.u + typeOf(design, device).heightU - 1).toBeLessThanOrEqual(rack?.heightU ?? 0);
    }
  });

  it('ends every cable in a port that exists, and no two in one', () => {
    const ends = [...design.cables.values()].flatMap(endsOf);
    const missing = ends.filter(({ deviceId, portId }) => {
      const device = design.devices.get(deviceId);
      return !device || !portOf(typeOf(design, device), portId);
    });
    expect(missing).toEqual([]);
    expect(twice(ends.map(portKey))).toEqual([]);
  });

  it('lets no copper plug share its cage', () => {
    const cables = [...design.cables.values()];
    const cageOf = (ref: PortRef): string => {
      const device = design.devices.get(ref.deviceId);
      const cage = device ? portOf(typeOf(design, device), ref.portId)?.cageId : undefined;
      return `${ref.deviceId}/${cage}`;
    };
    const plugs = cables.flatMap((cable) =>
      [...new Set(endsOf(cable).map(cageOf))].map((cage) => ({ cable, cage })),
    );
    const shared = plugs.filter(
      ({ cable, cage }) =>
        cable.medium === 'dac' && plugs.some((plug) => plug.cage === cage && plug.cable !== cable),
    );
    expect(shared).toEqual([]);
  });
});

describe('the first rack', () => {
  const design = buildSample('first-rack');

  it('has six devices in one rack and a dozen cables', () => {
    expect(design.racks.size).toBe(1);
    expect(devicesInRack(design, 'rack-a01')).toHaveLength(6);
    expect(design.cables.size).toBe(12);
  });
});

describe('the scalable unit', () => {
  const design = buildSample('superpod-su');
  const cables = [...design.cables.values()];

  it('has 31 nodes, 12 switches, a fabric manager and 508 links', () => {
    expect(inCategory(design, 'node')).toHaveLength(31);
    expect(inCategory(design, 'switch')).toHaveLength(12);
    expect(inCategory(design, 'appliance')).toHaveLength(1);
    expect(cables.reduce((sum, cable) => sum + linkCount(cable), 0)).toBe(508);
  });

  it('takes rail r of every node to leaf r', () => {
    const toLeaf = cables.filter((cable) => cable.ends.a[0]?.deviceId.startsWith('device-dgx-'));
    expect(toLeaf).toHaveLength(248);
    for (const { rail, ends } of toLeaf) {
      expect(ends.b[0]?.deviceId).toBe(`device-leaf-${(rail ?? -1) + 1}`);
      expect(ends.a[0]?.portId).toBe(
        `osfp-${Math.floor((rail ?? 0) / 2) + 1}.${((rail ?? 0) % 2) + 1}`,
      );
    }
  });

  it('gives every leaf eight links to every spine, two to a copper cable', () => {
    const up = cables.filter((cable) => cable.medium === 'dac');
    expect(up).toHaveLength(128);
    for (const leaf of named(design, 'leaf-')) {
      for (const spine of named(design, 'spine-')) {
        const between = up.filter(
          ({ ends }) => ends.a[0]?.deviceId === leaf.id && ends.b[0]?.deviceId === spine.id,
        );
        expect(between.reduce((sum, cable) => sum + linkCount(cable), 0)).toBe(8);
      }
    }
  });

  it('reaches with copper inside the leaf rack, and not to the rack beside it', () => {
    const spans = cables
      .filter((cable) => cable.medium === 'dac')
      .map((cable) => routeCable(design, cable));
    const near = spans.filter((route) => route?.inRack);
    const far = spans.filter((route) => route?.inRack === false);
    expect([near.length, far.length]).toEqual([64, 64]);
    for (const route of near) expect(route?.pathMm).toBeLessThan(1600);
    for (const route of far) expect(route?.pathMm).toBeGreaterThan(2000);
  });

  it('fills the four leaves of the fabric manager and every spine to the last port', () => {
    const used = (device: Device): number =>
      cables.flatMap(endsOf).filter((ref) => ref.deviceId === device.id).length;
    expect(named(design, 'leaf-').map(used)).toEqual([64, 64, 64, 64, 63, 63, 63, 63]);
    expect(named(design, 'spine-').map(used)).toEqual([64, 64, 64, 64]);
  });

  it('refuses a sample that is not there, naming those that are', () => {
    expect(() => buildSample('nothing')).toThrow(/first-rack, superpod-su/);
  });
});

describe('the clusters', () => {
  const types = new Map(CATALOG_TYPES.map((type) => [type.id, type]));

  it.each([
    ['superpod-4su', SUPERPOD_4SU],
    ['cluster-10k', CLUSTER_10K],
    ['cluster-100k', CLUSTER_100K],
  ])('%s is as large as is said before it is made', (id, spec) => {
    const plan = planCluster(clusterSpec(spec), types);
    const racks = plan.racks.nodes + plan.racks.switches + plan.racks.kept;
    const said = CLUSTER_SAMPLES.find((sample) => sample.id === id);
    expect(said).toMatchObject({ racks, nodes: plan.nodes, cables: plan.cableCount });
  });
});
