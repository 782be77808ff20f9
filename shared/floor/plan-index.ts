/** Finds what lies in a part of the plan: boxes in the squares of a grid. */
import type { Box } from '../model/rack-geometry.ts';

/** Side of a square, mm: a few racks. */
const SQUARE_MM = 3000;
/** What would lie in more squares than this is asked of by itself. */
const MOST_SQUARES = 256;

export class PlanIndex<Thing> {
  readonly #boxOf: (thing: Thing) => Box;
  readonly #squares = new Map<string, Thing[]>();
  readonly #large: Thing[] = [];

  constructor(things: Iterable<Thing>, boxOf: (thing: Thing) => Box) {
    this.#boxOf = boxOf;
    for (const thing of things) {
      const keys = squaresOf(boxOf(thing));
      if (!keys) this.#large.push(thing);
      for (const key of keys ?? []) {
        const there = this.#squares.get(key);
        if (there) there.push(thing);
        else this.#squares.set(key, [thing]);
      }
    }
  }

  /** What overlaps the box, each once. */
  touching(box: Box): readonly Thing[] {
    const keys = squaresOf(box) ?? [...this.#squares.keys()];
    const near = new Set(keys.flatMap((key) => this.#squares.get(key) ?? []));
    for (const thing of this.#large) near.add(thing);
    return [...near].filter((thing) => overlaps(this.#boxOf(thing), box));
  }
}

function squaresOf({ x, y, width, height }: Box): readonly string[] | null {
  const [left, top] = [Math.floor(x / SQUARE_MM), Math.floor(y / SQUARE_MM)];
  const [right, bottom] = [
    Math.floor((x + width) / SQUARE_MM),
    Math.floor((y + height) / SQUARE_MM),
  ];
  if ((right - left + 1) * (bottom - top + 1) > MOST_SQUARES) return null;
  const keys: string[] = [];
  for (let column = left; column <= right; column += 1) {
    for (let row = top; row <= bottom; row += 1) keys.push(`${column} ${row}`);
  }
  return keys;
}

function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
