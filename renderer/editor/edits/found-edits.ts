/** Edits of what was found in the network: a file comes in, goes, or gets names that stand for devices. */
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId, FoundId, IdSource } from '../../../shared/model/ids.ts';
import type { FoundNetwork } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { changes, type EditAnswer, edited, refused } from './edit.ts';

/** What a discovery file said. */
export type ReadLinks = Pick<FoundNetwork, 'name' | 'format' | 'links'>;

/**
 * Keeps what a file said. A file of the same name takes the place of the one before, whose names for devices stay.
 * @param on day on which it was read, as `2026-11-26`
 */
export function keepFound(design: Design, ids: IdSource, read: ReadLinks, on: string): EditAnswer {
  const label = say('editor.label.keepFound', { name: read.name });
  const before = [...design.found.values()].find(({ name }) => name === read.name);
  const { name, format, links } = read;
  if (before) return edited(label, { updated: [[before, { ...before, format, links, on }]] });
  const network: FoundNetwork = {
    kind: 'found',
    id: ids('found'),
    name,
    format,
    on,
    links,
    aliases: [],
  };
  return edited(label, { added: [network] });
}

/** Takes a file out of the design; the drawing is no longer held against it. */
export function removeFound(design: Design, id: FoundId): EditAnswer {
  const network = design.found.get(id);
  if (!network) return refused('editor.refused.generic');
  return edited(say('editor.label.removeFound', { name: network.name }), { removed: [network] });
}

/** A name of the file stands for a device, or, with null, for itself again. */
export function setAlias(
  design: Design,
  id: FoundId,
  name: string,
  deviceId: DeviceId | null,
): EditAnswer {
  const network = design.found.get(id);
  if (!network) return refused('editor.refused.generic');
  const others = network.aliases.filter((alias) => alias.name !== name);
  const aliases = deviceId === null ? others : [...others, { name, deviceId }];
  const updated = changes([network], (each) => ({ ...each, aliases }));
  return edited(say('editor.label.alias', { name }), { updated });
}
