/**
 * Where cables leave a face sideways: along the bands of a face that no opening reaches into, so that a
 * cable never lies over a port that it does not end in.
 */
import type { Cage, DeviceType } from '../model/device-type.ts';
import type { CageId } from '../model/ids.ts';
import type { Face } from '../model/records.ts';
import { faceSizeMm } from './faceplate.ts';

interface Band {
  readonly top: number;
  readonly bottom: number;
}

/** A band is used from this height on, mm. */
const LEAST_BAND_MM = 1;

function freeBands(cages: readonly Cage[], height: number): Band[] {
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
  const away = (band: Band): number => {
    if (band.bottom <= cage.yMm) return cage.yMm - band.bottom + (cage.flipped ? 0.1 : 0);
    return band.top - cage.yMm - cage.heightMm + (cage.flipped ? 0 : 0.1);
  };
  return bands.toSorted((a, b) => away(a) - away(b))[0];
}

function findExits(type: DeviceType, face: Face): ReadonlyMap<CageId, number> {
  const exits = new Map<CageId, number>();
  const { width, height } = faceSizeMm(type);
  const cages = type.cages.filter((cage) => cage.face === face);
  if (type.heightU === 0 && type.faceMm === null) {
    for (const cage of cages) exits.set(cage.id, cage.yMm + cage.heightMm / 2);
    return exits;
  }
  const bands = freeBands(cages, height);
  const users = new Map<string, Cage[]>();
  for (const cage of cages) {
    const band = nearestBand(bands, cage);
    const half = cage.xMm + cage.widthMm / 2 < width / 2 ? 'left' : 'right';
    const key = `${band ? bands.indexOf(band) : -1} ${half}`;
    users.set(key, [...(users.get(key) ?? []), cage]);
  }
  for (const [key, group] of users) {
    const band = bands[Number.parseInt(key, 10)] ?? { top: height - 1, bottom: height };
    spread(group, band, key.endsWith('left'), exits);
  }
  return exits;
}

/** Half a cable's line and a little more: kept between its middle and the openings where there is room, mm. */
const CLEAR_MM = 2.4;

/** The openings of one half share their band in lanes; the ones nearest to the strip lie outermost. */
function spread(
  group: readonly Cage[],
  band: Band,
  left: boolean,
  exits: Map<CageId, number>,
): void {
  const ordered = group.toSorted((a, b) => (left ? a.xMm - b.xMm : b.xMm - a.xMm));
  const inset = Math.min(CLEAR_MM, (band.bottom - band.top) / 2.5);
  const height = Math.min(16, band.bottom - band.top - 2 * inset);
  const under = (group[0]?.yMm ?? 0) < band.top;
  for (const [i, cage] of ordered.entries()) {
    const away = inset + ((i + 0.5) / ordered.length) * height;
    exits.set(cage.id, under ? band.top + away : band.bottom - away);
  }
}

const known = new WeakMap<DeviceType, Map<Face, ReadonlyMap<CageId, number>>>();

/** The height, in face coordinates (mm), at which the cable of each opening runs sideways. */
export function portExits(type: DeviceType, face: Face): ReadonlyMap<CageId, number> {
  let perFace = known.get(type);
  if (perFace === undefined) known.set(type, (perFace = new Map()));
  let exits = perFace.get(face);
  if (exits === undefined) perFace.set(face, (exits = findExits(type, face)));
  return exits;
}
