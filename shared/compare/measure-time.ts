/** What the medium adds to a signal's way, and the slowest link. */
import { mediumFacts } from '../catalog/index.ts';
import type { ComparedCable } from './compared-cables.ts';
import { type Figure, greatestOf, type Part } from './figure.ts';

/** The host's error correction is the same for every medium and is not counted. */
export function timeFigures(cables: readonly ComparedCable[]): {
  readonly addedNs: Figure;
  readonly linkNs: Figure;
} {
  const added: Part[] = [];
  const whole: Part[] = [];
  for (const { cable, row, links } of cables) {
    const { addedLatencyNs, nsPerM } = mediumFacts(cable.medium);
    const times = links.length;
    const missing = `medium ${cable.medium}: addedLatencyNs`;
    const provenance = addedLatencyNs?.provenance ?? 'derived';
    added.push({ value: addedLatencyNs?.value ?? null, provenance, missing, times });
    const known = addedLatencyNs !== null && nsPerM !== null && row.lengthM !== null;
    whole.push({
      value: known ? row.lengthM * nsPerM.value + addedLatencyNs.value : null,
      provenance,
      missing: row.lengthM === null ? `cable ${cable.id}: length` : missing,
      times,
    });
  }
  return { addedNs: greatestOf('ns', added), linkNs: greatestOf('ns', whole) };
}
