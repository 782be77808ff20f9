/**
 * The bundles that make Plenum: the page with its workers, the preload, and the main process with the
 * processes it starts. All by Vite, so that one transform serves both sides.
 */
import { globSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { whenChanged } from './freshness.ts';
import { inProject, projectManifest } from './project.ts';

/** The oldest Chromium and Node that Plenum runs on. */
const BROWSER_TARGET = 'chrome130';
const NODE_TARGET = 'node20';

const OUTPUT = inProject('dist');
const CHUNKS = `${OUTPUT}/electron/chunks`;

interface Bundle {
  readonly name: string;
  /** Folders whose change makes the bundle stale. */
  readonly sources: readonly string[];
  /** Folder of its chunks. They are named by what they hold: those of the last time would stay, and be packaged. */
  readonly chunks?: string;
  readonly config: () => InlineConfig;
}

const BUNDLES: readonly Bundle[] = [
  { name: 'page', sources: ['renderer', 'shared'], config: page },
  { name: 'preload', sources: ['electron', 'shared'], config: preload },
  { name: 'main', sources: ['electron', 'shared'], chunks: CHUNKS, config: main },
];

/**
 * Builds what has changed since the last time.
 * @returns the names of the bundles that were built
 */
export async function buildBundles(): Promise<string[]> {
  const built: string[] = [];
  const always = ['scripts/bundles.ts', 'package.json', 'package-lock.json'];
  for (const { name, sources, chunks, config } of BUNDLES) {
    const stamp = inProject('dist', `.${name}.stamp`);
    const inputs = [...sources, ...always].map((each) => inProject(each));
    const done = await whenChanged(stamp, inputs, async () => {
      if (chunks !== undefined) rmSync(chunks, { recursive: true, force: true });
      await build(config());
    });
    if (done) built.push(name);
  }
  return built;
}

function page(): InlineConfig {
  return {
    ...common(),
    root: inProject('renderer'),
    base: './',
    plugins: [react()],
    worker: { format: 'es' },
    build: {
      outDir: `${OUTPUT}/renderer`,
      emptyOutDir: true,
      target: BROWSER_TARGET,
      sourcemap: true,
      // The content security policy allows files of our own and no `data:`.
      assetsInlineLimit: 0,
      modulePreload: false,
      chunkSizeWarningLimit: 4_000,
    },
  };
}

/** A sandboxed preload can require nothing of ours, so it is one file. */
function preload(): InlineConfig {
  return node({ preload: inProject('electron/preload.ts') });
}

/** The main process, and each process that it starts: a file that is named `…-process.ts`. */
function main(): InlineConfig {
  const processes = globSync('**/*-process.ts', { cwd: inProject('electron') });
  const entries = ['main.ts', ...processes].map((file) => [
    basename(file, '.ts'),
    inProject('electron', file),
  ]);
  return node(Object.fromEntries(entries));
}

/** CommonJS, because a sandboxed preload and the oldest runtime's main can be nothing else. */
function node(input: Record<string, string>): InlineConfig {
  const runtimeModules = Object.keys(projectManifest().dependencies);
  return {
    ...common(),
    root: inProject('electron'),
    ssr: { noExternal: true, external: ['electron', ...runtimeModules] },
    build: {
      ssr: true,
      outDir: `${OUTPUT}/electron`,
      emptyOutDir: false,
      target: NODE_TARGET,
      sourcemap: true,
      rolldownOptions: {
        input,
        external: ['electron', ...runtimeModules],
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'chunks/[name]-[hash].cjs',
        },
      },
    },
  };
}

function common(): InlineConfig {
  return { configFile: false, envDir: false, logLevel: 'warn', mode: 'production' };
}
