/** What the command palette lists: commands first, then the things of the design, by a few letters. */
import type { Subject } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Row } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { CommandId } from '../../editor/index.ts';

export interface PaletteCommand {
  readonly id: CommandId;
  readonly label: string;
  /** Its key as a person reads it; empty = none. */
  readonly keys: string;
  /** Why it cannot be run now; null when it can. */
  readonly disabledReason: string | null;
}

export type PaletteEntry =
  | { readonly kind: 'command'; readonly command: PaletteCommand }
  | { readonly kind: 'subject'; readonly subject: Subject; readonly detail: string };

export type PaletteGroupName =
  | 'recent'
  | 'commands'
  | 'racks'
  | 'devices'
  | 'cables'
  | 'rows'
  | 'areas'
  | 'pathways';

export interface PaletteGroup {
  readonly name: PaletteGroupName;
  readonly entries: readonly PaletteEntry[];
  /** How many more fit than are listed. */
  readonly more: number;
}

/** Things of the design shown per kind: beyond that a person types another letter. */
const MOST_THINGS = 8;
const MOST_RECENT = 5;

/**
 * The groups to show. Without a query: the commands run last, then all. With one: what fits every word of
 * it, the command of that very name first, then those that begin with it. What is named leads.
 * @param recent ids of the commands run last, newest first
 */
export function paletteGroups(
  design: Design,
  commands: readonly PaletteCommand[],
  recent: readonly CommandId[],
  query: string,
): readonly PaletteGroup[] {
  const terms = query
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  if (terms.length === 0) {
    const last = recent.flatMap((id) => commands.find((each) => each.id === id) ?? []);
    return filled([
      group('recent', last.slice(0, MOST_RECENT).map(commandEntry)),
      group('commands', commands.map(commandEntry)),
    ]);
  }
  const fitting = commands
    .filter(({ label }) => fits(label, terms))
    .sort((a, b) => startRank(a.label, query) - startRank(b.label, query));
  const found = [
    things('racks', design.racks.values(), terms, (rack) => ({ name: rack.name, detail: '' })),
    things('devices', design.devices.values(), terms, (device) => ({
      name: device.name,
      detail: [
        design.deviceTypes.get(device.typeId)?.model ?? '',
        design.racks.get(device.rackId)?.name ?? '',
      ].join(' · '),
    })),
    things('cables', design.cables.values(), terms, (cable) => ({
      name: cable.label,
      detail: endNames(design, cable.ends),
    })),
    things('rows', namedRows(design), terms, (row) => ({ name: row.name, detail: '' })),
    things('areas', design.areas.values(), terms, (area) => ({
      name: area.name,
      detail: say(`plan.purpose.${area.purpose}`),
    })),
    things('pathways', design.pathways.values(), terms, (pathway) => ({
      name: pathway.name,
      detail: say(`plan.level.${pathway.level}`),
    })),
  ];
  const listed = group('commands', fitting.map(commandEntry));
  return filled(namesThing(found, fitting, query) ? [...found, listed] : [listed, ...found]);
}

/** Rows by what they are called on the drawing: a letter alone would be in every word. */
function namedRows({ rows }: Design): readonly Pick<Row, 'kind' | 'id' | 'name'>[] {
  return [...rows.values()].map(({ kind, id, name }) => ({
    kind,
    id,
    name: say('plan.crumb.row', { name }),
  }));
}

/**
 * Whether the query begins the name of a thing and of no command: who types a device's name wants the device,
 * not "Undo Place" it.
 */
function namesThing(
  found: readonly PaletteGroup[],
  commands: readonly PaletteCommand[],
  query: string,
): boolean {
  const begins = (name: string): boolean => startRank(name, query) < 2;
  const isThing = (entry: PaletteEntry): boolean =>
    entry.kind === 'subject' && begins(entry.subject.name);
  return (
    !commands.some(({ label }) => begins(label)) &&
    found.some(({ entries }) => entries.some(isThing))
  );
}

function commandEntry(command: PaletteCommand): PaletteEntry {
  return { kind: 'command', command };
}

function group(name: PaletteGroupName, entries: readonly PaletteEntry[], more = 0): PaletteGroup {
  return { name, entries, more };
}

function filled(groups: readonly PaletteGroup[]): readonly PaletteGroup[] {
  return groups.filter(({ entries }) => entries.length > 0);
}

function fits(text: string, terms: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return terms.every((term) => lower.includes(term));
}

function startRank(label: string, query: string): number {
  const lower = label.toLowerCase();
  const wanted = query.trim().toLowerCase();
  if (lower === wanted) return 0;
  return lower.startsWith(wanted) ? 1 : 2;
}

type Thing = Subject & {
  readonly kind: 'rack' | 'device' | 'cable' | 'row' | 'area' | 'pathway';
};

/** Records whose name fits; the details are only made for those that are shown. */
function things<R extends { readonly kind: Thing['kind']; readonly id: string }>(
  name: PaletteGroupName,
  records: Iterable<R>,
  terms: readonly string[],
  wordsOf: (record: R) => { readonly name: string; readonly detail: string },
): PaletteGroup {
  const entries: PaletteEntry[] = [];
  let more = 0;
  for (const record of records) {
    const named = 'name' in record ? record.name : 'label' in record ? record.label : '';
    if (typeof named !== 'string' || !fits(named, terms)) continue;
    if (entries.length >= MOST_THINGS) {
      more += 1;
      continue;
    }
    const { name: shown, detail } = wordsOf(record);
    entries.push({
      kind: 'subject',
      subject: { kind: record.kind, id: record.id, name: shown },
      detail,
    });
  }
  return group(name, entries, more);
}

function endNames(
  design: Design,
  ends: { a: readonly { deviceId: string }[]; b: readonly { deviceId: string }[] },
): string {
  const nameOf = (ref: { deviceId: string } | undefined): string =>
    ref === undefined ? '' : (design.devices.get(ref.deviceId)?.name ?? '');
  return `${nameOf(ends.a[0])} – ${nameOf(ends.b[0])}`;
}
