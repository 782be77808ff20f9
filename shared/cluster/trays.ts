/**
 * The trays over a cluster's racks: one along the middle of each row, and some across all rows, so near one another that
 * no way to another row is much of a detour. Each is as wide as what lies in it asks for.
 */
import { FILL_FIRST_DAY } from '../analysis/fill-limits.ts';
import { fillOfSquares } from '../analysis/passing.ts';
import type { Pathway } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Mm } from '../units/length.ts';
import type { StandingRack, StandingRow } from './standing.ts';

export interface TrayPlan {
  /** By the number of the row: its middle line, from where to where. */
  readonly rows: readonly { readonly yMm: Mm; readonly fromMm: Mm; readonly toMm: Mm }[];
  /** The trays that run across rows, from where to where; from the left, none over a single row. */
  readonly crossings: readonly { readonly xMm: Mm; readonly fromMm: Mm; readonly toMm: Mm }[];
}

/** Trays lie so far over the racks' tops, mm, as in a new design. */
export const TRAY_RISE_MM: Mm = 300;

/** About so far from one tray across the rows to the next, mm. */
const CROSSING_PITCH_MM: Mm = 7200;

/** The trays over these rows. @param depthMm of their racks */
export function trayPlan(rows: readonly StandingRow[], depthMm: Mm): TrayPlan {
  const lengthMm = Math.max(0, ...rows.map((row) => row.lengthMm));
  const startMm = Math.min(...rows.map(startOf), Number.POSITIVE_INFINITY);
  const count = rows.length < 2 ? 0 : Math.max(1, Math.round(lengthMm / CROSSING_PITCH_MM));
  const across = Array.from(
    { length: count },
    (_, at) => startMm + Math.round(((at + 0.5) * lengthMm) / count),
  );
  const along = rows.map((row) => {
    const fromMm = startOf(row);
    const endMm = fromMm + row.lengthMm;
    // A short row is led on to the first tray that crosses.
    return { yMm: row.racks[0]?.yMm ?? 0, fromMm, toMm: Math.max(endMm, across[0] ?? endMm) };
  });
  const crossings = across.flatMap((xMm) => {
    const met = along.filter(({ toMm }) => xMm <= toMm).map(({ yMm }) => yMm);
    const [first, last] = [met[0] ?? 0, met.at(-1) ?? 0];
    // To the outer edges of the racks, where its name is read.
    const ends = { fromMm: first - depthMm / 2, toMm: last + depthMm / 2 };
    return first === last ? [] : [{ xMm, ...ends }];
  });
  return { rows: along, crossings };
}

function startOf({ place, lengthMm }: StandingRow): Mm {
  return place.facing === 'north' ? place.xMm - lengthMm : place.xMm;
}

/** Where in the trays a cable goes from a rack to another: along rows only, or across them by one of the crossings. */
export interface TrayWay {
  readonly lengthMm: Mm;
  readonly crossing: number | null;
}

/** The shortest way from a place along one row to a place along another. */
export function trayWay(
  { rows, crossings }: TrayPlan,
  from: { readonly row: number; readonly xMm: Mm },
  to: { readonly row: number; readonly xMm: Mm },
): TrayWay {
  if (from.row === to.row) return { lengthMm: Math.abs(from.xMm - to.xMm), crossing: null };
  const [one, other] = [rows[from.row], rows[to.row]];
  const reachMm = Math.min(one?.toMm ?? 0, other?.toMm ?? 0);
  const acrossMm = Math.abs((one?.yMm ?? 0) - (other?.yMm ?? 0));
  let best: TrayWay = { lengthMm: Number.POSITIVE_INFINITY, crossing: null };
  let bestNearMm: Mm = Number.POSITIVE_INFINITY;
  for (const [crossing, { xMm }] of crossings.entries()) {
    if (xMm > reachMm) break;
    const nearMm = Math.abs(from.xMm - xMm);
    const lengthMm = acrossMm + nearMm + Math.abs(to.xMm - xMm);
    // Of ways that are as long that which crosses first, as cables are led.
    if (lengthMm > best.lengthMm + EQUAL_MM) continue;
    if (lengthMm > best.lengthMm - EQUAL_MM && nearMm >= bestNearMm) continue;
    best = { lengthMm, crossing };
    bestNearMm = nearMm;
  }
  return best;
}

const EQUAL_MM: Mm = 1;

/** What lies in the trays, to find out how large they have to be. */
export class TrayLoads {
  readonly #plan: TrayPlan;
  readonly #rows: Steps[];
  readonly #crossings: Steps[];
  /** Squares of diameters from rack to rack: many cables go the same way. */
  readonly #between = new Map<StandingRack, Map<StandingRack, number>>();

  constructor(plan: TrayPlan) {
    this.#plan = plan;
    this.#rows = plan.rows.map(() => new Steps());
    this.#crossings = plan.crossings.map(() => new Steps());
  }

  /** @param square of the jacket, as the analysis counts it */
  add(from: StandingRack, to: StandingRack, square: number): void {
    if (from === to) return;
    let ways = this.#between.get(from);
    if (!ways) this.#between.set(from, (ways = new Map()));
    ways.set(to, (ways.get(to) ?? 0) + square);
  }

  /** The trays as they are drawn. @param idOf their ids by their keys */
  pathways(rows: readonly StandingRow[], idOf: (key: string) => string): readonly Pathway[] {
    for (const [from, ways] of this.#between) {
      for (const [to, squares] of ways) this.#lay(from, to, squares);
    }
    const along = this.#plan.rows.map(({ yMm, fromMm, toMm }, number): Pathway => {
      const name = say('cluster.tray.row', { row: rows[number]?.name ?? '' });
      // From its far end, beside which its name is read: the name of the row stands at the near one.
      const points = [
        { xMm: toMm, yMm },
        { xMm: fromMm, yMm },
      ];
      return tray(idOf(`tray:row:${number}`), name, points, this.#rows[number]?.most ?? 0);
    });
    const across = this.#plan.crossings.map(({ xMm, fromMm, toMm }, number): Pathway => {
      const points = [
        { xMm, yMm: fromMm },
        { xMm, yMm: toMm },
      ];
      const name = say('cluster.tray.across', { number: number + 1 });
      return tray(idOf(`tray:across:${number}`), name, points, this.#crossings[number]?.most ?? 0);
    });
    return [...along, ...across];
  }

  #lay(from: StandingRack, to: StandingRack, squares: number): void {
    const { crossing } = trayWay(this.#plan, from, to);
    const xMm = crossing === null ? to.xMm : (this.#plan.crossings[crossing]?.xMm ?? to.xMm);
    this.#rows[from.row]?.lay(from.xMm, xMm, squares);
    if (crossing === null) return;
    this.#rows[to.row]?.lay(xMm, to.xMm, squares);
    const [one, other] = [this.#plan.rows[from.row], this.#plan.rows[to.row]];
    this.#crossings[crossing]?.lay(one?.yMm ?? 0, other?.yMm ?? 0, squares);
  }
}

/** What passes along one tray, place by place. */
class Steps {
  readonly #steps = new Map<Mm, number>();

  lay(aMm: Mm, bMm: Mm, squares: number): void {
    const [from, to] = [Math.min(aMm, bMm), Math.max(aMm, bMm)];
    this.#steps.set(from, (this.#steps.get(from) ?? 0) + squares);
    this.#steps.set(to, (this.#steps.get(to) ?? 0) - squares);
  }

  /** The most that passes anywhere. */
  get most(): number {
    let [passing, most] = [0, 0];
    for (const [, by] of [...this.#steps].sort(([a], [b]) => a - b)) {
      passing += by;
      most = Math.max(most, passing);
    }
    return most;
  }
}

const LARGEST: readonly [widthMm: Mm, heightMm: Mm] = [3000, 300];

/**
 * Trays by width and height inside, mm, the smallest first: ladders of 600 mm and more beside one another count as one,
 * and so do two or three over one another.
 */
const SIZES: readonly (readonly [widthMm: Mm, heightMm: Mm])[] = [
  [300, 100],
  [450, 100],
  [600, 100],
  [600, 150],
  [900, 150],
  [900, 200],
  [1200, 200],
  [1200, 300],
  [1800, 300],
  [2400, 300],
  LARGEST,
];

/** A tray of the smallest size that is not fuller than is advised for the first day, or else the largest. */
function tray(id: string, name: string, points: Pathway['points'], squares: number): Pathway {
  const fits = SIZES.find(([width, height]) => {
    return fillOfSquares(squares, width * height) <= FILL_FIRST_DAY;
  });
  const [widthMm, heightMm] = fits ?? LARGEST;
  const riseMm = TRAY_RISE_MM;
  return { kind: 'pathway', id, name, level: 'overhead', points, widthMm, heightMm, riseMm };
}
