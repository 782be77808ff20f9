/** A surface that writes an SVG picture: one millimetre of the drawing is one user unit. */
import type { Box } from '../model/rack-geometry.ts';
import { traceLine } from './rounded-line.ts';
import { outlineMm, type Paint, type Surface, type TextStyle } from './surface.ts';
import { fitText, textWidthMm } from './text-fit.ts';

/** Width of a hairline, mm in the drawing. */
const HAIRLINE_MM = 0.6;
const FONT = 'Inter, Helvetica, Arial, sans-serif';

/** Text as it may stand in an XML text or attribute; what XML cannot hold at all is left out. */
export function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

function number(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export class SvgSurface implements Surface {
  readonly #paints = new Map<Paint, string>();
  readonly #symbols = new Map<object, string>();
  readonly #definitions: string[] = [];
  readonly #images = new Map<string, string>();
  readonly #hrefOf: (key: string) => string | null;
  readonly #outlinesInside: boolean;
  #out: string[] = [];
  #clips = 0;

  /**
   * @param hrefOf where the picture of a key is found, as an address; null for one that is not there
   * @param outlines `inside` their boxes, as on the screen; `on-edge` where boxes are to be measured
   */
  constructor(
    hrefOf: (key: string) => string | null = (key) => key,
    outlines: 'inside' | 'on-edge' = 'inside',
  ) {
    this.#hrefOf = hrefOf;
    this.#outlinesInside = outlines === 'inside';
  }

  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    const edge = this.#outlinesInside ? Math.min(outlineMm(paint), width, height) : 0;
    const size = `width="${number(width - edge)}" height="${number(height - edge)}"`;
    const place = `x="${number(x + edge / 2)}" y="${number(y + edge / 2)}"`;
    this.#out.push(`<rect ${place} ${size}${this.#paint(paint)}/>`);
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    const place = `cx="${number(x)}" cy="${number(y)}" r="${number(radius)}"`;
    this.#out.push(`<circle ${place}${this.#paint(paint)}/>`);
  }

  line(points: readonly number[], paint: Paint, radius = 0): void {
    const path: string[] = [];
    traceLine(points, radius, {
      moveTo: (x, y) => path.push(`M${number(x)} ${number(y)}`),
      lineTo: (x, y) => path.push(`L${number(x)} ${number(y)}`),
      curveTo: (cx, cy, x, y) =>
        path.push(`Q${number(cx)} ${number(cy)} ${number(x)} ${number(y)}`),
    });
    this.#out.push(`<path d="${path.join('')}"${this.#paint(paint)}/>`);
  }

  polygon(points: readonly number[], paint: Paint): void {
    const list = points.map(number).join(' ');
    this.#out.push(`<polygon points="${list}"${this.#paint(paint)}/>`);
  }

  text(x: number, y: number, text: string, style: TextStyle, maxWidth?: number): void {
    const shown = fitText(text, maxWidth, (part) => textWidthMm(part, style));
    if (shown === '') return;
    const anchor = { left: 'start', centre: 'middle', right: 'end' }[style.align];
    const place = `x="${number(x)}" y="${number(y)}" dy="0.36em" text-anchor="${anchor}"`;
    const weight = style.weight === 'semibold' ? ' font-weight="600"' : '';
    const look = `font-size="${number(style.sizeMm)}"${weight} fill="${escapeXml(style.colour)}"`;
    this.#out.push(`<text ${place} ${look}>${escapeXml(shown)}</text>`);
  }

  /** The picture is kept once, as what `hrefOf` says, and referred to where it is drawn. */
  image(x: number, y: number, width: number, height: number, key: string): void {
    const href = this.#hrefOf(key);
    if (href === null) return;
    let id = this.#images.get(key);
    if (id === undefined) {
      id = `picture${this.#images.size + 1}`;
      this.#images.set(key, id);
      const size = 'width="1" height="1" preserveAspectRatio="none"';
      this.#definitions.push(`<image id="${id}" ${size} href="${escapeXml(href)}"/>`);
    }
    const place = `translate(${number(x)} ${number(y)}) scale(${number(width)} ${number(height)})`;
    this.#out.push(`<use href="#${id}" transform="${place}"/>`);
  }

  at(x: number, y: number, content: () => void, turned = false): void {
    const turn = turned ? ' rotate(-90)' : '';
    this.#out.push(`<g transform="translate(${number(x)} ${number(y)})${turn}">`);
    content();
    this.#out.push('</g>');
  }

  clip(x: number, y: number, width: number, height: number, content: () => void): void {
    this.#clips += 1;
    const id = `clip${this.#clips}`;
    const box = `x="${number(x)}" y="${number(y)}" width="${number(width)}"`;
    this.#out.push(
      `<clipPath id="${id}"><rect ${box} height="${number(height)}"/></clipPath>`,
      `<g clip-path="url(#${id})">`,
    );
    content();
    this.#out.push('</g>');
  }

  symbol(
    x: number,
    y: number,
    _width: number,
    _height: number,
    key: object,
    content: (surface: Surface) => void,
  ): void {
    let id = this.#symbols.get(key);
    if (id === undefined) {
      id = `part${this.#symbols.size + 1}`;
      this.#symbols.set(key, id);
      const outside = this.#out;
      this.#out = [];
      content(this);
      this.#definitions.push(`<g id="${id}">${this.#out.join('')}</g>`);
      this.#out = outside;
    }
    this.#out.push(`<use href="#${id}" x="${number(x)}" y="${number(y)}"/>`);
  }

  /** The whole picture: what was drawn within `box`, `scale` millimetres of paper per mm of the drawing. */
  picture(box: Box, title: string, scale: number): string {
    const view = [box.x, box.y, box.width, box.height].map(number).join(' ');
    const size = `width="${number(box.width * scale)}mm" height="${number(box.height * scale)}mm"`;
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="${view}" font-family="${FONT}">`,
      `<title>${escapeXml(title)}</title>`,
      this.#definitions.length > 0 ? `<defs>${this.#definitions.join('\n')}</defs>` : '',
      ...this.#out,
      '</svg>\n',
    ].join('\n');
  }

  #paint(paint: Paint): string {
    let attributes = this.#paints.get(paint);
    if (attributes === undefined) {
      attributes = ` fill="${escapeXml(paint.fill ?? 'none')}"`;
      if (paint.stroke !== null) {
        const width = number(paint.strokeMm === 0 ? HAIRLINE_MM : paint.strokeMm);
        attributes += ` stroke="${escapeXml(paint.stroke)}" stroke-width="${width}"`;
      }
      if (paint.dashMm.length > 0) attributes += ` stroke-dasharray="${paint.dashMm.join(' ')}"`;
      this.#paints.set(paint, attributes);
    }
    return attributes;
  }
}
