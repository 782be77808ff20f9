/**
 * `npm test`: every check in order, from the cheapest to the real window, all of them whatever fails before.
 * `npm test -- unit e2e` runs the named ones only. The last line is `N passed, N failed`: a static check counts
 * as one, a suite by its tests.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findElectron } from '../electron/runtime/find-electron.ts';
import { withVirtualDisplays } from './display.ts';
import { fail, run } from './process.ts';
import { inProject, ROOT } from './project.ts';
import { ensureSystemPackages } from './system-packages.ts';

interface Tally {
  readonly passed: number;
  readonly failed: number;
}

interface Step {
  readonly name: string;
  /** A step without which this one tells nothing. */
  readonly needs?: string;
  /** Opens windows, so it needs more of the system. */
  readonly window?: true;
  readonly run: () => Promise<Tally>;
}

const STEPS: readonly Step[] = [
  { name: 'types', run: types },
  { name: 'format', run: () => check('biome', ['ci', '.']) },
  { name: 'lint', run: () => check('oxlint', ['--type-aware', '--deny-warnings', '.']) },
  { name: 'layers', run: () => script('scripts/layers.ts') },
  { name: 'unused', run: () => check('knip', ['--no-progress']) },
  { name: 'unit', run: () => suite('unit', process.env) },
  { name: 'build', run: () => script('scripts/build.ts') },
  { name: 'crash', needs: 'build', run: () => suite('crash', process.env) },
  { name: 'e2e', needs: 'build', window: true, run: () => windowSuite('e2e') },
  { name: 'packaged', needs: 'build', window: true, run: () => windowSuite('packaged') },
];

const PROJECTS = ['shared', 'node', 'renderer', 'test'] as const;

/** As `maxWorkers` of the windows' tests in `vitest.config.ts`. */
const WINDOWS_AT_ONCE = 2;

/** A hung window must not hold a machine for ever; on a slow one the windows take a quarter of an hour and more. */
const SUITE_LIMIT_MS = 25 * 60_000;

const scratch = mkdtempSync(join(tmpdir(), 'plenum-test-'));
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

try {
  const steps = chosenSteps(process.argv.slice(2));
  if (steps.some(({ window }) => window)) ensureSystemPackages('test');
  process.exitCode = await runSteps(steps);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

function chosenSteps(names: readonly string[]): readonly Step[] {
  const unknown = names.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    fail(
      `No such step: ${unknown.join(', ')}. There are: ${STEPS.map(({ name }) => name).join(', ')}`,
    );
  }
  return names.length === 0 ? STEPS : STEPS.filter(({ name }) => names.includes(name));
}

async function runSteps(steps: readonly Step[]): Promise<number> {
  const tallies = new Map<string, Tally>();
  for (const step of steps) {
    const started = performance.now();
    say(`\n▶ ${step.name}`);
    const tally = await runStep(step, tallies);
    tallies.set(step.name, tally);
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    say(`${tally.failed === 0 ? '✔' : '✘'} ${step.name}: ${sentence(tally)} (${seconds} s)`);
  }
  const total = sum([...tallies.values()]);
  say(`\n${sentence(total)}`);
  return total.failed === 0 ? 0 : 1;
}

async function runStep(step: Step, done: ReadonlyMap<string, Tally>): Promise<Tally> {
  if (step.needs !== undefined && (done.get(step.needs)?.failed ?? 0) > 0) {
    say(`not run, because ${step.needs} failed`);
    return { passed: 0, failed: 1 };
  }
  try {
    return await step.run();
  } catch (error) {
    say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    return { passed: 0, failed: 1 };
  }
}

async function types(): Promise<Tally> {
  const tallies: Tally[] = [];
  for (const project of PROJECTS) {
    tallies.push(await check('tsc', ['-p', inProject(`tsconfig.${project}.json`)]));
  }
  return sum(tallies);
}

async function check(tool: string, args: readonly string[]): Promise<Tally> {
  return one(await run(inProject('node_modules', '.bin', tool), args, toolOptions()));
}

async function script(path: string): Promise<Tally> {
  return one(await run(process.execPath, [inProject(path)]));
}

async function suite(project: string, env: NodeJS.ProcessEnv): Promise<Tally> {
  const report = join(scratch, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const args = ['run', '--root', ROOT, '--project', project, ...reporters];
  const vitest = inProject('node_modules', '.bin', 'vitest');
  const status = await run(vitest, args, { ...toolOptions(), env, timeout: SUITE_LIMIT_MS });
  const tally = readReport(report);
  // A file that does not even load, or a run that was cut off, has no failed test of its own.
  return status !== 0 && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}

function readReport(file: string): Tally {
  const report = JSON.parse(readFileSync(file, 'utf8')) as {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
  };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/** Windows that are shown at once share no display, since they would take the keys from one another. */
async function windowSuite(project: string): Promise<Tally> {
  await findElectron(say);
  return withVirtualDisplays(WINDOWS_AT_ONCE, (env, displays) =>
    suite(project, { ...env, PLENUM_TEST_DISPLAYS: displays.join(' ') }),
  );
}

/** On Windows the tools of `.bin` are command files, which only a shell starts. */
function toolOptions(): { readonly cwd: string; readonly shell: boolean } {
  return { cwd: ROOT, shell: process.platform === 'win32' };
}

function one(status: number): Tally {
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

function sentence({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}
