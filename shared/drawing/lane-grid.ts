/** Lanes that lie too close to be told apart at a scale share lanes that can be. */

/** Lanes closer than this run into one bar, px. */
const APART_PX = 2;
/** Distance of the lanes drawn in their place, px: whole, so that each line falls on the pixels alike. */
const LANE_PX = 3;

/** Distance of the lanes that are drawn for lanes `pitchMm` apart; the same where they can be told apart. */
export function drawnPitchMm(pitchMm: number, pxPerMm: number): number {
  return pitchMm * pxPerMm >= APART_PX ? pitchMm : LANE_PX / pxPerMm;
}

function inLane(value: number, pitchMm: number, pxPerMm: number): number {
  const drawnMm = drawnPitchMm(pitchMm, pxPerMm);
  return drawnMm === pitchMm ? value : Math.round(value / drawnMm) * drawnMm;
}

/**
 * Points of a cable in its rack with its strip's lane where it is drawn; ports and the way along the face
 * stay. World mm, so that the lanes meet those of the tray.
 */
export function inStripLane(
  points: readonly number[],
  pitchMm: number,
  pxPerMm: number,
): readonly number[] {
  const lane = points[4];
  if (lane === undefined) return points;
  const drawn = inLane(lane, pitchMm, pxPerMm);
  return drawn === lane ? points : points.map((value) => (value === lane ? drawn : value));
}

/** Distances of lanes along a cable between racks: in the strips at its ends and in the tray, mm. */
export interface TrayPitches {
  readonly from: number;
  readonly to: number;
  readonly tray: number;
}

/** Points of a cable between racks in the lanes that are drawn, its ends in those of its racks; world mm. */
export function inTrayLane(
  points: readonly number[],
  pitches: TrayPitches,
  pxPerMm: number,
): readonly number[] {
  const last = points.length - 1;
  return points.map((value, i) => {
    if (i === 1 || i === last) return value;
    const at = i === 0 || i === 2 ? 'from' : i === last - 1 || i === last - 3 ? 'to' : 'tray';
    return inLane(value, pitches[at], pxPerMm);
  });
}
