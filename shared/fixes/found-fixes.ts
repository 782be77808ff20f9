/** Drawing what was found: ends as they are, cables that are there, names that mean a device. */
import { portName } from '../analysis/found-rule.ts';
import { farEnd, type MetLink } from '../found/compare-network.ts';
import { type Discrepancy, discrepanciesOf } from '../found/discrepancies.ts';
import type { DrawnLink } from '../found/drawn-links.ts';
import { likeNames } from '../found/like-names.ts';
import type { Design } from '../model/design.ts';
import { portKey } from '../model/design-index.ts';
import { EMPTY_DIFF } from '../model/diff.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, PortRef } from '../model/records.ts';
import { canCable, endsBetween, mediaFor } from '../rules/index.ts';
import { say } from '../text/index.ts';
import { type Candidate, changing } from './fix.ts';

/** What would bring the drawing and the network together again. */
export function foundCandidates(design: Design, findingId: string): readonly Candidate[] {
  const told = discrepanciesOf(design).get(findingId);
  if (!told) return [];
  if (told.kind === 'name') return aliasCandidates(design, told);
  return told.kind === 'ports' ? [] : differenceCandidates(design, told);
}

type OfLinks = Extract<Discrepancy, { differences: unknown }>;

function differenceCandidates(design: Design, { id, differences }: OfLinks): readonly Candidate[] {
  const [difference] = differences;
  switch (difference.kind) {
    case 'missing':
      return removal(difference.drawn);
    case 'extra':
      return drawing(design, difference.met, id);
    case 'moved': {
      const moves = differences.flatMap((each) =>
        each.kind === 'moved' ? [[each.drawn, each.met] as const] : [],
      );
      return redrawing(design, id, moves);
    }
    case 'swapped': {
      const moves = differences.flatMap((each) =>
        each.kind === 'swapped' ? each.drawn.map((drawn, n) => [drawn, each.met[n]] as const) : [],
      );
      return redrawing(design, id, moves);
    }
    case 'degraded':
      return [];
    default:
      return difference satisfies never;
  }
}

/** The cable is taken away; of a way over panels that is for a person to say. */
function removal({ cables }: DrawnLink): readonly Candidate[] {
  const [cable, other] = cables;
  if (!cable || other) return [];
  return [
    {
      id: `found-remove:${cable.id}`,
      label: say('fixes.foundRemove', { name: nameOf(cable) }),
      diff: { ...EMPTY_DIFF, removed: [cable] },
    },
  ];
}

function drawing(design: Design, { a, b }: MetLink, id: string): readonly Candidate[] {
  return mediaFor(design, a, b)
    .slice(0, DRAWN_MEDIA)
    .flatMap((medium): Candidate[] => {
      const ends = endsBetween(design, a, b, medium);
      if (!canCable(design, ends, medium).allowed) return [];
      const label = freeLabel(design);
      const cable = newCable({ id: `cable-${id}`, label, medium, ends, status: 'connected' });
      const names = { a: portName(design, a), b: portName(design, b) };
      return [
        {
          id: `found-draw:${id}:${medium}`,
          label: say('fixes.foundDraw', {
            ...names,
            medium: say(`catalog.medium.${medium}.short`),
          }),
          diff: { ...EMPTY_DIFF, added: [cable] },
        },
      ];
    });
}
/** Media that a found link may be drawn in: which it is, no discovery says. */
const DRAWN_MEDIA = 3;

/** The label after the last one that counts. */
function freeLabel({ cables }: Design): string {
  let last = 0;
  for (const { label } of cables.values()) {
    const number = /^C(\d+)$/.exec(label)?.[1];
    if (number !== undefined) last = Math.max(last, Number(number));
  }
  return `C${String(last + 1).padStart(4, '0')}`;
}

/** Each drawn link goes to where the found one that begins at its first end was found to go. */
function redrawing(
  design: Design,
  id: string,
  moves: readonly (readonly [drawn: DrawnLink, met: MetLink | undefined])[],
): readonly Candidate[] {
  const ends = new Map<Cable, Map<string, PortRef>>();
  for (const [drawn, met] of moves) {
    const [cable, other] = drawn.cables;
    if (!cable || other || !met) return [];
    const kept = [drawn.a, drawn.b].find((ref) => isAt(met, ref));
    if (!kept) return [];
    const [before, after] = [farEnd(drawn, kept), farEnd(met, kept)];
    const changed = ends.get(cable) ?? new Map<string, PortRef>();
    changed.set(portKey(before), after);
    ends.set(cable, changed);
  }
  const names = [...ends.keys()].map(nameOf).join(', ');
  const moved = (cable: Cable, refs: readonly PortRef[]): readonly PortRef[] =>
    refs.map((ref) => ends.get(cable)?.get(portKey(ref)) ?? ref);
  const diff = changing(ends.keys(), (cable) => ({
    ...cable,
    ends: { a: moved(cable, cable.ends.a), b: moved(cable, cable.ends.b) },
  }));
  // Ports that the cables do not leave to one another must be free.
  const freed = new Set([...ends.keys()].map(({ id: cableId }) => cableId));
  for (const other of design.cables.values()) {
    if (freed.has(other.id)) continue;
    for (const ref of [...other.ends.a, ...other.ends.b]) {
      for (const changed of ends.values()) {
        for (const taken of changed.values()) if (portKey(taken) === portKey(ref)) return [];
      }
    }
  }
  return [
    {
      id: `found-redraw:${id}`,
      label: say('fixes.foundRedraw', { names, count: ends.size }),
      diff,
    },
  ];
}

function isAt({ a, b }: MetLink, ref: PortRef): boolean {
  return portKey(a) === portKey(ref) || portKey(b) === portKey(ref);
}

function aliasCandidates(
  design: Design,
  { network, unmatched: { name } }: Extract<Discrepancy, { kind: 'name' }>,
): readonly Candidate[] {
  return likeNames(name, design.devices.values()).map((device) => ({
    id: `found-alias:${network.id}:${device.id}:${name}`,
    label: say('fixes.foundAlias', { name, device: device.name }),
    diff: changing([network], (each) => ({
      ...each,
      aliases: [...each.aliases, { name, deviceId: device.id }],
    })),
  }));
}

function nameOf({ id, label }: Cable): string {
  return label === '' ? id : label;
}
