/**
 * How high a bundle stands in the way of the air, once its distance from the face is counted: ψ(D)·D, with ψ
 * taken from the thickness that the bundle has at each place (cfd.md, sections 0 and 8).
 */
import { standoffFactor } from './standoff.ts';
import type { Band } from './types.ts';

/** A bundle's surroundings, apart from its thickness. */
export interface BundlePlace {
  readonly gapMm: number;
  readonly openingHeightMm: number;
  /** Centre to centre of loaded openings, mm; the height or less: the neighbours are loaded the same. */
  readonly loadedPitchMm: number;
  readonly side: 'intake' | 'exhaust';
  /** Share of a bundle that a person says counts, in place of the fit; null = the fit. */
  readonly exposure: number | null;
}

/**
 * Beyond this D/H the fit for the exhaust would have a thicker bundle block less (ψ·D falls); it then counts as
 * one of this thickness.
 */
const EXHAUST_PEAK = 0.89;

/** Gives the height that counts of a bundle of some diameter, mm; never less for a thicker one. */
export function blockedHeights(place: BundlePlace): (diameterMm: number) => Band {
  const { openingHeightMm: height, loadedPitchMm, exposure } = place;
  if (exposure !== null) return (diameter) => times(Math.min(diameter, height), even(exposure));
  if (loadedPitchMm <= height) return (diameter) => times(Math.min(diameter, height), even(1));
  const known = heightsAt(place);
  return (diameter) => {
    let band = known.get(diameter);
    if (!band) {
      band = heightOf(place, Math.min(diameter, height));
      if (known.size < KEPT) known.set(diameter, band);
    }
    return band;
  };
}

function heightOf(place: BundlePlace, diameterMm: number): Band {
  const peakMm =
    place.side === 'exhaust'
      ? Math.min(diameterMm, EXHAUST_PEAK * place.openingHeightMm)
      : diameterMm;
  const psi = standoffFactor({ ...place, diameterMm: Math.max(peakMm, THINNEST_MM) });
  return times(peakMm, psi);
}
/** A bundle always has some thickness. */
const THINNEST_MM = 0.1;

/** Results by surroundings and thickness: a hall has few of the one and not many of the other. */
const perPlace = new Map<string, Map<number, Band>>();
const KEPT = 4096;

function heightsAt(place: BundlePlace): Map<number, Band> {
  const { gapMm, openingHeightMm, loadedPitchMm, side } = place;
  const key = `${gapMm}|${openingHeightMm}|${loadedPitchMm}|${side}`;
  let known = perPlace.get(key);
  if (!known) {
    if (perPlace.size >= KEPT) perPlace.clear();
    known = new Map();
    perPlace.set(key, known);
  }
  return known;
}

function even(value: number): Band {
  return { low: value, nominal: value, high: value };
}

function times(mm: number, { low, nominal, high }: Band): Band {
  return { low: mm * low, nominal: mm * nominal, high: mm * high };
}
