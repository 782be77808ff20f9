/** The one painter: what the window shows and what the paper prints. */
export { type CableStroke, cableStrokes } from './cable-strokes.ts';
export { type CableOptions, paintCables, paintCablesInPieces } from './cables.ts';
export { faceSizeMm } from './faceplate.ts';
export {
  type Detail,
  detailAt,
  type PaintOptions,
  type PortState,
  type RackTitle,
} from './paint-options.ts';
export { cablePaint, type Palette, paletteFor } from './palette.ts';
export { type PlacedDevice, placedDevices } from './placed-devices.ts';
export { paintDeviceType, paintRackFace } from './rack-face.ts';
export { UNIT_NUMBERS_MM } from './rack-frame.ts';
export { RecordingSurface } from './recording-surface.ts';
export { type Pen, traceLine } from './rounded-line.ts';
export { SvgSurface } from './svg-surface.ts';
export { fitText } from './text-fit.ts';
export { placementOf, trayStrokes, type WorldStroke } from './tray-strokes.ts';
