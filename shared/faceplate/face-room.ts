/** What is left on a face: free area, room for more openings, bandwidth now and at most, and its vents. */
import { type DeviceType, FORM_FACTORS, type FormFactor } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { Mm } from '../units/length.ts';
import { spotsOnFace } from './cage-fit.ts';
import { boxArea, coveredMm2 } from './covered-area.ts';
import { mostOnFace, ratePerCage, USUAL_FORM_FACTORS } from './face-ceiling.ts';
import { faceFrame, isStrip } from './face-frame.ts';
import { type PartBox, partsOf } from './face-part.ts';
import { largestFreeBox } from './free-box.ts';

/** What of one form factor is on a face, and what would still go on it. */
export interface RoomFor {
  readonly formFactor: FormFactor;
  readonly fitted: number;
  readonly more: number;
}

export interface FaceRoom {
  readonly face: Face;
  /** Width over which nothing is on the face from top to bottom, mm, and the widest such stretch. */
  readonly freeWidthMm: Mm;
  readonly widestGapMm: Mm;
  /** The largest rectangle with nothing on it; null on a full face. */
  readonly largestFree: PartBox | null;
  /** The opening, and what of it no part takes, mm². */
  readonly openingMm2: number;
  readonly freeMm2: number;
  /** One row for each form factor whose size is known, in the order of `FORM_FACTORS`. */
  readonly fits: readonly RoomFor[];
  /** Bandwidth of the interfaces on the face, Gb/s one way; null where one has an unknown speed. */
  readonly gbps: number | null;
  /** What today's fastest modules in all these cages and in the best that still fit would carry; null if unknown. */
  readonly gbpsCeiling: number | null;
  /** The same per rack unit of the type, Tb/s; null for 0U gear. */
  readonly tbpsPerU: number | null;
  readonly tbpsPerUCeiling: number | null;
  /** Area of vents that nothing covers, mm², and what of it is open; null where an open share is unknown. */
  readonly ventMm2: number;
  readonly ventOpenMm2: number | null;
  /** Open area of the vents as a share of the opening, 0..1. */
  readonly openShare: number | null;
}

/** How many more openings of this form factor fit on a face: those that have a place, up to what has been built. */
export function moreThatFit(type: DeviceType, face: Face, formFactor: FormFactor): number {
  let fitted = 0;
  for (const cage of type.cages) {
    if (cage.face === face && cage.formFactor === formFactor) fitted += 1;
  }
  const spots = spotsOnFace(type, face, formFactor).length;
  return Math.max(0, Math.min(spots, mostOnFace(type, formFactor) - fitted));
}

const known = new WeakMap<DeviceType, Partial<Record<Face, FaceRoom>>>();

/** What is left on a face of a type. Nothing more fits on a 0U strip: how long it may become is not said. */
export function faceRoom(type: DeviceType, face: Face): FaceRoom {
  let rooms = known.get(type);
  if (!rooms) known.set(type, (rooms = {}));
  return (rooms[face] ??= measureRoom(type, face));
}

function measureRoom(type: DeviceType, face: Face): FaceRoom {
  const { opening } = faceFrame(type, face);
  const within = {
    xMm: opening.x,
    yMm: opening.y,
    widthMm: opening.width,
    heightMm: opening.height,
  };
  const parts = partsOf(type, face);
  const openingMm2 = boxArea(within);
  const gaps = columnGaps(within, parts);
  const fits = fitsOn(type, face);
  const cages = dataCages(type, face);
  const gbps = bandwidthOn(type, cages);
  const gbpsCeiling = ceilingOf(cages, fits);
  const vents = ventsOn(type, face);
  return {
    face,
    freeWidthMm: gaps.reduce((sum, gap) => sum + gap, 0),
    widestGapMm: gaps.reduce((most, gap) => Math.max(most, gap), 0),
    largestFree: largestFreeBox(within, parts),
    openingMm2,
    freeMm2: openingMm2 - coveredMm2(within, parts),
    fits,
    gbps,
    gbpsCeiling,
    tbpsPerU: perUnit(type, gbps),
    tbpsPerUCeiling: perUnit(type, gbpsCeiling),
    ...vents,
    openShare: vents.ventOpenMm2 === null ? null : vents.ventOpenMm2 / openingMm2,
  };
}

/** Widths between the parts as if each went from top to bottom. */
function columnGaps(within: PartBox, parts: readonly PartBox[]): Mm[] {
  const gaps: Mm[] = [];
  let free = within.xMm;
  const right = within.xMm + within.widthMm;
  for (const { xMm, widthMm } of [...parts].sort((a, b) => a.xMm - b.xMm)) {
    const start = Math.min(xMm, right);
    if (start > free) gaps.push(start - free);
    free = Math.max(free, xMm + widthMm);
  }
  if (right > free) gaps.push(right - free);
  return gaps;
}

function fitsOn(type: DeviceType, face: Face): RoomFor[] {
  const fitted = Map.groupBy(
    type.cages.filter((cage) => cage.face === face),
    ({ formFactor }) => formFactor,
  );
  return FORM_FACTORS.flatMap((formFactor) => {
    if (formFactor === 'other') return [];
    const count = fitted.get(formFactor)?.length ?? 0;
    return [{ formFactor, fitted: count, more: moreThatFit(type, face, formFactor) }];
  });
}

/** The openings of a face that hold interfaces, by their ids. */
function dataCages(type: DeviceType, face: Face): Map<string, FormFactor> {
  const data = new Set(
    type.ports.flatMap(({ kind, cageId }) => (kind === 'interface' ? [cageId] : [])),
  );
  return new Map(
    type.cages
      .filter((cage) => cage.face === face && data.has(cage.id))
      .map(({ id, formFactor }) => [id, formFactor]),
  );
}

function bandwidthOn(type: DeviceType, cages: ReadonlyMap<string, FormFactor>): number | null {
  let sum = 0;
  for (const { kind, cageId, speedGbps } of type.ports) {
    if (kind !== 'interface' || cageId === null || !cages.has(cageId)) continue;
    if (speedGbps === null) return null;
    sum += speedGbps;
  }
  return sum;
}

/**
 * Fitted openings at their fastest, and the best that may be added of one kind: of those that are fitted, and of what
 * one would usually put there.
 */
function ceilingOf(
  cages: ReadonlyMap<string, FormFactor>,
  fits: readonly RoomFor[],
): number | null {
  const kinds = new Set<FormFactor>([...USUAL_FORM_FACTORS, ...cages.values()]);
  let sum = 0;
  for (const formFactor of cages.values()) {
    const rate = ratePerCage(formFactor);
    if (rate === null) return null;
    sum += rate;
  }
  let most = 0;
  for (const { formFactor, more } of fits) {
    if (kinds.has(formFactor)) most = Math.max(most, more * (ratePerCage(formFactor) ?? 0));
  }
  return sum + most;
}

function perUnit(type: DeviceType, gbps: number | null): number | null {
  return gbps === null || isStrip(type) ? null : gbps / 1000 / type.heightU;
}

/** Vents less what stands before them. Where two vents overlap, both are counted: the checks say so. */
function ventsOn(type: DeviceType, face: Face): Pick<FaceRoom, 'ventMm2' | 'ventOpenMm2'> {
  const before = [
    ...type.cages.filter((cage) => cage.face === face),
    ...type.shapes.filter(({ face: on, shape }) => on === face && COVERS.has(shape)),
  ];
  let ventMm2 = 0;
  let ventOpenMm2: number | null = 0;
  for (const vent of type.shapes) {
    if (vent.face !== face || vent.shape !== 'vent') continue;
    const free = boxArea(vent) - coveredMm2(vent, before);
    ventMm2 += free;
    if (vent.openRatio === null) ventOpenMm2 = null;
    else if (ventOpenMm2 !== null) ventOpenMm2 += free * vent.openRatio;
  }
  return { ventMm2, ventOpenMm2 };
}

const COVERS: ReadonlySet<string> = new Set(['blank', 'display', 'bay', 'label']);
