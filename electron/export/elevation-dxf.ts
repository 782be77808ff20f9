/** Elevations as DXF for CAD: front and rear of a rack beside each other, mm at true size, a block for each type's face. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FACE_GAP_MM } from '../../shared/drawing/layout.ts';
import { type PlacedDevice, placedDevices } from '../../shared/drawing/placed-devices.ts';
import { facePlan, type PlanPart } from '../../shared/faceplate/face-plan.ts';
import { type DxfBlock, type DxfShape, dxfFile } from '../../shared/formats/dxf/dxf.ts';
import type { Design } from '../../shared/model/design.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { RackId } from '../../shared/model/ids.ts';
import { type Box, rackHeightMm, slotTopMm } from '../../shared/model/rack-geometry.ts';
import type { Face, Rack } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { RACK_UNIT_MM } from '../../shared/units/length.ts';
import { rackFileNames } from './rack-file-names.ts';
import { writeTextWhole } from './write-whole.ts';

/** `BEHIND` is the room that a device on the other rails takes; the others are what their names say. */
const LAYERS = [
  { name: 'RACK', colour: 7 },
  { name: 'UNITS', colour: 8 },
  { name: 'DEVICES', colour: 4 },
  { name: 'OPENINGS', colour: 5 },
  { name: 'VENTS', colour: 3 },
  { name: 'MARKS', colour: 9 },
  { name: 'BEHIND', colour: 8 },
  { name: 'NAMES', colour: 2 },
] as const;
type Layer = (typeof LAYERS)[number]['name'];
type Shape = DxfShape<Layer>;

/** Heights of lettering, mm. */
const NAME_MM = 12;
const NUMBER_MM = 10;
const TITLE_MM = 40;
/** From the frame to the middle of a unit's number, mm. */
const NUMBERS_OFF_MM = 16;

/** A rack as a DXF file: y up, the floor line of the rack at 0, the front at the left. */
export function elevationDxf(design: Design, rack: Rack): string {
  const blocks = new Map<string, DxfBlock<Layer>>();
  const rear = rack.widthMm + FACE_GAP_MM;
  const shapes = [
    ...faceShapes(design, rack, 'front', 0, blocks),
    ...faceShapes(design, rack, 'rear', rear, blocks),
  ];
  return dxfFile(LAYERS, shapes, [...blocks.values()]);
}

function faceShapes(
  design: Design,
  rack: Rack,
  face: Face,
  left: number,
  blocks: Map<string, DxfBlock<Layer>>,
): Shape[] {
  const height = rackHeightMm(rack);
  const title = `${rack.name} ${say(`drawing.face.${face}`)}`;
  return [
    rectangle('RACK', { x: left, y: 0, width: rack.widthMm, height }, height),
    {
      kind: 'text',
      layer: 'NAMES',
      x: left + rack.widthMm / 2,
      y: height + TITLE_MM,
      height: TITLE_MM,
      text: title,
    },
    ...unitShapes(rack, left, height),
    ...placedDevices(design, rack, face).flatMap((placed) =>
      deviceShapes(placed, left, height, blocks),
    ),
  ];
}

/** The number of each unit at both sides of the frame, counted as the rack counts. */
function unitShapes(rack: Rack, left: number, height: number): Shape[] {
  return Array.from({ length: rack.heightU }, (_, i): Shape[] => {
    const y = height - slotTopMm(rack, i + 1, 1) - RACK_UNIT_MM / 2;
    const number = (x: number): Shape => ({
      kind: 'text',
      layer: 'UNITS',
      x,
      y,
      height: NUMBER_MM,
      text: String(i + 1),
    });
    return [number(left - NUMBERS_OFF_MM), number(left + rack.widthMm + NUMBERS_OFF_MM)];
  }).flat();
}

/** Faces count y downwards from the rack's top, DXF upwards from its floor line. */
function rectangle(layer: Layer, { x, y, width, height }: Box, top: number): Shape {
  const [upper, lower] = [top - y, top - y - height];
  const right = x + width;
  return { kind: 'polyline', layer, points: [x, upper, right, upper, right, lower, x, lower] };
}

function deviceShapes(
  { device, type, box, typeFace, shown }: PlacedDevice,
  left: number,
  top: number,
  blocks: Map<string, DxfBlock<Layer>>,
): Shape[] {
  const placed = { ...box, x: left + box.x };
  if (shown === 'behind') return [rectangle('BEHIND', placed, top)];
  const block = faceBlock(type, typeFace, box);
  blocks.set(block.name, block);
  const shapes: Shape[] = [
    { kind: 'insert', layer: 'DEVICES', block: block.name, x: placed.x, y: top - box.y },
  ];
  if (device.name === '') return shapes;
  const height = Math.min(NAME_MM, box.height * 0.6);
  return [
    ...shapes,
    {
      kind: 'text',
      layer: 'NAMES',
      x: placed.x + box.width / 2,
      y: top - box.y - box.height / 2,
      height,
      text: device.name,
    },
  ];
}

/** A type's face with its origin at the upper left corner of the room that it takes. */
function faceBlock(type: DeviceType, face: Face, { width, height }: Box): DxfBlock<Layer> {
  const plan = facePlan(type, face);
  const outline = { x: 0, y: 0, width, height };
  return {
    // In a bay a type is as large as the bay lets it be: that is a block of its own.
    name: blockName(type, face, width, height),
    shapes: [
      rectangle('DEVICES', outline, 0),
      ...plan.parts.flatMap((part) => partShape(part, plan.datum)),
    ],
  };
}

function blockName(type: DeviceType, face: Face, width: number, height: number): string {
  const words = `${type.slug || type.model || type.id}-${type.id}`.replace(/[^A-Za-z0-9_-]+/g, '-');
  return `${words}-${face}-${Math.round(width)}x${Math.round(height)}`.toUpperCase();
}

function partShape(part: PlanPart, datum: { readonly xMm: number; readonly yMm: number }): Shape[] {
  const layer = LAYER_OF[part.work];
  if (layer === null) return [];
  const box = {
    x: part.xMm + datum.xMm,
    y: part.yMm + datum.yMm,
    width: part.widthMm,
    height: part.heightMm,
  };
  if (!part.round) return [rectangle(layer, box, 0)];
  const radius = part.widthMm / 2;
  return [{ kind: 'circle', layer, x: box.x + radius, y: -box.y - radius, radius }];
}

/** Words printed on a panel are for its maker, not for an elevation. */
const LAYER_OF: Readonly<Record<PlanPart['work'], Layer | null>> = {
  opening: 'OPENINGS',
  vent: 'VENTS',
  mark: 'MARKS',
  print: null,
};

/**
 * Writes one file a rack, named after it, into a folder, which is made when it does not exist.
 * @param racks these racks; null = all of them
 * @returns the names of the files
 */
export async function exportElevationDxf(
  design: Design,
  folder: string,
  racks: readonly RackId[] | null = null,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const chosen = orderedRacks(design).filter(({ id }) => racks === null || racks.includes(id));
  const files: string[] = [];
  for (const [rack, stem] of rackFileNames(chosen)) {
    const name = `${stem}.dxf`;
    await writeTextWhole(join(folder, name), elevationDxf(design, rack));
    files.push(name);
  }
  return files;
}
