import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { ElectronRuntime, Report } from './electron-runtime.ts';
import { executableName } from './platform.ts';

/** A company firewall that drops packets answers never; nobody should wait longer than this to learn it. */
const PROBE_TIMEOUT_MS = 5_000;

/** Long enough for 120 MB over a slow line. */
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;

/**
 * The binary of the `electron` package: as it lies there, or downloaded now.
 * @returns null when it is neither there nor within reach
 */
export async function officialElectron(report: Report): Promise<ElectronRuntime | null> {
  const folder = electronPackage();
  const version = readVersion(folder);
  const installed = installedElectron(folder, version);
  if (installed) return installed;
  if (!(await isReachable(releaseUrl(version)))) return null;
  report(`Downloading Electron ${version} …`);
  await runInstaller(folder, report);
  return installedElectron(folder, version);
}

function electronPackage(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

function readVersion(folder: string): string {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest) {
    return String(manifest.version);
  }
  throw new Error(`${folder}/package.json names no version`);
}

function installedElectron(folder: string, version: string): ElectronRuntime | null {
  const dist = join(folder, 'dist');
  const stamp = join(dist, 'version');
  const executable = join(dist, executableName());
  if (!existsSync(stamp) || !existsSync(executable)) return null;
  if (readFileSync(stamp, 'utf8').trim().replace(/^v/, '') !== version) return null;
  return { origin: 'official', version, folder: dist, executable, nativeModules: null };
}

/** The archive that the package's own installer would fetch, honouring the mirror it honours. */
function releaseUrl(version: string): string {
  const mirror =
    process.env['ELECTRON_MIRROR'] ??
    process.env['npm_config_electron_mirror'] ??
    'https://github.com/electron/electron/releases/download/';
  const base = mirror.endsWith('/') ? mirror : `${mirror}/`;
  return `${base}v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
}

async function isReachable(url: string): Promise<boolean> {
  try {
    const signal = AbortSignal.timeout(PROBE_TIMEOUT_MS);
    const response = await fetch(url, { method: 'HEAD', redirect: 'follow', signal });
    return response.ok;
  } catch (error) {
    // No network, no name, a proxy's refusal, the timeout: each means "not from here", and the caller goes on.
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
}

async function runInstaller(folder: string, report: Report): Promise<void> {
  const installer = spawn(process.execPath, [join(folder, 'install.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: DOWNLOAD_TIMEOUT_MS,
  });
  const [status]: unknown[] = await once(installer, 'close');
  if (status !== 0) report('The official download did not finish.');
}
