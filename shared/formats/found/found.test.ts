import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FoundLink } from '../../model/records.ts';
import { FOUND_READERS, readFound } from './read-found.ts';

/** Links as `a port - b port`, with the state where it is not the usual one. */
function lines(links: readonly FoundLink[], usual: FoundLink['state']): readonly string[] {
  return links.map(({ a, b, state }) => {
    const ends = `${a.device} ${a.port} - ${b === null ? 'nothing' : `${b.device} ${b.port}`}`;
    return state === usual ? ends : `${ends} (${state})`;
  });
}

describe('PTM', () => {
  const GRAPH = `// head
    strict graph "my lab" {
      LLDP="match_hostname" rankdir = LR
      node [function=leaf];
      "leaf 1" [function="leaf", config="a;b"]
      leaf-02:swp51 -- "spine01":"swp1" [BFD="minrx=300" LLDP=x];
      # margin comments only
      a:p1 -- b:p2 -- c:p3; d:"00:02:00:11:11:02" -- e:44:38:39:00:00:01
      /* two
         lines */ subgraph cluster_0 { f:1/1--g:swp1s0 /* end */ }
    }`;

  test('quoted and not, chained, in subgraphs, with attributes and comments', () => {
    const { links, faults, format } = readFound(GRAPH.replace(/^ {6}#/m, '#'), 'x.dot');
    expect(format).toBe('ptm');
    expect(faults).toEqual([]);
    expect(lines(links, 'unknown')).toEqual([
      'leaf-02 swp51 - spine01 swp1',
      'a p1 - b p2',
      'b p2 - c p3',
      'd 00:02:00:11:11:02 - e 44:38:39:00:00:01',
      'f 1/1 - g swp1s0',
    ]);
    expect(links[0]?.note).toBe('line 6; BFD=minrx=300, LLDP=x');
    expect(links[4]?.note).toBe('line 10');
  });

  test.each([
    ['graph G { "a":"b" -- ', /line 1/i],
    ['graph G {\n "a":"b" -- "c" : ;\n}', /Line 2/],
    ['graph G { "a }', /quote that begins on line 1/],
    ['graph G {\n/* a }', /comment that begins on line 2/],
    ['graph G { a -- b } }', /"}"/],
    [`graph G ${'{'.repeat(100)}`, /cannot be read/],
  ])('%j is refused in one line', (text, said) => {
    expect(() => readFound(text, 'x.dot')).toThrow(said);
  });
});

describe('containerlab', () => {
  const LAB = `name: lab
topology:
  defaults: &usual
    kind: nokia_srlinux
  nodes:
    n1: *usual
    n2: {kind: linux}
    n3:
  links:
    # a comment
    - endpoints: ["n1:e1-1", "n2:eth1"]
    - type: veth
      endpoints:
        - node: n1
          interface: ethernet-1/2
        - node: n3
          interface: eth1
    - endpoints: [ "n3:eth2", "mgmt-net:n3" ]
    - type: host
      endpoint: {node: n3, interface: eth3}
      host-interface: x
    - endpoints: ["n1:e1-\${PORT:=7}", "\${OTHER}:eth1"]
    - endpoints: ["n1:e1-9"]
    - nothing: here
`;

  test('brief and extended ends, links with one end, variables', () => {
    const { links, faults } = readFound(LAB, 'x.clab.yml');
    expect(lines(links, 'unknown')).toEqual([
      'n1 e1-1 - n2 eth1',
      'n1 ethernet-1/2 - n3 eth1',
      'n3 eth2 - nothing',
      'n3 eth3 - nothing',
      'n1 e1-7 - ${OTHER} eth1',
      'n1 e1-9 - nothing',
    ]);
    expect(links[1]?.note).toBe('line 12; veth');
    expect(faults.map(({ line, code }) => [line, code])).toEqual([
      [22, 'variable-default'],
      [22, 'variable'],
      [22, 'no-node'],
      [24, 'link'],
    ]);
  });

  test('aliases that explode are refused', () => {
    const bomb = Array.from({ length: 12 }, (_, n) =>
      n === 0
        ? 'a0: &a0 [x]'
        : `a${n}: &a${n} [${Array(10)
            .fill(`*a${n - 1}`)
            .join(', ')}]`,
    ).join('\n');
    expect(() => readFound(`${bomb}\ntopology:\n  nodes: *a11\n`, 'x.yml')).toThrow(/aliases/);
  });
});

const DISCOVERED = `#
# Topology file: generated on a day
#
switchguid=0xa1(a1)
Switch\t65 "S-00000000000000a1"\t\t# "MF0;leaf01:MQM9700/U1" enhanced port 0 lid 3 lmc 0
[1]\t"H-00000000000000c1"[1](c1) \t\t# "dgx01 mlx5_0" lid 10 4xNDR
[2]\t"H-00000000000000c2"[2](c2) \t\t# "dgx01 mlx5_1" lid 11 4xHDR
[33]\t"S-00000000000000b1"[1]\t\t# "MF0;spine01:MQM9700/U1" lid 4 4xNDR
[65]\t"H-00000000000000d1"[1](d1) \t\t# "Mellanox Technologies Aggregation Node" lid 20 4xHDR

Switch\t65 "S-00000000000000b1"\t\t# "MF0;spine01:MQM9700/U1" enhanced port 0 lid 4 lmc 0
[1]\t"S-00000000000000a1"[33]\t\t# "MF0;leaf01:MQM9700/U1" lid 3 4xNDR

Ca\t1 "H-00000000000000c1"\t\t# "dgx01 mlx5_0"
[1](c1) \t"S-00000000000000a1"[1]\t\t# lid 10 lmc 0 "MF0;leaf01:MQM9700/U1" lid 3 4xNDR

Ca\t1 "H-00000000000000d1"\t\t# "Mellanox Technologies Aggregation Node"
[1](d1) \t"S-00000000000000a1"[65]\t\t# lid 20 lmc 0 "MF0;leaf01:MQM9700/U1" lid 3 4xHDR
[oops
`;

test('ibnetdiscover: each link once, without the node that adds up', () => {
  const { links, faults } = readFound(DISCOVERED, 'x.txt');
  expect(lines(links, 'up')).toEqual([
    'leaf01 1 - dgx01 mlx5_0',
    'leaf01 2 - dgx01 mlx5_1/2',
    'leaf01 33 - spine01 1',
  ]);
  expect(links.map(({ speedGbps }) => speedGbps)).toEqual([400, 200, 400]);
  expect(links[0]?.note).toBe('line 6; 4xNDR');
  expect(faults).toMatchObject([
    { line: 19, code: 'line' },
    {
      line: 0,
      code: 'inside',
      message: expect.stringMatching(/^1 link to a node inside of a switch/),
    },
  ]);
});

const LINKED = `CA: dgx01 mlx5_0:
      0xa088 10 1[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>  3 1[  ] "MF0;leaf01:MQM9700/U1" ( )
Switch: 0xb83f MF0;leaf01:MQM9700/U1:
   3    1[  ] ==( 4X        106.25 Gbps Active/  LinkUp)==>      10    1[  ] "dgx01 mlx5_0" ( )
   3    2[  ] ==( 4X        106.25 Gbps Active/  LinkUp)==>      11    1[  ] "dgx02 mlx5_0" ( Could be 4X 53.125 Gbps)
   3    3[  ] ==( 4X        53.125 Gbps Initialize/ LinkUp)==>   11    1[  ] "dgx03 mlx5_0" ( )
   3   34[  ] ==(                Down/ Polling)==>             [  ] "" ( )
CA: dgx02 mlx5_0:
      0xa089 11 1[  ] ==( 4X 106.25 Gbps Active/  LinkUp)==>  3 2[  ] "MF0;leaf01:MQM9700/U1" ( )
`;

test('iblinkinfo: what is down, and what could be faster, is so at both ends', () => {
  const { links, faults } = readFound(LINKED, 'x.txt');
  expect(faults).toEqual([]);
  expect(lines(links, 'up')).toEqual([
    'dgx01 mlx5_0 - leaf01 1',
    'leaf01 2 - dgx02 mlx5_0 (degraded)',
    'leaf01 3 - dgx03 mlx5_0 (unknown)',
    'leaf01 34 - nothing (down)',
  ]);
  expect(links.map(({ speedGbps }) => speedGbps)).toEqual([400, 400, 200, null]);
  expect(links[1]?.note).toBe('line 5; 4X 106.25 Gbps Active/ LinkUp Could be 4X 53.125 Gbps');
});

test('ibdiagnet: blocks of nodes, ports of switches and of adapters', () => {
  const text = `MQM9700 leaf01
   P1 -4x-100G-> HCA_1 dgx01 mlx5_0/P1
   P2 -4x-50G-> HCA_mlx5_3 dgx02 mlx5_1/P2
   P33 -4x-100G-> MQM9700 spine01 P1

MQM9700 spine01
   P1 -4x-100G-> MQM9700 leaf01 P33
   P2 ==> what
`;
  const { links, faults } = readFound(text, 'x.topo');
  expect(lines(links, 'up')).toEqual([
    'leaf01 P1 - dgx01 mlx5_0',
    'leaf01 P2 - dgx02 mlx5_1/2',
    'leaf01 P33 - spine01 P1',
  ]);
  expect(links.map(({ speedGbps }) => speedGbps)).toEqual([400, 200, 400]);
  expect(faults).toMatchObject([{ line: 8 }]);
});

describe('lldpctl', () => {
  const neighbour = (chassis: object, port: object) => ({ chassis, port });
  const SPINE = neighbour(
    { spine01: { id: { type: 'mac', value: '44:38' } } },
    { id: { type: 'ifname', value: 'swp1' }, descr: 'fabric' },
  );
  const json = (lldp: unknown): string => JSON.stringify({ lldp: { interface: lldp } });

  test.each([
    ['a list', [{ swp51: SPINE }]],
    ['an object', { swp51: SPINE }],
  ])('interfaces in %s; the file tells who looked', (_, lldp) => {
    const { links, faults } = readFound(json(lldp), 'C:\\x\\lldpctl-leaf01.json');
    expect(faults).toEqual([]);
    expect(lines(links, 'up')).toEqual(['leaf01 swp51 - spine01 swp1']);
    expect(links[0]?.note).toBe('fabric');
  });

  test('a chassis without a name goes by its id, a port by its description where it has a MAC', () => {
    const nameless = { id: { type: 'mac', value: '00:02' } };
    const mac = { type: 'mac', value: '00:03' };
    const { links, faults } = readFound(
      json([
        { e1: neighbour(nameless, { id: mac, descr: 'eth0' }) },
        { e2: neighbour(nameless, { id: mac }) },
        { e3: neighbour({}, { id: mac }) },
      ]),
      'lldp.json',
    );
    expect(lines(links, 'up')).toEqual([
      'this device e1 - 00:02 eth0',
      'this device e2 - 00:02 00:03',
    ]);
    expect(faults.map(({ code }) => code)).toEqual(['no-own-name', 'no-chassis']);
    expect(faults[0]?.message).toContain('as those of “this device”');
  });

  test('broken JSON is refused', () => {
    expect(() => readFound('{"lldp": {', 'x')).toThrow(/well-formed JSON/);
  });
});

test.each(['', 'hello', 'name,role\nleaf01,Leaf', '<xml/>', 'manufacturer: Acme\nmodel: X'])(
  '%j is no discovery file',
  (text) => {
    expect(() => readFound(text, 'x')).toThrow(/no discovery file/);
  },
);

/** Counted by other means: lines of each file that name a link, found with grep and by eye. */
const FIELD = path.join(import.meta.dirname, '../../../../shared/data/topology');
describe.skipIf(!existsSync(FIELD))('the files of the field', () => {
  test.each([
    ['ptm-topology.dot', 'ptm', 5, []],
    ['clos02.clab.yml', 'containerlab', 16, []],
    ['ibnetdiscover.txt', 'ibnetdiscover', 3, ['inside']],
    // One of them is a port that is down.
    ['iblinkinfo.txt', 'iblinkinfo', 4, []],
    ['ibdiagnet.topo', 'ibdiagnet', 3, []],
    ['lldpctl.json', 'lldp', 2, ['no-own-name']],
  ] as const)(
    '%s is %s with %d links, and what is left over is said',
    (file, format, count, left) => {
      const reading = readFound(readFileSync(path.join(FIELD, file), 'utf8'), file);
      expect(reading.format).toBe(format);
      expect(reading.faults.map(({ code }) => code)).toEqual(left);
      expect(reading.links).toHaveLength(count);
    },
  );

  test('tables of cables are none', () => {
    const text = readFileSync(path.join(FIELD, 'p2p-house-format.csv'), 'utf8');
    expect(FOUND_READERS.some(({ recognises }) => recognises(text))).toBe(false);
  });
});
