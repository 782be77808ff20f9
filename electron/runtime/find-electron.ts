/**
 * Which Electron runs Plenum. Looked for in this order:
 *
 * 1. `ELECTRON_OVERRIDE_DIST_PATH`, a folder that holds an Electron;
 * 2. the official binary of the `electron` package, there already or downloadable;
 * 3. an older genuine runtime that the package registry itself carries (Linux x64), for networks that
 *    reach a registry and nothing else.
 *
 * Nothing outside this folder may care which of them was found: the third one is made to behave like the
 * second (see `launcher/`).
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ElectronNotFoundError, type ElectronRuntime, type Report } from './electron-runtime.ts';
import { officialElectron } from './official-electron.ts';
import { executableName } from './platform.ts';
import { isRegistryElectronSupported, registryElectron } from './registry-electron.ts';

/**
 * Finds Electron, fetching it when it must, and says on one line which one runs.
 * @throws ElectronNotFoundError when none of the three can be had
 */
export async function findElectron(report: Report): Promise<ElectronRuntime> {
  const found =
    overriddenElectron() ?? (await officialElectron(report)) ?? (await fallback(report));
  report(`Electron ${found.version} (${describe(found)})`);
  return found;
}

function overriddenElectron(): ElectronRuntime | null {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (!folder) return null;
  const executable = join(folder, executableName());
  if (!existsSync(executable)) {
    throw new ElectronNotFoundError(
      `ELECTRON_OVERRIDE_DIST_PATH is ${folder}, which holds no ${executableName()}`,
    );
  }
  return { origin: 'override', version: 'of your own', folder, executable, nativeModules: null };
}

async function fallback(report: Report): Promise<ElectronRuntime> {
  if (!isRegistryElectronSupported()) {
    throw new ElectronNotFoundError(
      `The official Electron cannot be downloaded, and there is no other for ${process.platform} ${process.arch}. ` +
        'Unpack one yourself and name its folder in ELECTRON_OVERRIDE_DIST_PATH.',
    );
  }
  return registryElectron(report);
}

function describe(runtime: ElectronRuntime): string {
  switch (runtime.origin) {
    case 'override':
      return `ELECTRON_OVERRIDE_DIST_PATH, ${runtime.folder}`;
    case 'official':
      return 'the official binary';
    case 'registry':
      return 'from the package registry; the official download is out of reach';
  }
}
