/** How things over the drawing are drawn: in CSS pixels, from world boxes, in the palette's colours. */

import type { Palette } from '../../../shared/drawing/index.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { DrawingTokens } from '../../../shared/theme/tokens.ts';
import { type Camera, type Point, type Size, toScreen } from '../../editor/index.ts';
import { fontOf, type TextWidths } from '../surface/text-widths.ts';

export interface Ink {
  /** In CSS pixels from the canvas' top left. */
  readonly context: CanvasRenderingContext2D;
  readonly camera: Camera;
  readonly viewport: Size;
  readonly palette: Palette;
  readonly tokens: DrawingTokens;
  readonly widths: TextWidths;
}

/** A world box on screen, its edges on whole pixels. */
export function screenBox(ink: Ink, box: Box): Box {
  const { x, y } = toScreen(ink.camera, box);
  const left = Math.round(x);
  const top = Math.round(y);
  return {
    x: left,
    y: top,
    width: Math.round(x + box.width * ink.camera.zoom) - left,
    height: Math.round(y + box.height * ink.camera.zoom) - top,
  };
}

export function isOnScreen({ viewport }: Ink, box: Box): boolean {
  return (
    box.x < viewport.width &&
    box.y < viewport.height &&
    box.x + box.width > 0 &&
    box.y + box.height > 0
  );
}

/** An outline `away` px outside of a screen box. */
export function outline(
  { context }: Ink,
  box: Box,
  colour: string,
  widthPx: number,
  away: number,
  radius = 2,
): void {
  const off = away + widthPx / 2;
  context.strokeStyle = colour;
  context.lineWidth = widthPx;
  context.beginPath();
  context.roundRect(box.x - off, box.y - off, box.width + 2 * off, box.height + 2 * off, radius);
  context.stroke();
}

/** The drawing's ground under an outline, so that it stands out on whatever it lies on. */
export function outlineOnGround(
  ink: Ink,
  box: Box,
  colour: string,
  widthPx: number,
  away: number,
): void {
  outline(ink, box, ink.tokens.background, widthPx + 2, away - 1, 3);
  outline(ink, box, colour, widthPx, away);
}

/** Fills a screen box with a colour that lets what is below show through. */
export function tint({ context }: Ink, box: Box, colour: string, alpha: number): void {
  context.globalAlpha = alpha;
  context.fillStyle = colour;
  context.fillRect(box.x, box.y, box.width, box.height);
  context.globalAlpha = 1;
}

const CHIP_TEXT_PX = 12;
const CHIP_PAD_PX = 7;
const CHIP_HEIGHT_PX = 22;

/** Width of such a plate, px. */
export function chipWidth({ widths }: Pick<Ink, 'widths'>, text: string): number {
  return widths.widthEm(text, 'semibold') * CHIP_TEXT_PX + 2 * CHIP_PAD_PX;
}

/** A line of text on a plate of its own, beside a point; kept inside the canvas. */
export function chip(
  ink: Ink,
  at: Point,
  text: string,
  ground: string,
  colour: string,
  side: 'left' | 'right' = 'right',
): void {
  if (text === '') return;
  const { context, viewport } = ink;
  const width = chipWidth(ink, text);
  const wanted = side === 'right' ? at.x : at.x - width;
  const x = Math.round(Math.max(4, Math.min(wanted, viewport.width - width - 4)));
  const y = Math.round(
    Math.max(4, Math.min(at.y - CHIP_HEIGHT_PX / 2, viewport.height - CHIP_HEIGHT_PX - 4)),
  );
  context.fillStyle = ground;
  context.beginPath();
  context.roundRect(x, y, width, CHIP_HEIGHT_PX, 5);
  context.fill();
  context.fillStyle = colour;
  context.font = fontOf(CHIP_TEXT_PX, 'semibold');
  context.textAlign = 'left';
  context.textBaseline = 'alphabetic';
  context.fillText(text, x + CHIP_PAD_PX, y + 15.5);
}
