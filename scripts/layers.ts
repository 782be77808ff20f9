/**
 * Which folder may know which. The directions are the architecture: a wrong one compiles and works, and a year
 * later nothing can be changed alone. So each rule here fails the build, and says why it is there.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { inProject, ROOT } from './project.ts';

interface Rule {
  /** Files that the rule is about. */
  readonly from: RegExp;
  /** Imports (project paths, or package names) that they may not have. */
  readonly forbids: RegExp;
  readonly because: string;
}

const RULES: readonly Rule[] = [
  {
    from: /^shared\//,
    forbids: /^(electron|renderer|scripts|packaging|test)\//,
    because: 'shared/ is what both halves stand on, so it knows neither',
  },
  {
    from: /^shared\/(?!.*\.test\.ts$)/,
    forbids: /^(node:|electron$|react|konva|@mantine\/|better-sqlite3|pdfkit)/,
    because: 'shared/ is pure: it runs the same in the window, a worker, the terminal and a test',
  },
  {
    from: /^shared\/faceplate\/(?!.*\.test\.ts$)/,
    forbids: /^shared\/(analysis|compare|drawing|fabric|fixes|routing|samples)\//,
    because: 'a face is drawn and checked by itself; what it means in a design is asked elsewhere',
  },
  {
    from: /^renderer\//,
    forbids: /^(electron\/|electron$|better-sqlite3|pdfkit|scripts\/|packaging\/)/,
    because: 'the window reaches the other side through shared/contract and the preload only',
  },
  {
    from: /^renderer\/(?!.*\.test\.tsx?$)/,
    forbids: /^node:/,
    because: 'the window is sandboxed and has no Node',
  },
  {
    from: /^renderer\/editor\//,
    forbids: /^(renderer\/(?!editor\/)|react|konva|@mantine\/)/,
    because: 'the editor is usable without React, Konva and panels; they are skins over it',
  },
  {
    from: /^renderer\/canvas\//,
    forbids: /^(renderer\/(panels|dialogs|app|faceplate)\/|@mantine\/)/,
    because: 'the canvas shows the editor; panels stand around it, not under it',
  },
  {
    from: /^electron\//,
    forbids: /^(renderer\/|react|konva|@mantine\/)/,
    because: 'the Node side meets the window in shared/contract only',
  },
  {
    from: /^electron\/(cli|export)\/(?!.*\.test\.ts$)/,
    forbids: /^electron$/,
    because: 'the command line and what it writes run in plain Node',
  },
  {
    from: /^electron\/(?!runtime\/)/,
    forbids: /^electron\/runtime\//,
    because: 'how Electron was found is no business of the product',
  },
  {
    from: /^electron\/runtime\//,
    forbids: /^(shared|scripts|packaging)\/|^electron\/(?!runtime\/)/,
    because: 'finding Electron comes before Plenum and knows nothing of it',
  },
  {
    from: /^(?!electron\/(storage|runtime)\/|test\/)/,
    forbids: /^better-sqlite3$/,
    because: 'SQL lives in electron/storage only',
  },
];

/** One import that goes the wrong way. */
export interface Violation {
  readonly file: string;
  readonly target: string;
  readonly because: string;
}

/**
 * The imports of one file that go the wrong way.
 * @param file path inside the project, with `/`
 * @param source its text
 */
export function violations(file: string, source: string): Violation[] {
  return importsOf(source)
    .map((specifier) => resolveImport(file, specifier))
    .flatMap((target) =>
      RULES.filter((rule) => rule.from.test(file) && rule.forbids.test(target)).map(
        ({ because }) => ({ file, target, because }),
      ),
    );
}

const STATEMENT = /^\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]/gm;
const BARE = /^\s*import\s*['"]([^'"]+)['"]/gm;
const CALL = /\b(?:import|require)\(\s*['"]([^'"]+)['"]/g;
const WORKER = /new URL\(\s*['"]([^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g;

function importsOf(source: string): string[] {
  return [STATEMENT, BARE, CALL, WORKER].flatMap((pattern) =>
    Array.from(source.matchAll(pattern), (match) => match[1] ?? ''),
  );
}

function resolveImport(file: string, specifier: string): string {
  return specifier.startsWith('.') ? posix.join(dirname(file), specifier) : specifier;
}

const CHECKED = ['shared', 'electron', 'renderer', 'scripts', 'packaging', 'test'];

function sourceFiles(): string[] {
  return readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && CHECKED.includes(entry.name))
    .flatMap(({ name }) =>
      readdirSync(inProject(name), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.c?tsx?$/.test(entry.name))
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).split(sep).join('/')),
    );
}

if (import.meta.main) {
  const found = sourceFiles().flatMap((file) =>
    violations(file, readFileSync(inProject(file), 'utf8')),
  );
  for (const { file, target, because } of found) {
    process.stderr.write(`${file} imports ${target}: ${because}\n`);
  }
  process.exitCode = found.length > 0 ? 1 : 0;
}
