import { describe, expect, it, test } from 'vitest';
import { analyse } from '../analysis/index.ts';
import type { Design } from '../model/design.ts';
import { applyDiff } from '../model/diff.ts';
import type { Cable } from '../model/records.ts';
import { checkDesign } from '../rules/index.ts';
import { changeCluster, clusterDesign } from './change-cluster.ts';
import { changeDiff } from './change-diff.ts';
import { type ClusterSpec, clusterSpec } from './cluster-spec.ts';
import { h100s, TYPES } from './fixture-spec.ts';
import { planCluster } from './plan-cluster.ts';

const CORDED = { with: { cords: true } };

function cordsIn(design: Design): Cable[] {
  return [...design.cables.values()].filter(({ medium }) => medium === 'power');
}

const SPECS: readonly (readonly [string, ClusterSpec])[] = [
  ['nodes and their leaves', h100s(40, CORDED)],
  [
    'three fabrics and managers',
    h100s(31, {
      ...CORDED,
      compute: { extraPorts: 4 },
      fabrics: [
        { name: 'storage', ports: 2 },
        { name: 'oob', leaf: 'catalog:nvidia-sn2201' },
      ],
    }),
  ],
  [
    'leaves atop',
    clusterSpec({
      node: { type: 'catalog:dell-poweredge-xe9680', count: 10 },
      compute: { leaf: 'catalog:nvidia-sn5600' },
      leaves: 'top-of-rack',
      ...CORDED,
    }),
  ],
];

describe.each(SPECS)('cords of %s', (_, spec) => {
  const design = clusterDesign(spec);
  const cords = cordsIn(design);

  it('lead every inlet to an outlet of its rack that mates, each once', () => {
    expect(checkDesign(design)).toEqual([]);
    const rackOf = (id: string) => design.devices.get(id)?.rackId;
    const inlets = new Set<string>();
    for (const { ends } of cords) {
      const [a, b] = [ends.a[0]!, ends.b[0]!];
      expect(rackOf(a.deviceId)).toBe(rackOf(b.deviceId));
      inlets.add(`${b.deviceId} ${b.portId}`);
    }
    let all = 0;
    for (const { typeId } of design.devices.values()) {
      const type = design.deviceTypes.get(typeId);
      if (type?.category === 'pdu') continue;
      all += type?.ports.filter(({ kind }) => kind === 'powerInlet').length ?? 0;
    }
    expect([inlets.size, cords.length]).toEqual([all, all]);
    const misfits = analyse(design).findings.filter(({ id }) => id.startsWith('mating'));
    expect(misfits.filter(({ subjects }) => subjects.some(isCord))).toEqual([]);
    function isCord({ id }: { readonly id: string }): boolean {
      return design.cables.get(id)?.medium === 'power';
    }
  });

  it('hang as many of a device on the one strip as on the other, or one more', () => {
    const onStrips = new Map<string, [a: number, b: number]>();
    for (const { ends } of cords) {
      const { deviceId } = ends.b[0]!;
      const counts = onStrips.get(deviceId) ?? [0, 0];
      onStrips.set(deviceId, counts);
      counts[ends.a[0]!.deviceId.endsWith(':a') ? 0 : 1] += 1;
    }
    for (const [a, b] of onStrips.values()) expect(Math.abs(a - b)).toBeLessThanOrEqual(1);
  });

  it('are counted by the plan, and have labels of their own', () => {
    expect(planCluster(spec, TYPES).cords).toBe(cords.length);
    expect(new Set([...design.cables.values()].map(({ label }) => label)).size).toBe(
      design.cables.size,
    );
  });
});

test('there are none unless they are asked for, and no strips where only switches stand', () => {
  const design = clusterDesign(h100s(40));
  expect([cordsIn(design), planCluster(h100s(40), TYPES).cords]).toEqual([[], 0]);
  const ids = [...design.devices.keys()];
  expect(ids.some((id) => id.includes('pdu:leaves'))).toBe(false);
  expect(ids.some((id) => id.includes('pdu:nodes'))).toBe(true);
});

test('nodes keep their cords, and the cords their names, when others come', () => {
  const before = clusterDesign(h100s(5, CORDED));
  const change = changeCluster(before, 'cluster-1', h100s(9, CORDED));
  const after = applyDiff(
    before,
    changeDiff(before, change, () => false),
  );
  expect(cordsIn(after).length).toBe(cordsIn(clusterDesign(h100s(9, CORDED))).length);
  for (const cord of cordsIn(before)) {
    if (cord.ends.b[0]?.deviceId.includes('node:')) expect(after.cables.get(cord.id)).toEqual(cord);
  }
});

test.each([
  [{ cords: true, pdus: false }, /with\.pdus/],
  [{ cords: true, pduType: 'catalog:apc-ap7551' }, /C20.*AP7551/],
])('refuses %j, and says why', (furniture, why) => {
  expect(() => clusterDesign(h100s(32, { with: furniture }))).toThrow(why);
  expect(() => planCluster(h100s(32, { with: furniture }), TYPES)).toThrow(why);
});
