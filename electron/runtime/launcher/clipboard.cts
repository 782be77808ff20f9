/**
 * The clipboard as later versions have it, on top of this runtime's: items of several kinds are written at once, and
 * read one by one.
 */
const electron = require('electron') as typeof import('electron');

/** What this runtime's clipboard has under the names that mean something else later. */
interface EarlierClipboard {
  write(data: { text?: string; html?: string; image?: Electron.NativeImage }): void;
  readText(): string;
  readHTML(): string;
  readImage(): Electron.NativeImage;
}

class Item {
  readonly #parts: Readonly<Record<string, string | Blob>>;

  constructor(parts: Readonly<Record<string, string | Blob>>) {
    this.#parts = parts;
  }

  get types(): string[] {
    return Object.keys(this.#parts);
  }

  getType(type: string): Promise<Blob> {
    const part = this.#parts[type];
    if (part === undefined) return Promise.reject(new Error(`the clipboard holds no ${type}`));
    return Promise.resolve(typeof part === 'string' ? new Blob([part], { type }) : part);
  }
}

const { clipboard, nativeImage } = electron;
const earlier = clipboard as unknown as EarlierClipboard;
const write = earlier.write.bind(clipboard);

async function writeItems(items: readonly Item[]): Promise<void> {
  const data: Parameters<EarlierClipboard['write']>[0] = {};
  for (const item of items) {
    for (const type of item.types) {
      const part = await item.getType(type);
      if (type === 'text/plain') data.text = await part.text();
      else if (type === 'text/html') data.html = await part.text();
      else if (type === 'image/png') {
        data.image = nativeImage.createFromBuffer(Buffer.from(await part.arrayBuffer()));
      } else throw new Error(`this runtime puts no ${type} on the clipboard`);
    }
  }
  write(data);
}

function readItems(): Promise<Item[]> {
  const image = earlier.readImage();
  const png = image.isEmpty() ? null : new Blob([new Uint8Array(image.toPNG())]);
  const parts = {
    ...(earlier.readText() === '' ? {} : { 'text/plain': earlier.readText() }),
    ...(earlier.readHTML() === '' ? {} : { 'text/html': earlier.readHTML() }),
    ...(png ? { 'image/png': png } : {}),
  };
  return Promise.resolve([new Item(parts)]);
}

Object.assign(clipboard, { write: writeItems, read: readItems });
Object.defineProperty(electron, 'ClipboardItem', { value: Item, enumerable: true });
