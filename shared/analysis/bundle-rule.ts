/** Rule `bundle`, one device: bundles that cover the neighbours, cross the face, or leave by one side only. */
import type { DeviceType } from '../model/device-type.ts';
import { deviceBox, typeFaceSeen, unitMm } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { FacesAir } from './air-rule.ts';
import type { UsedInput } from './assumed-inputs.ts';
import { bundleDiameterMm } from './bundle.ts';
import type { CablePlug } from './cable-result.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import { breathes, type Placed } from './rack-neighbours.ts';
import type { Explanation } from './types.ts';

/** What the findings about the bundles of a device are made from. */
export interface DeviceBundles {
  readonly rack: Rack;
  readonly placed: Placed;
  /** The devices of its rack. */
  readonly neighbours: readonly Placed[];
  /** What its cables cover of its faces. */
  readonly faces: FacesAir;
  /** Its plugs. */
  readonly plugs: readonly CablePlug[];
  readonly packing: UsedInput;
}

/** The findings about the bundles of a device on the rails. */
export function bundleFindings(bundles: DeviceBundles): readonly FindingSource[] {
  if (bundles.placed.device.mount === 'side' || bundles.plugs.length === 0) return NONE;
  const tall = tallFinding(bundles);
  const middle = middleFinding(bundles);
  const split = splitFinding(bundles);
  if (!tall && !middle && !split) return NONE;
  return [tall, middle, split].filter((finding) => finding !== null);
}
const NONE: readonly FindingSource[] = [];

/** The plugs whose cables run across the device's own face, where their thickness is known. */
function runningOn(plugs: readonly CablePlug[], face: Face): readonly CablePlug[] {
  return plugs.filter(
    (plug) => plug.face === face && plug.managerId === null && plug.odMm !== null,
  );
}

/** The finding of a bundle that is thicker than its device is high, or null. */
function tallFinding(bundles: DeviceBundles): FindingSource | null {
  const { rack, placed, faces, packing } = bundles;
  const { device, type } = placed;
  const heightMm = type.heightU * unitMm(rack);
  const face = faces.front.cover.widestMm >= faces.rear.cover.widestMm ? 'front' : 'rear';
  const { cover } = faces[face];
  const excessMm = cover.widestMm - heightMm;
  if (excessMm <= 0) return null;
  return makeFinding({ id: `bundle:${device.id}`, rule: 'bundle', severity: 'warning' }, () => {
    const covered = coveredNeighbours(bundles, face, excessMm / 2);
    const cables = runningOn(bundles.plugs, face).length;
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
  formula: 'D = max(exact packing for n <= 19, d*sqrt(n/phi))',
  where: { D: 'diameter', n: 'cables', phi: 'packing' },
  sources: ['physics.md, section 3.2', 'S49', 'S50'],
};

/** A neighbour that a bundle hangs in front of. */
interface Covered {
  readonly placed: Placed;
  readonly at: 'above' | 'below';
  readonly mm: number;
  readonly over: 'ports' | 'vents' | 'both' | 'nothing';
}

/** The devices on a face that a bundle reaches over by so much above and below its own, from the top down. */
function coveredNeighbours(
  { rack, placed: { device, type }, neighbours }: DeviceBundles,
  face: Face,
  reachMm: number,
): readonly Covered[] {
  const top = device.u + type.heightU;
  const covered: Covered[] = [];
  for (const neighbour of neighbours) {
    const { device: other, type: otherType } = neighbour;
    if (other.id === device.id || other.mount === 'side' || otherType.heightU === 0) continue;
    if (other.face !== face && otherType.depthUse === 'half') continue;
    const isAbove = other.u >= top;
    const apartU = isAbove ? other.u - top : device.u - other.u - otherType.heightU;
    if (apartU < 0) continue;
    const mm = Math.min(reachMm - apartU * unitMm(rack), otherType.heightU * unitMm(rack));
    if (mm <= 0) continue;
    const at = isAbove ? 'above' : 'below';
    covered.push({ placed: neighbour, at, mm, over: underBand(rack, neighbour, face, at, mm) });
  }
  return covered.sort((a, b) => b.placed.device.u - a.placed.device.u);
}

/** What of a device's face lies in the band along its edge that a neighbour's bundle covers. */
function underBand(
  rack: Rack,
  { device, type }: Placed,
  face: Face,
  at: Covered['at'],
  mm: number,
): Covered['over'] {
  const seen = typeFaceSeen(device, face);
  const height = type.heightU * unitMm(rack);
  const [from, to] = at === 'above' ? [height - mm, height] : [0, mm];
  const inBand = (part: { readonly yMm: number; readonly heightMm: number }): boolean =>
    part.yMm < to && part.yMm + part.heightMm > from;
  const ports = type.cages.some((cage) => cage.face === seen && inBand(cage));
  const vents = ventsOf(type, seen);
  const covered = vents.length === 0 ? breathes(type) : vents.some(inBand);
  if (ports) return covered ? 'both' : 'ports';
  return covered ? 'vents' : 'nothing';
}

/** The openings for air that a face is drawn with; where there are none, a device breathes all over. */
function ventsOf(type: DeviceType, face: Face): DeviceType['shapes'] {
  return type.shapes.filter(
    ({ shape, face: on }) => on === face && (shape === 'vent' || shape === 'fan'),
  );
}

function coveredInWords(covered: readonly Covered[]): string {
  if (covered.length === 0) return say('analysis.amount.coversNothing');
  return covered
    .map(({ placed, at, mm, over }) =>
      say('analysis.amount.covers', { name: placed.device.name, at, mm: mm.toFixed(1), over }),
    )
    .join(', ');
}

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
function middleFinding(bundles: DeviceBundles): FindingSource | null {
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

/** The advice to lead half of the cables to each side, or null where they are. */
function splitFinding({
  rack,
  placed,
  faces,
  plugs,
  packing,
}: DeviceBundles): FindingSource | null {
  const { device } = placed;
  const face = faces.front.cables >= faces.rear.cables ? 'front' : 'rear';
  if (faces[face].cables < SPLIT_FROM) return null;
  const onFace = runningOn(plugs, face);
  const left = onFace.filter(({ side }) => side === 'left');
  const right = onFace.filter(({ side }) => side === 'right');
  const share = Math.max(left.length, right.length) / onFace.length;
  if (onFace.length < SPLIT_FROM || share <= ONE_SIDED) return null;
  return makeFinding({ id: `bundle:${device.id}:split`, rule: 'bundle', severity: 'note' }, () => {
    const diameters = (some: readonly CablePlug[]): number[] =>
      some.flatMap(({ odMm }) => odMm ?? []);
    const thicker = Math.max(
      bundleDiameterMm(diameters(left), packing.value),
      bundleDiameterMm(diameters(right), packing.value),
    );
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
        diameter: quantity(thicker, 'mm', 'derived'),
        halved: quantity(bundleDiameterMm(halved, packing.value), 'mm', 'derived'),
        packing: quantity(packing.value, '', packing.provenance),
      },
      explanation: [
        {
          formula: 'D = d*sqrt(n/phi) of all on one side; D_2 of every other cable',
          where: { D: 'diameter', D_2: 'halved', n: 'cables', phi: 'packing' },
          sources: ['physics.md, sections 3.2 and 3.4', 'S49', 'S50'],
        },
      ],
    };
  });
}
