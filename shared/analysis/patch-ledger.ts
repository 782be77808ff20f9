/**
 * Links through patch panels. A cable with an end in a panel is a piece; pieces that the panels join from one device
 * to another are one link, which takes the flight of all of them and what the plugs at its two ends add. Panels are
 * passive and cost no hop.
 */
import type { CableId, DeviceId, PortId } from '../model/ids.ts';
import type {
  DeviceEnd,
  FabricCable,
  FabricLink,
  PanelEnd,
  Piece,
  PieceEnd,
} from './fabric-links.ts';
import { compareIds } from './finding.ts';
import type { Ps } from './link-time.ts';

/** Panels that a link passes at most: more is a ring. */
const PANELS_MAX = 8;

/** The pieces of all cables, and the links that they make, kept while the design is edited. */
export class PatchLedger {
  readonly #pieces = new Map<CableId, readonly Piece[]>();
  #links: ReadonlyMap<string, FabricCable> = new Map();
  #stale = false;

  /** Puts a cable's pieces in the place of those it had. */
  replace(id: CableId, after: readonly Piece[]): void {
    const before = this.#pieces.get(id) ?? NO_PIECES;
    if (samePieces(before, after)) return;
    if (after.length > 0) this.#pieces.set(id, after);
    else this.#pieces.delete(id);
    this.#stale = true;
  }

  /** What the pieces make that differs from the last call: what is gone, and what is new. */
  takeChanges(): {
    readonly before: readonly FabricCable[];
    readonly after: readonly FabricCable[];
  } {
    if (!this.#stale) return NO_CHANGES;
    this.#stale = false;
    const old = this.#links;
    const found = linksOfPieces([...this.#pieces.values()].flat());
    // What is as it was stays the same object: it is known by that to those who were told of it.
    this.#links = new Map([...found].map(([key, link]) => [key, old.get(key) ?? link]));
    return {
      before: [...old].filter(([key]) => !found.has(key)).map(([, link]) => link),
      after: [...found].filter(([key]) => !old.has(key)).map(([, link]) => link),
    };
  }
}
const NO_PIECES: readonly Piece[] = [];
const NO_CHANGES = { before: [], after: [] } as const;

function samePieces(one: readonly Piece[], other: readonly Piece[]): boolean {
  return (
    one.length === other.length &&
    one.every((piece, at) => {
      const same = other[at];
      return same !== undefined && keyOf(piece) === keyOf(same) && sameMappings(piece, same);
    })
  );
}

function sameMappings(one: Piece, other: Piece): boolean {
  const of = (end: PieceEnd) => (end.kind === 'panel' ? end.mappings : null);
  return one.ends.every((end, at) => of(end) === of(other.ends[at as 0 | 1]));
}

/** All of a piece but the mappings, as text. */
function keyOf({ cable, fabric, rail, time, ends }: Piece): string {
  const { flightPs, addedPs, missing } = time;
  const places = ends.map((end) =>
    end.kind === 'panel'
      ? [end.device, end.port, end.model]
      : [end.kind, end.device, String(end.hopPs)],
  );
  return JSON.stringify([cable, fabric, rail, flightPs, addedPs, missing, places]);
}

/** A piece with the end by which it was entered. */
interface Step {
  readonly piece: Piece;
  readonly from: 0 | 1;
}

/** The whole links that pieces make, and of those that end in a panel the model; by all that makes them. */
function linksOfPieces(pieces: readonly Piece[]): ReadonlyMap<string, FabricCable> {
  const atPort = new Map<string, Step[]>();
  for (const piece of pieces) {
    for (const from of [0, 1] as const) {
      const end = piece.ends[from];
      if (end.kind !== 'panel') continue;
      const key = portKey(end.device, end.port);
      const steps = atPort.get(key) ?? [];
      atPort.set(key, steps);
      steps.push({ piece, from });
    }
  }
  const found = new Map<string, FabricCable>();
  for (const piece of pieces) {
    for (const from of [0, 1] as const) {
      if (piece.ends[from].kind === 'panel') continue;
      for (const way of waysFrom([{ piece, from }], null, atPort)) {
        const link = linkOfWay(way);
        if (link)
          found.set(`${link.endsAt ?? ''} ${way.map(({ piece: one }) => keyOf(one)).join()}`, link);
      }
    }
  }
  return found;
}

function portKey(device: DeviceId, port: PortId): string {
  return `${device}/${port}`;
}

/**
 * The ways on from the last step, over one panel after the other.
 * @param position the strand on which the way entered the last piece; null where a device may use any
 */
function waysFrom(
  way: readonly Step[],
  position: number | null,
  atPort: ReadonlyMap<string, readonly Step[]>,
): readonly (readonly Step[])[] {
  const last = way.at(-1);
  const end = last && exitOf(last);
  if (!end || end.kind !== 'panel' || way.length > PANELS_MAX) return [way];
  const exits = exitsOf(end, position);
  if (exits.length === 0) return [way];
  return exits.flatMap((exit) =>
    (atPort.get(portKey(end.device, exit.port)) ?? [])
      .filter(({ piece }) => !way.some((step) => step.piece === piece))
      .flatMap((step) => waysFrom([...way, step], exit.position, atPort)),
  );
}

function exitOf({ piece, from }: Step): PieceEnd {
  return piece.ends[from === 0 ? 1 : 0];
}

interface Exit {
  readonly port: PortId;
  readonly position: number;
}

/** Where a port of a panel leads to. */
function exitsOf({ port, mappings }: PanelEnd, position: number | null): readonly Exit[] {
  return mappings.flatMap((mapping): readonly Exit[] => {
    const { frontPortId, frontPosition, rearPortId, rearPosition } = mapping;
    if (frontPortId === port && (position === null || frontPosition === position)) {
      return [{ port: rearPortId, position: rearPosition }];
    }
    if (rearPortId === port && (position === null || rearPosition === position)) {
      return [{ port: frontPortId, position: frontPosition }];
    }
    return [];
  });
}

/** The link of a way from device to device; of one that ends at a panel the model; null for what is no link. */
function linkOfWay(way: readonly Step[]): FabricCable | null {
  const [first, last] = [way[0], way.at(-1)];
  if (!first || !last) return null;
  const [start, end] = [first.piece.ends[first.from], exitOf(last)];
  const { fabric } = first.piece;
  if (start.kind === 'panel') return null;
  if (end.kind === 'panel') return { fabric, links: [], pieces: [], endsAt: end.model };
  // Of the two directions that are found, the one from the host up, or from the switch with the lower id.
  if (end.kind === 'host' || start.device === end.device) return null;
  if (start.kind === 'switch' && compareIds(start.device, end.device) > 0) return null;
  const link = joined(way, start, end);
  return { fabric: link.fabric, links: [link], pieces: [], endsAt: null };
}

function joined(way: readonly Step[], start: DeviceEnd, end: DeviceEnd): FabricLink {
  const pieces = way.map(({ piece }) => piece);
  const [first, last] = [pieces[0] as Piece, pieces.at(-1) as Piece];
  const flightPs = pieces.reduce<Ps | null>(
    (sum, { time }) => (sum === null || time.flightPs === null ? null : sum + time.flightPs),
    0,
  );
  // Each plug adds half; those in panels are adapters.
  const [one, other] = [first.time.addedPs, last.time.addedPs];
  const addedPs = one === null || other === null ? null : Math.round((one + other) / 2);
  return {
    cable: first.cable,
    onward: pieces.slice(1).map(({ cable }) => cable),
    fabric: first.fabric === '' ? last.fabric : first.fabric,
    rail: first.rail ?? last.rail,
    flightPs,
    addedPs,
    missing: [...new Set(pieces.flatMap(({ time }) => time.missing))],
    knownPs: pieces.reduce((sum, { time }) => sum + (time.flightPs ?? 0), 0) + (addedPs ?? 0),
    host: start.kind === 'host' ? start.device : null,
    at: start.kind === 'host' ? end.device : start.device,
    atHopPs: start.kind === 'host' ? end.hopPs : start.hopPs,
    to: start.kind === 'host' ? null : end.device,
    toHopPs: start.kind === 'host' ? 0 : end.hopPs,
  };
}
