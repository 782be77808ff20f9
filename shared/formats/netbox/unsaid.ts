/** What a NetBox file does not say of a type, found by comparing the type with what is read back. */
import type { Cage, DeviceType, Port } from '../../model/device-type.ts';
import type { Fact } from '../../model/fact.ts';
import { hasMessage, say } from '../../text/index.ts';
import { canonicalText } from '../canonical-text.ts';
import { namesInWords } from './import-report.ts';

export interface Unsaid {
  readonly code: string;
  readonly message: string;
}

/** Fields that are compared part by part, or that say nothing of the thing itself. */
const APART: ReadonlySet<string> = new Set([
  'kind',
  'id',
  'origin',
  'cages',
  'ports',
  'portMappings',
  'shapes',
  'bays',
  'backdrops',
]);

/** Everything in which the type and what was read back differ, save ids and origin. */
export function unsaidOf(type: DeviceType, back: DeviceType): readonly Unsaid[] {
  const found: Unsaid[] = [];
  const tell = (code: string, count: number, names = ''): void => {
    if (count > 0) found.push({ code, message: say(`formats.unsaid.${code}`, { count, names }) });
  };
  const tellNames = (code: string, names: readonly string[]): void =>
    tell(code, names.length, namesInWords(names, names.length));
  const fields = Object.keys(type).filter((field) => !APART.has(field)) as (keyof DeviceType)[];
  const changed = fields.filter((field) => !same(type[field], back[field]));
  const told = changed.filter((field) => !isToldElse(type[field], back[field]));
  const elsewhere = changed.filter((field) => !told.includes(field));
  tell('fields', told.length, told.map(fieldName).join(', '));
  tell('sources', elsewhere.length, elsewhere.map(fieldName).join(', '));
  const [ports, backPorts] = [inLists(type.ports), inLists(back.ports)];
  const pairs = ports.flatMap((port, index) => {
    const other = backPorts[index];
    return other ? [{ port, other }] : [];
  });
  tell('ports', ports.length - backPorts.length);
  tellNames('port-fields', pairs.filter(differInFields).map(nameOfPair));
  tellNames('speeds', pairs.filter(differInSpeed).map(nameOfPair));
  tell('mappings', Number(!same(mappingsOf(type), mappingsOf(back))));
  tell('cages', Number(!same(sharing(ports), sharing(backPorts))));
  tell('positions', unlikeCages(type, back));
  tell('shapes', type.shapes.length);
  tell('backdrops', type.backdrops.length);
  const bayFields = (of: DeviceType) => of.bays.map((bay) => ({ ...bay, id: '', area: null }));
  tell('bays', Number(!same(bayFields(type), bayFields(back))));
  tell('bay-places', type.bays.filter(({ area }, k) => !same(area, back.bays[k]?.area)).length);
  return found;
}

function same(a: unknown, b: unknown): boolean {
  return canonicalText(a) === canonicalText(b);
}

/** Whether two facts agree in what they say and differ only in where it is from. */
function isToldElse(was: unknown, is: unknown): boolean {
  return isFact(was) && isFact(is) && was.value === is.value;
}

function isFact(value: unknown): value is Fact<unknown> {
  return typeof value === 'object' && value !== null && 'provenance' in value && 'value' in value;
}

function fieldName(field: string): string {
  const key = `formats.field.${field}`;
  return hasMessage(key) ? say(key) : field;
}

/** Ports in the order of NetBox's lists. */
function inLists(ports: readonly Port[]): readonly Port[] {
  const kinds = [
    'interface',
    'front',
    'rear',
    'console',
    'consoleServer',
    'powerInlet',
    'powerOutlet',
  ] as const;
  return kinds.flatMap((kind) => ports.filter((port) => port.kind === kind));
}

interface Pair {
  readonly port: Port;
  readonly other: Port;
}

function nameOfPair({ port }: Pair): string {
  return port.name;
}

function differInFields({ port, other }: Pair): boolean {
  const fields = ['name', 'slug', 'managementOnly', 'label', 'maximumDrawW'] as const;
  return fields.some((field) => port[field] !== other[field]);
}

function differInSpeed({ port, other }: Pair): boolean {
  return port.speedGbps !== other.speedGbps || port.lanes !== other.lanes;
}

function mappingsOf(type: DeviceType): unknown {
  const place = new Map(inLists(type.ports).map((port, index) => [port.id, index]));
  return type.portMappings
    .map(({ frontPortId, frontPosition, rearPortId, rearPosition }) =>
      [place.get(frontPortId), frontPosition, place.get(rearPortId), rearPosition].join(),
    )
    .sort();
}

/** For each port the first port of its cage, so that two types agree where the same ports share cages. */
function sharing(ports: readonly Port[]): unknown {
  const first = new Map<string, number>();
  return ports.map(({ cageId }, index) => {
    if (cageId === null) return null;
    const known = first.get(cageId) ?? index;
    first.set(cageId, known);
    return known;
  });
}

/** How many openings are not where, or not what, the file's reader takes them to be. */
function unlikeCages(type: DeviceType, back: DeviceType): number {
  const text = (cage: Cage): string => canonicalText({ ...cage, id: '' });
  const known = new Map<string, number>();
  for (const cage of back.cages) known.set(text(cage), (known.get(text(cage)) ?? 0) + 1);
  let unlike = 0;
  for (const cage of type.cages) {
    const left = known.get(text(cage)) ?? 0;
    if (left === 0) unlike += 1;
    else known.set(text(cage), left - 1);
  }
  return Math.max(unlike, unlike + back.cages.length - type.cages.length);
}
