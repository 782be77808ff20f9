/**
 * The seal on what a design says. SQLite's integrity check looks at structure: four of five flipped bits in a
 * text column pass it. So every kind of record has a digest, changed in the transaction that changes the
 * records and compared on opening. It is the sum of its records' SHA-256 (first 128 bits, as four lanes mod
 * 2³²): the order does not matter, and an edit costs only what it touches.
 */
import { hash } from 'node:crypto';
import type { ReadDb, Row, WriteDb } from './database.ts';

const LANES = [0, 1, 2, 3] as const;

/** What is sealed: a record of some kind as it stands in the file, with the rows that hang on it. */
interface Sealed {
  readonly kind: string;
  readonly row: Row;
  readonly ends: readonly Row[];
}

/** A sum of records that can be added to and taken from. */
export class Digest {
  #records: number;
  readonly #sum: Int32Array;

  constructor(records = 0, sum: Uint8Array = new Uint8Array(16)) {
    const view = new DataView(sum.buffer, sum.byteOffset, sum.byteLength);
    this.#records = records;
    this.#sum = Int32Array.from(LANES, (lane) => view.getInt32(lane * 4, true));
  }

  add(stored: Sealed): void {
    this.#shift(stored, 1);
  }

  remove(stored: Sealed): void {
    this.#shift(stored, -1);
  }

  get records(): number {
    return this.#records;
  }

  /** The sum as 16 bytes. */
  get sum(): Buffer {
    const bytes = Buffer.alloc(16);
    for (const lane of LANES) bytes.writeInt32LE(this.#sum[lane] ?? 0, lane * 4);
    return bytes;
  }

  equals(other: Digest): boolean {
    return this.#records === other.#records && this.sum.equals(other.sum);
  }

  #shift(stored: Sealed, sign: 1 | -1): void {
    const text = JSON.stringify([stored.kind, stored.row, stored.ends]);
    // A string of bytes costs half of what a buffer does, and this runs for every record on opening.
    const bytes = hash('sha256', text, 'binary');
    this.#records += sign;
    for (const lane of LANES) {
      this.#sum[lane] = (this.#sum[lane] ?? 0) + sign * int32At(bytes, lane * 4);
    }
  }
}

function int32At(bytes: string, at: number): number {
  return (
    bytes.charCodeAt(at) |
    (bytes.charCodeAt(at + 1) << 8) |
    (bytes.charCodeAt(at + 2) << 16) |
    (bytes.charCodeAt(at + 3) << 24)
  );
}

/** The digest that the file keeps for a kind; none is kept for a kind that never had a record. */
export function keptDigest(db: ReadDb, kind: string): Digest {
  const row = db.first('SELECT records, sum FROM digest WHERE kind = ?', kind);
  const [records, sum] = row ?? [];
  return sum instanceof Uint8Array ? new Digest(Number(records), sum) : new Digest();
}

export function keepDigest(db: WriteDb, kind: string, digest: Digest): void {
  db.run(
    `INSERT INTO digest (kind, records, sum) VALUES (?, ?, ?)
     ON CONFLICT (kind) DO UPDATE SET records = excluded.records, sum = excluded.sum`,
    kind,
    digest.records,
    digest.sum,
  );
}
