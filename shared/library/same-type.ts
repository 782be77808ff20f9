/** Which types of two sources are the same thing, and whether they also say the same. */
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId } from '../model/ids.ts';
import { say } from '../text/index.ts';

const contents = new WeakMap<DeviceType, string>();

/** Everything a type says but its id and where it came from, as text that is alike where it says the same. */
function contentOf(type: DeviceType): string {
  const known = contents.get(type);
  if (known !== undefined) return known;
  const content = JSON.stringify(sorted({ ...type, id: '', origin: '' }));
  contents.set(type, content);
  return content;
}

/** Fields in one order: a type that went through a file has them in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Whether two types say the same, whatever their ids. */
export function saySame(a: DeviceType, b: DeviceType): boolean {
  return a === b || contentOf(a) === contentOf(b);
}

/** The id without the number that tells types of one name apart: `acme:x~2` is of `acme:x`. */
export function plainId(id: DeviceTypeId): DeviceTypeId {
  return id.replace(/~\d+$/, '');
}

/** A free id for another type of the same name: `id`, then `id~2`, `id~3` ... */
export function freeTypeId(
  taken: { has(id: DeviceTypeId): boolean },
  id: DeviceTypeId,
): DeviceTypeId {
  const plain = plainId(id);
  if (!taken.has(plain)) return plain;
  let n = 2;
  while (taken.has(`${plain}~${n}`)) n += 1;
  return `${plain}~${n}`;
}

/** The types of one source, found by id and by name. */
export interface TypeShelf {
  readonly byId: ReadonlyMap<DeviceTypeId, DeviceType>;
  readonly byName: ReadonlyMap<string, DeviceType>;
}

/** A shelf of these types; of two of one name the first is found. */
export function typeShelf(types: Iterable<DeviceType>): TypeShelf {
  const byId = new Map<DeviceTypeId, DeviceType>();
  const byName = new Map<string, DeviceType>();
  for (const type of types) {
    byId.set(type.id, type);
    const name = nameOf(type);
    if (!byName.has(name)) byName.set(name, type);
  }
  return { byId, byName };
}

/** The same thing on a shelf: by id, by the id without its number, by maker and model; undefined where none is. */
export function counterpart(shelf: TypeShelf, type: DeviceType): DeviceType | undefined {
  return (
    shelf.byId.get(type.id) ?? shelf.byId.get(plainId(type.id)) ?? shelf.byName.get(nameOf(type))
  );
}

function nameOf({ manufacturer, model }: DeviceType): string {
  return `${manufacturer}\n${model}`.toLowerCase();
}

/** The type under a name and an id of its own among these: `QM9700 copy`, `QM9700 copy 2` ... */
export function copyOf(
  type: DeviceType,
  among: readonly DeviceType[],
  model = say('library.copy', { model: type.model }),
): DeviceType {
  const models = new Set(among.map((each) => each.model.toLowerCase()));
  let name = model;
  for (let n = 2; models.has(name.toLowerCase()); n += 1) name = `${model} ${n}`;
  const ids = new Set(among.map(({ id }) => id));
  const wanted = `own:${slugOf(`${type.manufacturer} ${name}`)}`;
  return {
    ...type,
    id: freeTypeId(ids, wanted),
    model: name,
    slug: slugOf(`${type.manufacturer} ${name}`),
    origin: 'user',
  };
}

function slugOf(text: string): string {
  const slug = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return slug.slice(0, 100) || 'type';
}
