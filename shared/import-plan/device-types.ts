/** What the devices of an import are: of a type of the design, of the files, of the catalogue, or of one made bare. */
import { CATALOG_TYPES } from '../catalog/index.ts';
import { slugOf } from '../formats/netbox/type-facts.ts';
import { freeTypeId } from '../library/same-type.ts';
import type { DeviceType } from '../model/device-type.ts';
import { say } from '../text/index.ts';
import { bareType, type PortUse, stemOf, withPorts } from './bare-type.ts';
import type { DeviceEntry } from './device-book.ts';
import { hasUsed } from './expand-cables.ts';
import type { TypeName } from './named-type.ts';
import type { TypeBook } from './plan-types.ts';

/** Finds or makes the type of every device that is not in the design. */
export function resolveTypes(entries: readonly DeviceEntry[], book: TypeBook): void {
  const fresh = entries.filter((entry) => entry.type === null);
  const groups = Map.groupBy(fresh, typeKey);
  for (const group of groups.values()) resolveGroup(group, book);
}

/** The types that an entry may be of, by what its row says; empty where it says none, or none is known. */
export function candidatesOf(entry: DeviceEntry, book: TypeBook): readonly DeviceType[] {
  const { row } = entry;
  if (!row) return [];
  const described = book.described(row.file, row.row.typeId);
  if (described) return [described];
  return row.row.model === '' && row.row.partNumber === '' ? [] : book.named(row.row);
}

/** Entries of one key are of one type. */
function typeKey(entry: DeviceEntry): string {
  const row = entry.row?.row;
  if (row && row.typeId !== '') return JSON.stringify([entry.row?.file, row.typeId]);
  if (row && row.model !== '') {
    const name: TypeName = row;
    return JSON.stringify([
      name.manufacturer.toLowerCase(),
      name.model.toLowerCase(),
      name.partNumber,
    ]);
  }
  return JSON.stringify([entry.role, stemOf(entry.name)]);
}

function resolveGroup(group: readonly DeviceEntry[], book: TypeBook): void {
  const [first] = group;
  if (!first) return;
  const uses = [...new Map(group.flatMap((entry) => [...entry.uses])).values()];
  const found = bestOf(candidatesOf(first, book), uses);
  const type = found ? fitted(found, uses, group, book) : bare(group, uses, book);
  for (const entry of group) entry.type = type;
}

/** The candidate that has most of the ports that cables use; the first of those alike. */
function bestOf(types: readonly DeviceType[], uses: readonly PortUse[]): DeviceType | null {
  const score = (type: DeviceType): number => uses.filter((use) => hasUsed(type, use)).length;
  return types.reduce<DeviceType | null>(
    (best, type) => (best === null || score(type) > score(best) ? type : best),
    null,
  );
}

/**
 * The type as cables can use it. A type of the catalogue whose ports all have other names than the file's is given
 * the file's ports, without a place: which is which nobody can know. Where some are found, the others are faults.
 */
function fitted(
  found: DeviceType,
  uses: readonly PortUse[],
  group: readonly DeviceEntry[],
  book: TypeBook,
): DeviceType {
  const where = group[0]?.where;
  if (!where) return found;
  const kinds = Map.groupBy(uses, ({ kind }) => kind);
  const isForeign = CATALOG_TYPES.includes(found) && !book.design.deviceTypes.has(found.id);
  const lacking = isForeign
    ? [...kinds.values()].filter((used) => used.every((use) => !hasUsed(found, use))).flat()
    : [];
  if (lacking.length === 0) {
    book.use(found, where);
    return found;
  }
  const names = lacking
    .map(({ name }) => name)
    .slice(0, 6)
    .join(', ');
  const notes = [
    say('import.note.otherPorts', { model: found.model, names, count: lacking.length }),
  ];
  const id = freeTypeId(book, `import:${found.slug || slugOf(found.model)}`);
  const type = withPorts({ ...found, id, origin: 'user' }, lacking, false);
  book.use(type, where, notes);
  return type;
}

/** A bare type for the group: one of the design that was made for such devices before, if it has the ports. */
function bare(
  group: readonly DeviceEntry[],
  uses: readonly PortUse[],
  book: TypeBook,
): DeviceType | null {
  const [first] = group;
  if (!first) return null;
  const row = first.row?.row;
  const model = row?.model || stemOf(first.name);
  const manufacturer = row?.manufacturer ?? '';
  const maker = manufacturer === '' ? say('import.bare.maker') : manufacturer;
  const earlier = book
    .named({ manufacturer: maker, model, partNumber: '' })
    .find((type) => uses.every((use) => hasUsed(type, use)));
  if (earlier) {
    book.use(earlier, first.where);
    return earlier;
  }
  const heightU = heightOf(group);
  const notes = [
    say('import.note.bareType', { ports: uses.length }),
    ...(heightU === 0
      ? [say('import.note.bareZeroU')]
      : [say('import.note.bareHeight', { heightU })]),
  ];
  const id = freeTypeId(book, `import:${slugOf(`${maker}-${model}`).slice(0, 80) || 'type'}`);
  const type = bareType({ id, manufacturer: maker, model, role: first.role, heightU, uses });
  book.use(type, first.where, notes);
  return type;
}

/** Half a unit where one stands on a half; none where NetBox names a rack and no position; else one. */
function heightOf(group: readonly DeviceEntry[]): number {
  if (group.some(({ place }) => place.u !== null && !Number.isInteger(place.u))) return 0.5;
  const isStrip = group.every(
    ({ by, row, place }) =>
      by === 'netbox' &&
      row !== null &&
      row.row.parent === '' &&
      place.rack !== '' &&
      place.u === null,
  );
  return isStrip ? 0 : 1;
}
