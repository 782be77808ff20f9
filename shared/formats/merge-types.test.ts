import { describe, expect, it } from 'vitest';
import { emptyDesign } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { mergeTypes, TypeMerge } from './merge-types.ts';
import { importDeviceTypes } from './netbox/device-type-import.ts';

function typeOf(more: string): DeviceType {
  const [document] = importDeviceTypes(
    `manufacturer: Acme\nmodel: X1\nslug: acme-x1\nu_height: 1\nis_full_depth: true\n${more}`,
  );
  if (document?.status !== 'imported') throw new Error(JSON.stringify(document));
  return document.type;
}

// `fromEntries` forgets which fields there were; they are all there again.
const reversed = (type: DeviceType): DeviceType =>
  Object.fromEntries(Object.entries(type).reverse()) as unknown as DeviceType;

describe('types that come into a design', () => {
  it('are added, known again whatever the order of their fields, or put beside another of their name', () => {
    const [one, other] = [typeOf(''), typeOf('weight: 3\nweight_unit: kg\n')];
    const { diff, merged } = mergeTypes(emptyDesign('x'), [one, reversed(one), other, other, one]);
    expect(merged.map(({ outcome }) => outcome)).toEqual([
      'added',
      'already-there',
      'name-taken',
      'already-there',
      'already-there',
    ]);
    expect(diff.added.map(({ id }) => id)).toEqual(['netbox:acme-x1', 'netbox:acme-x1~2']);
  });

  it('differ by a single figure', () => {
    const merge = new TypeMerge([typeOf('weight: 3\nweight_unit: kg\n')]);
    expect(merge.take(typeOf('weight: 4\nweight_unit: kg\n')).outcome).toBe('name-taken');
    expect(merge.take(typeOf('weight: 3\nweight_unit: kg\n')).outcome).toBe('already-there');
  });
});
