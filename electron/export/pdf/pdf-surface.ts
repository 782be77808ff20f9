/**
 * The painter's surface on a PDF page, in millimetres of paper. It writes the page's content itself, with
 * colours and line widths set only where they change, and keeps each device face once as a form.
 */
import { fitText, type Pen, traceLine } from '../../../shared/drawing/index.ts';
import {
  outlineMm,
  type Paint,
  type Surface,
  type TextStyle,
} from '../../../shared/drawing/surface.ts';
import type { PdfLettering } from './lettering.ts';
import { type Resources, writePacked } from './pdf-pages.ts';
import type { PdfPictures } from './pdf-pictures.ts';

/** The thinnest line of the set, mm on paper. */
const HAIRLINE_MM = 0.1;
/** Height of Inter's capitals over the em: text is centred on them. */
const CAP_HEIGHT = 0.727;

type Document = PDFKit.PDFDocument;

/** What the content has set so far; unset after a page or a form begins. */
interface Pencil {
  fill: string;
  stroke: string;
  widthMm: number;
  dash: readonly number[];
  /** The font's name and size. */
  font: string;
}

interface Form {
  readonly name: string;
  readonly form: PDFKit.PDFKitReference;
}

const UNSET: Pencil = { fill: '', stroke: '', widthMm: -1, dash: [], font: '' };

/** `.00` to `.99`, without noughts at the end: writing a number by its digits is twice as fast as asking for it. */
const HUNDREDTHS = Array.from({ length: 100 }, (_, i) => {
  if (i === 0) return '';
  return i % 10 === 0 ? `.${i / 10}` : `.${String(i).padStart(2, '0')}`;
});

/** A number as PDF writes it: to a hundredth, never with an exponent. */
function n(value: number): string {
  const hundredths = Math.round(Math.abs(value) * 100);
  if (hundredths === 0) return '0';
  const whole = Math.floor(hundredths / 100);
  const text = `${whole}${HUNDREDTHS[hundredths - whole * 100] ?? ''}`;
  return value < 0 ? `-${text}` : text;
}

const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const colours = new Map<string, string>();

/** The three components of a `#rrggbb` colour; black for what is none. */
function components(colour: string): string {
  let known = colours.get(colour);
  if (known === undefined) {
    const parts = COLOUR.exec(colour)?.slice(1) ?? ['00', '00', '00'];
    known = parts.map((hex) => n(Number.parseInt(hex, 16) / 255)).join(' ');
    colours.set(colour, known);
  }
  return known;
}

export class PdfSurface implements Surface {
  readonly lettering: PdfLettering;
  readonly #doc: Document;
  readonly #pictures: PdfPictures | null;
  /** By what they are of, and by the width of their lines. */
  readonly #forms = new Map<object, Map<number, Form>>();
  #formCount = 0;
  #out: string[] = [];
  /** Forms and pictures that the content speaks of. */
  #objects: Record<string, PDFKit.PDFKitReference> = {};
  #pencil: Pencil = { ...UNSET };
  #scale = 1;
  #lineShare = 1;
  /** Whether what is drawn is a drawing on the sheet, and not the sheet's own. */
  #drawing = false;

  constructor(doc: Document, lettering: PdfLettering, pictures: PdfPictures | null = null) {
    this.#doc = doc;
    this.#pictures = pictures;
    this.lettering = lettering;
  }

  /** Starts the content of a page. */
  beginPage(): void {
    this.#begin();
  }

  #begin(): void {
    this.#out = [];
    this.#objects = {};
    this.#pencil = { ...UNSET };
  }

  /** What was drawn, with all that it speaks of. */
  endPage(): { readonly content: string; readonly resources: Resources } {
    const content = this.#out.join('\n');
    const resources = this.#resources();
    this.#out = [];
    return { content, resources };
  }

  #resources(): Resources {
    return { Font: this.lettering.resources(), XObject: this.#objects };
  }

  /** In a drawing a box holds its outline, as on the screen; the rules of a sheet run along the edges they share. */
  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.#use(paint);
    const edge = this.#drawing ? Math.min(outlineMm(paint) * this.#lineShare, width, height) : 0;
    const box = `${n(x + edge / 2)} ${n(y + edge / 2)} ${n(width - edge)} ${n(height - edge)}`;
    this.#out.push(`${box} re ${operator(paint)}`);
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.#use(paint);
    const k = radius * 0.5523;
    const arc = (a: number, b: number, c: number, d: number, e: number, f: number): string =>
      `${n(x + a)} ${n(y + b)} ${n(x + c)} ${n(y + d)} ${n(x + e)} ${n(y + f)} c`;
    this.#out.push(
      `${n(x + radius)} ${n(y)} m`,
      arc(radius, k, k, radius, 0, radius),
      arc(-k, radius, -radius, k, -radius, 0),
      arc(-radius, -k, -k, -radius, 0, -radius),
      arc(k, -radius, radius, -k, radius, 0),
      `h ${operator(paint)}`,
    );
  }

  line(points: readonly number[], paint: Paint, radius = 0): void {
    this.#use(paint);
    traceLine(points, radius, this.#pen());
    this.#out.push('S');
  }

  polygon(points: readonly number[], paint: Paint): void {
    this.#use(paint);
    traceLine(points, 0, this.#pen());
    this.#out.push(`h ${operator(paint)}`);
  }

  text(x: number, y: number, text: string, style: TextStyle, maxWidth?: number): void {
    const shown = fitText(text, maxWidth, (part) => this.lettering.widthMm(part, style));
    if (shown === '') return;
    let start = x;
    if (style.align !== 'left') {
      const width = this.lettering.widthMm(shown, style);
      start -= style.align === 'right' ? width : width / 2;
    }
    const baseline = y + (style.sizeMm * CAP_HEIGHT) / 2;
    this.#fill(style.colour);
    const size = n(style.sizeMm);
    let runs = '';
    for (const { font, codes } of this.lettering.runs(shown, style.weight)) {
      const wanted = `/${font} ${size} Tf`;
      if (this.#pencil.font !== wanted) runs += `${wanted} `;
      this.#pencil.font = wanted;
      runs += `(${codes})Tj `;
    }
    this.#out.push(`BT 1 0 0 -1 ${n(start)} ${n(baseline)} Tm ${runs}ET`);
  }

  image(x: number, y: number, width: number, height: number, key: string): void {
    const picture = this.#pictures?.of(key);
    if (!picture) return;
    this.#objects[picture.name] = picture.object;
    // A picture stands on its lower edge; the page's y runs down.
    const place = `${n(width)} 0 0 ${n(-height)} ${n(x)} ${n(y + height)} cm`;
    this.#out.push(`q ${place} /${picture.name} Do Q`);
  }

  at(x: number, y: number, content: () => void, turned = false): void {
    const matrix = turned ? '0 -1 1 0' : '1 0 0 1';
    this.#inside(`${matrix} ${n(x)} ${n(y)} cm`, content);
  }

  clip(x: number, y: number, width: number, height: number, content: () => void): void {
    this.#inside(`${n(x)} ${n(y)} ${n(width)} ${n(height)} re W n`, content);
  }

  /**
   * Draws `content` with its origin at (x, y) and its lengths times `scale`.
   * @param lineShare lines and dashes of the content are drawn at this share of their size: what is made to be drawn
   * at 1:10 keeps its lines at another scale
   */
  scaled(x: number, y: number, scale: number, content: () => void, lineShare = 1): void {
    const before = this.#scale;
    const lines = this.#lineShare;
    const inDrawing = this.#drawing;
    this.#drawing = true;
    this.#scale = before * scale;
    this.#lineShare = lines * lineShare;
    this.#inside(`${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${n(x)} ${n(y)} cm`, content);
    this.#scale = before;
    this.#lineShare = lines;
    this.#drawing = inDrawing;
  }

  symbol(
    x: number,
    y: number,
    width: number,
    height: number,
    key: object,
    content: (surface: Surface) => void,
  ): void {
    let forms = this.#forms.get(key);
    if (forms === undefined) this.#forms.set(key, (forms = new Map()));
    let known = forms.get(this.#lineShare);
    if (known === undefined) {
      this.#formCount += 1;
      known = { name: `D${this.#formCount}`, form: this.#makeForm(width, height, content) };
      forms.set(this.#lineShare, known);
    }
    this.#objects[known.name] = known.form;
    this.#out.push(`q 1 0 0 1 ${n(x)} ${n(y)} cm /${known.name} Do Q`);
  }

  #makeForm(
    width: number,
    height: number,
    content: (surface: Surface) => void,
  ): PDFKit.PDFKitReference {
    const outside = { out: this.#out, objects: this.#objects, pencil: this.#pencil };
    this.#begin();
    content(this);
    const form = this.#doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-5, -5, width + 5, height + 5],
      Resources: this.#resources(),
    });
    writePacked(form, this.#out.join('\n'));
    this.#out = outside.out;
    this.#objects = outside.objects;
    this.#pencil = outside.pencil;
    return form;
  }

  #inside(setting: string, content: () => void): void {
    const before = { ...this.#pencil };
    this.#out.push(`q ${setting}`);
    content();
    this.#out.push('Q');
    this.#pencil = before;
  }

  #pen(): Pen {
    let fromX = 0;
    let fromY = 0;
    const to = (x: number, y: number): void => {
      fromX = x;
      fromY = y;
    };
    return {
      moveTo: (x, y) => {
        to(x, y);
        this.#out.push(`${n(x)} ${n(y)} m`);
      },
      lineTo: (x, y) => {
        to(x, y);
        this.#out.push(`${n(x)} ${n(y)} l`);
      },
      curveTo: (cx, cy, x, y) => {
        const first = `${n(fromX + (cx - fromX) * (2 / 3))} ${n(fromY + (cy - fromY) * (2 / 3))}`;
        const second = `${n(x + (cx - x) * (2 / 3))} ${n(y + (cy - y) * (2 / 3))}`;
        to(x, y);
        this.#out.push(`${first} ${second} ${n(x)} ${n(y)} c`);
      },
    };
  }

  #fill(colour: string): void {
    if (this.#pencil.fill === colour) return;
    this.#pencil.fill = colour;
    this.#out.push(`${components(colour)} rg`);
  }

  #use(paint: Paint): void {
    if (paint.fill !== null) this.#fill(paint.fill);
    if (paint.stroke === null) return;
    const pencil = this.#pencil;
    if (pencil.stroke !== paint.stroke) {
      pencil.stroke = paint.stroke;
      this.#out.push(`${components(paint.stroke)} RG`);
    }
    const widthMm =
      paint.strokeMm === 0 ? HAIRLINE_MM / this.#scale : paint.strokeMm * this.#lineShare;
    if (pencil.widthMm !== widthMm) {
      pencil.widthMm = widthMm;
      this.#out.push(`${n(widthMm)} w`);
    }
    if (pencil.dash !== paint.dashMm && pencil.dash.length + paint.dashMm.length > 0) {
      pencil.dash = paint.dashMm;
      this.#out.push(`[${paint.dashMm.map((mm) => n(mm * this.#lineShare)).join(' ')}] 0 d`);
    }
  }
}

function operator(paint: Paint): string {
  if (paint.fill === null) return paint.stroke === null ? 'n' : 'S';
  return paint.stroke === null ? 'f' : 'B';
}
