/**
 * The application as it goes into the package: the bundles, a manifest that names run-time modules only, and
 * those modules without what they carry for others. `electron-builder` then packs a folder that holds nothing else.
 */
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { ElectronRuntime } from '../electron/runtime/electron-runtime.ts';
import { inProject, type ProjectManifest, projectManifest } from '../scripts/project.ts';

/** What a module keeps in the package; all of it where none is named. */
const KEPT: Readonly<Record<string, RegExp>> = {
  'better-sqlite3': new RegExp(
    `^(package\\.json|LICENSE|lib(/.*)?|build(/.*)?|prebuilds(/${process.platform}-.*)?)$`,
  ),
  pdfkit:
    /^(package\.json|LICENSE|js(\/(pdfkit\.js|pdfkit\.node\.mjs|output\.\w+|(data|standard-fonts)(\/.*)?))?)$/,
  '@expo-google-fonts/inter':
    /^(package\.json|LICENSE.*|(400Regular|500Medium|600SemiBold|700Bold)(\/.*\.ttf)?)$/,
  '@expo-google-fonts/noto-sans-kr': /^(package\.json|LICENSE.*|400Regular(\/.*\.ttf)?)$/,
  '@expo-google-fonts/noto-sans-sc': /^(package\.json|LICENSE.*|400Regular(\/.*\.ttf)?)$/,
};

/**
 * Stages the application for a runtime.
 * @param folder where to; emptied first
 */
export function stageApplication(folder: string, runtime: ElectronRuntime): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(inProject('dist'), join(folder, 'dist'), {
    recursive: true,
    filter: (source) => isShipped(relative(inProject('dist'), source)),
  });
  const manifest = projectManifest();
  const modules = moduleClosure(Object.keys(manifest.dependencies), runtime.nativeModules);
  for (const [name, source] of modules) copyModule(name, source, folder);
  writeFileSync(join(folder, 'package.json'), JSON.stringify(shippedManifest(manifest, modules)));
}

function isShipped(path: string): boolean {
  const [top = ''] = path.split(sep);
  return (top === '' || top === 'electron' || top === 'renderer') && !path.endsWith('.map');
}

/** Run-time modules and all that they need, each with the folder that it comes from. */
function moduleClosure(
  names: readonly string[],
  nativeModules: string | null,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (found.has(name)) continue;
    const folder = moduleFolder(name, nativeModules);
    found.set(name, folder);
    open.push(...runtimeNeeds(folder));
  }
  return found;
}

/** A runtime's own build of a native module stands in for the application's. */
function moduleFolder(name: string, nativeModules: string | null): string {
  const builtForRuntime = nativeModules === null ? null : join(nativeModules, name);
  if (builtForRuntime !== null && existsSync(builtForRuntime)) return builtForRuntime;
  return inProject('node_modules', name);
}

/** Installers of prebuilt binaries are no part of what runs. */
const INSTALL_ONLY: ReadonlySet<string> = new Set(['prebuild-install', 'node-addon-api']);

/** A module nested in another travels inside it, and what that one needs counts as the outer one's need. */
function runtimeNeeds(folder: string): string[] {
  const needs = Object.keys(moduleManifest(folder).dependencies ?? {});
  return needs
    .filter((each) => !INSTALL_ONLY.has(each))
    .flatMap((each) => {
      const nested = join(folder, 'node_modules', each);
      return existsSync(nested) ? runtimeNeeds(nested) : [each];
    });
}

interface ModuleManifest {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
}

function moduleManifest(folder: string): ModuleManifest {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as ModuleManifest;
}

function copyModule(name: string, source: string, folder: string): void {
  const kept = KEPT[name];
  cpSync(source, join(folder, 'node_modules', name), {
    recursive: true,
    filter: (file) => {
      const path = relative(source, file).split(sep).join('/');
      return path === '' || (!path.endsWith('.map') && (kept === undefined || kept.test(path)));
    },
  });
}

function shippedManifest(manifest: ProjectManifest, modules: ReadonlyMap<string, string>): object {
  const { name, productName, version, description, license, author, main } = manifest;
  const dependencies = Object.fromEntries(
    Array.from(modules, ([module, folder]) => [module, moduleManifest(folder).version]),
  );
  return { name, productName, version, description, license, author, main, dependencies };
}
