import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, DesignRecord, Device, Growth } from '../model/records.ts';
import { design, device, found, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';

/** Four cages of two ports. */
const NODE = {
  ...workedSwitch(),
  id: 'node',
  model: 'Node',
  category: 'node' as const,
  cages: workedSwitch().cages.slice(0, 4),
  ports: workedSwitch().ports.slice(0, 8),
};
/** A switch of eight ports. */
const SWITCH = { ...NODE, id: 'worked', model: 'Switch', category: 'switch' as const };

const node = (n: number): Device => device(`node-${n}`, 10 + n, { typeId: 'node' });
const leaf = (n: number, over: Partial<Device> = {}): Device => device(`leaf-${n}`, n, over);

/** Fibre from a node's port to a leaf's port. */
function wire(n: number, at: string, to: number, onLeaf: string, over: Partial<Cable> = {}): Cable {
  return newCable({
    id: `cable-${n}-${to}-${at}`,
    label: '',
    medium: 'smf',
    fabric: 'compute',
    ends: {
      a: [{ deviceId: `node-${n}`, portId: at }],
      b: [{ deviceId: `leaf-${to}`, portId: onLeaf }],
    },
    ...over,
  });
}

/** Two nodes, each with one link to the first and two to the second leaf. */
const PAIR: readonly DesignRecord[] = [
  NODE,
  leaf(1),
  leaf(2),
  node(1),
  node(2),
  wire(1, 'port-0a', 1, 'port-0a'),
  wire(1, 'port-0b', 2, 'port-0a'),
  wire(1, 'port-1a', 2, 'port-0b'),
  wire(2, 'port-0a', 1, 'port-1a'),
  wire(2, 'port-0b', 2, 'port-1a'),
  wire(2, 'port-1a', 2, 'port-1b'),
];

function grown(records: readonly DesignRecord[], ...growth: readonly Growth[]) {
  return analyse(design(records, SWITCH, { growth }));
}
const more = (count: number, typeId = 'node'): Growth => ({ typeId, count });

describe('what is to come', () => {
  // leaf-1 has 8 - 2 = 6 ports, leaf-2 8 - 4 = 4, of which a node takes two: 2 more nodes.
  test.each([
    { wanted: 1, fits: true },
    { wanted: 2, fits: true },
    { wanted: 3, fits: false },
  ])(
    '$wanted more nodes: fits is $fits; the leaf with two links a node runs out first',
    ({ wanted, fits }) => {
      const finding = found(grown(PAIR, more(wanted)), 'ports:growth:node:compute')!;
      expect(finding.severity).toBe(fits ? 'note' : 'warning');
      expect(finding.subjects[0]?.id).toBe('leaf-2');
      expect(valueOf(finding, 'room')).toBe(2);
      expect(valueOf(finding, 'free')).toBe(4);
      expect(valueOf(finding, 'links')).toBe(2);
      const [formula] = finding.explanation;
      expect(formula?.formula).toBe(fits ? 'N_new <= N' : 'N_new > N; n = N + 1');
      if (!fits) expect(finding.message).toContain('number 3 finds no port (compute): leaf-2 runs');
    },
  );

  test('the first switch runs out first where two links a node go there, or both are as full', () => {
    const swapped = PAIR.map((record): DesignRecord => {
      if (record.kind !== 'cable') return record;
      const [onLeaf] = record.ends.b;
      const deviceId = onLeaf?.deviceId === 'leaf-1' ? 'leaf-2' : 'leaf-1';
      return { ...record, ends: { ...record.ends, b: [{ ...onLeaf!, deviceId }] } };
    });
    const first = found(grown(swapped, more(1)), 'ports:growth:node:compute')!;
    expect(first.subjects[0]?.id).toBe('leaf-1');
    expect([valueOf(first, 'room'), valueOf(first, 'links')]).toEqual([2, 2]);
    const even = PAIR.filter(({ id }) => !id.endsWith('port-1a'));
    const both = found(grown(even, more(1)), 'ports:growth:node:compute')!;
    expect(both.subjects[0]?.id).toBe('leaf-1');
    expect(valueOf(both, 'room')).toBe(6);
  });

  test('ports kept free are there for it', () => {
    const kept = PAIR.map((record) =>
      record.id === 'leaf-2' ? leaf(2, { reserved: ['port-2a', 'port-2b', 'port-3a'] }) : record,
    );
    const finding = found(grown(kept, more(2)), 'ports:growth:node:compute')!;
    expect(valueOf(finding, 'room')).toBe(2);
    expect(valueOf(finding, 'free')).toBe(1);
    expect(valueOf(finding, 'reserved')).toBe(3);
    const room = grown(kept).findings.find(({ id }) => id.startsWith('ports:room:'));
    expect(valueOf(room, 'room')).toBe(2);
  });

  test('one finding per fabric', () => {
    const storage = wire(1, 'port-3a', 1, 'port-3b', { fabric: 'storage' });
    const nameless = wire(2, 'port-3a', 1, 'port-3a', { fabric: '' });
    const { findings } = grown([...PAIR, storage, nameless], more(4));
    const ofGrowth = findings.filter(({ id }) => id.startsWith('ports:growth:'));
    expect(ofGrowth.map(({ id }) => id).sort()).toEqual([
      'ports:growth:node:',
      'ports:growth:node:compute',
      'ports:growth:node:storage',
    ]);
    expect(found(grown([...PAIR, nameless], more(4)), 'ports:growth:node:')?.message).toContain(
      '(no fabric)',
    );
    // leaf-1 has 8 - 4 = 4 ports left, one for each
    expect(
      valueOf(
        found(grown([...PAIR, storage, nameless], more(4)), 'ports:growth:node:storage'),
        'room',
      ),
    ).toBe(4);
  });

  test('the way with most room is filled first, then the others; shared switches are not filled twice', () => {
    // A third node hangs on leaf-1 and leaf-3 with as many links; leaf-3 has 8 - 2 = 6 ports.
    const third: readonly DesignRecord[] = [
      leaf(3),
      node(3),
      wire(3, 'port-0a', 1, 'port-2a'),
      wire(3, 'port-0b', 3, 'port-0a'),
      wire(3, 'port-1a', 3, 'port-0b'),
    ];
    const finding = found(grown([...PAIR, ...third], more(9)), 'ports:growth:node:compute')!;
    // leaf-1: 5 left; over leaf-3 go 6/2 = 3, then over leaf-2 2 of 4/2, with 5 - 3 = 2 left on leaf-1.
    expect(finding.subjects[0]?.id).toBe('leaf-3');
    expect(valueOf(finding, 'room')).toBe(5);
    expect(valueOf(finding, 'node')).toBe(6);
    expect(valueOf(finding, 'lackingNodes')).toBe(4);
    expect(valueOf(finding, 'nodes')).toBe(3);
    // One port less on leaf-1: 4 left, so that after the 3 over leaf-3 one more goes over leaf-2.
    const other = wire(3, 'port-3a', 1, 'port-3b', { fabric: 'storage' });
    const fewer = found(grown([...PAIR, ...third, other], more(9)), 'ports:growth:node:compute')!;
    expect(valueOf(fewer, 'room')).toBe(4);
  });

  test('a node that is half cabled is no example for the next', () => {
    const half = [node(3), wire(3, 'port-0a', 1, 'port-2a')];
    const finding = found(grown([...PAIR, ...half], more(1)), 'ports:growth:node:compute')!;
    expect(valueOf(finding, 'nodes')).toBe(2);
    expect(valueOf(finding, 'room')).toBe(2);
  });

  test('of two ways that are as common, the one with more links', () => {
    const single = PAIR.filter(({ id }) => !id.startsWith('cable-2'));
    const other = wire(2, 'port-0a', 1, 'port-1a');
    const finding = found(grown([...single, other], more(1)), 'ports:growth:node:compute')!;
    expect(valueOf(finding, 'links')).toBe(2);
  });

  test('without a cabled sibling it is unknown, with what would settle it', () => {
    for (const typeId of ['node', 'gone', catalogType('catalog:nvidia-dgx-h100').id]) {
      const finding = found(
        grown([NODE, leaf(1), node(1)], more(4, typeId)),
        `ports:growth:${typeId}`,
      );
      expect(finding).toMatchObject({
        severity: 'note',
        messageKey: 'analysis.ports.growth.unknown',
      });
      expect(finding?.missing).toHaveLength(1);
      expect(finding?.subjects).toEqual([
        { kind: 'deviceType', id: typeId, name: typeId === 'node' ? 'NVIDIA Node' : typeId },
      ]);
    }
  });
});
