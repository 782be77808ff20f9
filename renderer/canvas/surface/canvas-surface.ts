/**
 * The painter's surface on a canvas. It draws in device pixels and does the scaling itself: edges land on whole
 * pixels, so that hairlines are one pixel and not two grey ones, and an aligned rectangle is also the cheapest
 * thing a rasteriser knows. Canvas state is set only when it differs from what is set already.
 *
 * Rectangles are not gathered into paths: measured, one path of n rectangles costs as much as n `fillRect`.
 */
import type { Paint, Surface, TextStyle } from '../../../shared/drawing/surface.ts';
import type { CanvasContext } from './canvas-context.ts';
import { SPRITE_MARGIN_PX, type Sprites } from './sprites.ts';
import { fontOf, type TextWidths } from './text-widths.ts';

/** Where the drawing's origin is on the canvas, and how large a millimetre is; device pixels. */
export interface Placement {
  readonly originX: number;
  readonly originY: number;
  readonly pxPerMm: number;
}

export interface SurfaceParts {
  readonly widths: TextWidths;
  /** Left out, symbols are drawn in full. */
  readonly sprites?: Sprites;
  /** Raster pictures by key; a missing one is not drawn. */
  readonly imageOf?: (key: string) => CanvasImageSource | null;
}

/** Half the height of capitals in ems (Inter: 0.727): what centres a line of text on its y. */
const HALF_CAPITAL_EM = 0.364;
/** Thinner things are left where they are: rounding would make rows of them uneven, px. */
const SNAP_FROM_PX = 3;

export class CanvasSurface implements Surface {
  /** Primitives drawn since the surface was made; a sprite counts as one. */
  drawn = 0;

  private readonly context: CanvasContext;
  private readonly parts: SurfaceParts;
  private readonly scale: number;
  private x0: number;
  private y0: number;
  private fill = '';
  private stroke = '';
  private width = 0;
  private dash: readonly number[] = SOLID;
  private lettering: TextStyle | null = null;
  private align: CanvasTextAlign = 'left';
  /** The symbol drawn last: what lies on it moves with it to whole pixels. */
  private symbolX = 0;
  private symbolY = 0;
  private symbolRight = -1;
  private symbolBottom = -1;
  private shiftX = 0;
  private shiftY = 0;

  /** @param context with no transform but a turn or a shift of its owner's */
  constructor(context: CanvasContext, placement: Placement, parts: SurfaceParts) {
    this.context = context;
    this.parts = parts;
    this.scale = placement.pxPerMm;
    this.x0 = placement.originX;
    this.y0 = placement.originY;
    this.forgetState();
  }

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.drawn += 1;
    const s = this.scale;
    let left = x * s + this.x0;
    let top = y * s + this.y0;
    let right = left + width * s;
    let bottom = top + height * s;
    if (this.liesOnSymbol(x, y)) {
      left += this.shiftX;
      right += this.shiftX;
      top += this.shiftY;
      bottom += this.shiftY;
    }
    if (right - left >= SNAP_FROM_PX) {
      left = Math.round(left);
      right = Math.round(right);
    }
    if (bottom - top >= SNAP_FROM_PX) {
      top = Math.round(top);
      bottom = Math.round(bottom);
    }
    if (paint.fill !== null) {
      this.setFill(paint.fill);
      this.context.fillRect(left, top, right - left, bottom - top);
    }
    if (paint.stroke === null) return;
    this.setStroke(paint);
    const half = this.width / 2;
    this.context.strokeRect(
      left + half,
      top + half,
      Math.max(0, right - left - this.width),
      Math.max(0, bottom - top - this.width),
    );
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.drawn += 1;
    const on = this.liesOnSymbol(x, y);
    const { context, scale } = this;
    context.beginPath();
    context.arc(
      x * scale + this.x0 + (on ? this.shiftX : 0),
      y * scale + this.y0 + (on ? this.shiftY : 0),
      radius * scale,
      0,
      FULL_TURN,
    );
    this.fillAndStroke(paint);
  }

  line(points: readonly number[], paint: Paint, radius = 0): void {
    if (points.length < 4 || paint.stroke === null) return;
    this.drawn += 1;
    this.setStroke(paint);
    const { context } = this;
    context.beginPath();
    context.moveTo(this.lineX(points[0]), this.lineY(points[1]));
    const corner = radius * this.scale;
    const last = points.length - 2;
    for (let i = 2; i < last; i += 2) {
      const x = this.lineX(points[i]);
      const y = this.lineY(points[i + 1]);
      if (corner < 1) context.lineTo(x, y);
      else this.corner(points, i, x, y, corner);
    }
    context.lineTo(this.lineX(points[last]), this.lineY(points[last + 1]));
    context.stroke();
  }

  polygon(points: readonly number[], paint: Paint): void {
    if (points.length < 6) return;
    this.drawn += 1;
    const { context, scale } = this;
    context.beginPath();
    for (let i = 0; i + 1 < points.length; i += 2) {
      const x = (points[i] ?? 0) * scale + this.x0;
      const y = (points[i + 1] ?? 0) * scale + this.y0;
      if (i === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
    context.closePath();
    this.fillAndStroke(paint);
  }

  text(x: number, y: number, text: string, style: TextStyle, maxWidth?: number): void {
    const sizePx = style.sizeMm * this.scale;
    const shown =
      maxWidth === undefined || maxWidth === Number.POSITIVE_INFINITY
        ? text
        : this.parts.widths.fitted(text, style.weight, maxWidth / style.sizeMm);
    if (shown === '') return;
    this.drawn += 1;
    if (style !== this.lettering) {
      this.context.font = fontOf(sizePx, style.weight);
      this.lettering = style;
    }
    const align = style.align === 'centre' ? 'center' : style.align;
    if (align !== this.align) {
      this.context.textAlign = align;
      this.align = align;
    }
    this.setFill(style.colour);
    const on = this.liesOnSymbol(x, y);
    const left = x * this.scale + this.x0 + (on ? this.shiftX : 0);
    const base = (y + style.sizeMm * HALF_CAPITAL_EM) * this.scale + this.y0;
    this.context.fillText(shown, left, Math.round(base + (on ? this.shiftY : 0)));
  }

  image(x: number, y: number, width: number, height: number, key: string): void {
    const picture = this.parts.imageOf?.(key) ?? null;
    if (picture === null) return;
    this.drawn += 1;
    const s = this.scale;
    this.context.drawImage(picture, x * s + this.x0, y * s + this.y0, width * s, height * s);
  }

  at(x: number, y: number, content: () => void, turned = false): void {
    const { x0, y0 } = this;
    this.leaveSymbol();
    if (turned) {
      this.context.save();
      this.context.translate(Math.round(x * this.scale + x0), Math.round(y * this.scale + y0));
      this.context.rotate(-QUARTER_TURN);
      this.x0 = 0;
      this.y0 = 0;
      content();
      this.context.restore();
      this.forgetState();
    } else {
      this.x0 = x * this.scale + x0;
      this.y0 = y * this.scale + y0;
      content();
    }
    this.x0 = x0;
    this.y0 = y0;
    this.leaveSymbol();
  }

  clip(x: number, y: number, width: number, height: number, content: () => void): void {
    const s = this.scale;
    this.context.save();
    this.context.beginPath();
    this.context.rect(x * s + this.x0, y * s + this.y0, width * s, height * s);
    this.context.clip();
    content();
    this.context.restore();
    this.forgetState();
  }

  symbol(
    x: number,
    y: number,
    width: number,
    height: number,
    key: object,
    content: (surface: Surface) => void,
  ): void {
    const s = this.scale;
    const left = x * s + this.x0;
    const top = y * s + this.y0;
    this.leaveSymbol();
    const bitmap = this.parts.sprites?.of(key, width * s, height * s, s, (context) =>
      content(this.onSprite(context)),
    );
    const snappedX = Math.round(left);
    const snappedY = Math.round(top);
    if (bitmap) {
      this.drawn += 1;
      this.context.drawImage(bitmap, snappedX - SPRITE_MARGIN_PX, snappedY - SPRITE_MARGIN_PX);
    } else this.drawInFull(snappedX, snappedY, key, content);
    this.symbolX = x;
    this.symbolY = y;
    this.symbolRight = x + width;
    this.symbolBottom = y + height;
    this.shiftX = snappedX - left;
    this.shiftY = snappedY - top;
  }

  private drawInFull(
    originX: number,
    originY: number,
    key: object,
    content: (surface: Surface) => void,
  ): void {
    const { x0, y0, drawn } = this;
    this.x0 = originX;
    this.y0 = originY;
    content(this);
    this.x0 = x0;
    this.y0 = y0;
    this.parts.sprites?.noteContent(key, this.drawn - drawn);
  }

  /** A surface on the bitmap of a symbol; it holds no symbols of its own. */
  private onSprite(context: CanvasContext): CanvasSurface {
    const origin = { originX: SPRITE_MARGIN_PX, originY: SPRITE_MARGIN_PX };
    const { widths } = this.parts;
    return new CanvasSurface(context, { ...origin, pxPerMm: this.scale }, { widths });
  }

  private liesOnSymbol(x: number, y: number): boolean {
    return x < this.symbolRight && x >= this.symbolX && y < this.symbolBottom && y >= this.symbolY;
  }

  private leaveSymbol(): void {
    this.symbolRight = -1;
    this.symbolX = 0;
  }

  private lineX(x: number | undefined): number {
    return this.onPixel((x ?? 0) * this.scale + this.x0);
  }

  private lineY(y: number | undefined): number {
    return this.onPixel((y ?? 0) * this.scale + this.y0);
  }

  /** The middle of a pixel for lines of odd width, its edge for even ones. */
  private onPixel(position: number): number {
    return this.width % 2 === 1 ? Math.floor(position) + 0.5 : Math.round(position);
  }

  private corner(points: readonly number[], i: number, x: number, y: number, radius: number): void {
    const before = Math.hypot(x - this.lineX(points[i - 2]), y - this.lineY(points[i - 1]));
    const nextX = this.lineX(points[i + 2]);
    const nextY = this.lineY(points[i + 3]);
    const after = Math.hypot(nextX - x, nextY - y);
    this.context.arcTo(x, y, nextX, nextY, Math.min(radius, before / 2, after / 2));
  }

  private fillAndStroke(paint: Paint): void {
    if (paint.fill !== null) {
      this.setFill(paint.fill);
      this.context.fill();
    }
    if (paint.stroke === null) return;
    this.setStroke(paint);
    this.context.stroke();
  }

  private setFill(colour: string): void {
    if (colour === this.fill) return;
    this.fill = colour;
    this.context.fillStyle = colour;
  }

  private setStroke(paint: Paint): void {
    if (paint.stroke !== null && paint.stroke !== this.stroke) {
      this.stroke = paint.stroke;
      this.context.strokeStyle = paint.stroke;
    }
    const width = Math.max(1, Math.round(paint.strokeMm * this.scale));
    if (width !== this.width) {
      this.width = width;
      this.context.lineWidth = width;
    }
    if (paint.dashMm === this.dash) return;
    this.dash = paint.dashMm;
    this.context.setLineDash(paint.dashMm.map((mm) => Math.max(1, mm * this.scale)));
  }

  /** The canvas' state is not known any more: everything is set again at its next use. */
  private forgetState(): void {
    this.fill = '';
    this.stroke = '';
    this.width = 0;
    this.dash = UNKNOWN_DASH;
    this.lettering = null;
    this.align = 'start';
  }
}

const FULL_TURN = Math.PI * 2;
const QUARTER_TURN = Math.PI / 2;
const SOLID: readonly number[] = [];
const UNKNOWN_DASH: readonly number[] = [];
