/** `npm run bench`: builds, then measures in the real window. With `--json`, stdout holds one JSON document. */
import { findElectron } from '../electron/runtime/find-electron.ts';
import { buildBundles } from './bundles.ts';
import { withVirtualDisplay } from './display.ts';
import { run } from './process.ts';
import { inProject } from './project.ts';
import { ensureSystemPackages } from './system-packages.ts';

ensureSystemPackages('test');
await findElectron((line) => process.stderr.write(`${line}\n`));
await buildBundles();
process.exitCode = await withVirtualDisplay((env) =>
  run(process.execPath, [inProject('test/bench/bench.ts'), ...process.argv.slice(2)], { env }),
);
