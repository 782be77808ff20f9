/**
 * The pages of a document. pdfkit packs a page while the next one waits, and keeps what it knows of each until the
 * end; here pages are packed beside the drawing and written in their order, and of what is written only the number
 * stays.
 */
import { promisify } from 'node:util';
import { deflate, deflateSync } from 'node:zlib';
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

/** A page that is drawn and not yet written. */
interface DrawnPage {
  readonly page: Reference;
  readonly contents: Reference;
  readonly packed: Promise<Buffer>;
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

/** Packed in half the time of the usual level, and a tenth larger; one chunk takes a page. */
const LEVEL = { level: 3, chunkSize: 64 * 1024 } as const;
/** Pages that may be packed at once while others are drawn. */
const MOST_WAITING = 8;

const packing = promisify<Buffer, typeof LEVEL, Buffer>(deflate);

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

/** Writes the content of a form, packed. */
export function writePacked(form: PDFKit.PDFKitReference, content: Buffer): void {
  endPacked(form, deflateSync(content, LEVEL));
}

/** What a page's content begins with: sheets are drawn downwards, in millimetres. */
export function downwardsInMm({ heightMm }: SheetFormat): string {
  const scale = PT_PER_MM.toFixed(6);
  return `${scale} 0 0 -${scale} 0 ${(heightMm * PT_PER_MM).toFixed(4)} cm`;
}

function endPacked(reference: Reference, packed: Buffer): void {
  // pdfkit packs what names no filter when it is made.
  reference.compress = false;
  reference.data['Filter'] = 'FlateDecode';
  reference.end(packed);
  reference.data = {};
}

export class PdfPages {
  readonly #doc: PDFKit.PDFDocument;
  readonly #catalogue: Catalogue['_root']['data'];
  readonly #names = new Map<string, Reference>();
  readonly #waiting: DrawnPage[] = [];
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

  /** Ends the page that was begun last. Resolves when there is room for the next. */
  async end(content: Buffer, resources: Resources, links: readonly PageLink[]): Promise<void> {
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
    const packed = packing(content, LEVEL);
    this.#waiting.push({ page, contents, packed });
    if (this.#waiting.length > MOST_WAITING) await this.#writeNext();
  }

  /** Writes what waits, and where the names lead. */
  async finish(): Promise<void> {
    while (this.#waiting.length > 0) await this.#writeNext();
    // Readers look names up by their bytes, so they stand in that order.
    const names = [...this.#names].sort(([one], [other]) => (one < other ? -1 : 1));
    const entries = names.map(([name, page]) => `${name}[${page.toString()}/Fit]`);
    this.#catalogue.Names.data['Dests'] = new Written(`<</Names[${entries.join('\n')}]>>`);
  }

  #reference(data: object): Reference {
    return this.#doc.ref(data);
  }

  async #writeNext(): Promise<void> {
    const next = this.#waiting.shift();
    if (next === undefined) return;
    const { page, contents, packed } = next;
    endPacked(contents, await packed);
    page.end();
    // The document's list of pages needs no more than its number.
    page.data = {};
  }
}

/** Annotations are placed in points from the page's lower edge. */
function annotationOf({ box, target }: PageLink, heightMm: number): string {
  const { x, y, width, height } = box;
  const corners = [x, heightMm - y - height, x + width, heightMm - y];
  const rect = corners.map((mm) => Math.round(mm * PT_PER_MM)).join(' ');
  return `<</Subtype/Link/Rect[${rect}]/Border[0 0 0]/F 4/Dest${stringOf(target)}>>`;
}

/** A name as a string of the file. */
function stringOf(name: string): string {
  return `(${Buffer.from(name)
    .toString('latin1')
    .replaceAll(/[\\()]/g, '\\$&')})`;
}
