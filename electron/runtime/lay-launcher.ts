import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPTS = ['native-modules', 'clipboard', 'utility-child', 'main'] as const;

interface LauncherScript {
  readonly name: string;
  readonly file: string;
  readonly source: string;
}

/**
 * Lays the launcher into a runtime's `resources/app`, as the plain CommonJS that the runtime can require.
 * Its manifest is written last and holds the digest of the sources, so an unchanged launcher costs one read.
 * Files appear by rename: a Plenum that starts at the same moment reads a whole one.
 */
export async function layLauncher(folder: string): Promise<void> {
  const scripts = SCRIPTS.map(readScript);
  const manifest = JSON.stringify({
    name: 'plenum-launcher',
    main: 'main.cjs',
    sources: digest(scripts),
  });
  const manifestFile = join(folder, 'package.json');
  if (existsSync(manifestFile) && readFileSync(manifestFile, 'utf8') === manifest) return;
  await mkdir(folder, { recursive: true });
  for (const script of scripts) {
    await writeWhole(join(folder, `${script.name}.cjs`), await withoutTypes(script));
  }
  await writeWhole(manifestFile, manifest);
}

function readScript(name: string): LauncherScript {
  const file = fileURLToPath(new URL(`./launcher/${name}.cts`, import.meta.url));
  return { name, file, source: readFileSync(file, 'utf8') };
}

function digest(scripts: readonly LauncherScript[]): string {
  const hash = createHash('sha256');
  for (const { source } of scripts) hash.update(source);
  return hash.digest('hex');
}

/** Vite is loaded only here: most starts find the launcher as it should be. */
async function withoutTypes({ file, source }: LauncherScript): Promise<string> {
  const { transformWithOxc } = await import('vite');
  const { code } = await transformWithOxc(source, file, { lang: 'ts', sourcemap: false });
  return code;
}

async function writeWhole(file: string, content: string): Promise<void> {
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, content);
  await rename(fresh, file);
}
