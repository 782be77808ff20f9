/** Lines of a bill of materials. */
import type { FormFactor } from '../model/device-type.ts';
import type { MediumId } from '../model/medium.ts';

/** In the order in which they are printed. */
export const BOM_GROUPS = ['device', 'cable', 'transceiver', 'accessory'] as const;

interface Counted {
  /** How many the drawing shows. */
  readonly drawn: number;
  /** How many more are ordered. */
  readonly spare: number;
}

/** Devices and accessories, by type. */
export interface TypeLine extends Counted {
  readonly group: 'device' | 'accessory';
  readonly manufacturer: string;
  readonly model: string;
  readonly partNumber: string;
}

/** One end of a cable: so many plugs of a form factor; null where the types do not say what the ports sit in. */
export interface PlugCount {
  readonly formFactor: FormFactor | null;
  readonly count: number;
}

/** Cables of one kind and length. */
export interface CableLine extends Counted {
  readonly group: 'cable';
  readonly medium: MediumId;
  readonly awg: number | null;
  /** Rate of the whole cable, Gb/s; null = unknown, or none. */
  readonly speedGbps: number | null;
  readonly a: PlugCount;
  readonly b: PlugCount;
  readonly partNumber: string;
  /** Length to order, m; null where no length in stock is long enough, or none is known. */
  readonly lengthM: number | null;
}

/** Transceivers for cages of one form factor. */
export interface TransceiverLine extends Counted {
  readonly group: 'transceiver';
  readonly formFactor: FormFactor;
  readonly medium: MediumId;
  /** Ports that it serves, and the rate of each, Gb/s; null = unknown. */
  readonly ports: number;
  readonly speedGbps: number | null;
}

export type BomLine = TypeLine | CableLine | TransceiverLine;

/** How many of a count are ordered as spares: `percent` of it, rounded up. */
export function spareOf(drawn: number, percent: number): number {
  // A tenth of ten is one, whatever the binary fraction says.
  return Math.ceil(Number(((drawn * percent) / 100).toFixed(6)));
}

/** Lines that are alike become one, with their count; in the order in which each came first. */
export function counted<L extends object>(
  lines: Iterable<L>,
  percent: number,
): (L & { readonly drawn: number; readonly spare: number })[] {
  const counts = new Map<string, { readonly line: L; drawn: number }>();
  for (const line of lines) {
    const key = JSON.stringify(line);
    const known = counts.get(key);
    if (known) known.drawn += 1;
    else counts.set(key, { line, drawn: 1 });
  }
  return [...counts.values()].map(({ line, drawn }) => ({
    ...line,
    drawn,
    spare: spareOf(drawn, percent),
  }));
}
