/** The embedded font of the drawing set, and what its letters measure. */
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

/** Stands for each letter that the font does not hold, such as those of Chinese and Japanese. */
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
  /** Hexadecimal code in the font's subset. */
  readonly code: string;
  /** In thousandths of the em. */
  readonly advance: number;
  readonly missing: boolean;
}

interface Face {
  readonly font: EmbeddedFont;
  readonly letters: Map<string, Letter>;
}

/**
 * Letters are encoded once each and set one by one without kerning: a schedule of thousands of lines costs
 * a look-up per letter, and the text stays searchable.
 */
export class PdfLettering {
  readonly #faces: Readonly<Record<Weight, Face>>;

  constructor(doc: PDFKit.PDFDocument) {
    this.#faces = { regular: embed(doc, 'regular'), semibold: embed(doc, 'semibold') };
  }

  /** The name under which a page's content speaks of the font. */
  nameOf(weight: Weight): string {
    return this.#faces[weight].font.id;
  }

  /** Both fonts, as a page's or a form's resources list them. */
  resources(): Record<string, PDFKit.PDFKitReference> {
    const { regular, semibold } = this.#faces;
    return { [regular.font.id]: regular.font.ref(), [semibold.font.id]: semibold.font.ref() };
  }

  encode(text: string, weight: Weight): string {
    let codes = '';
    for (const letter of text) codes += this.#letter(letter, weight).code;
    return codes;
  }

  /** Width of a text in its style, mm. */
  widthMm(text: string, style: Pick<TextStyle, 'sizeMm' | 'weight'>): number {
    let width = 0;
    for (const letter of text) width += this.#letter(letter, style.weight).advance;
    return (width / 1000) * style.sizeMm;
  }

  /** Whether the font holds every letter of a text. */
  holds(text: string): boolean {
    for (const letter of text) if (this.#letter(letter, 'regular').missing) return false;
    return true;
  }

  #letter(letter: string, weight: Weight): Letter {
    const { font, letters } = this.#faces[weight];
    let known = letters.get(letter);
    if (known === undefined) {
      const wanted = font.encode(letter < ' ' ? ' ' : letter);
      const missing = wanted[0].includes(NO_GLYPH);
      const [codes, positions] = missing ? font.encode(MISSING_LETTER) : wanted;
      const advance = positions.reduce((sum, position) => sum + position.advanceWidth, 0);
      letters.set(letter, (known = { code: codes.join(''), advance, missing }));
    }
    return known;
  }
}

function embed(doc: PDFKit.PDFDocument, weight: Weight): Face {
  doc.font(fontFile(weight));
  // pdfkit offers no public way to its encoder; setting text through `doc.text` is twenty times slower.
  const { _font: font } = doc as unknown as { readonly _font: EmbeddedFont };
  return { font, letters: new Map() };
}
