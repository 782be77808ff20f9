/** Vertical cable managers beside the rails: a channel on each side, its fingers at every unit. */
import {
  FRAME_TOP_MM,
  POST_MM,
  panelLeftMm,
  slotTopMm,
  unitMm,
  verticalManagerMm,
} from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { PANEL_WIDTH_MM } from '../units/length.ts';
import type { PaintOptions } from './paint-options.ts';
import type { Surface } from './surface.ts';

/** Length of a finger from the rail into the channel, and its height, mm [assumed; drawing only]. */
const FINGER_MM = 34;
const FINGER_HEIGHT_MM = 8;
/** Units smaller than this on screen show the channel alone, px. */
const FINGERS_FROM_PX = 7;

/** Paints the managers of a rack that has them. */
export function paintVerticalManagers(surface: Surface, rack: Rack, options: PaintOptions): void {
  const width = verticalManagerMm(rack);
  if (width === 0) return;
  const { ink } = options.palette;
  const unit = unitMm(rack);
  const height = rack.heightU * unit;
  const right = panelLeftMm(rack) + PANEL_WIDTH_MM;
  surface.rect(POST_MM, FRAME_TOP_MM, width, height, ink.channel);
  surface.rect(right, FRAME_TOP_MM, width, height, ink.channel);
  if (unit * options.pxPerMm < FINGERS_FROM_PX) return;
  const inner = panelLeftMm(rack) - FINGER_MM;
  for (let u = 1; u <= rack.heightU; u += 1) {
    const y = slotTopMm(rack, u, 1) - FINGER_HEIGHT_MM / 2;
    if (outside(options, y)) continue;
    surface.rect(inner, y, FINGER_MM, FINGER_HEIGHT_MM, ink.finger);
    surface.rect(right, y, FINGER_MM, FINGER_HEIGHT_MM, ink.finger);
  }
}

function outside({ visible }: PaintOptions, y: number): boolean {
  return (
    visible !== undefined && (y > visible.y + visible.height || y + FINGER_HEIGHT_MM < visible.y)
  );
}
