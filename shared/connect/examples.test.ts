import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import type { Device } from '../model/records.ts';
import { SAMPLES } from '../samples/index.ts';
import { examplePatterns, portNamings } from './examples.ts';
import { expandPattern } from './expand.ts';
import { hall } from './fixture-hall.ts';
import { familiesOf, familyText } from './name-families.ts';
import { parsePattern } from './pattern.ts';

describe('examples', () => {
  const design = hall({ nodes: 12, leaves: 8 });

  it('are made from the names of the design', () => {
    expect(examplePatterns(design, [])).toEqual([
      { does: 'rails', pattern: 'dgx-[01-12]:rail{r} -> leaf-{r+1}:free' },
      { does: 'one-switch', pattern: 'dgx-[01-12]:storage1 -> leaf-1:free' },
    ]);
  });

  it('speak of the devices that are selected', () => {
    const some = [...design.devices.values()].filter(({ name }) => /^dgx-0[2-4]$/.test(name));
    expect(examplePatterns(design, some)[0]?.pattern).toBe(
      'dgx-[02-04]:rail{r} -> leaf-{r+1}:free',
    );
  });

  it('go round where there are fewer switches than rails', () => {
    const few = hall({ nodes: 2, leaves: 4 });
    expect(examplePatterns(few, [])[0]?.pattern).toBe('dgx-[01-02]:rail{r} -> leaf-{r%4+1}:free');
  });

  it('of every sample can be read, and each of their ends is there', () => {
    for (const sample of SAMPLES) {
      const built = sample.build();
      const examples = examplePatterns(built, []);
      expect(examples.length).toBeGreaterThan(0);
      for (const { pattern } of examples) {
        const parsed = parsePattern(pattern);
        expect(parsed.ok, pattern).toBe(true);
        if (!parsed.ok) continue;
        const { pairs } = expandPattern(built, parsed.value);
        expect(pairs.length, pattern).toBeGreaterThan(0);
        expect(
          pairs.filter(({ a, b }) => a.end === 'none' || b.end === 'none'),
          pattern,
        ).toEqual([]);
      }
    }
  });

  it('of an empty design there are none', () => {
    const none: readonly Device[] = [];
    expect(examplePatterns(hall({ nodes: 0, leaves: 0 }), none)).toEqual([]);
  });
});

it('names are written as families, those with gaps by themselves', () => {
  const texts = (...names: readonly string[]) => familiesOf(names).map(familyText);
  expect(texts('leaf-1', 'leaf-2', 'leaf-4')).toEqual(['leaf-[1-2,4]']);
  expect(texts('dgx-01', 'dgx-02')).toEqual(['dgx-[01-02]']);
  expect(texts('1/1', '1/2', '2/1', '2/2')).toEqual(['[1-2]/[1-2]']);
  expect(texts('1/1', '1/2', '2/1')).toEqual(['1/1', '1/2', '2/1']);
  expect(texts('a[1]', 'bmc')).toEqual([String.raw`a\[1\]`, 'bmc']);
});

it('the ports of a type, as a pattern writes them', () => {
  expect(portNamings(catalogType('catalog:nvidia-dgx-h100')).slice(0, 4)).toEqual([
    { text: 'rail[0-7]', count: 8, of: 'data' },
    { text: 'storage[1-4]', count: 4, of: 'data' },
    { text: 'bmc', count: 1, of: 'other' },
    { text: 'usb', count: 1, of: 'other' },
  ]);
  expect(portNamings(catalogType('catalog:nvidia-qm9700'))[0]).toEqual({
    text: '[1-32]/[1-2]',
    count: 64,
    of: 'data',
  });
});
