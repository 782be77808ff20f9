import { describe, expect, it } from 'vitest';
import { hall } from '../connect/fixture-hall.ts';
import type { Design } from '../model/design.ts';
import { newCable } from '../model/new-cable.ts';
import { labelFaults, renamedBy } from './index.ts';

const design = hall({ nodes: 4, leaves: 2 });

function withCables(
  labels: Readonly<Record<string, readonly [node: string, rail: string]>>,
): Design {
  const cables = Object.entries(labels).map(([label, [node, port]], index) =>
    newCable({
      id: `cable-${index}`,
      label,
      medium: 'mmf',
      ends: {
        a: [{ deviceId: `device-${node}`, portId: port }],
        b: [{ deviceId: 'device-leaf-1', portId: `osfp-${index + 1}.1` }],
      },
    }),
  );
  return { ...design, cables: new Map(cables.map((each) => [each.id, each])) };
}

const mixed = withCables({
  x: ['dgx-01', 'osfp-2.1'],
  y: ['dgx-03', 'osfp-1.1'],
  z: ['dgx-01', 'osfp-1.1'],
});

describe('renaming by the template', () => {
  it('numbers cables as one meets them: from the top down, port by port', () => {
    const names = renamedBy(mixed, '').map(({ cable, name }) => [cable.label, name]);
    expect(names).toEqual([
      ['y', 'C0001'],
      ['z', 'C0002'],
      ['x', 'C0003'],
    ]);
  });

  it('leaves alone, and gives nobody, the names of other cables', () => {
    const taken = withCables({ C0002: ['dgx-01', 'osfp-2.1'], b: ['dgx-03', 'osfp-1.1'] });
    expect(renamedBy(taken, '', new Set(['cable-1'])).map(({ name }) => name)).toEqual(['C0003']);
  });

  it('gives every cable a name of its own, whatever the template', () => {
    for (const template of ['', '{rack}', '{medium}-{n:2}', '{device}:{port}']) {
      const names = renamedBy(mixed, template).map(({ name }) => name);
      expect(new Set(names).size).toBe(3);
    }
  });
});

describe('what is wrong with labels', () => {
  it('nothing in the usual ones', () => {
    expect(labelFaults(mixed)).toEqual({ labels: 6, longest: 23, twice: new Map(), tooLong: [] });
  });

  it('those that are printed twice, with their cables, and those over the limit', () => {
    const { settings } = mixed;
    const cabling = { ...settings.cabling, labelTemplate: '{rack}', labelLimit: 2 };
    const faults = labelFaults({ ...mixed, settings: { ...settings, cabling } });
    expect(faults.twice.get('L01')).toEqual(['cable-0', 'cable-1', 'cable-2']);
    expect(faults.tooLong).toEqual(['cable-0', 'cable-1', 'cable-2']);
  });
});
