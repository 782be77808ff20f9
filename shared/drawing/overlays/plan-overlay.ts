/** The overlays that can lie over the plan, and the steps of their scales. */
import type { Step } from './overlay-kind.ts';

export const PLAN_OVERLAY_KINDS = [
  'power',
  'heat',
  'weight',
  'ports',
  'reach',
  'copper',
  'trays',
] as const;

/** What an overlay of the plan shows of each rack; of `trays`, of each pathway. */
export type PlanOverlayKind = (typeof PLAN_OVERLAY_KINDS)[number];

/** From where on each step but the lowest begins: kW, kW, kg, share of ports used, kg, share of the limit. */
export const PLAN_STEPS_FROM: Readonly<
  Record<Exclude<PlanOverlayKind, 'reach'>, readonly [number, number, number, number]>
> = {
  power: [10, 20, 40, 80],
  heat: [10, 20, 40, 80],
  weight: [400, 700, 1000, 1400],
  ports: [0.25, 0.5, 0.75, 1],
  copper: [10, 25, 50, 100],
  trays: [0.4, 0.6, 0.8, 1],
};

/** The step of a number on the scale of an overlay. */
export function planStepOf(kind: Exclude<PlanOverlayKind, 'reach'>, value: number): Step {
  const [one, two, three, four] = PLAN_STEPS_FROM[kind];
  if (value < one) return 0;
  if (value < two) return 1;
  if (value < three) return 2;
  return value < four ? 3 : 4;
}
