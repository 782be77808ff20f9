import { describe, expect, it } from 'vitest';
import { buildSample } from '../samples/index.ts';
import { centreOfGravity } from './centre-of-gravity.ts';
import { designFromRecords, recordsOf } from './design.ts';
import { FRAME_BOTTOM_MM } from './rack-geometry.ts';
import type { Device } from './records.ts';

const sample = buildSample('first-rack');
const [rack] = [...sample.racks.values()];
const [first] = [...sample.devices.values()].filter(
  ({ mount, typeId }) => mount === 'rails' && sample.deviceTypes.get(typeId)?.heightU === 1,
);
const type = sample.deviceTypes.get(first!.typeId)!;
const heavy = (weight: number | null) => ({
  ...type,
  weightKg: weight === null ? null : ({ value: weight, provenance: 'measured' } as const),
});

function loaded(weight: number | null, units: readonly number[]) {
  const devices = units.map((u): Device => ({ ...first!, id: `at-${u}`, u }));
  const others = [...recordsOf(sample)].filter(({ kind, id }) => {
    return kind !== 'device' && kind !== 'cable' && id !== type.id;
  });
  return designFromRecords([...others, heavy(weight), ...devices] as never);
}

describe('the centre of gravity of a rack', () => {
  it('is in the middle of its one device', () => {
    const found = centreOfGravity(loaded(10, [1]), rack!);
    expect(found?.heightMm).toBeCloseTo(FRAME_BOTTOM_MM + 44.45 / 2, 6);
    expect(found?.whole).toBe(true);
  });

  it('is half way between two alike', () => {
    const found = centreOfGravity(loaded(10, [1, 11]), rack!);
    expect(found?.heightMm).toBeCloseTo(FRAME_BOTTOM_MM + 5.5 * 44.45, 6);
  });

  it('is unknown where no weight is known', () => {
    expect(centreOfGravity(loaded(null, [1]), rack!)).toBeNull();
  });
});
