/**
 * Looks for better places of switches: which racks stand where in the rows, and at which units switches stand in their
 * racks. It goes from better to better by trials in an order by chance, until a round gains nothing; so it finds a good
 * placement, not always the best there is. Every trial is led along its real ways.
 */
import { movedByHand, NOTHING_MOVED } from '../cluster/index.ts';
import type { Design } from '../model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF } from '../model/diff.ts';
import type { RackId } from '../model/ids.ts';
import type { DesignRecord, Device, Rack } from '../model/records.ts';
import { figuresOf, valueFor } from './figures.ts';
import { type CostWeights, figureOf, type Goal, type PlacementFigures } from './goal.ts';
import { heldIn } from './held.ts';
import { type LaidCables, layCables } from './laid-cables.ts';
import { rackPairs, swapRacks } from './rack-swaps.ts';
import { Seeded } from './seeded.ts';
import { mayMoveIn, moveInRack } from './unit-moves.ts';

export interface OptimiseOptions {
  readonly goal: Goal;
  /** The same design, goal and seed give the same answer. */
  readonly seed?: number;
  readonly weights?: CostWeights;
  /** What may move; racks and units unless said. */
  readonly moves?: Moves;
}

export interface Moves {
  /** Racks of switches, in the place of equal racks. */
  readonly racks: boolean;
  /** Switches in their racks. */
  readonly units: boolean;
  /** Of a generated cluster, also what stands elsewhere than its specification puts it. */
  readonly movedByHand?: boolean;
}

export interface OptimiseProgress {
  readonly phase: 'measure' | 'racks' | 'units' | 'check';
  /** Of all, about, 0..1; never less than before. */
  readonly share: number;
}

export interface Optimised {
  /** One edit; empty where nothing better was found. */
  readonly diff: Diff;
  readonly before: PlacementFigures;
  readonly after: PlacementFigures;
  /** What moves. */
  readonly devices: number;
  readonly racks: number;
  /** How much of a generated cluster was moved by hand, and stays. */
  readonly kept: { readonly devices: number; readonly racks: number };
  /** Why nothing moves: no cable counts for the goal, nothing may move, or nothing is better; null where something does. */
  readonly because: 'nothing-counts' | 'nothing-moves' | 'nothing-better' | null;
}

/** Rounds over all pairs of racks, and over all racks, at most. */
const MOST_ROUNDS = 6;
/** Ways that are led between two looks at whether somebody waits: a few hundredths of a second. */
const LED_AT_ONCE = 2000;
const PAIRS_AT_ONCE = 500;

/**
 * Optimises a design. It yields every few hundredths of a second; whoever drives it may stop there, and nothing has
 * happened. No figure of the goal is ever worse after than before, and no cable carries worse.
 */
export function* optimise(
  design: Design,
  options: OptimiseOptions,
): Generator<OptimiseProgress, Optimised> {
  const { goal, weights = NO_WEIGHTS, moves = ALL_MOVES } = options;
  const chance = new Seeded(options.seed ?? 1);
  const laid = yield* measured(design, 'measure', 0);
  const before = figuresOf(laid, weights);
  const byHand = moves.movedByHand === true ? NOTHING_MOVED : movedByHand(design);
  const kept = { devices: byHand.devices.size, racks: byHand.racks.size };
  const stays = (because: Optimised['because']): Optimised => {
    return { diff: EMPTY_DIFF, before, after: before, devices: 0, racks: 0, kept, because };
  };
  if (figureOf(before, goal) === 0) return stays('nothing-counts');
  const value = valueFor(laid, goal, weights);
  const held = heldIn(laid.working, byHand);
  const pairs = moves.racks ? rackPairs(laid, held, chance) : [];
  const racks = moves.units
    ? racksWithCables(laid, value).filter((id) => mayMoveIn(laid, id, held))
    : [];
  if (pairs.length + racks.length === 0) return stays('nothing-moves');
  yield* roundsOfRacks(laid, pairs, value);
  for (let round = 0, isBetter = true; isBetter && round < MOST_ROUNDS; round += 1) {
    isBetter = false;
    let led = laid.led;
    for (const [at, rackId] of chance.shuffled(racks).entries()) {
      const share = UNITS_FROM + (UNITS_SHARE * (round + at / racks.length)) / MOST_ROUNDS;
      const was = laid.changes;
      for (const _ of moveInRack(laid, rackId, { held, value, chance })) {
        if (laid.led - led < LED_AT_ONCE) continue;
        led = laid.led;
        yield { phase: 'units', share };
      }
      if (laid.changes > was) isBetter = true;
    }
  }
  const diff = diffOf(design, laid);
  if (diff.updated.length === 0) return stays('nothing-better');
  const checked = yield* measured(applyDiff(design, diff), 'check', CHECK_FROM);
  const after = figuresOf(checked, weights);
  const isBetter = figureOf(after, goal) < figureOf(before, goal);
  if (!isBetter || after.overReach > before.overReach) return stays('nothing-better');
  const moved = diff.updated.filter(([{ kind }]) => kind === 'device').length;
  const racksMoved = diff.updated.length - moved;
  return { diff, before, after, devices: moved, racks: racksMoved, kept, because: null };
}

const NO_WEIGHTS: CostWeights = new Map();
const ALL_MOVES: Moves = { racks: true, units: true };

const RACKS_FROM = 0.15;
const RACKS_SHARE = 0.35;
const UNITS_FROM = 0.5;
const UNITS_SHARE = 0.35;
const CHECK_FROM = 0.85;

function* measured(
  design: Design,
  phase: 'measure' | 'check',
  from: number,
): Generator<OptimiseProgress, LaidCables> {
  const laying = layCables(design);
  for (;;) {
    const step = laying.next();
    if (step.done === true) return step.value;
    yield { phase, share: from + 0.15 * step.value };
  }
}

function* roundsOfRacks(
  laid: LaidCables,
  pairs: ReturnType<typeof rackPairs>,
  value: ReturnType<typeof valueFor>,
): Generator<OptimiseProgress> {
  for (let round = 0, isBetter = true; isBetter && round < MOST_ROUNDS; round += 1) {
    isBetter = false;
    let [led, looked, at] = [laid.led, 0, 0];
    for (const isKept of swapRacks(laid, pairs, value)) {
      isBetter ||= isKept;
      looked += 1;
      at += 1;
      if (laid.led - led < LED_AT_ONCE && looked < PAIRS_AT_ONCE) continue;
      [led, looked] = [laid.led, 0];
      const share = RACKS_FROM + (RACKS_SHARE * (round + at / pairs.length)) / MOST_ROUNDS;
      yield { phase: 'racks', share };
    }
  }
}

/** The racks in which cables end that count. */
function racksWithCables(laid: LaidCables, value: ReturnType<typeof valueFor>): readonly RackId[] {
  return [...laid.working.racks.keys()].filter((id) =>
    laid.ofRack(id).some((index) => value(index, 1) !== 0),
  );
}

/** What became of the racks and devices, as one edit. */
function diffOf(design: Design, { working }: LaidCables): Diff {
  const updated: [DesignRecord, DesignRecord][] = [];
  for (const before of design.racks.values()) {
    const after = working.racks.get(before.id);
    if (after && !standsAlike(before, after)) updated.push([before, after]);
  }
  for (const before of design.devices.values()) {
    const after: Device | undefined = working.devices.get(before.id);
    if (after && after.u !== before.u) updated.push([before, after]);
  }
  return { added: [], updated, removed: [] };
}

function standsAlike(a: Rack, b: Rack): boolean {
  return a.rowId === b.rowId && a.order === b.order && a.gapMm === b.gapMm && a.turned === b.turned;
}
