/**
 * What the cables of a device cover of one of its faces. Each runs from its plug along the face to a side, so
 * that the bundle grows towards the sides: A = ∫ min(D(N(x)), H) dx over the window, with N(x) the cables
 * that pass x (physics.md, section 3.4, general case). A cable that is led in a horizontal manager covers only
 * its way there.
 */
import { equalBundleMm, PACKING, sortedBundleMm } from './bundle.ts';

/** Is told every stretch over which one bundle, or drop, stays as thick as it is, mm. */
export type Stretch = (lengthMm: number, diameterMm: number) => void;

/** A cable on the face: where its plug is, to which side it goes, how thick it is (mm). */
export interface FaceCable {
  readonly xMm: number;
  readonly side: 'left' | 'right';
  readonly odMm: number;
}

/** The opening that the air takes, across the rack and upwards, mm. */
export interface AirWindow {
  readonly fromMm: number;
  readonly toMm: number;
  readonly heightMm: number;
}

/** A cable that goes up or down into a horizontal manager: how thick, and how far over the face, mm. */
export interface FaceDrop {
  readonly odMm: number;
  readonly dropMm: number;
}

export interface FaceCover {
  /** Bundles and drops together. */
  readonly areaMm2: number;
  /** Diameter of the bundle where it leaves the window on each side, mm. */
  readonly leftMm: number;
  readonly rightMm: number;
  /** Diameter of the thickest bundle, or drop, anywhere on the face, mm. */
  readonly widestMm: number;
}

const NOTHING: FaceCover = { areaMm2: 0, leftMm: 0, rightMm: 0, widestMm: 0 };

/**
 * Integrates the bundle over the window. Exact: between two plugs the bundle does not change.
 * @param packing φ of the bundle, over 0 to 1
 */
export function faceCover(
  cables: readonly FaceCable[],
  window: AirWindow,
  packing = PACKING,
  drops: readonly FaceDrop[] = NO_DROPS,
  stretch: Stretch = IGNORED,
): FaceCover {
  let dropsMm2 = 0;
  let widestMm = 0;
  for (const { odMm, dropMm } of drops) {
    dropsMm2 += odMm * dropMm;
    widestMm = Math.max(widestMm, odMm);
    stretch(dropMm, odMm);
  }
  if (cables.length === 0) return { ...NOTHING, areaMm2: dropsMm2, widestMm };
  let areaMm2 = 0;
  const sides = walkBundle(cables, window, packing, (fromMm, toMm, diameterMm) => {
    areaMm2 += Math.max(0, toMm - fromMm) * Math.min(diameterMm, window.heightMm);
    widestMm = Math.max(widestMm, diameterMm);
    if (toMm > fromMm && diameterMm > 0) stretch(toMm - fromMm, diameterMm);
  });
  return { areaMm2: areaMm2 + dropsMm2, ...sides, widestMm };
}

/** A stretch of a face over which the bundle does not change, mm. */
export interface BundleSpan {
  readonly fromMm: number;
  readonly toMm: number;
  readonly diameterMm: number;
}

/**
 * The bundle as it grows across the window, from left to right; where nothing passes there is no span.
 * @param packing φ of the bundle, over 0 to 1
 */
export function bundleSpans(
  cables: readonly FaceCable[],
  window: AirWindow,
  packing = PACKING,
): readonly BundleSpan[] {
  const spans: BundleSpan[] = [];
  walkBundle(cables, window, packing, (fromMm, toMm, diameterMm) => {
    if (toMm > fromMm && diameterMm > 0) spans.push({ fromMm, toMm, diameterMm });
  });
  return spans;
}

/** Calls `visit` for each stretch between two plugs, from left to right. @returns the bundle at both ends */
function walkBundle(
  cables: readonly FaceCable[],
  { fromMm, toMm }: AirWindow,
  packing: number,
  visit: (fromMm: number, toMm: number, diameterMm: number) => void,
): Pick<FaceCover, 'leftMm' | 'rightMm'> {
  const inOrder = fromLeftToRight(cables);
  const passing = new PassingCables(packing);
  for (const cable of inOrder) if (cable.side === 'left') passing.add(cable.odMm);
  let at = fromMm;
  let leftMm = passing.diameterMm();
  for (const cable of inOrder) {
    const x = Math.min(toMm, Math.max(fromMm, cable.xMm));
    if (x > at) {
      const diameter = passing.diameterMm();
      if (at === fromMm) leftMm = diameter;
      visit(at, x, diameter);
      at = x;
    }
    if (cable.side === 'left') passing.remove(cable.odMm);
    else passing.add(cable.odMm);
  }
  const rightMm = passing.diameterMm();
  visit(at, Math.max(at, toMm), rightMm);
  return { leftMm, rightMm };
}
/** The cables by where they plug in; most come in that order. */
function fromLeftToRight(cables: readonly FaceCable[]): readonly FaceCable[] {
  for (let n = 1; n < cables.length; n += 1) {
    const [before, after] = [cables[n - 1], cables[n]];
    if (before && after && before.xMm > after.xMm) return cables.toSorted((a, b) => a.xMm - b.xMm);
  }
  return cables;
}
const NO_DROPS: readonly FaceDrop[] = [];
const IGNORED: Stretch = () => {};

/** The cables that pass one place, the thickest first. */
class PassingCables {
  readonly #packing: number;
  readonly #diametersMm: number[] = [];
  #squares = 0;

  constructor(packing: number) {
    this.#packing = packing;
  }

  add(odMm: number): void {
    const all = this.#diametersMm;
    let at = all.length;
    while (at > 0 && (all[at - 1] ?? 0) < odMm) at -= 1;
    if (at === all.length) all.push(odMm);
    else all.splice(at, 0, odMm);
    this.#squares += odMm * odMm;
  }

  remove(odMm: number): void {
    const all = this.#diametersMm;
    const at = all.lastIndexOf(odMm);
    if (at === all.length - 1) all.pop();
    else all.splice(at, 1);
    this.#squares -= odMm * odMm;
  }

  diameterMm(): number {
    const all = this.#diametersMm;
    const thickest = all[0];
    if (thickest === undefined) return 0;
    if (thickest === all.at(-1)) return equalBundleMm(all.length, thickest, this.#packing);
    if (all.length > EXACT_MAX) return Math.sqrt(this.#squares / this.#packing);
    return sortedBundleMm(all, this.#packing);
  }
}
/** Up to so many cables the exact packing can rule; beyond, the packing fraction does. */
const EXACT_MAX = 19;
