/** What the medium adds to a signal's way: over the slowest link, and over the slowest way of a fabric. */
import type { Analysis, PathRow } from '../analysis/types.ts';
import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import { isDataMedium } from './columns.ts';
import type { ComparedCable } from './compared-cables.ts';
import { type Figure, Greatest } from './figure.ts';
import type { SlowestPath } from './types.ts';

/** The host's error correction is the same for every medium and is not counted. */
export function timeFigures(cables: readonly ComparedCable[]): {
  readonly addedNs: Figure;
  readonly linkNs: Figure;
} {
  const added = new Greatest();
  const whole = new Greatest();
  for (const { cable, row, links } of cables) {
    const { medium } = cable;
    const provenance = mediumFacts(medium).addedLatencyNs?.provenance ?? 'derived';
    const times = links.length;
    if (row.addedNs === null) added.lack(missingOf(medium), provenance, times);
    else added.know(row.addedNs, provenance, times);
    if (row.totalNs !== null) whole.know(row.totalNs, provenance, times);
    else if (row.lengthM === null) whole.lack(`cable ${cable.id}: length`, provenance, times);
    else whole.lack(missingOf(medium), provenance, times);
  }
  return { addedNs: added.figure('ns'), linkNs: whole.figure('ns') };
}

function missingOf(medium: MediumId): string {
  return `medium ${medium}: addedLatencyNs`;
}

/** Ways over what stays the same, as a management network does, are not looked at. */
function isCompared({ cables }: Design, id: CableId): boolean {
  const cable = cables.get(id);
  return cable !== undefined && isDataMedium(cable.medium);
}

/** The slowest way from node to node, a lower bound where a part of some way is unknown. */
export function pathFigure(
  design: Design,
  analysis: Analysis,
): {
  readonly pathNs: Figure;
  readonly slowestPath: SlowestPath | null;
} {
  const paths = analysis.paths.filter(({ cables }) => cables.every((id) => isCompared(design, id)));
  const [first, ...others] = paths;
  const slowest = others.reduce<PathRow | undefined>(
    (worst, path) => (worst && path.knownNs > worst.knownNs ? path : worst),
    first,
  );
  const unsure = paths.filter(({ slowestNs }) => slowestNs === null);
  const pathNs: Figure = {
    value: slowest?.knownNs ?? null,
    band: null,
    unit: 'ns',
    provenance: 'assumed',
    atLeast: unsure.length > 0,
    unknownParts: unsure.length,
    missing: slowest
      ? [...new Set(unsure.flatMap(({ unknown }) => unknown))].sort()
      : ['design: a way from node to node'],
  };
  if (!slowest) return { pathNs, slowestPath: null };
  const { hops, devices, flightNs, addedNs, switchNs, knownNs } = slowest;
  return { pathNs, slowestPath: { hops, devices, flightNs, addedNs, switchNs, knownNs } };
}
