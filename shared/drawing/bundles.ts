/** Cables between racks as bundles, for a view from so far that single cables cannot be told apart. */
import { bundleDiameterMm } from '../analysis/bundle.ts';
import { cableFacts, jacketOf } from '../analysis/cable-facts.ts';
import type { Design } from '../model/design.ts';
import type { CableId, RackId } from '../model/ids.ts';
import type { Box } from '../model/rack-geometry.ts';
import { landCable } from '../routing/landing.ts';
import type { Layout } from './layout.ts';
import { boxOfLine } from './line-box.ts';
import { placementOf, rowChangeXMm, rowOf, trayYMm } from './tray-place.ts';

export interface Bundle {
  readonly from: RackId;
  readonly to: RackId;
  /** At least one. */
  readonly cables: readonly CableId[];
}

interface Kept {
  readonly devices: Design['devices'];
  readonly bundles: readonly Bundle[];
}
const kept = new WeakMap<
  Design['cables'] | ReadonlySet<CableId>,
  Kept & { cables: Design['cables'] }
>();

/**
 * The cables that run between each two racks; those that stay in one rack are in none.
 * @param only of these cables; all when it is left out
 */
export function rackBundles(design: Design, only?: ReadonlySet<CableId>): readonly Bundle[] {
  const { cables, devices } = design;
  const known = kept.get(only ?? cables);
  if (known?.devices === devices && known.cables === cables) return known.bundles;
  const found = new Map<string, { from: RackId; to: RackId; cables: CableId[] }>();
  for (const cable of cables.values()) {
    if (only && !only.has(cable.id)) continue;
    const a = rackOf(design, cable.ends.a[0]?.deviceId);
    const b = rackOf(design, cable.ends.b[0]?.deviceId);
    if (a === undefined || b === undefined || a === b) continue;
    const [from, to] = a < b ? [a, b] : [b, a];
    const bundle = found.get(`${from} ${to}`);
    if (bundle) bundle.cables.push(cable.id);
    else found.set(`${from} ${to}`, { from, to, cables: [cable.id] });
  }
  const bundles = [...found.values()];
  kept.set(only ?? cables, { devices, cables, bundles });
  return bundles;
}

/** Where the catalogue has no diameter, mm [assumed, drawing only]. */
const UNLISTED_MM = 5;
const thicknesses = new WeakMap<Bundle, number>();

/** Diameter of a bundle of all its cables, mm: as thick as the analysis has it. */
export function bundleMm(design: Design, bundle: Bundle): number {
  let diameter = thicknesses.get(bundle);
  if (diameter === undefined) {
    const { packing } = design.settings.inputs;
    const each = bundle.cables.map((id) => diameterMm(design, id));
    diameter = bundleDiameterMm(each, packing ?? undefined);
    thicknesses.set(bundle, diameter);
  }
  return diameter;
}

function diameterMm(design: Design, id: CableId): number {
  const cable = design.cables.get(id);
  const landed = cable && landCable(design, cable);
  if (!landed) return UNLISTED_MM;
  const { lanes } = cableFacts(cable, landed);
  return jacketOf(cable.medium, lanes, cable.awg).odMm ?? UNLISTED_MM;
}

function rackOf(design: Design, deviceId: string | undefined): RackId | undefined {
  return deviceId === undefined ? undefined : design.devices.get(deviceId)?.rackId;
}

const LANES = 24;
/** A bundle's lane is as wide as two of its cables' lanes. */
const LANE_STEP = 2;

/** A bundle as it is drawn. */
export interface BundleLine {
  readonly bundle: Bundle;
  /** World mm. */
  readonly points: readonly number[];
  /** What the line keeps within. */
  readonly box: Box;
}

const lines = new WeakMap<readonly Bundle[], WeakMap<Layout, readonly BundleLine[]>>();

/** The lines of bundles, but for those with a rack that is not shown. Kept as long as bundles and layout live. */
export function bundleLines(
  design: Design,
  layout: Layout,
  bundles: readonly Bundle[],
): readonly BundleLine[] {
  let perLayout = lines.get(bundles);
  if (!perLayout) lines.set(bundles, (perLayout = new WeakMap<Layout, readonly BundleLine[]>()));
  let found = perLayout.get(layout);
  if (!found) {
    found = bundles.flatMap((bundle, ordinal) => {
      const points = lineOf(design, layout, bundle, ordinal);
      return points === null ? [] : [{ bundle, points, box: boxOfLine(points) }];
    });
    perLayout.set(layout, found);
  }
  return found;
}

/** The line of a bundle in world mm, or null when one of its racks is not shown. */
function lineOf(
  design: Design,
  layout: Layout,
  bundle: Bundle,
  ordinal: number,
): readonly number[] | null {
  const from = standing(design, layout, bundle.from);
  const to = standing(design, layout, bundle.to);
  if (from === null || to === null) return null;
  const lane = (ordinal % LANES) * LANE_STEP;
  const shift = ((ordinal % LANES) / LANES - 0.5) * from.face.width * 0.6;
  const fromY = trayYMm(from.row, lane);
  const toY = trayYMm(to.row, lane);
  const start = from.face.x + from.face.width / 2 + shift;
  const end = to.face.x + to.face.width / 2 + shift;
  const points = [start, from.face.y, start, fromY];
  if (from.row !== to.row) points.push(rowChangeXMm(lane), fromY, rowChangeXMm(lane), toY);
  points.push(end, toY, end, to.face.y);
  return points;
}

type Standing = {
  readonly face: NonNullable<ReturnType<typeof placementOf>>;
  readonly row: Layout['rows'][number];
};

function standing(design: Design, layout: Layout, rackId: RackId): Standing | null {
  const face = placementOf(layout, rackId, 'front') ?? placementOf(layout, rackId, 'rear');
  const rack = design.racks.get(rackId);
  const row = rack && rowOf(layout, rack.rowId);
  return face && row ? { face, row } : null;
}
