/** The ways through a fabric: the arithmetic written out, the laws, and every way tried by hand. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FabricWays } from './fabric-graph.ts';
import { type FabricCable, type FabricLink, withLinksOf } from './fabric-links.ts';
import { PathLedger } from './fabric-paths.ts';
import { fact, workedSwitch } from './fixture-design.ts';
import { fabricOf, NODE, SWITCH, type Wire } from './fixture-fabric.ts';
import { analyse } from './index.ts';
import { pathRows, switchPathRows } from './path-rows.ts';

/** Two leaves of rail 0 under two spines: nodes a and b on leaf-1, node c on leaf-2. */
const TWO_TIERS: readonly Wire[] = [
  { from: 'node-a', to: 'leaf-1', rail: 0, medium: 'dac', lengthM: 2 },
  { from: 'node-b', to: 'leaf-1', rail: 0, medium: 'acc', lengthM: 3 },
  { from: 'node-c', to: 'leaf-2', rail: 0, medium: 'smf', lengthM: 10 },
  { from: 'leaf-1', to: 'spine-1', medium: 'dac', lengthM: 1 },
  { from: 'leaf-2', to: 'spine-1', medium: 'dac', lengthM: 1 },
  { from: 'leaf-1', to: 'spine-2', medium: 'aec', lengthM: 4 },
  { from: 'leaf-2', to: 'spine-2', medium: 'aec', lengthM: 4 },
];

describe('time over one cable', () => {
  test.each([
    // medium, length m, flight = L*v, added
    ['dac', 2, 9, 0], // 2 * 4.5
    ['acc', 3, 13.5, 3], // 3 * 4.5
    ['aec', 4, 18, 120], // 4 * 4.5, two retimers of 60
    ['smf', 10, 49, 80], // 10 * 4.9, two DSPs of 40
    ['lpo', 10, 49, 6],
  ] as const)('%s of %d m', (medium, lengthM, flightNs, addedNs) => {
    const { cables } = analyse(fabricOf([{ from: 'node-a', to: 'leaf-1', medium, lengthM }]));
    expect(cables[0]).toMatchObject({ flightNs, addedNs, totalNs: flightNs + addedNs });
  });

  test('what is not published stays unknown, and is not taken as zero', () => {
    const cpo = analyse(fabricOf([{ from: 'node-a', to: 'leaf-1', medium: 'cpo', lengthM: 10 }]));
    expect(cpo.cables[0]).toMatchObject({ flightNs: 49, addedNs: null, totalNs: null });
  });
});

describe('one switch', () => {
  test('two links and one hop: 9 + 0 + 13.5 + 3 + 250 = 275.5 ns', () => {
    const { paths } = analyse(fabricOf(TWO_TIERS.slice(0, 2)));
    expect(paths).toEqual([
      {
        fabric: 'compute',
        rail: 0,
        leaf: null,
        fastestNs: 275.5,
        slowestNs: 275.5,
        spreadNs: 0,
        hops: 1,
        devices: ['node-a', 'leaf-1', 'node-b'],
        cables: ['cable-1', 'cable-2'],
        flightNs: 22.5,
        addedNs: 3,
        switchNs: 250,
        totalNs: 275.5,
        knownNs: 275.5,
        unknown: [],
      },
    ]);
  });

  test('a published transit takes the place of the usual 250 ns', () => {
    const fast = workedSwitch({ id: 'leaf-1', hopNs: fact(130) });
    const { paths } = analyse(fabricOf(TWO_TIERS.slice(0, 2), {}, [SWITCH, NODE, fast]));
    expect(paths[0]).toMatchObject({ switchNs: 130, totalNs: 155.5 });
  });

  test('links without a rail are judged leaf by leaf', () => {
    const wires = TWO_TIERS.slice(0, 2).map((wire) => ({ ...wire, rail: null }));
    expect(analyse(fabricOf(wires)).paths).toMatchObject([
      { rail: null, leaf: 'leaf-1', hops: 1, totalNs: 275.5 },
    ]);
  });

  test('a node does not talk to itself, nor over a power cord', () => {
    const [first, second] = TWO_TIERS as [Wire, Wire];
    expect(analyse(fabricOf([first, { ...first, lengthM: 3 }])).paths).toEqual([]);
    expect(analyse(fabricOf([first, { ...second, medium: 'power' }])).paths).toEqual([]);
  });
});

test('the ends of a cable may stand either way round; a switch is no way to itself', () => {
  const turned = TWO_TIERS.slice(0, 2).map(({ from, to, ...wire }) => ({
    ...wire,
    from: to,
    to: from,
  }));
  expect(analyse(fabricOf(turned)).paths).toMatchObject([{ hops: 1, totalNs: 275.5 }]);
  const looped = [...TWO_TIERS.slice(0, 2), { from: 'leaf-1', to: 'leaf-1', lengthM: 1 }];
  expect(analyse(fabricOf(looped)).paths).toMatchObject([{ hops: 1, totalNs: 275.5 }]);
  const shelf = workedSwitch({ id: 'shelf-1', category: 'shelf' });
  const beside = [...TWO_TIERS.slice(0, 2), { from: 'node-a', to: 'shelf-1', lengthM: 1 }];
  expect(analyse(fabricOf(beside, {}, [SWITCH, NODE, shelf])).paths).toMatchObject([
    { unknown: [] },
  ]);
});

test('a cable that splits reaches two nodes from one port', () => {
  const wires = TWO_TIERS.slice(0, 2).map((wire) => ({
    ...wire,
    medium: 'dac' as const,
    lengthM: 2,
  }));
  const [first, second] = fabricOf(wires).cables.values();
  const ends = {
    a: [...first!.ends.b, { deviceId: 'leaf-1', portId: 'port-0b' }],
    b: [...first!.ends.a, ...second!.ends.a],
  };
  const split = fabricOf([
    { ...wires[0]!, ends },
    { from: 'node-b', to: 'leaf-2', lengthM: 1 },
  ]);
  // the two ends of one cable: 9 + 9 + 250
  expect(analyse(split).paths).toMatchObject([
    { devices: ['node-a', 'leaf-1', 'node-b'], cables: ['cable-1', 'cable-1'], totalNs: 268 },
  ]);
});

describe('three switches', () => {
  const { paths, switchPaths } = analyse(fabricOf(TWO_TIERS));

  test('over the slow spine: 13.5+3 + 18+120 + 18+120 + 49+80 + 3*250 = 1171.5 ns', () => {
    expect(paths.find(({ hops }) => hops === 3)).toMatchObject({
      rail: 0,
      devices: ['node-b', 'leaf-1', 'spine-2', 'leaf-2', 'node-c'],
      cables: ['cable-2', 'cable-6', 'cable-7', 'cable-3'],
      flightNs: 98.5,
      addedNs: 323,
      switchNs: 750,
      totalNs: 1171.5,
      slowestNs: 1171.5,
    });
  });

  test('over the fast one from the nearer node: 9 + 4.5 + 4.5 + 129 + 750 = 897 ns', () => {
    expect(paths.find(({ hops }) => hops === 3)).toMatchObject({
      fastestNs: 897,
      spreadNs: 274.5,
    });
  });

  test('every switch knows the slowest way that turns there', () => {
    // over spine-1: 16.5 + 4.5 + 4.5 + 129 + 750; leaf-2 has one node, and no way turns there
    expect(switchPaths.map(({ device, knownNs }) => [device, knownNs])).toEqual([
      ['leaf-1', 275.5],
      ['spine-1', 904.5],
      ['spine-2', 1171.5],
    ]);
    expect(switchPaths[1]).toMatchObject({ hopNs: 250, fabric: 'compute' });
  });

  test('between rails, where each rail has one leaf', () => {
    const railed = TWO_TIERS.map((wire) => (wire.from === 'node-c' ? { ...wire, rail: 1 } : wire));
    const rows = analyse(fabricOf(railed)).paths;
    expect(rows.map(({ rail, hops }) => [rail, hops])).toEqual([
      [0, 1],
      [null, 3],
    ]);
    expect(rows[1]).toMatchObject({ leaf: null, totalNs: 1171.5 });
  });
});

test('two leaves that are joined: 2 switches, and no way over a third', () => {
  const peer = { from: 'leaf-1', to: 'leaf-2', lengthM: 1 };
  const joined = [...TWO_TIERS, peer, peer];
  const rows = analyse(fabricOf(joined)).paths;
  // 16.5 + 4.5 + 129 + 2*250
  expect(rows.map(({ hops, totalNs }) => [hops, totalNs])).toEqual([
    [1, 275.5],
    [2, 650],
  ]);
});

test('five switches: pods over a core', () => {
  const pod = (n: number, lengthM: number): Wire[] => [
    { from: `node-${n}a`, to: `leaf-${n}`, lengthM: 2 },
    { from: `node-${n}b`, to: `leaf-${n}b`, lengthM: 2 },
    { from: `leaf-${n}`, to: `spine-${n}`, lengthM: 1 },
    { from: `leaf-${n}b`, to: `spine-${n}`, lengthM: 1 },
    { from: `spine-${n}`, to: 'core-1', lengthM },
  ];
  const rows = analyse(fabricOf([...pod(1, 2), ...pod(2, 3)])).paths;
  // 9 + 4.5 + 9 + 13.5 + 4.5 + 9 + 5*250; in a pod 9 + 4.5 + 4.5 + 9 + 3*250
  expect(rows.map(({ hops, totalNs }) => [hops, totalNs])).toEqual([
    [3, 777],
    [5, 1299.5],
  ]);
  expect(rows[1]?.devices).toEqual([
    'node-1a',
    'leaf-1',
    'spine-1',
    'core-1',
    'spine-2',
    'leaf-2',
    'node-2a',
  ]);
});

describe('unknown parts', () => {
  test('leave a lower bound, and no word on which way is the slowest', () => {
    const wires = TWO_TIERS.map((wire) =>
      wire.from === 'node-c' ? { ...wire, medium: 'cpo' as const } : wire,
    );
    const [one, three] = analyse(fabricOf(wires)).paths;
    for (const row of [one, three]) {
      expect(row).toMatchObject({ slowestNs: null, fastestNs: null, spreadNs: null });
      expect(row?.unknown).toEqual(['medium cpo: addedLatencyNs']);
    }
    expect(one).toMatchObject({ totalNs: 275.5, knownNs: 275.5 });
    expect(three).toMatchObject({ totalNs: null, flightNs: 98.5, addedNs: null, knownNs: 1091.5 });
  });

  test('between switches do not concern what stays on a leaf', () => {
    const wires = TWO_TIERS.map((wire) =>
      wire.to === 'spine-2' ? { ...wire, medium: 'cpo' as const } : wire,
    );
    const [one, three] = analyse(fabricOf(wires)).paths;
    expect(one).toMatchObject({ slowestNs: 275.5, unknown: [] });
    expect(three).toMatchObject({ slowestNs: null, unknown: ['medium cpo: addedLatencyNs'] });
  });

  test('behind a panel the way is not followed, and says so', () => {
    const panel = workedSwitch({ id: 'panel-1', model: 'Panel', category: 'patch-panel' });
    const wires = [...TWO_TIERS.slice(0, 2), { from: 'leaf-1', to: 'panel-1', lengthM: 1 }];
    const { paths } = analyse(fabricOf(wires, {}, [SWITCH, NODE, panel]));
    expect(paths).toMatchObject([{ unknown: ['device type Panel: passage'], slowestNs: null }]);
    const behind = [...TWO_TIERS.slice(0, 2), { from: 'panel-1', to: 'node-c', lengthM: 1 }];
    const rows = analyse(fabricOf(behind, {}, [SWITCH, NODE, panel])).paths;
    expect(rows).toMatchObject([{ unknown: ['device type Panel: passage'] }]);
  });
});

/** A link by numbers: between switches where `host` is null. */
type Draw = readonly [host: number | null, leaf: number, other: number, ps: number, rail: number];

function cableOf(at: number, [host, leaf, other, ps, rail]: Draw): FabricCable | null {
  if (host === null && leaf === other) return null;
  const link: FabricLink = {
    cable: `cable-${at}`,
    onward: [],
    fabric: 'f',
    rail: rail === 3 ? null : rail,
    flightPs: ps,
    addedPs: 0,
    missing: ps === 7 ? ['medium x: nsPerM'] : [],
    knownPs: ps,
    host: host === null ? null : `host-${host}`,
    at: `switch-${leaf}`,
    atHopPs: 100 + leaf,
    to: host === null ? `switch-${other}` : null,
    toHopPs: host === null ? 100 + other : 0,
  };
  return { fabric: 'f', links: [link], pieces: [], endsAt: null };
}

const DRAW: fc.Arbitrary<Draw> = fc.tuple(
  fc.option(fc.nat(5), { freq: 2, nil: null }),
  fc.nat(5),
  fc.nat(7),
  fc.nat(20),
  fc.nat(3),
);
const EDITS = fc.array(fc.tuple(fc.nat(24), fc.option(DRAW, { freq: 5, nil: null })), {
  maxLength: 60,
});

function rowsOf(ledger: PathLedger): unknown {
  const ways = ledger.takeTouched().get('f');
  const fabrics: FabricWays[] = ways ? [ways] : [];
  return { paths: pathRows(fabrics), switches: switchPathRows(fabrics) };
}

/** The slowest and the fastest way of each length up to three switches, by trying all. */
function allWays(links: readonly FabricLink[]): Map<number, { slowest: number; fastest: number }> {
  const found = new Map<number, { slowest: number; fastest: number }>();
  const ends = links.filter(({ host }) => host !== null);
  const between = (a: string, b: string): readonly FabricLink[] =>
    links.filter(
      ({ host, at, to }) => host === null && [a, b].every((id) => id === at || id === to),
    );
  const hop = (id: string): number => 100 + Number(id.slice('switch-'.length));
  const meet = (hops: number, ps: number): void => {
    const { slowest, fastest } = found.get(hops) ?? { slowest: ps, fastest: ps };
    found.set(hops, { slowest: Math.max(slowest, ps), fastest: Math.min(fastest, ps) });
  };
  for (const a of ends) {
    for (const b of ends) {
      const [from, to] = [a.at, b.at];
      if (a.host === b.host) continue;
      const ports = a.knownPs + b.knownPs + hop(from);
      if (from === to) {
        meet(1, ports);
        continue;
      }
      for (const link of between(from, to)) meet(2, ports + hop(to) + link.knownPs);
      if (between(from, to).length > 0) continue;
      for (let n = 0; n < 8; n += 1) {
        const middle = `switch-${n}`;
        for (const up of between(from, middle)) {
          for (const down of between(middle, to)) {
            meet(3, ports + hop(to) + hop(middle) + up.knownPs + down.knownPs);
          }
        }
      }
    }
  }
  return found;
}

test('a cable that goes over to another fabric changes both', () => {
  const ledger = new PathLedger();
  const host = (at: number): FabricCable => cableOf(at, [at, 0, 1, 10, 0])!;
  const second = host(2);
  ledger.replace('cable-1', null, host(1));
  ledger.replace('cable-2', null, second);
  expect([...ledger.takeTouched()].map(([fabric, ways]) => [fabric, ways !== null])).toEqual([
    ['f', true],
  ]);
  ledger.replace('cable-2', second, { ...host(2), fabric: 'g' });
  expect([...ledger.takeTouched()]).toEqual([
    ['f', null],
    ['g', null],
  ]);
});

describe('laws', () => {
  test('link by link gives what a fresh start gives', () => {
    fc.assert(
      fc.property(EDITS, (edits) => {
        const ledger = new PathLedger();
        const now = new Map<number, FabricCable | null>();
        for (const [at, draw] of edits) {
          const before = now.get(at) ?? null;
          const cable = withLinksOf(before, draw && cableOf(at, draw));
          now.set(at, cable);
          ledger.replace(`cable-${at}`, before, cable);
          const fresh = new PathLedger();
          for (const [id, other] of [...now].reverse()) fresh.replace(`cable-${id}`, null, other);
          const wanted = rowsOf(fresh);
          ledger.replace(`cable-${at}`, cable, cable);
          const got = rowsOf(ledger);
          if (cable !== null) expect(got).toEqual(wanted);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('the slowest and the fastest are those of all ways', () => {
    fc.assert(
      fc.property(fc.array(DRAW, { maxLength: 24 }), (draws) => {
        const ledger = new PathLedger();
        const links: FabricLink[] = [];
        for (const [at, draw] of draws.entries()) {
          const cable = cableOf(at, draw);
          ledger.replace(`cable-${at}`, null, cable);
          links.push(...(cable?.links ?? []));
        }
        const groups = ledger.takeTouched().get('f')?.groups.all ?? [];
        const found = new Map<number, { slowest: number; fastest: number }>();
        for (const { hops, slowest, fastest } of groups) {
          if (hops > 3) continue;
          const other = found.get(hops);
          found.set(hops, {
            slowest: Math.max(slowest.ps, other?.slowest ?? 0),
            fastest: Math.min(fastest.ps, other?.fastest ?? Number.POSITIVE_INFINITY),
          });
        }
        expect(found).toEqual(allWays(links));
      }),
      { numRuns: 300 },
    );
  });

  test('a longer cable never makes the slowest or the fastest way of a group shorter', () => {
    fc.assert(
      fc.property(
        fc.nat(TWO_TIERS.length - 1),
        fc.double({ min: 0, max: 100, noNaN: true }),
        (at, moreM) => {
          const longer = TWO_TIERS.map((wire, i) =>
            i === at ? { ...wire, lengthM: (wire.lengthM ?? 0) + moreM } : wire,
          );
          const before = analyse(fabricOf(TWO_TIERS)).paths;
          for (const [i, row] of analyse(fabricOf(longer)).paths.entries()) {
            expect(row.slowestNs).toBeGreaterThanOrEqual(before[i]?.slowestNs ?? 0);
            expect(row.fastestNs).toBeGreaterThanOrEqual(before[i]?.fastestNs ?? 0);
          }
        },
      ),
      { numRuns: 30 },
    );
  });
});
