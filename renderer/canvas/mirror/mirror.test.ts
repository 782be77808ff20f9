import { beforeAll, describe, expect, it } from 'vitest';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { benchScene } from '../../../test/bench/scene.ts';
import { rackNotes } from '../scene/rack-notes.ts';
import { freeSpans } from './free-spans.ts';
import { labelOf } from './mirror-labels.ts';
import {
  childrenOf,
  keyOf,
  type MirrorNode,
  nodeOf,
  nodeStands,
  rootNodes,
  targetOf,
} from './mirror-tree.ts';
import { walk } from './mirror-walk.ts';
import { mirrorLines } from './mirror-window.ts';

let design: Design;
let rack: MirrorNode;
let leaf: MirrorNode;

beforeAll(() => {
  design = buildSample('first-rack');
  rack = { kind: 'rack', rackId: orderedRacks(design)[0]!.id };
  const device = [...design.devices.values()].find(({ name }) => name === 'leaf-1')!;
  leaf = { kind: 'device', deviceId: device.id };
});

function walked(from: MirrorNode, ...keys: readonly string[]): MirrorNode {
  return keys.reduce((node, key) => walk(design, node, key) ?? node, from);
}

function read(node: MirrorNode): string {
  return labelOf(design, rackNotes(null), node, null);
}

describe('walking the mirror with arrow keys', () => {
  it('goes from the row into its rack, and left again out of it', () => {
    const row = rootNodes(design)[0]!;
    expect(walked(row, 'ArrowRight')).toEqual(rack);
    expect(walked(row, 'ArrowRight', 'ArrowLeft')).toEqual(row);
  });

  it('goes down a rack from its top, free room included', () => {
    const first = walked(rack, 'ArrowRight');
    expect(read(first)).toBe('Free, U39 to U42 front');
    expect(walked(first, 'ArrowDown')).toEqual(leaf);
  });

  it('stays on the last thing at the end and on a port that holds nothing', () => {
    const last = walked(leaf, 'End');
    expect(walked(last, 'ArrowDown')).toEqual(last);
    const port = walked(leaf, 'ArrowRight');
    expect(walked(port, 'ArrowRight')).toEqual(port);
  });

  it('leaves all other keys alone', () => {
    expect(walk(design, leaf, 'Enter')).toBeNull();
  });
});

describe('what is read out', () => {
  it('names a device with its place and its ports', () => {
    expect(read(leaf)).toBe('leaf-1, QM9700, 1 U at U38 rear, 5 of 67 ports used');
  });

  it('names a rack with its used units', () => {
    expect(read(rack)).toBe('A01, 12 of 42 U used, 6 devices');
  });

  it('says where the cable in a port goes, and that a port is free', () => {
    const ports = childrenOf(design, leaf).map(read);
    expect(ports.some((text) => / to gpu-1 /.test(text))).toBe(true);
    expect(ports.some((text) => text.endsWith(', free'))).toBe(true);
  });
});

describe('the part of the tree that stands in the page', () => {
  it('opens what the focus lies in and tells every place among its siblings', () => {
    const lines = mirrorLines(design, leaf);
    const open = lines.filter((line) => line.expanded).map((line) => line.node.kind);
    expect(open).toEqual(['row', 'rack']);
    const line = lines.find((each) => each.key === keyOf(leaf));
    expect(line).toMatchObject({ level: 3, position: 2, expanded: false });
  });

  it('stays small in a hall of 1,000 racks', () => {
    const hall = benchScene({ racks: 1000, devices: 24_000, cables: 0 });
    const device = [...hall.devices.keys()][12_000]!;
    expect(mirrorLines(hall, { kind: 'device', deviceId: device }).length).toBeLessThan(200);
  });
});

describe('nodes and what the canvas points at', () => {
  it('finds the node of what it named', () => {
    const port = walked(leaf, 'ArrowRight');
    for (const node of [rack, leaf, port]) {
      expect(nodeOf(design, targetOf(design, node)!)).toEqual(node);
    }
  });

  it('no longer stands when the design has lost it', () => {
    expect(nodeStands(design, { kind: 'device', deviceId: 'gone' })).toBe(false);
  });
});

describe('free room of a rack', () => {
  it('is what devices and their depth leave, and with them makes up the whole rack', () => {
    const record = orderedRacks(design)[0]!;
    const spans = freeSpans(design, record, 'front');
    const free = spans.reduce((sum, span) => sum + span.topU - span.bottomU + 1, 0);
    expect(free).toBe(record.heightU - 12);
    expect(spans[0]).toEqual({ bottomU: 39, topU: 42 });
  });
});
