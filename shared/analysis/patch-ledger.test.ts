/** Ways over patch panels: the flight of all pieces, what both end plugs add, and no hop. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType, PortMapping } from '../model/device-type.ts';
import { EMPTY_DIFF } from '../model/diff.ts';
import type { Cable, DesignRecord, PortRef } from '../model/records.ts';
import { design, device, found, link, workedSwitch } from './fixture-design.ts';
import { NODE, SWITCH } from './fixture-fabric.ts';
import { analyse, createAnalyser } from './index.ts';

/** Front port `port-<n>a` leads to rear port `port-<n>b`. */
const PANEL: DeviceType = {
  ...workedSwitch({ id: 'panel', model: 'Panel', category: 'patch-panel' }),
  portMappings: Array.from({ length: 32 }, (_, n) => mapping(`port-${n}a`, 1, `port-${n}b`, 1)),
};
/** A cassette: fronts 0 to 3 are the strands of the one rear port. */
const CASSETTE: DeviceType = {
  ...workedSwitch({ id: 'cassette', model: 'Cassette', category: 'patch-panel' }),
  portMappings: [0, 1, 2, 3].map((n) => mapping(`port-${n}a`, 1, 'port-31b', n + 1)),
};
const BLIND: DeviceType = { ...PANEL, id: 'blind', model: 'Blind', portMappings: [] };

function mapping(
  frontPortId: string,
  frontPosition: number,
  rearPortId: string,
  rearPosition: number,
): PortMapping {
  return { frontPortId, frontPosition, rearPortId, rearPosition };
}

/** `node-a/0a` is port 0a of node-a. */
function end(at: string): PortRef {
  const [deviceId = '', port = ''] = at.split('/');
  return { deviceId, portId: `port-${port}` };
}

function cable(
  id: string,
  a: string,
  b: string,
  lengthM: number,
  over: Partial<Cable> = {},
): Cable {
  return link(0, '', '', {
    id,
    medium: 'smf',
    lengthM,
    ends: { a: [end(a)], b: [end(b)] },
    ...over,
  });
}

const DEVICES: readonly DesignRecord[] = [
  NODE,
  PANEL,
  CASSETTE,
  BLIND,
  ...['node-a', 'node-b', 'node-c'].map((id, n) => device(id, 1 + n, { typeId: 'node' })),
  ...['leaf-1', 'spine-1'].map((id, n) => device(id, 5 + n)),
  ...['panel-1', 'panel-2'].map((id, n) => device(id, 8 + n, { typeId: 'panel' })),
  ...['cassette-1', 'cassette-2'].map((id, n) => device(id, 11 + n, { typeId: 'cassette' })),
  device('blind-1', 14, { typeId: 'blind' }),
];

function patched(cables: readonly Cable[]): Design {
  return design([...DEVICES, ...cables], SWITCH);
}

const DIRECT = cable('c1', 'node-a/0a', 'leaf-1/0a', 10);

describe('a way over a panel', () => {
  test('takes the flight of its pieces, what two plugs add, and no hop: 4.9·(10 + 3 + 20) + 160 + 250', () => {
    const over = [
      DIRECT,
      cable('c2', 'panel-1/0a', 'node-b/0a', 3),
      cable('c3', 'panel-1/0b', 'leaf-1/1a', 20),
    ];
    const { paths, findings } = analyse(patched(over));
    expect(paths).toMatchObject([
      {
        hops: 1,
        devices: ['node-a', 'leaf-1', 'node-b'],
        cables: ['c1', 'c3', 'c2'],
        addedNs: 160,
        switchNs: 250,
        unknown: [],
      },
    ]);
    expect(paths[0]?.flightNs).toBeCloseTo(4.9 * 33, 9);
    expect(paths[0]?.totalNs).toBeCloseTo(4.9 * 33 + 410, 9);
    expect(findings.filter(({ rule }) => rule === 'latency')).toEqual([]);
  });

  test('goes over two panels and the trunk between them', () => {
    const over = [
      DIRECT,
      cable('c2', 'node-b/0a', 'panel-1/4a', 2),
      cable('c3', 'panel-1/4b', 'panel-2/7b', 50, { fabric: '' }),
      cable('c4', 'leaf-1/1a', 'panel-2/7a', 3),
    ];
    const [path, ...others] = analyse(patched(over)).paths;
    expect(others).toEqual([]);
    expect(path?.cables).toEqual(['c1', 'c4', 'c3', 'c2']);
    expect(path?.flightNs).toBeCloseTo(4.9 * 65, 9);
    expect(path?.addedNs).toBe(160);
  });

  test('is of the fabric of its first piece, and of its last where that has none', () => {
    const way = (fabric: string, other: string) => {
      const over = [
        DIRECT,
        cable('c2', 'panel-1/0a', 'node-b/0a', 3, { fabric }),
        cable('c3', 'panel-1/0b', 'leaf-1/1a', 20, { fabric: other }),
      ];
      return analyse(patched(over)).paths.map((path) => [path.fabric, path.cables.join()]);
    };
    // Only within one fabric is there a way from the node that hangs on the leaf itself.
    expect(way('', 'compute')).toEqual([['compute', 'c1,c3,c2']]);
    expect(way('compute', '')).toEqual([['compute', 'c1,c3,c2']]);
    expect(way('storage', 'compute')).toEqual([]);
  });

  test('joins two switches as well', () => {
    const over = [
      DIRECT,
      cable('c2', 'leaf-1/2a', 'panel-1/0a', 5),
      cable('c3', 'panel-1/0b', 'spine-1/0a', 5),
      cable('c4', 'node-b/0a', 'spine-1/1a', 1),
    ];
    const [path] = analyse(patched(over)).paths;
    expect(path).toMatchObject({ hops: 2, cables: ['c1', 'c2', 'c3', 'c4'] });
  });

  test('follows each strand of a trunk between two cassettes', () => {
    const over = [
      DIRECT,
      cable('c2', 'node-b/0a', 'cassette-1/1a', 1),
      cable('c3', 'node-c/0a', 'cassette-1/2a', 2),
      cable('trunk', 'cassette-1/31b', 'cassette-2/31b', 30),
      cable('c4', 'cassette-2/1a', 'leaf-1/1a', 1),
      cable('c5', 'cassette-2/2a', 'leaf-1/2a', 2),
    ];
    const [path, ...others] = analyse(patched(over)).paths;
    expect(others).toEqual([]);
    // The slowest is between the two far nodes: 1 + 30 + 1 and 2 + 30 + 2 metres.
    expect(path?.cables).toEqual(['c2', 'trunk', 'c4', 'c5', 'trunk', 'c3']);
    expect(path?.flightNs).toBeCloseTo(4.9 * 66, 9);
  });

  test('ends at a panel that does not say where its ports lead, and is said', () => {
    const over = [DIRECT, cable('c2', 'node-b/0a', 'blind-1/0a', 1)];
    const finding = found(analyse(patched(over)), 'latency:panel:compute');
    expect(finding?.message).toContain('1 cable ends at a patch panel (Blind)');
    expect(finding?.missing).toEqual(['device type Blind: passage']);
    // Behind one that does say, too.
    const second = [
      ...over.slice(0, 1),
      cable('c2', 'node-b/0a', 'panel-1/0a', 1),
      cable('c3', 'panel-1/0b', 'blind-1/0a', 1),
    ];
    expect(found(analyse(patched(second)), 'latency:panel:compute')).toBeDefined();
  });

  test('that is patched no further is no way, and nothing is unknown', () => {
    const analysis = analyse(patched([DIRECT, cable('c2', 'node-b/0a', 'panel-1/0a', 1)]));
    expect(analysis.paths).toEqual([]);
    expect(found(analysis, 'latency:panel:compute')).toBeUndefined();
  });

  test('is not followed in a ring of panels', () => {
    const ring = [
      DIRECT,
      cable('c2', 'node-b/0a', 'panel-1/0a', 1),
      cable('c3', 'panel-1/0b', 'panel-2/0a', 1),
      cable('c4', 'panel-2/0b', 'panel-1/0b', 1),
    ];
    expect(analyse(patched(ring)).paths).toEqual([]);
  });

  test('is unknown where the length of a piece is, or what a plug adds', () => {
    const over = [
      DIRECT,
      cable('c2', 'panel-1/0a', 'node-b/0a', 3, { medium: 'cpo' }),
      cable('c3', 'panel-1/0b', 'leaf-1/1a', 20),
    ];
    const [path] = analyse(patched(over)).paths;
    expect(path).toMatchObject({ totalNs: null, addedNs: null });
    expect(path?.unknown).toEqual(['medium cpo: addedLatencyNs']);
  });

  test('has no flight time where one piece of it has none', () => {
    const over = [
      DIRECT,
      cable('c2', 'panel-1/0a', 'node-b/0a', 3, { medium: 'base-t' }),
      cable('c3', 'panel-1/0b', 'leaf-1/1a', 20),
    ];
    const [path] = analyse(patched(over)).paths;
    expect(path).toMatchObject({ flightNs: null, totalNs: null });
    expect(path?.unknown).toContain('medium base-t: nsPerM');
  });

  test('counts the transit of both switches that it joins: 250 ns each', () => {
    const leaf2 = device('leaf-2', 7);
    const over = [
      DIRECT,
      cable('c2', 'panel-1/0a', 'leaf-1/2a', 5),
      cable('c3', 'panel-1/0b', 'spine-1/0a', 5),
      cable('c4', 'panel-1/1a', 'spine-1/1a', 5),
      cable('c5', 'panel-1/1b', 'leaf-2/2a', 5),
      cable('c6', 'node-b/0a', 'leaf-2/0a', 1),
    ];
    const whole = patched(over);
    const devices = new Map([...whole.devices, ['leaf-2', leaf2]]);
    const [path] = analyse({ ...whole, devices }).paths;
    expect(path).toMatchObject({ hops: 3, switchNs: 750 });
    expect(path?.cables).toEqual(['c1', 'c2', 'c3', 'c4', 'c5', 'c6']);
  });

  test('is found over the panels of the catalogue', () => {
    const type = catalogType('catalog:generic-lc-24');
    const [first] = type.portMappings;
    const at = (portId: string): PortRef => ({ deviceId: 'lc', portId });
    const over = (id: string, from: string, to: PortRef) =>
      cable(id, from, '', 1, { ends: { a: [end(from)], b: [to] } });
    const whole = patched([
      DIRECT,
      over('c2', 'node-b/0a', at(first!.frontPortId)),
      over('c3', 'leaf-1/1a', at(first!.rearPortId)),
    ]);
    const lc = device('lc', 20, { typeId: type.id });
    const devices = new Map([...whole.devices, ['lc', lc]]);
    const deviceTypes = new Map([...whole.deviceTypes, [type.id, type]]);
    expect(analyse({ ...whole, devices, deviceTypes }).paths[0]?.cables).toEqual([
      'c1',
      'c3',
      'c2',
    ]);
  });
});

test('another label changes no way; another length does, and what the panel says', () => {
  const long = cable('c3', 'panel-1/0b', 'leaf-1/1a', 20);
  const analyser = createAnalyser(
    patched([DIRECT, cable('c2', 'panel-1/0a', 'node-b/0a', 3), long]),
  );
  const { paths } = analyser.analysis;
  const named = { ...long, label: 'renamed' };
  analyser.update({ ...EMPTY_DIFF, updated: [[long, named]] });
  expect(analyser.analysis.paths).toEqual(paths);
  const short = { ...named, lengthM: 10 };
  analyser.update({ ...EMPTY_DIFF, updated: [[named, short]] });
  expect(analyser.analysis.paths[0]?.flightNs).toBeCloseTo(4.9 * 23, 9);
  const silent = { ...PANEL, portMappings: [] };
  analyser.update({ ...EMPTY_DIFF, updated: [[PANEL, silent]] });
  expect(analyser.analysis.paths).toEqual([]);
  expect(found(analyser.analysis, 'latency:panel:compute')?.message).toContain('2 cables end');
  analyser.update({ ...EMPTY_DIFF, updated: [[silent, PANEL]] });
  expect(analyser.analysis.paths[0]?.flightNs).toBeCloseTo(4.9 * 23, 9);
});

/** Cables of which some ports are joined twice, so that what comes and goes takes the place of another. */
const POOL: readonly Cable[] = [
  DIRECT,
  cable('c2', 'node-b/0a', 'panel-1/0a', 2),
  cable('c3', 'panel-1/0b', 'leaf-1/1a', 3),
  cable('c4', 'panel-1/0b', 'panel-2/0b', 30),
  cable('c5', 'panel-2/0a', 'spine-1/0a', 4),
  cable('c6', 'leaf-1/2a', 'spine-1/1a', 5),
  cable('c7', 'node-c/0a', 'cassette-1/1a', 1),
  cable('c8', 'cassette-1/31b', 'cassette-2/31b', 20),
  cable('c9', 'cassette-2/1a', 'leaf-1/3a', 1),
  cable('c10', 'node-b/1a', 'cassette-1/2a', 6),
  cable('c11', 'cassette-2/2a', 'spine-1/2a', 7),
  cable('c12', 'leaf-1/4a', 'blind-1/0a', 1),
];

test('edit by edit gives what a fresh start gives', () => {
  let overPanels = 0;
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...POOL), { maxLength: 12 }), (edits) => {
      const there = new Set(POOL);
      const analyser = createAnalyser(patched(POOL));
      for (const one of edits) {
        const [added, removed] = there.has(one) ? [[], [one]] : [[one], []];
        analyser.update({ ...EMPTY_DIFF, added, removed });
        if (!there.delete(one)) there.add(one);
      }
      const fresh = analyse(patched([...there]));
      const latency = ({ paths, switchPaths, findings }: typeof fresh) => ({
        paths,
        switchPaths,
        findings: findings.filter(({ rule }) => rule === 'latency'),
      });
      expect(latency(analyser.analysis)).toEqual(latency(fresh));
      overPanels += fresh.paths.filter(({ hops, cables }) => cables.length > hops + 1).length;
    }),
    { numRuns: 100 },
  );
  expect(overPanels).toBeGreaterThan(10);
});
