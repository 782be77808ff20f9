import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, designFromRecords, emptyDesign, recordsOf } from '../model/design.ts';
import { fixtureDevice } from '../model/fixture-device.ts';
import { portNamed } from '../model/fixture-port.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, DesignRecord } from '../model/records.ts';
import { compareNetwork, type Difference, groundOf } from './compare-network.ts';
import { foundNetwork } from './fixture-found.ts';

const LEAF = catalogType('catalog:nvidia-qm9700');
const NODE = catalogType('catalog:nvidia-dgx-h100');
const ETHERNET = catalogType('catalog:nvidia-sn5600');
const PANEL = catalogType('catalog:generic-mpo-24');

const DEVICES = [
  ['leaf1', LEAF],
  ['leaf2', LEAF],
  ['spine1', LEAF],
  ['dgx1', NODE],
  ['dgx2', NODE],
  ['dgx3', NODE],
  ['eth1', ETHERNET],
  ['panel1', PANEL],
  ['panel2', PANEL],
] as const;

const BARE = designFromRecords([
  ...recordsOf(emptyDesign('test')),
  fixtureRack({ id: 'rack-1' }),
  LEAF,
  NODE,
  ETHERNET,
  PANEL,
  ...DEVICES.map(([id, type]) => fixtureDevice({ id, typeId: type.id })),
]);

/** A design with cables such as `dgx1 rail0 - leaf1 1/1`, called C1, C2 …; several links are parted by `+`. */
function drawn(...texts: readonly string[]): Design {
  const cables = texts.map((text, n): Cable => {
    const links = text.split(' + ').map((link) => {
      const [a = '', b = ''] = link.split(' - ');
      return [a, b].map((end) => {
        const [device = '', ...port] = end.split(' ');
        return portNamed(BARE, device, port.join(' '));
      });
    });
    const ends = { a: links.map(([a]) => a!), b: links.map(([, b]) => b!) };
    return newCable({ id: `c${n + 1}`, label: `C${n + 1}`, medium: 'mmf', ends });
  });
  const records: DesignRecord[] = [...recordsOf(BARE), ...cables];
  return designFromRecords(records);
}

function compared(design: Design, links: readonly string[], over = {}) {
  return compareNetwork(groundOf(design), foundNetwork(links, over));
}

/** Differences in short: `missing C1`, `swapped C1 C2`, `extra leaf1-dgx1`. */
function inShort(differences: readonly Difference[]): readonly string[] {
  return differences.map((difference) => {
    if (difference.kind === 'extra')
      return `extra ${difference.met.a.deviceId}-${difference.met.b.deviceId}`;
    if (difference.kind === 'swapped')
      return `swapped ${difference.drawn.map(({ cables }) => cables[0]?.label).join(' ')}`;
    return `${difference.kind} ${difference.drawn.cables.map(({ label }) => label).join('+')}`;
  });
}

const TWO = ['dgx1 rail0 - leaf1 1/1', 'dgx2 rail0 - leaf1 1/2'] as const;

test('what is as it is drawn, in whatever names, differs in nothing', () => {
  const { differences, agreed, names, ports } = compared(drawn(...TWO), [
    'LEAF1.example.net 1 - dgx1 mlx5_0',
    'dgx2 HCA 1 - leaf1 P2',
  ]);
  expect([differences, names, ports, agreed]).toEqual([[], [], [], 2]);
});

describe('differences', () => {
  test('missing and extra', () => {
    const { differences } = compared(drawn(...TWO), [
      'leaf1 1 - dgx1 mlx5_0',
      'leaf1 40 - dgx2 mlx5_3',
    ]);
    expect(inShort(differences)).toEqual(['missing C2', 'extra leaf1-dgx2']);
  });

  test('two cables with each other’s ends are one difference', () => {
    const { differences } = compared(drawn(...TWO), [
      'leaf1 2 - dgx1 mlx5_0',
      'leaf1 1 - dgx2 mlx5_0',
    ]);
    expect(inShort(differences)).toEqual(['swapped C1 C2']);
  });

  test('three in a ring are one as well', () => {
    const design = drawn(...TWO, 'dgx3 rail0 - leaf1 2/1');
    const { differences } = compared(design, [
      'leaf1 2 - dgx1 mlx5_0',
      'leaf1 3 - dgx2 mlx5_0',
      'leaf1 1 - dgx3 mlx5_0',
    ]);
    expect(differences.map(({ kind }) => kind)).toEqual(['swapped']);
    expect(inShort(differences)[0]?.split(' ').sort()).toEqual(['C1', 'C2', 'C3', 'swapped']);
  });

  test('one end in another port is moved, and not missing with something extra', () => {
    const { differences } = compared(drawn(...TWO), [
      'leaf1 7 - dgx1 mlx5_0',
      'leaf1 2 - dgx2 mlx5_0',
    ]);
    expect(inShort(differences)).toEqual(['moved C1']);
  });

  test('degraded, and down with and without a peer', () => {
    const design = drawn(...TWO, 'dgx3 rail0 - leaf1 2/1');
    const { differences } = compared(design, [
      'leaf1 1 - dgx1 mlx5_0 (degraded)',
      'leaf1 2 - nothing (down)',
      'leaf1 3 - dgx3 mlx5_0 (down)',
      'leaf1 40 - nothing (down)',
    ]);
    expect(inShort(differences)).toEqual(['degraded C1', 'missing C2', 'missing C3']);
    expect(differences.map((each) => each.kind === 'missing' && each.down?.note)).toEqual([
      false,
      'line 2',
      'line 3',
    ]);
  });

  test('a port that is split has several links', () => {
    const split = 'eth1 swp1 - dgx1 rail0 + eth1 swp1 - dgx2 rail0';
    const right = ['eth1 swp1s0 - dgx1 rail0', 'eth1 swp1s1 - dgx2 rail0'];
    expect(compared(drawn(split), right)).toMatchObject({ agreed: 2, differences: [] });
    expect(inShort(compared(drawn(split), right.slice(1)).differences)).toEqual(['missing C1']);
  });
});

describe('what a file does not look at, it does not miss', () => {
  const design = drawn(...TWO, 'dgx1 storage1 - eth1 swp1', 'spine1 1/1 - leaf1 32/2');

  test('another fabric', () => {
    const { differences } = compared(design, [
      'leaf1 1 - dgx1 mlx5_0',
      'leaf1 2 - dgx2 mlx5_0',
      'leaf1 64 - spine1 1',
    ]);
    expect(differences).toEqual([]);
  });

  test('but a node that is in no link of its switch is missed', () => {
    const { differences } = compared(design, ['leaf1 1 - dgx1 mlx5_0', 'leaf1 64 - spine1 1']);
    expect(inShort(differences)).toEqual(['missing C2']);
  });

  test('a file about links between switches misses no node', () => {
    const { differences } = compared(design, ['leaf1 64 - spine1 1'], { format: 'ptm' });
    expect(differences).toEqual([]);
  });

  test('of LLDP only what the device that looked around would see', () => {
    const links = drawn(...TWO, 'dgx1 rail1 - leaf2 1/1', 'dgx2 rail1 - leaf1 3/1');
    const { differences } = compared(links, ['leaf1 1 - dgx1 rail0', 'leaf1 2 - dgx2 rail0'], {
      format: 'lldp',
    });
    expect(inShort(differences)).toEqual(['missing C4']);
  });
});

describe('names that mean nothing here', () => {
  test('devices are told once, with how often they are named', () => {
    const { names, differences } = compared(drawn(...TWO), [
      'leaf1 1 - dgx1 mlx5_0',
      'leaf1 2 - dgx2 mlx5_0',
      'core 1 - leaf1 3',
      'core 2 - leaf1 4',
    ]);
    expect(differences).toEqual([]);
    expect(names).toMatchObject([{ name: 'core', why: 'unknown', links: 2 }]);
  });

  test('an alias makes them known', () => {
    const { names, agreed } = compared(drawn(TWO[0]), ['switch-a 1 - dgx1 mlx5_0'], {
      aliases: [{ name: 'switch-a', deviceId: 'leaf1' }],
    });
    expect([names, agreed]).toEqual([[], 1]);
  });

  test('a link with an unknown port is taken for the one that is drawn there', () => {
    const { ports, differences, agreed } = compared(drawn(...TWO), [
      'leaf1 1 - dgx1 ib-left',
      'leaf1 port-x - dgx2 ib-left',
    ]);
    expect(differences).toEqual([]);
    expect(agreed).toBe(2);
    expect(ports.map(({ device, ports: names }) => [device.name, ...names])).toEqual([
      ['dgx1', 'ib-left'],
      ['leaf1', 'port-x'],
      ['dgx2', 'ib-left'],
    ]);
  });
});

test('patch panels are passed through, and the link is of all its cables', () => {
  const design = drawn('leaf1 1/1 - panel1 1', 'panel1 R1 - panel2 R1', 'panel2 1 - spine1 1/1');
  expect(compared(design, ['leaf1 1 - spine1 1'])).toMatchObject({ agreed: 1, differences: [] });
  expect(inShort(compared(design, ['leaf1 2 - spine1 2']).differences)).toEqual([
    'missing C1+C2+C3',
    'extra leaf1-spine1',
  ]);
});
