/** Time over one cable and through one switch, and what of it nobody knows. */
import { latencyRows, mediumFacts } from '../catalog/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Fact } from '../model/fact.ts';
import type { MediumId } from '../model/medium.ts';

/**
 * Picoseconds, whole. Times are added up along ways and kept while the design is edited; whole numbers give
 * the same sum in any order.
 */
export type Ps = number;

/** Whole picoseconds of a time in ns. */
export function picoseconds(ns: number): Ps {
  return Math.round(1000 * ns);
}

/** Time over one cable, end to end; FEC and the ports' own electronics are not in it. */
export interface LinkTime {
  /** Flight: length × ns/m of the medium; null = unknown. */
  readonly flightPs: Ps | null;
  /** What the electronics of both plugs add; null = unknown. */
  readonly addedPs: Ps | null;
  /** What would settle it. */
  readonly missing: readonly string[];
}

/** The time over so much of a medium. @param lengthM ≥ 0; null = unknown */
export function linkTime(medium: MediumId, lengthM: number | null): LinkTime {
  const { nsPerM, addedLatencyNs, missing } = delaysOf(medium);
  return {
    flightPs: nsPerM === null || lengthM === null ? null : picoseconds(lengthM * nsPerM),
    addedPs: addedLatencyNs === null ? null : picoseconds(addedLatencyNs),
    missing,
  };
}

interface MediumDelays {
  readonly nsPerM: number | null;
  readonly addedLatencyNs: number | null;
  readonly missing: readonly string[];
}

const delays = new Map<MediumId, MediumDelays>();

function delaysOf(medium: MediumId): MediumDelays {
  let known = delays.get(medium);
  if (!known) {
    const facts = mediumFacts(medium);
    const missing = (['nsPerM', 'addedLatencyNs'] as const).filter((fact) => facts[fact] === null);
    known = {
      nsPerM: facts.nsPerM?.value ?? null,
      addedLatencyNs: facts.addedLatencyNs?.value ?? null,
      missing: missing.map((fact) => `medium ${medium}: ${fact}`),
    };
    delays.set(medium, known);
  }
  return known;
}

/** Flight, added and total of a cable's row, ns; a total with an unknown part is unknown. */
export interface CableTime {
  readonly flightNs: number | null;
  readonly addedNs: number | null;
  readonly totalNs: number | null;
}

export function cableTime({ flightPs, addedPs }: LinkTime): CableTime {
  return {
    flightNs: flightPs === null ? null : flightPs / 1000,
    addedNs: addedPs === null ? null : addedPs / 1000,
    totalNs: flightPs === null || addedPs === null ? null : (flightPs + addedPs) / 1000,
  };
}

/** The row of the catalogue that stands for a switch of which no transit time is published. */
const USUAL_HOP = 'SUE switch transit upper bound';

let usual: Fact | null = null;

/**
 * Transit of a switch, first bit in to first bit out, ns: what its type says, else the usual bound of the
 * catalogue, `assumed`.
 */
export function hopOf({ hopNs }: Pick<DeviceType, 'hopNs'>): Fact {
  return hopNs ?? usualHop();
}

function usualHop(): Fact {
  if (usual === null) {
    const row = latencyRows.find(({ name }) => name === USUAL_HOP);
    if (!row) throw new RangeError(`no latency ${USUAL_HOP} in the catalogue`);
    usual = { value: row.value, provenance: 'assumed', source: `${row.name}: ${row.source}` };
  }
  return usual;
}
