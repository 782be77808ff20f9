/** Rule `bundle`, one device: bundles that cover the neighbours, cross the face, or leave by one side only. */
import { unitMm } from '../model/rack-geometry.ts';
import { middleFinding, splitFinding } from './bundle-sides.ts';
import { coveredInWords, coveredNeighbours } from './covered-neighbours.ts';
import { type DeviceBundles, runningOn, squaresOf, thickestPassing } from './device-bundles.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { Explanation } from './types.ts';

/** The findings about the bundles of a device on the rails that has cables. */
export function bundleFindings(bundles: DeviceBundles): readonly FindingSource[] {
  const tall = tallFinding(bundles);
  const middle = middleFinding(bundles);
  const split = splitFinding(bundles);
  if (!tall && !middle && !split) return NONE;
  return [tall, middle, split].filter((finding) => finding !== null);
}
const NONE: readonly FindingSource[] = [];

/** The finding of a bundle that is thicker than its device is high, or null. */
function tallFinding(bundles: DeviceBundles): FindingSource | null {
  const { rack, placed, neighbours, faces, packing } = bundles;
  const { device, type } = placed;
  const heightMm = type.heightU * unitMm(rack);
  const face = faces.front.cover.widestMm >= faces.rear.cover.widestMm ? 'front' : 'rear';
  const { cover } = faces[face];
  const excessMm = cover.widestMm - heightMm;
  if (excessMm <= 0) return null;
  return makeFinding({ id: `bundle:${device.id}`, rule: 'bundle', severity: 'warning' }, () => {
    const covered = coveredNeighbours(rack, placed, neighbours, face, excessMm / 2);
    const cables = runningOn(bundles.plugs, face).length;
    const passing = thickestPassing(bundles.plugs, face, packing.value);
    return {
      subjects: [
        subjectOf(device),
        subjectOf(rack),
        ...covered.map((one) => subjectOf(one.placed.device)),
      ],
      message: `bundle.tall.${face}`,
      values: {
        device: words(device.name),
        cables: count(cables),
        passing: count(passing.length),
        squares: quantity(squaresOf(passing), 'mm²', 'derived'),
        diameter: quantity(cover.widestMm, 'mm', 'derived'),
        packing: quantity(packing.value, '', packing.provenance),
        height: quantity(heightMm, 'mm', 'datasheet'),
        excess: quantity(excessMm, 'mm', 'derived'),
        each: quantity(excessMm / 2, 'mm', 'derived'),
        covered: words(coveredInWords(covered)),
        left: quantity(cover.leftMm, 'mm', 'derived'),
        right: quantity(cover.rightMm, 'mm', 'derived'),
      },
      explanation: [
        BUNDLE_RULE,
        {
          formula: 'c = (D - H)/2 over each neighbour',
          where: { c: 'each', D: 'diameter', H: 'height' },
          sources: ['geometry of the rack; the bundle hangs before the middle of its device'],
        },
      ],
    };
  });
}

const BUNDLE_RULE: Explanation = {
  formula:
    'D = max(exact packing for n <= 19, sqrt(S/phi)), S = sum of d^2 where the bundle is thickest',
  where: { D: 'diameter', n: 'passing', S: 'squares', phi: 'packing' },
  sources: ['physics.md, section 3.2', 'S49', 'S50'],
};
