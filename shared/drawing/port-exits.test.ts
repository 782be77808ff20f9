import { expect, test } from 'vitest';
import { CATALOG_TYPES } from '../catalog/index.ts';
import { faceChannels } from '../routing/face-channels.ts';
import { portExits } from './port-exits.ts';

test('cables are drawn about the way that is measured: their lanes lie evenly to both sides of it', () => {
  let openings = 0;
  for (const type of CATALOG_TYPES) {
    for (const face of ['front', 'rear'] as const) {
      const exits = portExits(type, face);
      for (const { cages, nearMm, farMm, middleMm } of faceChannels(type, face)) {
        const lanes = cages.map(({ id }) => exits.get(id)!);
        const mean = lanes.reduce((sum, y) => sum + y, 0) / lanes.length;
        expect(mean).toBeCloseTo(middleMm, 9);
        expect(new Set(lanes).size).toBe(lanes.length);
        for (const y of lanes) {
          expect(y).toBeGreaterThan(Math.min(nearMm, farMm));
          expect(y).toBeLessThan(Math.max(nearMm, farMm));
        }
        openings += lanes.length;
      }
    }
  }
  expect(openings).toBeGreaterThan(500);
});
