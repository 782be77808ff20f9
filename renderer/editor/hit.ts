/**
 * What is under a point: geometry alone, no picture of the scene. The rack is found in a spatial index, the
 * unit and the device by arithmetic within it, the port by its opening, a cable by the distance to its lines.
 */
import Flatbush from 'flatbush';
import RBush from 'rbush';
import { type FacePlacement, type Layout, TITLE_MM } from '../../shared/drawing/layout.ts';
import { detailAt } from '../../shared/drawing/paint-options.ts';
import { type PlacedDevice, placedDevices } from '../../shared/drawing/placed-devices.ts';
import type { Design } from '../../shared/model/design.ts';
import type { CableId } from '../../shared/model/ids.ts';
import { type Box, unitAt } from '../../shared/model/rack-geometry.ts';
import type { CableGeometry, CableLine } from './cable-geometry.ts';
import { boxesTouch, boxHolds, distanceToSegment, type Point } from './geometry.ts';
import { EDITOR_OPTIONS } from './options.ts';
import { portBoxOn, rackBox } from './places.ts';
import { NOTHING_SELECTED, type Selection } from './selection.ts';
import type { Target } from './target.ts';

/** What the hit test reads. */
export interface Scene {
  readonly design: Design;
  readonly layout: Layout;
  readonly cables: CableGeometry;
  readonly showCables: boolean;
  /** Pixels per millimetre: how near is near, and what is too small to aim at. */
  readonly zoom: number;
}

/** What lies under a world point; the canvas itself when nothing does. */
export function hitAt(scene: Scene, world: Point): Target {
  const face = faceAt(scene.layout, world);
  if (!face) return cableBetweenRacks(scene, world) ?? { kind: 'canvas' };
  const { rackId } = face;
  if (world.y < face.y) return { kind: 'rack-title', rackId, face: face.face };
  const rack = scene.design.racks.get(rackId);
  if (!rack) return { kind: 'canvas' };
  const local = { x: world.x - face.x, y: world.y - face.y };
  const placed = deviceAt(placedDevices(scene.design, rack, face.face), local);
  const port = placed && portOn(scene, placed, local);
  if (port) return { kind: 'port', ref: port, rackId, face: face.face };
  const cable = cableOnFace(scene, face, local, placed !== undefined);
  if (cable !== null) return { kind: 'cable', cableId: cable };
  if (placed) return { kind: 'device', deviceId: placed.device.id, rackId, face: face.face };
  const u = Math.floor(unitAt(rack, local.y));
  return { kind: 'rack', rackId, face: face.face, u: u >= 1 && u <= rack.heightU ? u : null };
}

/** The face whose frame or title holds a world point. */
export function faceAt(layout: Layout, world: Point): FacePlacement | null {
  return facesTouching(layout, { x: world.x, y: world.y, width: 0, height: 0 })[0] ?? null;
}

/** The faces whose frame or title touches a world box. */
export function facesTouching(layout: Layout, box: Box): readonly FacePlacement[] {
  const bounds = { minX: box.x, minY: box.y, maxX: box.x + box.width, maxY: box.y + box.height };
  return faceIndex(layout)
    .search(bounds)
    .map((entry) => entry.face);
}

/** What a marquee takes: every device it touches, or the racks where it touches none. */
export function hitBox(scene: Scene, box: Box): Selection {
  const devices = new Set<string>();
  const racks = new Set<string>();
  for (const face of facesTouching(scene.layout, box)) {
    const rack = scene.design.racks.get(face.rackId);
    if (!rack) continue;
    racks.add(rack.id);
    const local = { ...box, x: box.x - face.x, y: box.y - face.y };
    for (const placed of placedDevices(scene.design, rack, face.face)) {
      if (placed.shown === 'face' && boxesTouch(placed.box, local)) devices.add(placed.device.id);
    }
  }
  return devices.size > 0
    ? { ...NOTHING_SELECTED, devices }
    : { ...NOTHING_SELECTED, racks: wholeRacks(scene, racks, box) };
}

/** A rack is taken only when the marquee holds all of it: one starts marquees on racks too. */
function wholeRacks(scene: Scene, racks: ReadonlySet<string>, box: Box): ReadonlySet<string> {
  return new Set(
    [...racks].filter((id) => {
      const whole = rackBox(scene.layout, id);
      if (!whole) return false;
      const farCorner = { x: whole.x + whole.width, y: whole.y + whole.height };
      return boxHolds(box, { x: whole.x, y: whole.y + TITLE_MM }) && boxHolds(box, farCorner);
    }),
  );
}

interface FaceEntry {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
  readonly face: FacePlacement;
}

const faceIndexes = new WeakMap<Layout, RBush<FaceEntry>>();

function faceIndex(layout: Layout): RBush<FaceEntry> {
  const known = faceIndexes.get(layout);
  if (known) return known;
  const index = new RBush<FaceEntry>();
  index.load(
    layout.faces.map((face) => ({
      minX: face.x,
      minY: face.y - TITLE_MM,
      maxX: face.x + face.width,
      maxY: face.y + face.height,
      face,
    })),
  );
  faceIndexes.set(layout, index);
  return index;
}

/** A device whose own face is seen wins over one that only takes the depth behind, what is in a bay over its host. */
function deviceAt(placed: readonly PlacedDevice[], local: Point): PlacedDevice | undefined {
  const under = placed.filter((each) => boxHolds(each.box, local));
  return under.findLast((each) => each.shown === 'face') ?? under[0];
}

function portOn(
  scene: Scene,
  placed: PlacedDevice,
  local: Point,
): { deviceId: string; portId: string } | null {
  for (const port of placed.type.ports) {
    const box = portBoxOn(placed, port.id);
    if (!box || !boxHolds(box, local)) continue;
    if (Math.min(box.width, box.height) * scene.zoom < EDITOR_OPTIONS.minPortPx) return null;
    return { deviceId: placed.device.id, portId: port.id };
  }
  return null;
}

function cableOnFace(
  scene: Scene,
  face: FacePlacement,
  local: Point,
  overDevice: boolean,
): CableId | null {
  if (!scene.showCables) return null;
  const lines = scene.cables.linesOnFace(scene.design, face.rackId, face.face);
  const margin = EDITOR_OPTIONS.hitMarginPx / scene.zoom;
  const near = overDevice ? Math.min(margin, EDITOR_OPTIONS.cableOverDeviceMm) : margin;
  return nearestCable(scene, [lines], local, near);
}

function cableBetweenRacks(scene: Scene, world: Point): Target | null {
  // From far away bundles are drawn in place of cables.
  if (!scene.showCables || detailAt(scene.zoom) === 'far') return null;
  const lines = scene.cables.linesBetweenRacks(scene.design, scene.layout);
  const within = EDITOR_OPTIONS.hitMarginPx / scene.zoom;
  const cableId = nearestCable(scene, lines, world, within);
  return cableId === null ? null : { kind: 'cable', cableId };
}

interface SegmentIndex {
  readonly tree: Flatbush;
  /** Per segment: its line, and where in the line's points it starts. */
  readonly segments: readonly (readonly [line: CableLine, start: number])[];
}

const segmentIndexes = new WeakMap<readonly CableLine[], SegmentIndex>();

function segmentIndex(lines: readonly CableLine[]): SegmentIndex | null {
  const known = segmentIndexes.get(lines);
  if (known) return known;
  const segments = lines.flatMap((line) =>
    Array.from(
      { length: Math.max(0, line.points.length / 2 - 1) },
      (_, segment) => [line, segment * 2] as const,
    ),
  );
  if (segments.length === 0) return null;
  const tree = new Flatbush(segments.length);
  for (const [line, start] of segments) {
    const [from, to] = segmentOf(line, start);
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    tree.add(left, Math.min(from.y, to.y), right, Math.max(from.y, to.y));
  }
  tree.finish();
  const index = { tree, segments };
  segmentIndexes.set(lines, index);
  return index;
}

function segmentOf({ points }: CableLine, start: number): readonly [Point, Point] {
  return [
    { x: points[start] ?? 0, y: points[start + 1] ?? 0 },
    { x: points[start + 2] ?? 0, y: points[start + 3] ?? 0 },
  ];
}

/** The cable whose line is nearest to a point, of all these lists of lines; null where none is near enough. */
function nearestCable(
  { cables }: Scene,
  lists: readonly (readonly CableLine[])[],
  at: Point,
  within: number,
): CableId | null {
  let nearest: CableId | null = null;
  let least = within;
  for (const lines of lists) {
    const index = segmentIndex(lines);
    if (!index) continue;
    const [left, top, right, bottom] = [at.x - within, at.y - within, at.x + within, at.y + within];
    for (const found of index.tree.search(left, top, right, bottom)) {
      const segment = index.segments[found];
      if (!segment || !cables.isShown(segment[0].cableId)) continue;
      const [from, to] = segmentOf(...segment);
      const apart = distanceToSegment(at, from, to);
      if (apart > least) continue;
      least = apart;
      nearest = segment[0].cableId;
    }
  }
  return nearest;
}
