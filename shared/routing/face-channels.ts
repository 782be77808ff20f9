/**
 * Where cables leave a face sideways: along the bands of a face that no opening reaches into, so that a cable never
 * lies over a port that it does not end in. Each goes from its opening up or down into the nearest band, and along it.
 */
import type { Cage, DeviceType } from '../model/device-type.ts';
import type { CageId } from '../model/ids.ts';
import { bodyWidthMm, faceHeightMm } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import type { Mm } from '../units/length.ts';

/** What of a band the cables of some openings lie in: side by side from the edge next to the openings on. */
export interface Channel {
  /** The openings that it serves, in the order of the type: those of one half of the face. */
  readonly cages: readonly Cage[];
  readonly half: 'left' | 'right';
  /** Heights on the face, mm: of its edge next to the openings, and of the other one. */
  readonly nearMm: Mm;
  readonly farMm: Mm;
  /** Height of its middle, where the way of a cable is measured. */
  readonly middleMm: Mm;
}

interface Band {
  readonly top: Mm;
  readonly bottom: Mm;
}

/** A band is used from this height on, mm. */
const LEAST_BAND_MM: Mm = 1;

function freeBands(cages: readonly Cage[], height: Mm): readonly Band[] {
  const bands: Band[] = [];
  let free = 0;
  for (const cage of [...cages].sort((a, b) => a.yMm - b.yMm)) {
    if (cage.yMm - free >= LEAST_BAND_MM) bands.push({ top: free, bottom: cage.yMm });
    free = Math.max(free, cage.yMm + cage.heightMm);
  }
  if (height - free >= LEAST_BAND_MM) bands.push({ top: free, bottom: height });
  return bands;
}

/** The band nearest to an opening; of two as near, the one on the side of its heat sink's back. */
function nearestBand(bands: readonly Band[], cage: Cage): Band | undefined {
  const away = (band: Band): Mm => {
    if (band.bottom <= cage.yMm) return cage.yMm - band.bottom + (cage.flipped ? 0.1 : 0);
    return band.top - cage.yMm - cage.heightMm + (cage.flipped ? 0 : 0.1);
  };
  return bands.toSorted((a, b) => away(a) - away(b))[0];
}

/** Half a cable's line and a little more: kept between its middle and the openings where there is room, mm. */
const CLEAR_MM: Mm = 2.4;
/** Cables lie no further from their openings than so, mm [assumed: two thick ones over each other]. */
const CHANNEL_MM: Mm = 16;

function channelIn(band: Band, half: Channel['half'], cages: readonly Cage[]): Channel {
  const inset = Math.min(CLEAR_MM, (band.bottom - band.top) / 2.5);
  const height = Math.min(CHANNEL_MM, band.bottom - band.top - 2 * inset);
  const isBelow = (cages[0]?.yMm ?? 0) < band.top;
  const nearMm = isBelow ? band.top + inset : band.bottom - inset;
  const farMm = isBelow ? nearMm + height : nearMm - height;
  return { cages, half, nearMm, farMm, middleMm: (nearMm + farMm) / 2 };
}

function findChannels(type: DeviceType, face: Face): readonly Channel[] {
  const [width, height] = [bodyWidthMm(type), faceHeightMm(type)];
  const cages = type.cages.filter((cage) => cage.face === face);
  const bands = freeBands(cages, height);
  const users = new Map<Band, Record<Channel['half'], Cage[]>>();
  const last: Band = { top: height - LEAST_BAND_MM, bottom: height };
  for (const cage of cages) {
    const band = nearestBand(bands, cage) ?? last;
    const halves = users.get(band) ?? { left: [], right: [] };
    users.set(band, halves);
    halves[cage.xMm + cage.widthMm / 2 < width / 2 ? 'left' : 'right'].push(cage);
  }
  return [...users].flatMap(([band, halves]) =>
    (['left', 'right'] as const)
      .filter((half) => halves[half].length > 0)
      .map((half) => channelIn(band, half, halves[half])),
  );
}

const known = new WeakMap<DeviceType, Map<Face, readonly Channel[]>>();

/**
 * The channels of one face of a type. A strip beside the rails of which nobody drew the face has none: its cables
 * leave it straight to its side.
 */
export function faceChannels(type: DeviceType, face: Face): readonly Channel[] {
  if (type.heightU === 0 && type.faceMm === null) return NONE;
  let perFace = known.get(type);
  if (perFace === undefined) known.set(type, (perFace = new Map()));
  let channels = perFace.get(face);
  if (channels === undefined) perFace.set(face, (channels = findChannels(type, face)));
  return channels;
}
const NONE: readonly Channel[] = [];

/** The height at which the cable of each opening runs sideways, in face coordinates, mm: the middle of its channel. */
export function exitHeights(type: DeviceType, face: Face): ReadonlyMap<CageId, Mm> {
  const heights = new Map<CageId, Mm>();
  for (const { cages, middleMm } of faceChannels(type, face)) {
    for (const { id } of cages) heights.set(id, middleMm);
  }
  return heights;
}
