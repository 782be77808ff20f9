/** The call that reads a picture file to trace a faceplate from. It is not decoded here: the page is sandboxed. */
import { open } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import type { PickedPicture } from '../shared/contract/ipc.ts';
import { pictureHeader } from '../shared/formats/picture-header.ts';
import { PICTURE_LIMITS } from '../shared/model/picture-limits.ts';
import { say } from '../shared/text/index.ts';
import { pickFile } from './file-dialogs.ts';
import { type Handlers, refused } from './ipc.ts';

export const pictureCalls = {
  'picture.pick': async (_: null, window: BrowserWindow): Promise<PickedPicture | null> => {
    const file = await pickFile(window, {
      title: say('main.dialog.picture'),
      filters: [{ name: say('main.filter.picture'), extensions: ['png', 'jpg', 'jpeg', 'webp'] }],
      properties: ['openFile'],
    });
    return file === null ? null : readPicture(file);
  },
} satisfies Partial<Handlers>;

/** The file's bytes, if they are a picture within the limits. @throws Refused when they are not */
async function readPicture(file: string): Promise<PickedPicture> {
  const name = path.basename(file);
  const bytes = await bytesOf(file, name);
  const header = pictureHeader(bytes);
  if (!header) throw refused('picture-unreadable', { name });
  const { mime, widthPx, heightPx } = header;
  const { sidePx, pixels } = PICTURE_LIMITS;
  if (Math.max(widthPx, heightPx) > sidePx || widthPx * heightPx > pixels) {
    const limits = { side: sidePx, megapixels: pixels / 1_000_000 };
    throw refused('picture-too-many-pixels', {
      name,
      width: widthPx,
      height: heightPx,
      ...limits,
    });
  }
  return { name, mime, data: bytes.toString('base64') };
}

/** At most what the limit allows is read, whatever the file's size is said to be. */
async function bytesOf(file: string, name: string): Promise<Buffer> {
  const handle = await open(file, 'r').catch(() => {
    throw refused('picture-unreadable', { name });
  });
  try {
    const buffer = Buffer.alloc(PICTURE_LIMITS.bytes + 1);
    let length = 0;
    while (length < buffer.length) {
      const { bytesRead } = await handle.read(buffer, length, buffer.length - length, length);
      if (bytesRead === 0) break;
      length += bytesRead;
    }
    if (length > PICTURE_LIMITS.bytes) {
      throw refused('picture-too-large', { name, megabytes: PICTURE_LIMITS.bytes / 1_000_000 });
    }
    return buffer.subarray(0, length);
  } finally {
    await handle.close();
  }
}
