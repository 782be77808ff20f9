/** Lists for other programs, which `shared/formats` writes, put into files. */
import type { WrittenText } from '../../shared/formats/written-text.ts';
import { writeFolder } from './write-folder.ts';
import { writeTextWhole } from './write-whole.ts';

/**
 * Writes texts into a folder, all of them or none.
 * @returns the names of the files
 */
export function exportTexts(texts: readonly WrittenText[], folder: string): Promise<string[]> {
  return writeFolder(
    folder,
    texts.map(({ name, text }) => ({ name, write: (place) => writeTextWhole(place, text) })),
  );
}
