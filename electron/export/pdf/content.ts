/**
 * The content of a page or a form, byte by byte as it stands in the file. A set is hundreds of megabytes of it, made
 * of pieces of a few letters: as strings they would be joined, flattened and encoded, each time for others to collect.
 */

const NEW_LINE = 0x0a;
const SPACE = 0x20;
const MINUS = 0x2d;
const POINT = 0x2e;
const NOUGHT = 0x30;

/** What most pages take. */
const FIRST_BYTES = 64 * 1024;
/** More than any number takes. */
const NUMBER_BYTES = 24;

export class Content {
  #bytes = new Uint8Array(FIRST_BYTES);
  #length = 0;

  /** Begins a line. */
  line(): this {
    if (this.#length === 0) return this;
    this.#room(1);
    this.#bytes[this.#length++] = NEW_LINE;
    return this;
  }

  /** Letters that take a byte each. */
  put(text: string): this {
    const { length } = text;
    this.#room(length);
    const bytes = this.#bytes;
    let at = this.#length;
    for (let i = 0; i < length; i += 1) bytes[at++] = text.charCodeAt(i);
    this.#length = at;
    return this;
  }

  /** A number as PDF writes it: to a hundredth, never with an exponent; and a space behind it. */
  number(value: number): this {
    this.#room(NUMBER_BYTES);
    const hundredths = Math.round(Math.abs(value) * 100);
    if (value < 0 && hundredths > 0) this.#bytes[this.#length++] = MINUS;
    const whole = Math.floor(hundredths / 100);
    const rest = hundredths - whole * 100;
    this.#whole(whole);
    if (rest > 0) {
      const tenths = Math.floor(rest / 10);
      const last = rest - tenths * 10;
      this.#bytes[this.#length++] = POINT;
      this.#bytes[this.#length++] = NOUGHT + tenths;
      if (last > 0) this.#bytes[this.#length++] = NOUGHT + last;
    }
    this.#bytes[this.#length++] = SPACE;
    return this;
  }

  /** All that was written, which is begun anew. */
  take(): Buffer {
    const taken = Buffer.from(this.#bytes.subarray(0, this.#length));
    this.#length = 0;
    return taken;
  }

  #whole(value: number): void {
    let places = 1;
    for (let power = 10; power <= value; power *= 10) places += 1;
    let left = value;
    for (let at = this.#length + places - 1; at >= this.#length; at -= 1) {
      const next = Math.floor(left / 10);
      this.#bytes[at] = NOUGHT + (left - next * 10);
      left = next;
    }
    this.#length += places;
  }

  #room(more: number): void {
    const wanted = this.#length + more;
    if (wanted <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(wanted, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}
