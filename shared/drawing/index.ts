/** The one painter: what the window shows and what the paper prints. */
export { cableColours, type LegendEntry, usualFabricColour } from './cable-colours.ts';
export type { CableStroke } from './cable-stroke.ts';
export { cableStrokes } from './cable-strokes.ts';
export {
  type CableOptions,
  findCablesInPieces,
  paintCables,
  paintCablesInPieces,
} from './cables.ts';
export { faceSizeMm } from './faceplate.ts';
export { drawFloor, drawFloorInPieces } from './floor.ts';
export type { FloorOptions } from './floor-options.ts';
export { pathwayNameBoxes } from './floor-pathways.ts';
export type { PaintOptions, RackTitle } from './paint-options.ts';
export { type Palette, paletteFor } from './palette.ts';
export { placedDevices } from './placed-devices.ts';
export { paintDeviceType, paintRackFace } from './rack-face.ts';
export { UNIT_NUMBERS_MM } from './rack-frame.ts';
export { type Pen, traceLine } from './rounded-line.ts';
export { SvgSurface } from './svg-surface.ts';
export { fitText } from './text-fit.ts';
export { drawnTrayStrokes, trayStrokes } from './tray-strokes.ts';
