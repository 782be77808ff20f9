/** What sits in the openings of a placed device: the colour of the cable in each. */
import type { Design } from '../model/design.ts';
import { cableAt, cablesOfDevice } from '../model/design-index.ts';
import type { Cage, DeviceType } from '../model/device-type.ts';
import type { CableId, CageId, DeviceId, PortId } from '../model/ids.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { type CableColours, cableColours } from './cable-colours.ts';
import type { PaintOptions, PortState } from './paint-options.ts';
import { faintFill, fillPaint, type Palette } from './palette.ts';
import type { PlacedDevice } from './placed-devices.ts';
import type { Paint, Surface } from './surface.ts';

interface FilledCage {
  readonly cage: Cage;
  readonly cableId: CableId;
  readonly paint: Paint;
}
type PerDevice = Map<DeviceId, readonly FilledCage[]>;

const keptPerColours = new WeakMap<CableColours, PerDevice>();

const cagesOfType = new WeakMap<DeviceType, Map<PortId, Cage>>();

/** The opening of each port of a type. */
export function cagesByPort(type: DeviceType): ReadonlyMap<PortId, Cage> {
  let perPort = cagesOfType.get(type);
  if (perPort === undefined) {
    const perId = new Map<CageId, Cage>(type.cages.map((cage) => [cage.id, cage]));
    perPort = new Map();
    for (const port of type.ports) {
      const cage = port.cageId === null ? undefined : perId.get(port.cageId);
      if (cage !== undefined) perPort.set(port.id, cage);
    }
    cagesOfType.set(type, perPort);
  }
  return perPort;
}

function findFilled(
  design: Design,
  deviceId: DeviceId,
  type: DeviceType,
  palette: Palette,
  colours: CableColours,
): FilledCage[] {
  const cages = cagesByPort(type);
  const filled = new Map<Cage, Cable>();
  for (const cableId of cablesOfDevice(design, deviceId)) {
    const cable = design.cables.get(cableId);
    if (cable === undefined) continue;
    for (const ref of [...cable.ends.a, ...cable.ends.b]) {
      const cage = ref.deviceId === deviceId ? cages.get(ref.portId) : undefined;
      if (cage !== undefined) filled.set(cage, cable);
    }
  }
  return [...filled].map(([cage, cable]) => ({
    cage,
    cableId: cable.id,
    paint: fillPaint(palette, colours.lookOf(cable).colour),
  }));
}

/** The openings of a device that hold a cable, with its colour; kept as long as no cable changes its colour. */
function filledCages(
  design: Design,
  placed: PlacedDevice,
  palette: Palette,
): readonly FilledCage[] {
  const colours = cableColours(design, palette);
  let perDevice = keptPerColours.get(colours);
  if (perDevice === undefined) keptPerColours.set(colours, (perDevice = new Map()));
  const { id } = placed.device;
  let filled = perDevice.get(id);
  if (filled === undefined) {
    perDevice.set(id, (filled = findFilled(design, id, placed.type, palette, colours)));
  }
  return filled;
}

/** How far the filling stays inside the rim, mm. */
const RIM_MM = 0.9;

function fillCage(surface: Surface, cage: Cage, x: number, y: number, paint: Paint): void {
  const rim = Math.min(RIM_MM, cage.heightMm * 0.15);
  surface.rect(
    x + cage.xMm + rim,
    y + cage.yMm + rim,
    cage.widthMm - 2 * rim,
    cage.heightMm - 2 * rim,
    paint,
  );
}

/** Fills the openings that hold a cable with its colour, and lights up the ports that have a state. */
export function paintPortFills(
  surface: Surface,
  design: Design,
  placed: PlacedDevice,
  options: PaintOptions,
): void {
  const { palette } = options;
  const { x, y } = placed.box;
  if (options.showCables) {
    const { cablesMeant } = options;
    for (const { cage, cableId, paint } of filledCages(design, placed, palette)) {
      if (cage.face !== placed.typeFace) continue;
      const isMeant = cablesMeant?.has(cableId) ?? true;
      fillCage(surface, cage, x, y, isMeant ? paint : faintFill(palette));
    }
  }
  if (placed.device.reserved.length > 0) paintKept(surface, design, placed, palette);
  if (options.portState) paintStates(surface, placed, palette, options.portState);
}

/** A cross in what is kept free: told by its form, so that it is read without its colour too. */
function paintKept(
  surface: Surface,
  design: Design,
  { device, type, typeFace, box }: PlacedDevice,
  palette: Palette,
): void {
  const cages = cagesByPort(type);
  const { kept } = palette.ink;
  for (const portId of device.reserved) {
    const cage = cages.get(portId);
    if (cage?.face !== typeFace || cableAt(design, { deviceId: device.id, portId })) continue;
    const [x, y, width, height] = shareOf(type, cage, portId);
    const [left, top, right, bottom] = [
      box.x + x,
      box.y + y,
      box.x + x + width,
      box.y + y + height,
    ];
    surface.line([left, top, right, bottom], kept);
    surface.line([left, bottom, right, top], kept);
  }
}

/** The part of an opening that stands for one of its ports: side by side, or one over the other. */
function shareOf(
  type: DeviceType,
  cage: Cage,
  portId: PortId,
): readonly [x: number, y: number, width: number, height: number] {
  const inside = type.ports.filter(({ cageId }) => cageId === cage.id);
  const at = inside.findIndex(({ id }) => id === portId);
  const rim = Math.min(RIM_MM, cage.heightMm * 0.15);
  const [width, height] = [cage.widthMm - 2 * rim, cage.heightMm - 2 * rim];
  const [x, y] = [cage.xMm + rim, cage.yMm + rim];
  if (width >= height) return [x + (at * width) / inside.length, y, width / inside.length, height];
  return [x, y + (at * height) / inside.length, width, height / inside.length];
}

function paintStates(
  surface: Surface,
  { device, type, typeFace, box }: PlacedDevice,
  palette: Palette,
  stateOf: (ref: PortRef) => PortState | null,
): void {
  for (const [portId, cage] of cagesByPort(type)) {
    if (cage.face !== typeFace) continue;
    const state = stateOf({ deviceId: device.id, portId });
    const colour = state === null ? null : stateColour(palette, state);
    if (colour !== null) fillCage(surface, cage, box.x, box.y, fillPaint(palette, colour));
  }
}

/** The colour a state lights up in, or null where the design's own colour stays. */
function stateColour(palette: Palette, state: PortState): string | null {
  const { tokens } = palette;
  switch (state) {
    case 'free':
    case 'used':
      return null;
    case 'hover':
      return tokens.hover;
    case 'candidate':
      return tokens.candidate;
    case 'refused':
      return tokens.refused;
    default:
      return state satisfies never;
  }
}
