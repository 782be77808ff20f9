/** Cables between racks as bundles, for a view from so far that single cables cannot be told apart. */
import type { Design } from '../model/design.ts';
import type { CableId, RackId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import type { Layout } from './layout.ts';
import { placementOf, rowChangeXMm, trayYMm } from './tray-place.ts';

export interface Bundle {
  readonly from: RackId;
  readonly to: RackId;
  readonly count: number;
  /** The medium of its first cable. */
  readonly medium: MediumId;
  readonly firstCable: CableId;
}

interface Kept {
  readonly devices: Design['devices'];
  readonly bundles: readonly Bundle[];
}
const kept = new WeakMap<Design['cables'], Kept>();

/** How many cables run between each two racks; those that stay in one rack are not counted. */
export function rackBundles(design: Design): readonly Bundle[] {
  const known = kept.get(design.cables);
  if (known?.devices === design.devices) return known.bundles;
  const counts = new Map<string, { -readonly [K in keyof Bundle]: Bundle[K] }>();
  for (const cable of design.cables.values()) {
    const a = rackOf(design, cable.ends.a[0]?.deviceId);
    const b = rackOf(design, cable.ends.b[0]?.deviceId);
    if (a === undefined || b === undefined || a === b) continue;
    const [from, to] = a < b ? [a, b] : [b, a];
    const bundle = counts.get(`${from} ${to}`);
    if (bundle) bundle.count += 1;
    else {
      const { medium, id: firstCable } = cable;
      counts.set(`${from} ${to}`, { from, to, count: 1, medium, firstCable });
    }
  }
  const bundles = [...counts.values()];
  kept.set(design.cables, { devices: design.devices, bundles });
  return bundles;
}

function rackOf(design: Design, deviceId: string | undefined): RackId | undefined {
  return deviceId === undefined ? undefined : design.devices.get(deviceId)?.rackId;
}

const LANES = 24;
/** A bundle's lane is as wide as two of its cables' lanes. */
const LANE_STEP = 2;

/** The line of a bundle in world mm, or null when one of its racks is not shown. */
export function bundleLine(
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
  const row = layout.rows.find((one) => one.rowId === design.racks.get(rackId)?.rowId);
  return face && row ? { face, row } : null;
}
