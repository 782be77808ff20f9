/** Rule `bundle`: bundles that are thicker than what they hang in front of, or than the way they take. */
import { pathwayFills } from '../catalog/index.ts';
import type { Rack } from '../model/records.ts';
import { RACK_UNIT_MM } from '../units/length.ts';
import type { FacesAir } from './air-rule.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { Placed } from './rack-neighbours.ts';
import type { Explanation } from './types.ts';

/** The finding of a bundle that is thicker than its device is high, or null. */
export function bundleFinding(
  rack: Rack,
  { device, type }: Placed,
  faces: FacesAir,
): FindingSource | null {
  const heightMm = type.heightU * RACK_UNIT_MM;
  const face = faces.front.cover.widestMm >= faces.rear.cover.widestMm ? 'front' : 'rear';
  const { cover, cables } = faces[face];
  if (device.mount === 'side' || cover.widestMm <= heightMm) return null;
  return makeFinding({ id: `bundle:${device.id}`, rule: 'bundle', severity: 'warning' }, () => ({
    subjects: [subjectOf(device), subjectOf(rack)],
    message: `bundle.tall.${face}`,
    values: {
      device: words(device.name),
      cables: count(cables),
      diameter: quantity(cover.widestMm, 'mm', 'derived'),
      height: quantity(heightMm, 'mm', 'datasheet'),
      excess: quantity(cover.widestMm - heightMm, 'mm', 'derived'),
      left: quantity(cover.leftMm, 'mm', 'derived'),
      right: quantity(cover.rightMm, 'mm', 'derived'),
    },
    explanation: [BUNDLE_RULE],
  }));
}

const BUNDLE_RULE: Explanation = {
  formula: 'D = max(exact packing for n <= 19, d*sqrt(n/0.694))',
  where: { D: 'diameter', n: 'cables' },
  sources: ['physics.md, section 3.2', 'S49', 'S50'],
};

/** A ladder or trough may be filled to this share, which a side strip is held against (S46). */
const FILL_MAX = Math.max(...pathwayFills.map(({ fillMax }) => fillMax));

/** The finding of side strips that are too full, or null. */
export function stripFinding(rack: Rack, fill: number | null): FindingSource | null {
  if (fill === null || fill <= FILL_MAX) return null;
  return makeFinding(
    { id: `bundle:${rack.id}:strip`, rule: 'bundle', severity: fill > 1 ? 'error' : 'warning' },
    () => ({
      subjects: [subjectOf(rack)],
      message: 'bundle.strip',
      values: {
        rack: words(rack.name),
        fill: quantity(100 * fill, '%', 'assumed'),
        limit: quantity(100 * FILL_MAX, '%', 'datasheet'),
      },
      explanation: [
        {
          formula: 'fill = sum(pi*d^2/4)/A, A = strip width * 150 mm [assumed]',
          where: { fill: 'fill' },
          sources: ['physics.md, section 3.3', 'S46'],
        },
      ],
    }),
  );
}
