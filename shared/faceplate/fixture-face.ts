/** A type to draw on, for tests. */
import type { DeviceType } from '../model/device-type.ts';
import { countingIds, type IdSource } from '../model/ids.ts';
import { addCageGroup } from './add-parts.ts';
import { type CageGroup, usualGroup } from './cage-group.ts';
import { newType } from './new-type.ts';

/** An empty switch of full width. */
export function blankSwitch(heightU = 1): DeviceType {
  return newType('own', {
    manufacturer: 'Acme',
    model: 'One',
    heightU,
    width: 'full',
    category: 'switch',
  });
}

/** Two rows of sixteen OSFP belly to belly with two ports each: swp1s1 to swp32s2. */
export function twinOsfp(change: Partial<CageGroup> = {}): CageGroup {
  const start = {
    formFactor: 'osfp',
    face: 'front',
    xMm: 60,
    yMm: 5,
    rows: 2,
    columns: 16,
  } as const;
  const group = usualGroup(start, 'switch');
  return {
    ...group,
    pitchMm: 23.5,
    rowPitchMm: 20.66,
    cageName: 'swp{n}',
    group: 'osfp',
    ports: group.ports && {
      ...group.ports,
      count: 2,
      name: 'swp{n}s{p}',
      slug: '400gbase-x-osfp',
      speedGbps: 400,
      lanes: 4,
    },
    ...change,
  };
}

/** The switch with its cages; ids as they are counted. */
export function twinSwitch(ids: IdSource = countingIds()): DeviceType {
  return addCageGroup(blankSwitch(), twinOsfp(), ids).type;
}
