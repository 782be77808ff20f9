/**
 * The fixed piece of work that tells how fast this machine is just now. It runs in a thread of its own: it makes much
 * that stays for a while, as the analysis does, and in the heap of what is measured that would be collected there.
 * Asked for a number of times it answers with what each took, ms.
 */
import { parentPort } from 'node:worker_threads';

/** As many things as a large hall has cables: so many that they do not fit the processor's caches. */
const THINGS = 100_000;
/** From one thing to the next that is looked at: far, so that none is at hand. */
const FAR = 7919;

interface Thing {
  readonly id: string;
  readonly next: string;
  readonly place: { readonly x: number; readonly y: number };
  readonly ends: readonly { readonly port: string; readonly mm: number }[];
}

interface Way {
  readonly of: string;
  readonly to: string;
  readonly mm: number;
  readonly band: { readonly low: number; readonly high: number };
  readonly parts: readonly { readonly what: string; readonly mm: number }[];
}

/**
 * What an analysis does, in small: records are laid out and found by their texts, each gets a result that stays, the
 * results are gathered and put in order. What costs time is memory, its making and its collecting, and not arithmetic.
 */
function pieceOfWork(): number {
  const things = new Map<string, Thing>();
  for (let at = 0; at < THINGS; at += 1) things.set(`thing-${at}`, thingAt(at));
  const ways = new Map<string, Way>();
  const byPort = new Map<string, Way[]>();
  let thing = found(things, 'thing-0');
  for (let at = 0; at < THINGS; at += 1) {
    const next = found(things, thing.next);
    const way = wayBetween(thing, next);
    ways.set(thing.id, way);
    for (const { port } of thing.ends) {
      const passing = byPort.get(port);
      if (passing) passing.push(way);
      else byPort.set(port, [way]);
    }
    thing = next;
  }
  let sum = 0;
  for (const passing of byPort.values()) {
    passing.sort((a, b) => a.mm - b.mm || (a.of < b.of ? -1 : 1));
    sum += passing[passing.length >> 1]?.mm ?? 0;
  }
  for (const id of things.keys()) sum += found(ways, id).band.low;
  return sum;
}

function thingAt(at: number): Thing {
  return {
    id: `thing-${at}`,
    next: `thing-${(at + FAR) % THINGS}`,
    place: { x: at / 3, y: at / 7 },
    ends: [
      { port: `p${at & 31}`, mm: at },
      { port: `p${at & 15}`, mm: at + 1 },
    ],
  };
}

function wayBetween(thing: Thing, next: Thing): Way {
  const mm = Math.abs(thing.place.x - next.place.x) + Math.abs(thing.place.y - next.place.y);
  const parts = [
    { what: 'run', mm },
    { what: 'slack', mm: mm / 20 },
  ];
  return { of: thing.id, to: next.id, mm, band: { low: mm * 0.9, high: mm * 1.1 }, parts };
}

function found<T>(all: ReadonlyMap<string, T>, id: string): T {
  const one = all.get(id);
  if (one === undefined) throw new RangeError(`the yardstick lost ${id}`);
  return one;
}

function msOfOne(): number {
  const start = performance.now();
  if (!Number.isFinite(pieceOfWork())) throw new RangeError('the yardstick is no number');
  return performance.now() - start;
}

// The first times are compiled on the way.
for (let round = 0; round < 4; round += 1) msOfOne();

parentPort?.on('message', (times: number) => {
  parentPort?.postMessage(Array.from({ length: times }, msOfOne));
});
