/**
 * The pages of a document. pdfkit keeps what it knows of each until the end; here a page is packed and written when it
 * is drawn, and only its number stays.
 */
import { deflateSync } from 'node:zlib';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { PT_PER_MM, type SheetFormat } from './paper.ts';

/** An object of the file, as pdfkit keeps it; its types leave some of this out. */
interface Reference {
  /** How other objects speak of it. */
  toString(): string;
  data: Record<string, unknown>;
  compress: boolean;
  end(content?: Buffer): void;
}

/** What a page's or a form's content speaks of by name. */
export interface Resources {
  readonly Font: Readonly<Record<string, PDFKit.PDFKitReference>>;
  /** Forms and pictures. */
  readonly XObject: Readonly<Record<string, PDFKit.PDFKitReference>>;
}

/** A box on a page, mm, and the name of the page that it leads to. */
export interface PageLink {
  readonly box: Box;
  readonly target: string;
}

interface BegunPage {
  readonly page: Reference;
  readonly heightMm: number;
}

/** What pdfkit keeps of a document as a whole; its types leave this out. */
interface Catalogue {
  readonly _root: {
    readonly data: {
      readonly Pages: { readonly data: { readonly Kids: Reference[]; Count: number } };
      readonly Names: { readonly data: Record<string, unknown> };
    };
  };
}

/**
 * Packed in half the time of the usual level, and a tenth larger; one chunk takes a page. It takes a tenth of a
 * millisecond, and to have it done beside the drawing takes longer.
 */
const LEVEL = { level: 3, chunkSize: 64 * 1024 } as const;

/** What stands in the file as it is: pdfkit writes an object that is none of its own kinds by its text. */
class Written {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get [Symbol.toStringTag](): string {
    return 'Written';
  }

  toString(): string {
    return this.#text;
  }
}

/** Writes the content of a page or a form, packed. */
export function writePacked(reference: Reference, content: Buffer): void {
  // pdfkit packs what names no filter when it is made.
  reference.compress = false;
  reference.data['Filter'] = 'FlateDecode';
  reference.end(deflateSync(content, LEVEL));
  reference.data = {};
}

/** What a page's content begins with: sheets are drawn downwards, in millimetres. */
export function downwardsInMm({ heightMm }: SheetFormat): string {
  const scale = PT_PER_MM.toFixed(6);
  return `${scale} 0 0 -${scale} 0 ${(heightMm * PT_PER_MM).toFixed(4)} cm`;
}

export class PdfPages {
  readonly #doc: PDFKit.PDFDocument;
  readonly #catalogue: Catalogue['_root']['data'];
  readonly #names = new Map<string, Reference>();
  #begun: BegunPage | null = null;

  constructor(doc: PDFKit.PDFDocument) {
    this.#doc = doc;
    this.#catalogue = (doc as unknown as Catalogue)._root.data;
  }

  /** Begins a page, which links find by these names. */
  begin({ widthMm, heightMm }: SheetFormat, names: readonly string[]): void {
    const { Pages } = this.#catalogue;
    const MediaBox = [0, 0, widthMm * PT_PER_MM, heightMm * PT_PER_MM];
    const page = this.#reference({ Type: 'Page', Parent: Pages, MediaBox });
    Pages.data.Kids.push(page);
    Pages.data.Count += 1;
    for (const name of names) this.#names.set(stringOf(name), page);
    this.#begun = { page, heightMm };
  }

  /** A bookmark of the page that was begun last, under another or at the top. */
  bookmark(title: string, under: PDFKit.PDFOutline, expanded = false): PDFKit.PDFOutline {
    // Typed without the page's number by pdfkit.
    const options = { expanded, pageNumber: this.#catalogue.Pages.data.Count - 1 };
    return under.addItem(title, options);
  }

  /** Ends the page that was begun last. */
  end(content: Buffer, resources: Resources, links: readonly PageLink[]): void {
    const begun = this.#begun;
    if (begun === null) throw new RangeError('no page was begun');
    this.#begun = null;
    const { page, heightMm } = begun;
    const contents = this.#reference({});
    page.data['Contents'] = contents;
    page.data['Resources'] = resources;
    if (links.length > 0) {
      const annotations = links.map((link) => annotationOf(link, heightMm));
      page.data['Annots'] = new Written(`[${annotations.join('\n')}]`);
    }
    writePacked(contents, content);
    page.end();
    // The document's list of pages needs no more than its number.
    page.data = {};
  }

  /** Writes where the names lead. */
  finish(): void {
    // Readers look names up by their bytes, so they stand in that order.
    const names = [...this.#names].sort(([one], [other]) => (one < other ? -1 : 1));
    const entries = names.map(([name, page]) => `${name}[${page.toString()}/Fit]`);
    this.#catalogue.Names.data['Dests'] = new Written(`<</Names[${entries.join('\n')}]>>`);
  }

  #reference(data: object): Reference {
    return this.#doc.ref(data);
  }
}

/** Annotations are placed in points from the page's lower edge. */
function annotationOf({ box, target }: PageLink, heightMm: number): string {
  const { x, y, width, height } = box;
  const from = `${points(x)} ${points(heightMm - y - height)}`;
  const to = `${points(x + width)} ${points(heightMm - y)}`;
  return `<</Subtype/Link/Rect[${from} ${to}]/Border[0 0 0]/F 4/Dest${stringOf(target)}>>`;
}

function points(mm: number): number {
  return Math.round(mm * PT_PER_MM);
}

/** A name as a string of the file. */
function stringOf(name: string): string {
  if (PLAIN.test(name)) return `(${name})`;
  return `(${Buffer.from(name)
    .toString('latin1')
    .replaceAll(/[\\()]/g, '\\$&')})`;
}
/** What most ids are made of. */
const PLAIN = /^[\w .:~-]*$/;
