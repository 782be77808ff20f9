/** Rule `bundle`, one device: to which sides its cables leave a face, and what they cross on their way. */
import { deviceBox, typeFaceSeen } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import { bundleDiameterMm } from './bundle.ts';
import type { CablePlug } from './cable-plug.ts';
import { type DeviceBundles, runningOn, squaresOf } from './device-bundles.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';

/** Cables that lie over the other half of their own face. */
interface Crossing {
  readonly face: Face;
  readonly plugs: readonly CablePlug[];
  /** Openings of the device that lie behind them. */
  readonly cages: number;
}

/** Nearer than this to the middle of its face an opening belongs to both halves, mm. */
const MIDDLE_MM = 1;

/** The finding of cables that a person led across the middle of their face, or null. */
export function middleFinding(bundles: DeviceBundles): FindingSource | null {
  const { rack, placed, plugs: all } = bundles;
  const { device } = placed;
  if (!all.some(({ sideChosen }) => sideChosen)) return null;
  const [front, rear] = [crossingOn(bundles, 'front'), crossingOn(bundles, 'rear')];
  const worst = rear.cages > front.cages ? rear : front;
  if (worst.cages === 0) return null;
  const { face, plugs, cages } = worst;
  return makeFinding(
    { id: `bundle:${device.id}:middle`, rule: 'bundle', severity: 'warning' },
    () => ({
      subjects: [subjectOf(device), subjectOf(rack)],
      message: `bundle.middle.${face}`,
      values: { device: words(device.name), cables: count(plugs.length), cages: count(cages) },
      explanation: [
        {
          formula: 'N = openings between the plugs and the side that their n cables are led to',
          where: { N: 'cages', n: 'cables' },
          sources: ['geometry of the faceplate'],
        },
      ],
    }),
  );
}

function crossingOn({ rack, placed, plugs }: DeviceBundles, face: Face): Crossing {
  const { device, type } = placed;
  const crossing = plugs.filter(
    (plug) => plug.face === face && plug.sideChosen && plug.managerId === null,
  );
  if (crossing.length === 0) return { face, plugs: crossing, cages: 0 };
  const box = deviceBox(rack, device, type, face);
  const middle = box.x + box.width / 2;
  const over = crossing.filter(({ xMm, side }) =>
    side === 'right' ? xMm < middle - MIDDLE_MM : xMm > middle + MIDDLE_MM,
  );
  const seen = typeFaceSeen(device, face);
  const behind = type.cages.filter((cage) => {
    const x = box.x + cage.xMm + cage.widthMm / 2;
    return (
      cage.face === seen &&
      over.some(({ xMm, side }) => (side === 'right' ? x > xMm + MIDDLE_MM : x < xMm - MIDDLE_MM))
    );
  });
  return { face, plugs: over, cages: behind.length };
}

/** A face with fewer cables is not worth splitting. */
const SPLIT_FROM = 8;
/** Share on one side from which half left, half right is advised. */
const ONE_SIDED = 0.65;

/** The cables that leave a face to each side. */
interface Sides {
  readonly face: Face;
  readonly left: readonly CablePlug[];
  readonly right: readonly CablePlug[];
}

/** The sides of a face with many cables of which most go to one side, or null. */
function oneSided({ faces, plugs }: DeviceBundles, face: Face): Sides | null {
  if (faces[face].cables < SPLIT_FROM) return null;
  const onFace = runningOn(plugs, face);
  const left = onFace.filter(({ side }) => side === 'left');
  const right = onFace.filter(({ side }) => side === 'right');
  const fuller = Math.max(left.length, right.length);
  if (onFace.length < SPLIT_FROM || fuller <= ONE_SIDED * onFace.length) return null;
  return { face, left, right };
}

function cablesOf({ left, right }: Sides): number {
  return left.length + right.length;
}

/** The advice to lead half of the cables to each side, or null where they are; of two faces the fuller. */
export function splitFinding(bundles: DeviceBundles): FindingSource | null {
  const { rack, placed, packing } = bundles;
  const { device } = placed;
  const front = oneSided(bundles, 'front');
  const rear = oneSided(bundles, 'rear');
  const worst = front && rear ? (cablesOf(rear) > cablesOf(front) ? rear : front) : (front ?? rear);
  if (!worst) return null;
  const { face, left, right } = worst;
  const onFace = [...left, ...right];
  const share = Math.max(left.length, right.length) / onFace.length;
  return makeFinding({ id: `bundle:${device.id}:split`, rule: 'bundle', severity: 'note' }, () => {
    const diameters = (some: readonly CablePlug[]): number[] =>
      some.flatMap(({ odMm }) => odMm ?? []);
    const fuller = diameters(right.length > left.length ? right : left);
    const halved = diameters(onFace)
      .sort((a, b) => b - a)
      .filter((_, index) => index % 2 === 0);
    return {
      subjects: [subjectOf(device), subjectOf(rack)],
      message: `bundle.split.${face}`,
      values: {
        device: words(device.name),
        cables: count(onFace.length),
        onLeft: count(left.length),
        onRight: count(right.length),
        share: quantity(100 * share, '%', 'derived'),
        fuller: count(fuller.length),
        squares: quantity(squaresOf(fuller), 'mm²', 'derived'),
        diameter: quantity(bundleDiameterMm(fuller, packing.value), 'mm', 'derived'),
        eachSide: count(halved.length),
        squaresHalved: quantity(squaresOf(halved), 'mm²', 'derived'),
        halved: quantity(bundleDiameterMm(halved, packing.value), 'mm', 'derived'),
        packing: quantity(packing.value, '', packing.provenance),
      },
      explanation: [
        {
          formula:
            'D = max(exact packing for n <= 19, sqrt(S/phi)), S = sum of d^2 of the fuller side',
          where: { D: 'diameter', n: 'fuller', S: 'squares', phi: 'packing' },
          sources: ['physics.md, sections 3.2 and 3.4', 'S49', 'S50'],
        },
        {
          formula:
            'D_2 = max(exact packing for n_2 <= 19, sqrt(S_2/phi)) of every other cable, the thickest first',
          where: { D_2: 'halved', n_2: 'eachSide', S_2: 'squaresHalved', phi: 'packing' },
          sources: ['physics.md, sections 3.2 and 3.4', 'S49', 'S50'],
        },
      ],
    };
  });
}
