/**
 * Headings of point-to-point cable lists. Builders exchange them under many names and in any order, with one or two
 * rows of headings, some with one name for both ends: the headings alone decide what a column is.
 */
import type { Heading } from '../table/row-cells.ts';
import type { Sheet, SheetRow } from '../table/sheet.ts';

type Side = 'a' | 'b';

/** Words that say which end a column is about, before or behind the field's name. */
const SIDES: readonly (readonly [RegExp, Side])[] = [
  [/^(a|src|source|from|local|near|side a|a side|a end|end a|port a|origin)$/, 'a'],
  [
    /^(z|b|dst|dest|destination|to|remote|far|side b|b side|b end|side z|z side|z end|end b|end z|peer|target)$/,
    'b',
  ],
];

/** Fields of an end. `place` is a rack and a unit in one. */
const END_FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(rack|cabinet|cab|rack name|rack id|rackname)$/, 'rack'],
  [/^(location|loc|rack u|rack unit|rack ru|place|position in rack)$/, 'place'],
  [/^(u|ru|unit|rack position|u position|elevation|rack u|uheight|position|name u)$/, 'u'],
  [
    /^(device|node name|node|name|device name|host|hostname|host name|system|switch|equipment|nodename|hostname s)$/,
    'device',
  ],
  [
    /^(port|hca port|port name|interface|hca|port number|ifname|port id|portname|nic|hca name)$/,
    'port',
  ],
  [/^(type|node type|device type|role|rackrole|device role)$/, 'type'],
  [/^(row|aisle|room|hall|data hall)$/, 'row'],
  [/^(face|rack face)$/, 'face'],
  [/^(connector|connector type|plug|form factor)$/, 'connector'],
];

/** Fields of the cable. */
const CABLE_FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^(cable id|cable|id|cableid|cable no|cable number|cable label|cable name|label)$/, 'label'],
  [/^(bundle|bundle id|bundleid|bundle no)$/, 'bundle'],
  [/^(fabric|network|plane)$/, 'fabric'],
  [/^(rail|rail no|rail number)$/, 'rail'],
  [/^(status|state|phase status)$/, 'status'],
  [/^(medium|media|media type|cable type|cabletype)$/, 'medium'],
  [/^(part number|part|cable part|cable pn|cable part number|pn|part no|sku|mpn)$/, 'part'],
  [/^(speed gbps|speed|rate|speed gb s|bandwidth|data rate)$/, 'speed'],
  [/^(length m|length|cable length|length meters|cable length m|ordered length m)$/, 'length'],
  [/^(length unit|unit of length)$/, 'length-unit'],
  [/^(length source)$/, 'length-source'],
  [/^(color|colour|cable color|cable colour)$/, 'colour'],
  [/^(awg|gauge|wire gauge)$/, 'awg'],
  [/^(notes|note|comment|comments|remark|remarks|description)$/, 'notes'],
  [/^(link|link no|link number)$/, 'link'],
  [/^(protocol)$/, 'protocol'],
];

/** Columns of a list by what they are: `a.device`, `b.port`, `medium` ...; others by their own heading. */
export interface P2pColumns {
  readonly columns: ReadonlyMap<string, Heading>;
  /** How many rows from the top are headings, or above them. */
  readonly headRows: number;
}

/** Rows at the top in which headings are looked for: a title or a note may stand above them. */
const SEARCHED = 5;

/** The columns of a cable list; null when the sheet is none: both ends must have a device and a port. */
export function p2pColumns(sheet: Sheet): P2pColumns | null {
  for (const [at, row] of sheet.rows.slice(0, SEARCHED).entries()) {
    const below = sheet.rows[at + 1];
    const both = below && headingsOf(joinedHeads(row, below));
    const alone = headingsOf(row.cells);
    if (both && isList(both) && !isList(alone)) {
      const lower = headingsOf(below.cells);
      if (!isList(lower) || known(both) >= known(lower)) return { columns: both, headRows: at + 2 };
    }
    if (isList(alone)) return { columns: alone, headRows: at + 1 + (repeatsHead(below) ? 1 : 0) };
  }
  return null;
}

function isList(columns: ReadonlyMap<string, Heading>): boolean {
  return ['a.device', 'a.port', 'b.device', 'b.port'].every((name) => columns.has(name));
}

/** How many columns are known. */
function known(columns: ReadonlyMap<string, Heading>): number {
  return [...columns.keys()].filter((name) => !name.startsWith('other ')).length;
}

/** A second row that names the columns once more. */
function repeatsHead(row: SheetRow | undefined): boolean {
  return row !== undefined && isList(headingsOf(row.cells));
}

/** A heading over several columns holds for those to its right, up to the next. */
function joinedHeads(upper: SheetRow, lower: SheetRow): string[] {
  let over = '';
  return lower.cells.map((cell, at) => {
    const above = (upper.cells[at] ?? '').trim();
    if (above !== '') over = above;
    return cell.trim() === '' ? over : `${over} ${cell}`;
  });
}

interface Meant {
  readonly at: number;
  readonly name: string;
  readonly side: Side | null;
  /** A field of an end, of the cable, or null. */
  readonly field: string | null;
  readonly ofEnd: boolean;
}

function headingsOf(cells: readonly string[]): ReadonlyMap<string, Heading> {
  const meant = cells.map((cell, at) => meantBy(cell, at));
  const sided = withSides(meant);
  const columns = new Map<string, Heading>();
  for (const one of sided) {
    const key = keyOf(one, columns);
    if (one.name !== '' && !columns.has(key)) columns.set(key, { name: one.name, at: one.at });
    else if (one.name !== '')
      columns.set(`${key} ${one.at}`, { name: `${one.name} (${one.at + 1})`, at: one.at });
  }
  return columns;
}

function keyOf({ side, field, ofEnd, name }: Meant, columns: ReadonlyMap<string, Heading>): string {
  if (field === null) return side === null ? `other ${name}` : `other ${side} ${name}`;
  if (!ofEnd) return side === null ? field : `other ${side} ${name}`;
  if (side === null) return `other ${name}`;
  const key = `${side}.${field}`;
  return columns.has(key) ? `other ${key} ${name}` : key;
}

function meantBy(cell: string, at: number): Meant {
  const words = wordsOf(cell);
  const whole = words.join(' ');
  const name = cell.trim();
  for (const [side, rest] of sidesOf(words)) {
    const field = fieldOf(END_FIELDS, rest);
    if (field !== null) return { at, name, side, field, ofEnd: true };
  }
  const ofCable = fieldOf(CABLE_FIELDS, whole);
  if (ofCable !== null) return { at, name, side: null, field: ofCable, ofEnd: false };
  const ofEnd = fieldOf(END_FIELDS, whole);
  if (ofEnd !== null) return { at, name, side: null, field: ofEnd, ofEnd: true };
  return { at, name, side: sidesOf(words)[0]?.[0] ?? null, field: null, ofEnd: false };
}

/** Which side the first or last word, or the first two, speak of, and the words that are left. */
function sidesOf(words: readonly string[]): (readonly [Side, string])[] {
  const cuts: (readonly [string, readonly string[]])[] = [
    [words.slice(0, 2).join(' '), words.slice(2)],
    [words.slice(0, 1).join(' '), words.slice(1)],
    [words.slice(-1).join(' '), words.slice(0, -1)],
  ];
  return cuts.flatMap(([word, rest]) => {
    const side = rest.length === 0 ? undefined : SIDES.find(([pattern]) => pattern.test(word))?.[1];
    return side === undefined ? [] : [[side, rest.join(' ')] as const];
  });
}

function fieldOf(fields: readonly (readonly [RegExp, string])[], text: string): string | null {
  return fields.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

function wordsOf(cell: string): string[] {
  return cell
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9#]+/)
    .filter((word) => word !== '');
}

/**
 * Columns of an end that name no side: the first half is end A, the second end B. The second begins where a field
 * comes again that began the first. Of two names in one half the first is the unit, as some lists print it.
 */
function withSides(meant: readonly Meant[]): readonly Meant[] {
  const loose = meant.filter(({ ofEnd, side }) => ofEnd && side === null);
  if (loose.length === 0 || meant.some(({ ofEnd, side }) => ofEnd && side !== null)) return meant;
  const [first] = loose;
  const second = loose.find(({ at, field }) => at > (first?.at ?? 0) && field === first?.field);
  if (!second) return meant;
  const sided = meant.map((one) =>
    one.ofEnd && one.side === null
      ? { ...one, side: one.at < second.at ? ('a' as const) : ('b' as const) }
      : one,
  );
  return sided.map((one, index) => {
    const half = sided.filter(({ side }) => side === one.side);
    const names = half.filter(({ field }) => field === 'device');
    const isUnit =
      names.length === 2 && !half.some(({ field }) => field === 'u') && names[0] === sided[index];
    return isUnit ? { ...one, field: 'u' } : one;
  });
}
