/** The overlays that can lie over the racks, and the steps of their scales. */

export const OVERLAY_KINDS = ['ports', 'reach', 'bundles', 'blocked', 'outlet'] as const;

/** What an overlay shows: port use, reach, thickness of bundles, blocked share, outlet temperature. */
export type OverlayKind = (typeof OVERLAY_KINDS)[number];

/** A step of a scale, from nothing to worry about to the worst. */
export type Step = 0 | 1 | 2 | 3 | 4;

export const STEPS: readonly Step[] = [0, 1, 2, 3, 4];

/** From where on each step but the lowest begins: share, mm, share, °C. Reach has steps of its own. */
const FROM: Readonly<
  Record<Exclude<OverlayKind, 'reach'>, readonly [number, number, number, number]>
> = {
  ports: [0.25, 0.5, 0.75, 1],
  /** The last is one rack unit: from there a bundle covers what is above and below. */
  bundles: [10, 20, 30, 44.45],
  blocked: [0.1, 0.2, 0.35, 0.5],
  outlet: [30, 40, 50, 60],
};

/** The step of a number on the scale of an overlay. */
export function stepOf(kind: Exclude<OverlayKind, 'reach'>, value: number): Step {
  const [one, two, three, four] = FROM[kind];
  if (value < one) return 0;
  if (value < two) return 1;
  if (value < three) return 2;
  return value < four ? 3 : 4;
}
