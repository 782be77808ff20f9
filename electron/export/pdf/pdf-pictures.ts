/** The pictures of a design in a PDF document, each kept once. */
import type { Design } from '../../../shared/model/design.ts';
import type { PictureId } from '../../../shared/model/ids.ts';

interface KeptPicture {
  readonly name: string;
  readonly object: PDFKit.PDFKitReference;
}

/** What pdfkit makes of a picture; its types leave this out. */
interface OpenedImage {
  obj: PDFKit.PDFKitReference | null;
  embed(document: PDFKit.PDFDocument): void;
}

interface OpensImages {
  openImage(bytes: Buffer): OpenedImage;
}

/** pdfkit reads these two. */
const READABLE: ReadonlySet<string> = new Set(['image/png', 'image/jpeg']);

export class PdfPictures {
  readonly #doc: PDFKit.PDFDocument;
  readonly #pictures: Design['pictures'];
  readonly #kept = new Map<PictureId, KeptPicture | null>();

  constructor(doc: PDFKit.PDFDocument, pictures: Design['pictures']) {
    this.#doc = doc;
    this.#pictures = pictures;
  }

  /** The picture as the document holds it; null where the design has none, or one that cannot be printed. */
  of(id: PictureId): KeptPicture | null {
    let kept = this.#kept.get(id);
    if (kept === undefined) {
      kept = this.#keep(id);
      this.#kept.set(id, kept);
    }
    return kept;
  }

  #keep(id: PictureId): KeptPicture | null {
    const picture = this.#pictures.get(id);
    if (!picture || !READABLE.has(picture.mime)) return null;
    const bytes = Buffer.from(picture.data, 'base64');
    // pdfkit's types leave out that a picture can be opened without being drawn at once.
    const image = (this.#doc as unknown as OpensImages).openImage(bytes);
    if (image.obj === null) image.embed(this.#doc);
    return image.obj && { name: `P${this.#kept.size + 1}`, object: image.obj };
  }
}
