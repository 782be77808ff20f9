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
/** Code of the font's empty box. */
const NO_GLYPH = '0000';

/** What pdfkit keeps as its current font. */
interface EmbeddedFont {
  readonly id: string;
  encode(text: string): readonly [codes: string[], positions: { readonly advanceWidth: number }[]];
  ref(): PDFKit.PDFKitReference;
}

interface Letter {
  readonly font: EmbeddedFont;
  /** Hexadecimal code in the font's subset. */
  readonly code: string;
  /** In thousandths of the em. */
  readonly advance: number;
  readonly missing: boolean;
}

interface Face {
  readonly font: EmbeddedFont;
  readonly letters: Map<string, Letter>;
  /** What was set lately: the words of schedules come again on every line. */
  readonly lines: Map<string, Line>;
}

interface Line {
  /** Null until it is set and not only measured. */
  runs: readonly TextRun[] | null;
  /** In thousandths of the em. */
  readonly advance: number;
}

/** Beyond so many, what was set is forgotten. */
const MOST_LINES = 4000;

/** Letters that follow each other in one font. */
export interface TextRun {
  /** The name under which a page's content speaks of the font. */
  readonly font: string;
  /** Hexadecimal. */
  readonly codes: string;
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
    this.#faces = {
      regular: { font: embed(doc, fontFile('regular')), letters: new Map(), lines: new Map() },
      semibold: { font: embed(doc, fontFile('semibold')), letters: new Map(), lines: new Map() },
    };
  }

  /** All fonts that were used so far, as a page's or a form's resources list them. */
  resources(): Record<string, PDFKit.PDFKitReference> {
    const { regular, semibold } = this.#faces;
    const fonts = [regular.font, semibold.font, ...this.#further.values()];
    return Object.fromEntries(fonts.map((font) => [font.id, font.ref()]));
  }

  /** The text in its fonts, in reading order. */
  runs(text: string, weight: Weight): readonly TextRun[] {
    const line = this.#line(text, weight);
    return (line.runs ??= this.#runsOf(text, weight));
  }

  #line(text: string, weight: Weight): Line {
    const { lines } = this.#faces[weight];
    let line = lines.get(text);
    if (line === undefined) {
      if (lines.size >= MOST_LINES) lines.clear();
      line = { runs: null, advance: this.#advanceOf(text, weight) };
      lines.set(text, line);
    }
    return line;
  }

  #advanceOf(text: string, weight: Weight): number {
    let advance = 0;
    for (const letter of text) advance += this.#letter(letter, weight).advance;
    return advance;
  }

  #runsOf(text: string, weight: Weight): readonly TextRun[] {
    const runs: { font: string; codes: string }[] = [];
    for (const letter of text) {
      const { font, code } = this.#letter(letter, weight);
      const last = runs.at(-1);
      if (last?.font === font.id) last.codes += code;
      else runs.push({ font: font.id, codes: code });
    }
    return runs;
  }

  /** Width of a text in its style, mm. */
  widthMm(text: string, style: Pick<TextStyle, 'sizeMm' | 'weight'>): number {
    return (this.#line(text, style.weight).advance / 1000) * style.sizeMm;
  }

  /** Whether the fonts hold every letter of a text. */
  holds(text: string): boolean {
    for (const letter of text) if (this.#letter(letter, 'regular').missing) return false;
    return true;
  }

  #letter(letter: string, weight: Weight): Letter {
    const { font, letters } = this.#faces[weight];
    let known = letters.get(letter);
    if (known === undefined) {
      const held = encoded(font, letter < ' ' ? ' ' : letter) ?? this.#elsewhere(letter);
      known = held ?? missingLetter(font);
      letters.set(letter, known);
    }
    return known;
  }

  #elsewhere(letter: string): Letter | null {
    const further = FURTHER.find(({ letters }) => letters.test(letter));
    if (!further) return null;
    let font = this.#further.get(further.file);
    if (font === undefined) {
      font = embed(this.#doc, modules.resolve(further.file));
      this.#further.set(further.file, font);
    }
    return encoded(font, letter);
  }
}

/** The letter in a font; null where the font does not hold it. */
function encoded(font: EmbeddedFont, letter: string): Letter | null {
  const [codes, positions] = font.encode(letter);
  if (codes.includes(NO_GLYPH)) return null;
  const advance = positions.reduce((sum, position) => sum + position.advanceWidth, 0);
  return { font, code: codes.join(''), advance, missing: false };
}

function missingLetter(font: EmbeddedFont): Letter {
  const mark = encoded(font, MISSING_LETTER);
  if (!mark) throw new RangeError('the font does not hold the mark of a missing letter');
  return { ...mark, missing: true };
}

function embed(doc: PDFKit.PDFDocument, file: string): EmbeddedFont {
  doc.font(file);
  // pdfkit offers no public way to its encoder; setting text through `doc.text` is twenty times slower.
  const { _font: font } = doc as unknown as { readonly _font: EmbeddedFont };
  return font;
}
