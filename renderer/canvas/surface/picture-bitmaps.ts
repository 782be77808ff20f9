/** Pictures decoded for the canvas, each once; one that is still being decoded is not there yet. */
import type { Picture } from '../../../shared/model/records.ts';

export interface PictureBitmaps {
  /** The decoded picture; null while it is decoded, or when it cannot be. */
  of(picture: Picture): ImageBitmap | null;
  /** Lets go of all of them. */
  close(): void;
}

/** @param onReady called when one has been decoded */
export function createPictureBitmaps(onReady: () => void): PictureBitmaps {
  const known = new Map<Picture, ImageBitmap | null>();
  let open = true;
  async function decode(picture: Picture): Promise<void> {
    const bitmap = await createImageBitmap(blobOf(picture));
    if (!open) {
      bitmap.close();
      return;
    }
    known.set(picture, bitmap);
    onReady();
  }
  return {
    of(picture) {
      if (!known.has(picture)) {
        known.set(picture, null);
        // A picture that the page cannot decode stays away; the design keeps it for who can.
        decode(picture).catch(() => {});
      }
      return known.get(picture) ?? null;
    },
    close() {
      open = false;
      for (const bitmap of known.values()) bitmap?.close();
      known.clear();
    },
  };
}

/** The bytes of a picture as the browser takes them. */
export function blobOf({ mime, data }: Pick<Picture, 'mime' | 'data'>): Blob {
  return new Blob([Uint8Array.from(atob(data), (letter) => letter.charCodeAt(0))], { type: mime });
}
