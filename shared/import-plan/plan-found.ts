/** What discovery files found: kept in the design, to hold the drawing against. */
import type { FoundReading } from '../formats/found/reading.ts';
import type { FoundNetwork } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Draft } from './draft.ts';

/** A discovery file that was read, and the day, as `2026-11-26`. */
export interface FoundSource {
  readonly file: string;
  readonly reading: FoundReading;
  readonly on: string;
}

/** Plans what was found. What the design has from a file of that name, with the same links, is there already. */
export function planFound(draft: Draft, sources: readonly FoundSource[]): void {
  for (const { file, reading, on } of sources) {
    const { format, links, faults } = reading;
    const place = { sheet: '', line: 0, path: '' };
    for (const { line, code, message } of faults) {
      draft.warnings.push({
        file,
        code,
        path: line > 0 ? say('import.path.row', { line }) : '',
        message,
      });
    }
    const name = file.split(/[\\/]/).at(-1) ?? file;
    const text = JSON.stringify(links);
    const isThere = [...draft.design.found.values()].some(
      (one) => one.name === name && one.format === format && JSON.stringify(one.links) === text,
    );
    if (isThere) continue;
    const found: FoundNetwork = {
      kind: 'found',
      id: draft.ids('found'),
      name,
      format,
      on,
      links,
      aliases: [],
    };
    draft.found.push(found);
    const joined = links.filter(({ b }) => b !== null).length;
    const counts = { links: joined, ports: links.length - joined };
    const detail = say('import.detail.found', counts);
    const notes = [`${detail}. ${say('import.note.found')}`];
    draft.make({ kind: 'found', id: found.id, name, detail, where: { file, place }, notes });
  }
}
