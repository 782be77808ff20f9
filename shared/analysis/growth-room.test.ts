/** Room to grow: the patterns in which nodes hang, and how many more of them fit. */
import { describe, expect, test } from 'vitest';
import type { DeviceType } from '../model/device-type.ts';
import type { Cable } from '../model/records.ts';
import { design, device, found, link, valueOf, workedSwitch } from './fixture-design.ts';
import { type AttachmentPattern, attachmentOf, GrowthLedger, roomOn } from './growth.ts';
import { analyse } from './index.ts';

/** A switch of eight ports of 400 Gb/s in four cages, and a node with the same. */
const EIGHT: DeviceType = {
  ...workedSwitch(),
  cages: workedSwitch().cages.slice(0, 4),
  ports: workedSwitch().ports.slice(0, 8),
};
const NODE: DeviceType = { ...EIGHT, id: 'node', model: 'Node', category: 'node' };

const wire = (id: string, from: string, to: string): Cable => {
  const end = (at: string) => {
    const [deviceId = '', portId = ''] = at.split('/');
    return { deviceId, portId: `port-${portId}` };
  };
  return link(0, '', '', { id, medium: 'smf', ends: { a: [end(from)], b: [end(to)] } });
};
/** Two nodes, each with one link to the first leaf and two to the second; one of them the other way round. */
const WIRES = [
  wire('w1', 'node-1/0a', 'leaf-1/0a'),
  wire('w2', 'node-1/0b', 'leaf-2/0a'),
  wire('w3', 'node-1/1a', 'leaf-2/0b'),
  wire('w4', 'leaf-1/1a', 'node-2/0a'),
  wire('w5', 'leaf-2/1a', 'node-2/0b'),
  wire('w6', 'leaf-2/1b', 'node-2/1a'),
];
const node = (n: number) => device(`node-${n}`, 10 + n, { typeId: 'node' });
const DEVICES = [NODE, device('leaf-1', 1), device('leaf-2', 2), node(1), node(2)];
const KEY = 'node:compute:leaf-1+leaf-2*2';

describe('how many more nodes fit', () => {
  test('the tightest switch says: (8 - 2)/1 on the first, (8 - 4)/2 on the second', () => {
    const finding = found(analyse(design([...DEVICES, ...WIRES], EIGHT)), `ports:room:${KEY}`);
    expect(finding).toMatchObject({ severity: 'note', messageKey: 'analysis.ports.room.some' });
    const names = ['room', 'nodes', 'switches', 'full', 'free', 'reserved', 'links'];
    expect(names.map((name) => valueOf(finding, name))).toEqual([2, 2, 2, 1, 4, 0, 2]);
    expect(finding?.subjects.map(({ id }) => id)).toEqual(['leaf-2', 'leaf-1']);
    expect(finding?.values).toMatchObject({
      start: { value: 'leaf-1' },
      last: { value: 'leaf-2' },
      first: { value: 'leaf-2' },
      fabric: { value: 'compute' },
    });
  });

  test('says how many switches run out together', () => {
    const single = [wire('w1', 'node-1/0a', 'leaf-1/0a'), wire('w2', 'node-2/0a', 'leaf-1/0b')];
    const finding = found(
      analyse(design([...DEVICES, ...single], EIGHT)),
      'ports:room:node:compute:leaf-1',
    );
    expect([valueOf(finding, 'full'), valueOf(finding, 'room')]).toEqual([1, 6]);
  });

  test('none is a warning; a single node is no pattern', () => {
    const six: DeviceType = { ...EIGHT, ports: EIGHT.ports.slice(0, 5) };
    const finding = found(analyse(design([...DEVICES, ...WIRES], six)), `ports:room:${KEY}`);
    expect(finding).toMatchObject({ severity: 'warning', messageKey: 'analysis.ports.room.none' });
    const alone = analyse(design([...DEVICES, ...WIRES.slice(0, 3)], EIGHT));
    expect(found(alone, `ports:room:${KEY}`)).toBeUndefined();
  });

  test('kept ports are there for it, halves of a node are not', () => {
    expect(roomOn({ free: 3, reserved: 2 }, 2)).toBe(2);
    expect(roomOn({ free: 1, reserved: 0 }, 2)).toBe(0);
  });
});

describe('what hangs where', () => {
  const within = design([...DEVICES, ...WIRES], EIGHT);
  const of = (id: string, cables: readonly Cable[], type = EIGHT) =>
    attachmentOf(within, { device: device(id, 1), type }, cables);

  test('a switch with nodes, or without cables, is a leaf; with switches alone a spine', () => {
    expect(of('leaf-1', WIRES).role).toBe('leaf');
    expect(of('leaf-1', []).role).toBe('leaf');
    const up = wire('up', 'leaf-1/2a', 'leaf-2/2a');
    expect(of('leaf-1', [up]).role).toBe('spine');
    expect(of('leaf-2', [up]).role).toBe('spine');
    expect(of('leaf-1', [up, ...WIRES]).role).toBe('leaf');
  });

  test('what only stands there hangs on nothing', () => {
    for (const category of ['patch-panel', 'pdu', 'other'] as const) {
      expect(of('node-1', WIRES, { ...NODE, category })).toEqual({ role: null, patterns: [] });
    }
  });

  test('a node hangs by its links to switches, whichever way round its cables are', () => {
    for (const id of ['node-1', 'node-2'])
      expect(of(id, WIRES, NODE).patterns).toEqual([
        {
          key: KEY,
          typeId: 'node',
          fabric: 'compute',
          switches: [
            ['leaf-1', 1],
            ['leaf-2', 2],
          ],
        },
      ]);
    const between = wire('b', 'node-1/2a', 'node-2/2a');
    expect(of('node-1', [between], NODE).patterns).toEqual([]);
  });
});

describe('the ledger', () => {
  const pattern: AttachmentPattern = {
    key: KEY,
    typeId: 'node',
    fabric: 'compute',
    switches: [['leaf-1', 1]],
  };

  test('tells what changed since it was last asked, and forgets what is gone', () => {
    const ledger = new GrowthLedger();
    ledger.replace('node-1', [], [pattern]);
    ledger.replace('node-2', [], [pattern]);
    expect([...ledger.takeTouched().get(KEY)!.nodes]).toEqual(['node-1', 'node-2']);
    expect(ledger.takeTouched().size).toBe(0);
    ledger.touchSwitch('leaf-1');
    ledger.touchSwitch('leaf-2');
    expect([...ledger.takeTouched().keys()]).toEqual([KEY]);
    ledger.replace('node-1', [pattern], []);
    expect(ledger.ofType('node')).toHaveLength(1);
    expect(ledger.takeTouched().get(KEY)!.nodes.size).toBe(1);
    ledger.replace('node-2', [pattern], []);
    expect(ledger.ofType('node')).toEqual([]);
    expect([...ledger.takeTouched()]).toEqual([[KEY, null]]);
    ledger.touchSwitch('leaf-1');
    expect(ledger.takeTouched().size).toBe(0);
  });

  test('knows the patterns of a type, in the order of their keys', () => {
    const ledger = new GrowthLedger();
    const other = { ...pattern, key: 'node:a' };
    ledger.replace('node-1', [], [pattern, other]);
    ledger.replace('disk-1', [], [{ ...pattern, key: 'disk', typeId: 'disk' }]);
    expect(ledger.ofType('node').map((one) => one.pattern.key)).toEqual(['node:a', KEY]);
  });
});
