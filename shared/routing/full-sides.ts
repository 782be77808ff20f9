/**
 * Which cables of a rack go to its other side because their own is full.
 *
 * Each cable is first led along the side that is nearer to it. Where a strip, or a horizontal manager, then holds more
 * than its limit, cables that pass it there go to the other side: those first for which that is the least detour, and
 * of equals by their ids; each only if the other side has room for it all along its way. Those that a person leads, or
 * chose a side for, stay. Where neither side has room all stay on theirs, and the finding says how full they are.
 */
import type { CableId, DeviceId } from '../model/ids.ts';
import type { Face } from '../model/records.ts';
import type { Mm } from '../units/length.ts';
import type { HandRun } from './hand-runs.ts';
import { levelAt } from './strip-levels.ts';

/** An end of a cable as the strips and managers of its rack see it. */
export interface LaidEnd {
  readonly face: Face;
  /** As one looks at the face. */
  readonly side: 'left' | 'right';
  readonly xMm: Mm;
  /** Where it comes into the strip, and how far it goes up or down in it. */
  readonly leadYMm: Mm;
  readonly toYMm: Mm;
  readonly managerId: DeviceId | null;
  /** What it takes of a cross-section: d², in whole units. */
  readonly jacket: { readonly square: number };
}

/** What of a cable that a person leads lies straight in a rack: up or down in a strip, or along a manager. */
export interface HandLaidRun
  extends Pick<HandRun, 'face' | 'strip' | 'xMm' | 'yMm' | 'toXMm' | 'toYMm'> {
  readonly managerId: DeviceId | null;
  readonly jacket: { readonly square: number };
}

/** The ends that a cable has in one rack, led along the nearer side; or how it lies there by hand. */
export interface LaidCable {
  readonly id: CableId;
  /** Whether nobody chose a side for it, and all its devices there can be left to either. */
  readonly mayTurn: boolean;
  readonly ends: readonly LaidEnd[];
  readonly byHand: readonly HandLaidRun[];
}

/** What a rack's ways may hold, in the squares of jackets. */
export interface Room {
  readonly rackWidthMm: Mm;
  readonly stripSquares: number;
  managerSquares(id: DeviceId): number;
}

/** Detours that differ by less count as equal, mm. */
const EQUAL_MM: Mm = 1;

/** The cables that go to the other side of the rack, in whatever order they are given. */
export function turnedCables(cables: readonly LaidCable[], room: Room): ReadonlySet<CableId> {
  const ways = new Ways(room);
  for (const { ends, byHand } of cables) {
    ways.lay(ends, 1);
    ways.layByHand(byHand);
  }
  const turned = new Set<CableId>();
  const candidates = cables
    .filter(({ mayTurn, ends }) => mayTurn && ways.isOver(ends))
    .map((cable) => ({ cable, detour: Math.round(detourMm(cable, room) / EQUAL_MM) }))
    .sort((a, b) => a.detour - b.detour || (a.cable.id < b.cable.id ? -1 : 1));
  for (const { cable } of candidates) {
    if (!ways.isOver(cable.ends)) continue;
    const other = cable.ends.map(turnedEnd);
    ways.lay(cable.ends, -1);
    ways.lay(other, 1);
    if (ways.isOver(other)) {
      ways.lay(other, -1);
      ways.lay(cable.ends, 1);
    } else turned.add(cable.id);
  }
  return turned;
}

function turnedEnd(end: LaidEnd): LaidEnd {
  const { face, side, xMm, leadYMm, toYMm, managerId, jacket } = end;
  const other = side === 'left' ? 'right' : 'left';
  return { face, side: other, xMm, leadYMm, toYMm, managerId, jacket };
}

/** How much longer a cable's way along the faces is to the other side. */
function detourMm({ ends }: LaidCable, { rackWidthMm }: Room): Mm {
  let detour = 0;
  for (const { side, xMm } of ends) {
    detour += side === 'left' ? rackWidthMm - 2 * xMm : 2 * xMm - rackWidthMm;
  }
  return detour;
}

/** What lies in the strips, level by level, and in the managers. */
class Ways {
  readonly #room: Room;
  readonly #strips = new Map<string, Map<number, number>>();
  readonly #managers = new Map<DeviceId, Set<InManager>>();

  constructor(room: Room) {
    this.#room = room;
  }

  /** @param by 1 to lay them, -1 to take them out again */
  lay(ends: readonly LaidEnd[], by: 1 | -1): void {
    for (const end of ends) {
      const { face, side, leadYMm, toYMm, jacket } = end;
      this.#fill(face, side, leadYMm, toYMm, by * jacket.square);
      if (end.managerId === null) continue;
      const held = this.#heldIn(end.managerId);
      if (by === 1) held.add(end);
      else held.delete(end);
    }
  }

  layByHand(runs: readonly HandLaidRun[]): void {
    for (const run of runs) {
      const { face, strip, yMm, toYMm, jacket, managerId } = run;
      if (strip) this.#fill(face, strip, yMm, toYMm, jacket.square);
      if (managerId !== null) this.#heldIn(managerId).add(run);
    }
  }

  /** Whether a strip or a manager is too full somewhere that one of the ends passes. */
  isOver(ends: readonly LaidEnd[]): boolean {
    return ends.some((end) => this.#isStripOver(end) || this.#isManagerOver(end));
  }

  #isStripOver(end: LaidEnd): boolean {
    const strip = this.#stripOf(end.face, end.side);
    const last = lastLevel(end.leadYMm, end.toYMm);
    for (let level = firstLevel(end.leadYMm, end.toYMm); level <= last; level += 1) {
      if ((strip.get(level) ?? 0) > this.#room.stripSquares) return true;
    }
    return false;
  }

  /** A manager is fullest just beside a plug: to the left of it for a cable to the left. */
  #isManagerOver({ managerId, side, xMm }: LaidEnd): boolean {
    const held = managerId === null ? undefined : this.#managers.get(managerId);
    if (managerId === null || !held) return false;
    const most = this.#room.managerSquares(managerId);
    const isFullAt = (at: Mm): boolean => {
      const onWay = side === 'left' ? at <= xMm : at >= xMm;
      return onWay && passing(held, at, side) > most;
    };
    for (const one of held) {
      if (isFullAt(one.xMm) || ('toXMm' in one && isFullAt(one.toXMm))) return true;
    }
    return false;
  }

  #fill(face: Face, side: LaidEnd['side'], fromYMm: Mm, toYMm: Mm, squares: number): void {
    const strip = this.#stripOf(face, side);
    const last = lastLevel(fromYMm, toYMm);
    for (let level = firstLevel(fromYMm, toYMm); level <= last; level += 1) {
      strip.set(level, (strip.get(level) ?? 0) + squares);
    }
  }

  #heldIn(id: DeviceId): Set<InManager> {
    const known = this.#managers.get(id);
    if (known) return known;
    const fresh = new Set<InManager>();
    this.#managers.set(id, fresh);
    return fresh;
  }

  #stripOf(face: Face, side: LaidEnd['side']): Map<number, number> {
    const key = `${face} ${side}`;
    const known = this.#strips.get(key);
    if (known) return known;
    const fresh = new Map<number, number>();
    this.#strips.set(key, fresh);
    return fresh;
  }
}

/** What lies in a manager: from its plug to the edge, or from corner to corner. */
type InManager = LaidEnd | HandLaidRun;

/** Squares that pass a manager just left of a place at x, or just right of it. */
function passing(held: ReadonlySet<InManager>, at: Mm, beside: 'left' | 'right'): number {
  let squares = 0;
  for (const one of held) {
    const from = leftOf(one);
    const to = rightOf(one);
    const passes = beside === 'left' ? from < at && at <= to : from <= at && at < to;
    if (passes) squares += one.jacket.square;
  }
  return squares;
}

function leftOf(one: InManager): Mm {
  if ('toXMm' in one) return Math.min(one.xMm, one.toXMm);
  return one.side === 'left' ? Number.NEGATIVE_INFINITY : one.xMm;
}

function rightOf(one: InManager): Mm {
  if ('toXMm' in one) return Math.max(one.xMm, one.toXMm);
  return one.side === 'left' ? one.xMm : Number.POSITIVE_INFINITY;
}

/** A run fills every level that it touches, one a rack unit; one that goes neither up nor down fills none. */
function firstLevel(fromYMm: Mm, toYMm: Mm): number {
  if (fromYMm === toYMm) return 0;
  return levelAt(Math.min(fromYMm, toYMm));
}

function lastLevel(fromYMm: Mm, toYMm: Mm): number {
  if (fromYMm === toYMm) return -1;
  return levelAt(Math.max(fromYMm, toYMm));
}
