import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's own folder. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** A path inside the repository. */
export function inProject(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}

/** What the scripts read of `package.json`. */
export interface ProjectManifest {
  readonly name: string;
  readonly productName: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly author: string;
  readonly main: string;
  /** What the main process finds as files at run time; all else is bundled. */
  readonly dependencies: Readonly<Record<string, string>>;
}

export function projectManifest(): ProjectManifest {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8')) as ProjectManifest;
}
