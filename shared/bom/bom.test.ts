import { describe, expect, it } from 'vitest';
import { analyse } from '../analysis/index.ts';
import { designFromRecords, recordsOf } from '../model/design.ts';
import { newCable } from '../model/new-cable.ts';
import { buildSample, SAMPLES } from '../samples/index.ts';
import { billOfMaterials, itemText } from './index.ts';

const sum = (lines: readonly { readonly drawn: number }[]): number =>
  lines.reduce((total, { drawn }) => total + drawn, 0);

describe.each(SAMPLES.map(({ id }) => id))('the bill of materials of %s', (id) => {
  const design = buildSample(id);
  const lines = billOfMaterials(design, analyse(design));

  it('adds up to what is drawn', () => {
    const of = (...groups: string[]) => lines.filter(({ group }) => groups.includes(group));
    expect(sum(of('device', 'accessory'))).toBe(design.devices.size);
    expect(sum(of('cable'))).toBe(design.cables.size);
  });

  it('names no two lines alike', () => {
    const names = lines.map((line) => JSON.stringify([line.group, itemText(line), line]));
    expect(new Set(names).size).toBe(lines.length);
  });
});

describe('transceivers', () => {
  it('are one a twin-port cage, and none for copper', () => {
    const design = buildSample('superpod-su');
    const lines = billOfMaterials(design, analyse(design));
    const loose = lines.filter(({ group }) => group === 'transceiver');
    // 252 links of fibre: 31 nodes have four twin-port cages each; 8 leaves take 31 links in 16 cages of two,
    // four of them a link of the manager in the sixteenth; the manager has four cages of its own.
    expect(loose.map((line) => [itemText(line), line.drawn])).toEqual([
      ['OSFP transceiver 2 × 400G, Multimode fibre, DSP optics', 31 * 4 + 8 * 16],
      ['OSFP transceiver 400G, Multimode fibre, DSP optics', 4],
    ]);
  });
});

describe('spares', () => {
  const plain = buildSample('first-rack');
  const withSpares = (sparePercent: number) => ({
    ...plain,
    settings: { ...plain.settings, cabling: { ...plain.settings.cabling, sparePercent } },
  });

  it('are a share of each line of cables, rounded up', () => {
    const design = withSpares(10);
    for (const line of billOfMaterials(design, analyse(design))) {
      const counts = line.group === 'cable' || line.group === 'transceiver';
      expect(line.spare).toBe(counts ? Math.ceil(line.drawn / 10) : 0);
    }
  });

  it('are none where none are wanted', () => {
    const lines = billOfMaterials(plain, analyse(plain));
    expect(lines.every(({ spare }) => spare === 0)).toBe(true);
  });
});

describe('cables', () => {
  it('of another part number, gauge or length are lines of their own', () => {
    const plain = buildSample('first-rack');
    const [cable] = plain.cables.values();
    const change = (more: Partial<typeof cable>) =>
      designFromRecords(
        [...recordsOf(plain)].map((record) =>
          record.id === cable!.id && record.kind === 'cable'
            ? newCable({ ...record, ...more })
            : record,
        ),
      );
    const count = (design: typeof plain) =>
      billOfMaterials(design, analyse(design)).filter(({ group }) => group === 'cable').length;
    expect(count(change({ part: 'P-1' }))).toBe(count(plain) + 1);
    expect(count(change({ lengthM: 42 }))).toBe(count(plain) + 1);
  });
});
