/** What Plenum was started with: a file, a sample, or nothing. */
import path from 'node:path';

/** What the first window is to show. */
export type StartWish =
  | { readonly show: 'file'; readonly path: string }
  | { readonly show: 'sample'; readonly id: string }
  | { readonly show: 'nothing' };

/**
 * The arguments that are meant for Plenum. An unpackaged Electron is given the application's folder first,
 * and may have switches of its own before it.
 */
export function ownArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  const given = argv.slice(1);
  if (packaged) return given;
  const folder = given.findIndex((word) => !word.startsWith('-'));
  return folder < 0 ? [] : given.slice(folder + 1);
}

/**
 * Reads the wish from Plenum's own arguments; a file's path is resolved against `folder`. Switches that are
 * not Plenum's belong to Chromium and are passed over.
 */
export function startWish(args: readonly string[], folder: string): StartWish {
  for (const [index, word] of args.entries()) {
    const sample = word === '--sample' ? args[index + 1] : /^--sample=(.+)$/.exec(word)?.[1];
    if (sample !== undefined) return { show: 'sample', id: sample };
  }
  const file = args.find((word) => !word.startsWith('-'));
  return file === undefined
    ? { show: 'nothing' }
    : { show: 'file', path: path.resolve(folder, file) };
}
