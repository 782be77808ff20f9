/**
 * `npm run dist`: the usual packages for this system. `npm run dist -- --dir`: the application unpacked, for
 * which the package registry is enough.
 */
import { findElectron } from '../electron/runtime/find-electron.ts';
import { packageApplication } from '../packaging/package.ts';
import { buildBundles } from './bundles.ts';
import { fail } from './process.ts';
import { inProject } from './project.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const kind = process.argv.includes('--dir') ? 'folder' : 'installers';
const runtime = await findElectron(say);
if (kind === 'installers' && runtime.origin === 'registry') {
  fail(
    'Packages to hand out are made with the official Electron, which cannot be downloaded from here. ' +
      'For the application unpacked: npm run dist -- --dir',
  );
}
await buildBundles();
await packageApplication(runtime, kind, say);
say(`Packaged into ${inProject('release')}`);
