/**
 * What lies in the overhead trays, counted while cables come and go. Only whole numbers of cables are kept, by
 * place and jacket, so that edit by edit and from scratch come to the same.
 */

import type { LegKey } from '../floor/pathway-network.ts';
import type { LegSpan } from '../floor/pathway-routes.ts';
import type { RowId } from '../model/ids.ts';
import type { FloorRun } from '../routing/floor-runs.ts';
import type { Jacket } from './cable-facts.ts';
import { countPassing, type Passing, squaresPassing } from './passing.ts';

/** A run in the trays, with what runs there. */
export interface LaidRun {
  readonly run: FloorRun;
  readonly jacket: Jacket;
}

/** The tray over a row, the trays across the aisle after the row of that number, or a leg of a drawn pathway. */
export type TrayKey = `row ${string}` | `aisle ${number}` | LegKey;

/** A tray where it is fullest. */
export interface TrayLoad {
  readonly passing: Passing;
  readonly squares: number;
  /** From where to where along the row or the leg, mm; the same twice where it crosses an aisle. */
  readonly fromMm: number;
  readonly toMm: number;
  /** Copper in all of it, kg per metre of an aisle's width, else kg. */
  readonly copperKg: number;
}

/** How many more, or fewer, of each jacket pass from a place on. */
type Steps = Map<number, Map<Jacket, number>>;

/** A tray with what passes in it; an empty one stays as a place to lay. */
class Tray {
  readonly key: TrayKey;
  readonly steps: Steps = new Map();
  isTouched = false;

  constructor(key: TrayKey) {
    this.key = key;
  }
}

export class TrayLedger {
  readonly #overRows = new Map<RowId, Tray>();
  /** By the number of the row before the aisle. */
  readonly #acrossAisles = new Map<number, Tray>();
  readonly #legs = new Map<LegKey, Tray>();
  #touched: Tray[] = [];

  /** Puts what a cable takes of the trays in the place of what it took before. */
  replace(before: readonly LaidRun[], after: readonly LaidRun[]): void {
    for (let at = 0; at < before.length; at += 1) this.#lay(before[at] as LaidRun, -1);
    for (let at = 0; at < after.length; at += 1) this.#lay(after[at] as LaidRun, 1);
  }

  /** Has the trays of rows judged anew although their cables stay, and those across aisles between rows. */
  touchRows(rows: ReadonlySet<RowId>): void {
    if (rows.size === 0) return;
    for (const [row, tray] of this.#overRows) if (rows.has(row)) this.#touch(tray);
    for (const tray of this.#acrossAisles.values()) this.#touch(tray);
  }

  #touch(tray: Tray): void {
    if (tray.isTouched) return;
    tray.isTouched = true;
    this.#touched.push(tray);
  }

  #lay({ run, jacket }: LaidRun, by: 1 | -1): void {
    if ('spans' in run) {
      for (let at = 0; at < run.spans.length; at += 1)
        this.#laySpan(run.spans[at] as LegSpan, jacket, by);
      return;
    }
    const { rowId, fromMm, toMm, aisles, crossingMm } = run;
    if (fromMm < toMm) {
      const tray = this.#overRow(rowId);
      this.#step(tray, fromMm, jacket, by);
      this.#step(tray, toMm, jacket, -by);
    }
    for (let at = 0; at < aisles.length; at += 1) {
      this.#step(this.#acrossAisle(aisles[at] ?? 0), crossingMm, jacket, by);
    }
  }

  #laySpan({ leg, fromMm, toMm }: LegSpan, jacket: Jacket, by: 1 | -1): void {
    if (fromMm >= toMm) return;
    let tray = this.#legs.get(leg.key);
    if (!tray) this.#legs.set(leg.key, (tray = new Tray(leg.key)));
    this.#step(tray, fromMm, jacket, by);
    this.#step(tray, toMm, jacket, -by);
  }

  #overRow(row: RowId): Tray {
    let tray = this.#overRows.get(row);
    if (!tray) this.#overRows.set(row, (tray = new Tray(`row ${row}`)));
    return tray;
  }

  #acrossAisle(aisle: number): Tray {
    let tray = this.#acrossAisles.get(aisle);
    if (!tray) this.#acrossAisles.set(aisle, (tray = new Tray(`aisle ${aisle}`)));
    return tray;
  }

  #step(tray: Tray, at: number, jacket: Jacket, by: number): void {
    this.#touch(tray);
    let counts = tray.steps.get(at);
    if (!counts) tray.steps.set(at, (counts = new Map()));
    countPassing(counts, jacket, by);
    if (counts.size === 0) tray.steps.delete(at);
  }

  /** The trays that changed since the last call, at their fullest; null for one that is empty. */
  takeTouched(): ReadonlyMap<TrayKey, TrayLoad | null> {
    const changed = new Map<TrayKey, TrayLoad | null>();
    for (const tray of this.#touched) {
      const { key, steps } = tray;
      tray.isTouched = false;
      if (steps.size === 0) changed.set(key, null);
      else
        changed.set(key, key.startsWith('aisle ') ? fullestCrossing(steps) : fullestAlong(steps));
    }
    this.#touched = [];
    return changed;
  }
}

function inOrder(steps: Steps): readonly (readonly [number, Passing])[] {
  return [...steps].sort(([a], [b]) => a - b);
}

/** Walks a row's tray from its start: between two steps the same cables pass. */
function fullestAlong(steps: Steps): TrayLoad {
  const ordered = inOrder(steps);
  const passing = new Map<Jacket, number>();
  let fullest: TrayLoad = { passing: new Map(), squares: -1, fromMm: 0, toMm: 0, copperKg: 0 };
  let copperKg = 0;
  for (const [index, [fromMm, counts]] of ordered.entries()) {
    for (const [jacket, by] of counts) countPassing(passing, jacket, by);
    const toMm = ordered[index + 1]?.[0] ?? fromMm;
    const squares = squaresPassing(passing);
    copperKg += (copperKgPerM(passing) * (toMm - fromMm)) / 1000;
    if (squares > fullest.squares) {
      fullest = { passing: new Map(passing), squares, fromMm, toMm, copperKg: 0 };
    }
  }
  return { ...fullest, copperKg };
}

/** Of the places at which an aisle is crossed the fullest. */
function fullestCrossing(steps: Steps): TrayLoad {
  let fullest: TrayLoad = { passing: new Map(), squares: -1, fromMm: 0, toMm: 0, copperKg: 0 };
  let copperKg = 0;
  for (const [at, passing] of inOrder(steps)) {
    const squares = squaresPassing(passing);
    copperKg += copperKgPerM(passing);
    if (squares > fullest.squares) {
      fullest = { passing: new Map(passing), squares, fromMm: at, toMm: at, copperKg: 0 };
    }
  }
  return { ...fullest, copperKg };
}

/** Copper of what passes, kg/m: a sum of whole milligrams. */
function copperKgPerM(passing: Passing): number {
  let milligrams = 0;
  for (const [{ copperMgPerM }, count] of passing) milligrams += copperMgPerM * count;
  return milligrams / 1e6;
}
