/**
 * What Plenum needs of a Linux system and a bare one lacks: the libraries of a window, a font, and for tests a
 * display without a screen. Installed with apt-get where that is allowed; else named in one command line.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fail } from './process.ts';

interface Requirement {
  readonly package: string;
  /** Debian 13 and Ubuntu 24.04 renamed the libraries that hold times, for their 64-bit `time_t`. */
  readonly renamed?: true;
  readonly isMet: (system: System) => boolean;
}

interface System {
  /** What the dynamic linker knows, by soname. */
  readonly libraries: ReadonlySet<string>;
}

const WINDOW: readonly Requirement[] = [
  library('libgtk-3-0', 'libgtk-3.so.0', true),
  library('libnss3', 'libnss3.so'),
  library('libasound2', 'libasound.so.2', true),
  library('libgbm1', 'libgbm.so.1'),
  library('libxss1', 'libXss.so.1'),
  library('libxtst6', 'libXtst.so.6'),
  library('libatk-bridge2.0-0', 'libatk-bridge-2.0.so.0', true),
  library('libcups2', 'libcups.so.2', true),
  library('libdrm2', 'libdrm.so.2'),
  library('libxkbcommon0', 'libxkbcommon.so.0'),
  { package: 'fonts-dejavu-core', isMet: hasFont },
];

const VIRTUAL_DISPLAY: Requirement = { package: 'xvfb', isMet: () => isOnPath('Xvfb') };

/** Releases from before the renaming. */
const OLD_NAMES: ReadonlySet<string> = new Set(['bullseye', 'bookworm', 'focal', 'jammy']);

/** What is about to be done. */
export type Purpose = 'window' | 'test';

/**
 * Makes sure that the system has what a purpose needs. Quick when all is there. Ends the process with the one
 * command to run when something is missing and may not be installed from here.
 */
export function ensureSystemPackages(purpose: Purpose): void {
  if (process.platform !== 'linux') return;
  const wanted = purpose === 'test' ? [...WINDOW, VIRTUAL_DISPLAY] : WINDOW;
  const missing = unmet(wanted);
  if (missing.length === 0) return;
  const packages = missing.map((each) => packageName(each, releaseCodename()));
  if (!isOnPath('apt-get')) {
    fail(
      `Plenum needs these of your system, under the names that it gives them: ${packages.join(' ')}`,
    );
  }
  const privilege = privilegePrefix();
  if (privilege === null) {
    fail(
      `Plenum needs some packages of your system. Run this once, then start again:\n  ${commandLine(packages)}`,
    );
  }
  install(packages, privilege);
  const still = unmet(wanted);
  if (still.length > 0) {
    const names = still.map((each) => each.package).join(', ');
    fail(`apt-get ran, and still missing: ${names}. By hand:\n  ${commandLine(packages)}`);
  }
}

function library(name: string, soname: string, renamed?: true): Requirement {
  const isMet = (system: System): boolean => system.libraries.has(soname);
  return renamed ? { package: name, renamed, isMet } : { package: name, isMet };
}

function unmet(requirements: readonly Requirement[]): Requirement[] {
  const system: System = { libraries: knownLibraries() };
  return requirements.filter((each) => !each.isMet(system));
}

function knownLibraries(): Set<string> {
  // `ldconfig` lies in /sbin, which is not on everybody's path.
  const env = {
    ...process.env,
    PATH: `${process.env['PATH']}${delimiter}/usr/sbin${delimiter}/sbin`,
  };
  const { stdout } = spawnSync('ldconfig', ['-p'], { env, encoding: 'utf8' });
  const names = (stdout ?? '').split('\n').map((line) => line.trim().split(' ')[0] ?? '');
  return new Set(names);
}

function hasFont(): boolean {
  return ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) =>
        /\.(ttf|otf|ttc)$/i.test(String(name)),
      ),
  );
}

function isOnPath(program: string): boolean {
  const folders = `${process.env['PATH']}${delimiter}/usr/bin`.split(delimiter);
  return folders.some((folder) => existsSync(join(folder, program)));
}

function releaseCodename(): string {
  if (!existsSync('/etc/os-release')) return '';
  const text = readFileSync('/etc/os-release', 'utf8');
  return (
    /^(?:UBUNTU|DEBIAN)_CODENAME="?(\w+)/m.exec(text)?.[1] ??
    /^VERSION_CODENAME="?(\w+)/m.exec(text)?.[1] ??
    ''
  );
}

/** A requirement's package in a release of Debian or Ubuntu, named by its code name. */
export function packageName(
  requirement: { package: string; renamed?: true },
  codename: string,
): string {
  return requirement.renamed && !OLD_NAMES.has(codename)
    ? `${requirement.package}t64`
    : requirement.package;
}

/** What comes before `apt-get` for this user; null when it may not be run without a password. */
function privilegePrefix(): readonly string[] | null {
  if (process.getuid?.() === 0) return [];
  const mayWithoutPassword = spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  return mayWithoutPassword ? ['sudo', '-n'] : null;
}

function commandLine(packages: readonly string[]): string {
  return `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`;
}

function install(packages: readonly string[], privilege: readonly string[]): void {
  process.stderr.write(`Installing what the system lacks: ${packages.join(' ')}\n`);
  const quiet = ['env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq'];
  const steps = [['update'], ['install', '-y', '--no-install-recommends', ...packages]];
  for (const step of steps) {
    const [command = '', ...args] = [...privilege, ...quiet, ...step];
    const { status } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'inherit'] });
    if (status !== 0) fail(`apt-get ${step[0]} failed. By hand:\n  ${commandLine(packages)}`);
  }
}
