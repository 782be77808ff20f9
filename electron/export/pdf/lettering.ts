/** The embedded fonts of the drawing set, and what their letters measure. */
import { createRequire } from 'node:module';
import type { TextStyle } from '../../../shared/drawing/surface.ts';

type Weight = TextStyle['weight'];

const modules = createRequire(import.meta.url);

/** Where the font file of a weight is: beside the program's modules, in a checkout as in a package. */
export function fontFile(weight: Weight): string {
  return modules.resolve(
    weight === 'regular'
      ? '@expo-google-fonts/inter/400Regular/Inter_400Regular.ttf'
      : '@expo-google-fonts/inter/600SemiBold/Inter_600SemiBold.ttf',
  );
}

/** Fonts for letters that Inter does not hold, each opened when the first such letter comes; regular only. */
const FURTHER = [
  {
    letters: /[\p{Script=Hangul}]/u,
    file: '@expo-google-fonts/noto-sans-kr/400Regular/NotoSansKR_400Regular.ttf',
  },
  {
    letters:
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u,
    file: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  },
] as const;

/** Stands for each letter that none of the fonts holds. */
export const MISSING_LETTER = '◇';
/** Number of the font's empty box. */
const NO_GLYPH = 0;

interface Glyph {
  readonly id: number;
  readonly advanceWidth: number;
  readonly codePoints: readonly number[];
}

/** What pdfkit keeps as its current font: what is in its subset stands in the file. */
interface EmbeddedFont {
  readonly id: string;
  readonly font: { glyphForCodePoint(point: number): Glyph };
  readonly subset: { includeGlyph(id: number): number };
  /** By number in the subset: advances in thousandths of the em, and what the glyph stands for. */
  readonly widths: (number | undefined)[];
  readonly unicode: (readonly number[] | undefined)[];
  /** From the font's units to thousandths of the em. */
  readonly scale: number;
  ref(): PDFKit.PDFKitReference;
}

interface Letter {
  readonly font: EmbeddedFont;
  /** Two bytes as they stand in a string of the page's content, escaped where they must be. */
  readonly code: string;
  /** In thousandths of the em. */
  readonly advance: number;
  readonly missing: boolean;
}

interface Face {
  readonly font: EmbeddedFont;
  /** By code point. */
  readonly letters: Letter[];
  /** Those beyond the letters that names are mostly made of. */
  readonly rare: Map<number, Letter>;
}

const SPACE = 0x20;
/** Letters of the alphabets below here are found by their place in a list. */
const COMMON = 0x600;

/** Takes the letters of a text as a page's content has them. */
export interface TextSetting {
  /** What follows is set in the font that the content calls so. */
  font(name: string): void;
  /** A letter as it stands between the brackets of a string. */
  letter(code: string): void;
}

/**
 * Letters are encoded once each and set one by one without kerning: a schedule of thousands of lines costs
 * a look-up per letter, and the text stays searchable.
 */
export class PdfLettering {
  readonly #doc: PDFKit.PDFDocument;
  readonly #faces: Readonly<Record<Weight, Face>>;
  /** By file; what is here is used. */
  readonly #further = new Map<string, EmbeddedFont>();

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    const face = (weight: Weight): Face => ({
      font: embed(doc, fontFile(weight)),
      letters: [],
      rare: new Map(),
    });
    this.#faces = { regular: face('regular'), semibold: face('semibold') };
  }

  /** All fonts that were used so far, as a page's or a form's resources list them. */
  resources(): Record<string, PDFKit.PDFKitReference> {
    const { regular, semibold } = this.#faces;
    const fonts = [regular.font, semibold.font, ...this.#further.values()];
    return Object.fromEntries(fonts.map((font) => [font.id, font.ref()]));
  }

  /** Sets a text letter by letter, in reading order. */
  set(text: string, weight: Weight, setting: TextSetting): void {
    const face = this.#faces[weight];
    let font: EmbeddedFont | null = null;
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      const letter = face.letters[point] ?? this.#letter(face, point);
      if (letter.font !== font) {
        ({ font } = letter);
        setting.font(font.id);
      }
      setting.letter(letter.code);
    }
  }

  /** Width of a text in its style, mm. */
  widthMm(text: string, { sizeMm, weight }: Pick<TextStyle, 'sizeMm' | 'weight'>): number {
    const face = this.#faces[weight];
    let advance = 0;
    for (let at = 0; at < text.length; at += 1) {
      const point = text.codePointAt(at) ?? 0;
      if (point > 0xffff) at += 1;
      advance += (face.letters[point] ?? this.#letter(face, point)).advance;
    }
    return (advance / 1000) * sizeMm;
  }

  /** Whether the fonts hold every letter of a text. */
  holds(text: string): boolean {
    const { regular } = this.#faces;
    return Array.from(text).every((letter) => {
      return !this.#letter(regular, letter.codePointAt(0) ?? 0).missing;
    });
  }

  #letter({ font, letters, rare }: Face, point: number): Letter {
    let known = letters[point] ?? rare.get(point);
    if (known === undefined) {
      const shown = point < SPACE ? SPACE : point;
      known = encoded(font, shown) ?? this.#elsewhere(shown) ?? missingLetter(font);
      if (point < COMMON) letters[point] = known;
      else rare.set(point, known);
    }
    return known;
  }

  #elsewhere(point: number): Letter | null {
    const letter = String.fromCodePoint(point);
    const further = FURTHER.find(({ letters }) => letters.test(letter));
    if (!further) return null;
    let font = this.#further.get(further.file);
    if (font === undefined) {
      font = embed(this.#doc, modules.resolve(further.file));
      this.#further.set(further.file, font);
    }
    return encoded(font, point);
  }
}

/**
 * The letter in a font; null where the font does not hold it. pdfkit would have it laid out, which reads all of the
 * font's rules for letters that stand together.
 */
function encoded(font: EmbeddedFont, point: number): Letter | null {
  const glyph = font.font.glyphForCodePoint(point);
  if (glyph.id === NO_GLYPH) return null;
  const advance = glyph.advanceWidth * font.scale;
  const number = font.subset.includeGlyph(glyph.id);
  font.widths[number] ??= advance;
  font.unicode[number] ??= glyph.codePoints;
  return { font, code: asString(number), advance, missing: false };
}

/** What would end a string, or be read as another letter in it. */
const ESCAPED: Readonly<Record<string, string>> = {
  '(': '\\(',
  ')': '\\)',
  '\\': '\\\\',
  '\r': '\\r',
};

/** A number of two bytes as it stands in a string. */
function asString(number: number): string {
  const bytes = [number >> 8, number & 0xff].map((byte) => String.fromCharCode(byte));
  return bytes.map((byte) => ESCAPED[byte] ?? byte).join('');
}

function missingLetter(font: EmbeddedFont): Letter {
  const mark = encoded(font, MISSING_LETTER.codePointAt(0) ?? 0);
  if (!mark) throw new RangeError('the font does not hold the mark of a missing letter');
  return { ...mark, missing: true };
}

function embed(doc: PDFKit.PDFDocument, file: string): EmbeddedFont {
  doc.font(file);
  // pdfkit offers no public way to it; setting text through `doc.text` is twenty times slower.
  const { _font: font } = doc as unknown as { readonly _font: EmbeddedFont };
  return font;
}
