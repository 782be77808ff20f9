/** Lanes that lie too close to be told apart at a scale share lanes that can be. */

/** Lanes closer than this run into one bar, px. */
const APART_PX = 2;
/** Distance of the lanes drawn in their place, px: whole, so that each line falls on the pixels alike. */
const LANE_PX = 3;

/** Distance of the lanes that are drawn for lanes `pitchMm` apart; the same where they can be told apart. */
export function drawnPitchMm(pitchMm: number, pxPerMm: number): number {
  return pitchMm * pxPerMm >= APART_PX ? pitchMm : LANE_PX / pxPerMm;
}

function onGrid(value: number, gridMm: number): number {
  return Math.round(value / gridMm) * gridMm;
}

/**
 * Points of a cable in its rack with its strip's lane on the grid; ports and the way along the face stay.
 * World mm, so that the lanes meet those of the tray.
 */
export function stripOnGrid(points: readonly number[], gridMm: number): readonly number[] {
  const lane = points[4];
  return points.map((value, i) => (i % 2 === 0 && value === lane ? onGrid(value, gridMm) : value));
}

/** Points of a cable between racks, all on the grid but for where it meets its racks; world mm. */
export function trayOnGrid(points: readonly number[], gridMm: number): readonly number[] {
  const last = points.length - 1;
  return points.map((value, i) => (i === 1 || i === last ? value : onGrid(value, gridMm)));
}
