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
import { Content } from './content.ts';
import type { PdfLettering, TextSetting } from './lettering.ts';
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
  /** The font's name, and the size of its letters. */
  font: string;
  fontMm: number;
}

interface Form {
  readonly name: string;
  readonly form: PDFKit.PDFKitReference;
}

const UNSET: Pencil = { fill: '', stroke: '', widthMm: -1, dash: [], font: '', fontMm: 0 };

const COLOUR = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i;
const colours = new Map<string, string>();

function hundredths(share: number): number {
  return Math.round(share * 100) / 100;
}

/** The three components of a `#rrggbb` colour; black for what is none. */
function components(colour: string): string {
  let known = colours.get(colour);
  if (known === undefined) {
    const parts = COLOUR.exec(colour)?.slice(1) ?? ['00', '00', '00'];
    known = parts.map((hex) => String(hundredths(Number.parseInt(hex, 16) / 255))).join(' ');
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
  #out = new Content();
  /** Forms and pictures that the content speaks of. */
  #objects: Record<string, PDFKit.PDFKitReference> = {};
  #pencil: Pencil = { ...UNSET };
  /** Where a line was led last. */
  #from = { x: 0, y: 0 };
  readonly #pen: Pen = {
    moveTo: (x, y) => {
      this.#from = { x, y };
      this.#point(x, y).put('m');
    },
    lineTo: (x, y) => {
      this.#from = { x, y };
      this.#point(x, y).put('l');
    },
    curveTo: (cx, cy, x, y) => {
      const { x: fromX, y: fromY } = this.#from;
      this.#from = { x, y };
      this.#point(fromX + (cx - fromX) * (2 / 3), fromY + (cy - fromY) * (2 / 3))
        .number(x + (cx - x) * (2 / 3))
        .number(y + (cy - y) * (2 / 3))
        .number(x)
        .number(y)
        .put('c');
    },
  };
  /** Of the text that is being set: the size of its letters, and whether a string of them is begun. */
  #sizeMm = 0;
  #inString = false;
  readonly #setting: TextSetting = {
    font: (name) => {
      if (this.#inString) this.#out.put(')Tj ');
      this.#inString = true;
      const pencil = this.#pencil;
      if (pencil.font !== name || pencil.fontMm !== this.#sizeMm) {
        pencil.font = name;
        pencil.fontMm = this.#sizeMm;
        this.#out.put('/').put(name).put(' ').number(this.#sizeMm).put('Tf ');
      }
      this.#out.put('(');
    },
    letter: (code) => {
      this.#out.put(code);
    },
  };
  #scale = 1;
  #lineShare = 1;
  /** Whether what is drawn is a drawing on the sheet, and not the sheet's own. */
  #drawing = false;

  constructor(doc: Document, lettering: PdfLettering, pictures: PdfPictures | null = null) {
    this.#doc = doc;
    this.#pictures = pictures;
    this.lettering = lettering;
  }

  /** Starts the content of a page. @param space where its origin is and what its lengths are, as an operator */
  beginPage(space: string): void {
    this.#begin();
    this.#out.line().put(space);
  }

  #begin(): void {
    this.#objects = {};
    this.#pencil = { ...UNSET };
  }

  /** What was drawn, with all that it speaks of. */
  endPage(): { readonly content: Buffer; readonly resources: Resources } {
    return { content: this.#out.take(), resources: this.#resources() };
  }

  #resources(): Resources {
    return { Font: this.lettering.resources(), XObject: this.#objects };
  }

  /** In a drawing a box holds its outline, as on the screen; the rules of a sheet run along the edges they share. */
  rect(x: number, y: number, width: number, height: number, paint: Paint): void {
    this.#use(paint);
    const edge = this.#drawing ? Math.min(outlineMm(paint) * this.#lineShare, width, height) : 0;
    this.#out
      .line()
      .number(x + edge / 2)
      .number(y + edge / 2)
      .number(width - edge)
      .number(height - edge)
      .put('re ')
      .put(operator(paint));
  }

  circle(x: number, y: number, radius: number, paint: Paint): void {
    this.#use(paint);
    const k = radius * 0.5523;
    const arc = (a: number, b: number, c: number, d: number, e: number, f: number): void => {
      this.#point(x + a, y + b)
        .number(x + c)
        .number(y + d)
        .number(x + e)
        .number(y + f)
        .put('c');
    };
    this.#point(x + radius, y).put('m');
    arc(radius, k, k, radius, 0, radius);
    arc(-k, radius, -radius, k, -radius, 0);
    arc(-radius, -k, -k, -radius, 0, -radius);
    arc(k, -radius, radius, -k, radius, 0);
    this.#out.line().put('h ').put(operator(paint));
  }

  line(points: readonly number[], paint: Paint, radius = 0): void {
    this.#use(paint);
    traceLine(points, radius, this.#pen);
    this.#out.line().put('S');
  }

  polygon(points: readonly number[], paint: Paint): void {
    this.#use(paint);
    traceLine(points, 0, this.#pen);
    this.#out.line().put('h ').put(operator(paint));
  }

  text(x: number, y: number, text: string, style: TextStyle, maxWidth?: number): void {
    const shown =
      maxWidth === undefined
        ? text
        : fitText(text, maxWidth, (part) => this.lettering.widthMm(part, style));
    if (shown === '') return;
    let start = x;
    if (style.align !== 'left') {
      const width = this.lettering.widthMm(shown, style);
      start -= style.align === 'right' ? width : width / 2;
    }
    const baseline = y + (style.sizeMm * CAP_HEIGHT) / 2;
    this.#fill(style.colour);
    this.#out.line().put('BT 1 0 0 -1 ').number(start).number(baseline).put('Tm ');
    this.#sizeMm = style.sizeMm;
    this.lettering.set(shown, style.weight, this.#setting);
    this.#inString = false;
    this.#out.put(')Tj ET');
  }

  image(x: number, y: number, width: number, height: number, key: string): void {
    const picture = this.#pictures?.of(key);
    if (!picture) return;
    this.#objects[picture.name] = picture.object;
    // A picture stands on its lower edge; the page's y runs down.
    this.#out.line().put('q ').number(width).put('0 0 ').number(-height);
    this.#out
      .number(x)
      .number(y + height)
      .put(`cm /${picture.name} Do Q`);
  }

  at(x: number, y: number, content: () => void, turned = false): void {
    this.#inside(content, (out) => {
      out
        .put(turned ? '0 -1 1 0 ' : '1 0 0 1 ')
        .number(x)
        .number(y)
        .put('cm');
    });
  }

  clip(x: number, y: number, width: number, height: number, content: () => void): void {
    this.#inside(content, (out) => {
      out.number(x).number(y).number(width).number(height).put('re W n');
    });
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
    this.#inside(content, (out) => {
      out.put(scaleWords(scale)).number(x).number(y).put('cm');
    });
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
    this.#out.line().put('q 1 0 0 1 ').number(x).number(y).put(`cm /${known.name} Do Q`);
  }

  #makeForm(
    width: number,
    height: number,
    content: (surface: Surface) => void,
  ): PDFKit.PDFKitReference {
    const outside = { out: this.#out, objects: this.#objects, pencil: this.#pencil };
    this.#out = new Content();
    this.#begin();
    content(this);
    const form = this.#doc.ref({
      Type: 'XObject',
      Subtype: 'Form',
      BBox: [-5, -5, width + 5, height + 5],
      Resources: this.#resources(),
    });
    writePacked(form, this.#out.take());
    this.#out = outside.out;
    this.#objects = outside.objects;
    this.#pencil = outside.pencil;
    return form;
  }

  #inside(content: () => void, set: (out: Content) => void): void {
    const before = { ...this.#pencil };
    set(this.#out.line().put('q '));
    content();
    this.#out.line().put('Q');
    this.#pencil = before;
  }

  /** Begins a line with a point. */
  #point(x: number, y: number): Content {
    return this.#out.line().number(x).number(y);
  }

  #fill(colour: string): void {
    if (this.#pencil.fill === colour) return;
    this.#pencil.fill = colour;
    this.#out.line().put(components(colour)).put(' rg');
  }

  #use(paint: Paint): void {
    if (paint.fill !== null) this.#fill(paint.fill);
    if (paint.stroke === null) return;
    const pencil = this.#pencil;
    if (pencil.stroke !== paint.stroke) {
      pencil.stroke = paint.stroke;
      this.#out.line().put(components(paint.stroke)).put(' RG');
    }
    const widthMm =
      paint.strokeMm === 0 ? HAIRLINE_MM / this.#scale : paint.strokeMm * this.#lineShare;
    if (pencil.widthMm !== widthMm) {
      pencil.widthMm = widthMm;
      this.#out.line().number(widthMm).put('w');
    }
    if (pencil.dash !== paint.dashMm && pencil.dash.length + paint.dashMm.length > 0) {
      pencil.dash = paint.dashMm;
      this.#out.line().put('[');
      for (let at = 0; at < paint.dashMm.length; at += 1) {
        this.#out.number((paint.dashMm[at] as number) * this.#lineShare);
      }
      this.#out.put('] 0 d');
    }
  }
}

/** A scale as the content has it: a set has few, and speaks of one at each swatch. */
const scales = new Map<number, string>();

function scaleWords(scale: number): string {
  let words = scales.get(scale);
  if (words === undefined) {
    const share = scale.toFixed(6);
    scales.set(scale, (words = `${share} 0 0 ${share} `));
  }
  return words;
}

function operator(paint: Paint): string {
  if (paint.fill === null) return paint.stroke === null ? 'n' : 'S';
  return paint.stroke === null ? 'f' : 'B';
}
