/** Lengths of planned cables, asked for a few at a time so that the window goes on answering. */
import { useEffect, useState } from 'react';
import { type Measured, measured } from '../../../shared/connect/measure.ts';
import type { PlannedCable } from '../../../shared/connect/plan.ts';
import type { Design } from '../../../shared/model/design.ts';

export interface Measuring {
  /** How many of them are measured; all when it is done. */
  readonly done: number;
  readonly lengths: ReadonlyMap<PlannedCable, Measured>;
}

/** A share of a frame, ms. */
const SLICE_MS = 10;

const NOTHING: Measuring = { done: 0, lengths: new Map() };

export function useMeasured(design: Design, planned: readonly PlannedCable[]): Measuring {
  const [state, setState] = useState({ of: planned, measuring: NOTHING });
  useEffect(() => {
    const lengths = new Map<PlannedCable, Measured>();
    let next = 0;
    let timer = 0;
    function slice(): void {
      const until = performance.now() + SLICE_MS;
      while (next < planned.length && performance.now() < until) {
        const each = planned[next];
        if (each?.cable) lengths.set(each, measured(design, each.cable));
        next += 1;
      }
      const done = next;
      setState({
        of: planned,
        measuring: { done, lengths: done === planned.length ? new Map(lengths) : lengths },
      });
      if (next < planned.length) timer = window.setTimeout(slice);
    }
    timer = window.setTimeout(slice);
    return () => window.clearTimeout(timer);
  }, [design, planned]);
  return state.of === planned ? state.measuring : NOTHING;
}
