import { describe, expect, it } from 'vitest';
import { checkReferences } from '../../electron/storage/check-records.ts';
import { HALLS } from './sizes-in-window.ts';

describe('halls that are measured', () => {
  it.each(HALLS)('$name hold what is said of them, and can be saved', ({ scene, build }) => {
    const design = build(scene);
    expect(() => {
      checkReferences(design);
    }).not.toThrow();
    expect({
      racks: design.racks.size,
      devices: design.devices.size,
      cables: design.cables.size,
    }).toEqual(scene);
  });
});
