/** `plenum optimise FILE --for GOAL`: better places for switches and their racks, as one edit of the file. */
import { setImmediate } from 'node:timers/promises';
import type { Design } from '../../shared/model/design.ts';
import { isMediumId, MEDIUM_IDS, type MediumId } from '../../shared/model/medium.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import {
  type CostWeights,
  figureOf,
  GOALS,
  type Goal,
  type Optimised,
  type OptimiseOptions,
  optimise,
  type PlacementFigures,
} from '../../shared/optimise/index.ts';
import { say } from '../../shared/text/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { fillDesignFile } from '../storage/fill-design-file.ts';
import { type Arguments, choiceOf, oneFile, UsageError } from './arguments.ts';

export async function optimiseCommand(given: Arguments): Promise<0> {
  const file = oneFile(given);
  const goal = goalOf(given);
  const moves = { racks: true, units: true, movedByHand: given.flag('hand-placed') };
  const options = { goal, seed: seedOf(given), weights: weightsOf(given, goal), moves };
  let isCancelled = false;
  const cancel = (): void => {
    isCancelled = true;
  };
  process.once('SIGINT', cancel);
  try {
    const design = readDesignFile(file);
    const found = await driven(design, options, () => isCancelled);
    if (!given.flag('dry-run') && found.because === null) await keep(file, design, found);
    tell(given, options, found);
  } finally {
    process.off('SIGINT', cancel);
  }
  return 0;
}

/** @throws UsageError when none of the goals is named */
function goalOf(given: Arguments): Goal {
  const goal = given.text('for');
  if (goal === undefined) {
    const usage = say('cli.usage.optimise');
    throw new UsageError(say('cli.optimise-use', { goals: GOALS.join(', '), usage }));
  }
  return choiceOf(given, 'for', GOALS, 'cost');
}

/** @throws UsageError when it is no whole number */
function seedOf(given: Arguments): number {
  const text = given.text('seed') ?? '1';
  const seed = Number(text);
  if (!Number.isSafeInteger(seed) || text.trim() === '') {
    throw new UsageError(say('cli.optimise-seed', { value: text }));
  }
  return seed;
}

const MOST_WEIGHT = 1000;

/**
 * What a metre of a medium weighs, as `mmf=2,dac=0.5`.
 * @throws UsageError when it cannot be read, or nothing is weighed
 */
function weightsOf(given: Arguments, goal: Goal): CostWeights {
  const text = given.text('weights');
  const weights = new Map<MediumId, number>();
  if (text === undefined) return weights;
  if (goal !== 'cost') throw new UsageError(say('cli.optimise-weights-goal', { goal }));
  for (const part of text.split(',')) {
    const [medium = '', weight = '', ...more] = part.split('=').map((word) => word.trim());
    const value = Number(weight);
    const isWeight = weight !== '' && value >= 0 && value <= MOST_WEIGHT && more.length === 0;
    if (!isMediumId(medium) || !isWeight) {
      const media = MEDIUM_IDS.join(', ');
      throw new UsageError(say('cli.optimise-weights', { part, media, most: MOST_WEIGHT }));
    }
    weights.set(medium, value);
  }
  return weights;
}

/** So many shares are told, so that a long run is seen to go on. */
const TOLD = 10;

async function driven(
  design: Design,
  options: OptimiseOptions,
  isCancelled: () => boolean,
): Promise<Optimised> {
  const going = optimise(design, options);
  let told = 0;
  for (;;) {
    const step = going.next();
    if (step.done === true) return step.value;
    const { phase, share } = step.value;
    if (Math.floor(share * TOLD) > told) {
      told = Math.floor(share * TOLD);
      const args = { phase: say(`optimise.phase.${phase}`), percent: Math.round(share * 100) };
      process.stderr.write(`${say('cli.optimise-progress', args)}\n`);
    }
    // Signals are heard between the steps only.
    await setImmediate();
    if (isCancelled()) throw new UsageError(say('cli.optimise-cancelled'));
  }
}

/** Writes what was found, if the file still is what it was found for. */
async function keep(file: string, design: Design, { diff }: Optimised): Promise<void> {
  let isSame = false;
  await fillDesignFile(file, {
    label: say('cli.optimise-label'),
    whenNew: design,
    fill: (there, put) => {
      isSame = diff.updated.every(([before]) => standsAsFound(there, before));
      if (isSame) put(diff);
      return Promise.resolve(isSame);
    },
  });
  if (!isSame) throw new UsageError(say('cli.optimise-changed', { file }));
}

function standsAsFound(there: Design, record: DesignRecord): boolean {
  if (record.kind !== 'rack' && record.kind !== 'device') return false;
  const now = record.kind === 'rack' ? there.racks.get(record.id) : there.devices.get(record.id);
  return JSON.stringify(now) === JSON.stringify(record);
}

function tell(given: Arguments, options: OptimiseOptions, found: Optimised): void {
  const { before, after, because, devices, racks, kept, diff } = found;
  if (given.flag('json')) {
    const changes = diff.updated.map(([was, is]) => ({ kind: was.kind, id: was.id, was, is }));
    const moved = { devices, racks };
    const { goal, seed } = options;
    const weights = Object.fromEntries(options.weights ?? []);
    const document = { goal, seed, weights, before, after, because, moved, kept, changes };
    process.stdout.write(
      `${JSON.stringify({ format: 'plenum.optimise/1', ...document }, null, 2)}\n`,
    );
  } else {
    for (const each of GOALS) process.stdout.write(`${changeIn(each, before, after)}\n`);
    const said =
      because === null
        ? say('optimise.moved', { devices, racks })
        : say(`optimise.because.${because}`);
    process.stdout.write(`${said.trim()}\n`);
    if (kept.devices + kept.racks > 0) {
      process.stdout.write(`${say('cli.optimise-kept', kept)}\n`);
    }
  }
  if (because !== null) return;
  const done = given.flag('dry-run') ? 'cli.optimise-dry' : 'cli.optimise-done';
  process.stderr.write(`${say(done, { file: oneFile(given) })}\n`);
}

function changeIn(goal: Goal, before: PlacementFigures, after: PlacementFigures): string {
  const figure = (of: PlacementFigures): string => {
    if (goal === 'longest-copper' && of.longestCopperM === null) return say('optimise.none');
    const value = figureOf(of, goal);
    return say(goal === 'cost' ? 'optimise.weight' : 'optimise.metres', { value });
  };
  const args = { goal: say(`optimise.goal.${goal}`), before: figure(before), after: figure(after) };
  return say('optimise.change', args);
}
