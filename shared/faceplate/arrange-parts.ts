/** Lining parts up and spacing them evenly. Locked parts stay, and are what the others line up with. */
import type { DeviceType } from '../model/device-type.ts';
import type { Mm } from '../units/length.ts';
import {
  boundsOf,
  type FacePart,
  keysOf,
  type PartBox,
  type PartRef,
  partKey,
  partsOf,
} from './face-part.ts';
import { placeParts } from './map-parts.ts';

export const ALIGNMENTS = ['left', 'centre', 'right', 'top', 'middle', 'bottom'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/** Fewer parts than these cannot be aligned, or distributed. */
export const LEAST_TO_ALIGN = 2;
export const LEAST_TO_DISTRIBUTE = 3;

/**
 * The parts lined up at one side or the middle of the box around them; where some are locked, of the box around
 * those. Less than two stay as they are.
 */
export function alignParts(
  type: DeviceType,
  refs: readonly PartRef[],
  alignment: Alignment,
): DeviceType {
  const parts = meant(type, refs);
  const locked = parts.filter((part) => part.locked);
  const box = boundsOf(locked.length > 0 ? locked : parts);
  if (!box || parts.length < LEAST_TO_ALIGN) return type;
  return placeParts(type, refs, (was) => ({ ...was, ...alignedPlace(was, box, alignment) }));
}

function alignedPlace(part: PartBox, box: PartBox, alignment: Alignment): Partial<PartBox> {
  switch (alignment) {
    case 'left':
      return { xMm: box.xMm };
    case 'centre':
      return { xMm: box.xMm + (box.widthMm - part.widthMm) / 2 };
    case 'right':
      return { xMm: box.xMm + box.widthMm - part.widthMm };
    case 'top':
      return { yMm: box.yMm };
    case 'middle':
      return { yMm: box.yMm + (box.heightMm - part.heightMm) / 2 };
    case 'bottom':
      return { yMm: box.yMm + box.heightMm - part.heightMm };
    default:
      return alignment satisfies never;
  }
}

export type Spacing = 'gaps' | 'pitch';

/**
 * The parts with equal gaps, or equal distances of their centres, along a row or a column. The outermost stay;
 * less than three, or any locked part among those between, leave the type as it is.
 */
export function distributeParts(
  type: DeviceType,
  refs: readonly PartRef[],
  along: 'x' | 'y',
  spacing: Spacing,
): DeviceType {
  const spans = meant(type, refs)
    .map((part) => spanOf(part, along))
    .sort((a, b) => a.start + a.length / 2 - (b.start + b.length / 2));
  const [first] = spans;
  const last = spans.at(-1);
  if (!first || !last || spans.length < LEAST_TO_DISTRIBUTE) return type;
  if (spans.slice(1, -1).some(({ locked }) => locked)) return type;
  const starts = spacing === 'gaps' ? evenGaps(spans, first, last) : evenPitch(spans, first, last);
  return placeParts(type, refs, (was, ref) => {
    const start = starts.get(partKey(ref));
    if (start === undefined) return was;
    return along === 'x' ? { ...was, xMm: start } : { ...was, yMm: start };
  });
}

interface Span {
  readonly key: string;
  readonly start: Mm;
  readonly length: Mm;
  readonly locked: boolean;
}

function spanOf(part: FacePart, along: 'x' | 'y'): Span {
  const key = partKey(part.ref);
  return along === 'x'
    ? { key, start: part.xMm, length: part.widthMm, locked: part.locked }
    : { key, start: part.yMm, length: part.heightMm, locked: part.locked };
}

function evenGaps(spans: readonly Span[], first: Span, last: Span): Map<string, Mm> {
  const taken = spans.reduce((sum, { length }) => sum + length, 0);
  const gap = (last.start + last.length - first.start - taken) / (spans.length - 1);
  const starts = new Map<string, Mm>();
  let at = first.start;
  for (const { key, length } of spans.slice(0, -1)) {
    starts.set(key, at);
    at += length + gap;
  }
  return starts;
}

function evenPitch(spans: readonly Span[], first: Span, last: Span): Map<string, Mm> {
  const begin = first.start + first.length / 2;
  const pitch = (last.start + last.length / 2 - begin) / (spans.length - 1);
  return new Map(
    spans.slice(0, -1).map(({ key, length }, k) => [key, begin + k * pitch - length / 2]),
  );
}

function meant(type: DeviceType, refs: readonly PartRef[]): FacePart[] {
  const keys = keysOf(refs);
  return partsOf(type).filter(({ ref }) => keys.has(partKey(ref)));
}
