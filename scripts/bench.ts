/**
 * `npm run bench`: builds, then measures in the real window. With `--json`, stdout holds one JSON document; with
 * `--only analysis` and the like, what needs neither window nor build runs at once.
 */
import { parseArgs } from 'node:util';
import { findElectron } from '../electron/runtime/find-electron.ts';
import { YOUNG_HEAP_FLAG } from '../electron/young-heap.ts';
import { buildBundles } from './bundles.ts';
import { withVirtualDisplay } from './display.ts';
import { run } from './process.ts';
import { inProject } from './project.ts';
import { ensureSystemPackages } from './system-packages.ts';

const args = process.argv.slice(2);
const { values } = parseArgs({ args, options: { only: { type: 'string' } }, strict: false });
const isAsked = (parts: RegExp): boolean =>
  typeof values.only !== 'string' || parts.test(values.only);
const needsWindow = isAsked(/window|sizes|walk|library/);

function measure(env: NodeJS.ProcessEnv): Promise<number> {
  // As the application and the command line run.
  const node = [YOUNG_HEAP_FLAG, inProject('test/bench/bench.ts')];
  return run(process.execPath, [...node, ...args], { env });
}

if (needsWindow || isAsked(/pdf/)) await buildBundles();
if (needsWindow) {
  ensureSystemPackages('test');
  await findElectron((line) => process.stderr.write(`${line}\n`));
  process.exitCode = await withVirtualDisplay(measure);
} else process.exitCode = await measure(process.env);
