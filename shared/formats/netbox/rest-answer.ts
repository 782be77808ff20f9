/** An answer of NetBox's REST interface as the table of its CSV import: a row for each rack, device or link. */
import type { RowFault } from '../site/rows.ts';
import type { Sheet } from '../table/sheet.ts';
import { FormatError } from '../yaml-door.ts';

export type RestKind = 'racks' | 'devices' | 'cables';

export interface RestAnswer {
  readonly kind: RestKind;
  readonly sheet: Sheet;
  /** Which cable of the answer a line is a link of, where that has several links. */
  readonly cableOf: ReadonlyMap<number, string>;
  readonly faults: readonly RowFault[];
}

type Thing = Readonly<Record<string, unknown>>;
type Cells = Readonly<Record<string, string>>;

/** @throws FormatError when it is no list of racks, devices or cables */
export function answerSheet(document: unknown): RestAnswer {
  const list = Array.isArray(document) ? document : isThing(document) ? document['results'] : null;
  if (!Array.isArray(list)) throw new FormatError('not-rest', { where: 'results' });
  const things = list.filter(isThing);
  const kind = kindOf(things);
  const cableOf = new Map<number, string>();
  const faults: RowFault[] = [];
  const lines: { readonly line: number; readonly cells: Cells }[] = [];
  for (const [n, thing] of things.entries()) {
    if (kind !== 'cables') {
      lines.push({ line: lines.length + 1, cells: plainCells(thing) });
      continue;
    }
    const links = linksOf(thing);
    if (links.length === 0) {
      const place = { sheet: '', line: 0, path: `results[${n}]` };
      const value = textOf(thing['display'] ?? thing['label']);
      faults.push({ place, column: '', value, code: 'no-pairs', args: {}, whole: true });
    }
    for (const [a, b] of links) {
      const line = lines.length + 1;
      if (links.length > 1) cableOf.set(line, `results[${n}]`);
      lines.push({ line, cells: { ...plainCells(thing), ...side('a', a), ...side('b', b) } });
    }
  }
  const columns = [...new Set(lines.flatMap(({ cells }) => Object.keys(cells)))];
  const rows = lines.map(({ line, cells }) => ({
    line,
    cells: columns.map((column) => cells[column] ?? ''),
  }));
  return {
    kind,
    sheet: { name: '', rows: [{ line: 0, cells: columns }, ...rows] },
    cableOf,
    faults,
  };
}

function kindOf(things: readonly Thing[]): RestKind {
  const has = (field: string): boolean => things.some((thing) => field in thing);
  if (has('a_terminations')) return 'cables';
  if (has('device_type')) return 'devices';
  if (has('u_height') && !has('model')) return 'racks';
  throw new FormatError('not-rest', { where: 'results' });
}

function isThing(value: unknown): value is Thing {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Fields that say where the answer comes from, or count what hangs on the thing. */
const NO_NEWS =
  /^(id|url|display|display_url|created|last_updated|.*_count|custom_fields|tags|[ab]_terminations)$/;

function plainCells(thing: Thing): Cells {
  const cells: Record<string, string> = {};
  for (const [field, value] of Object.entries(thing)) {
    if (NO_NEWS.test(field)) continue;
    const text = textOf(value);
    if (text !== '') cells[field] = text;
  }
  const type = thing['device_type'];
  if (isThing(type)) {
    cells['device_type'] = textOf(type['model'] ?? type['display']);
    cells['manufacturer'] = textOf(type['manufacturer']);
  }
  const parent = thing['parent_device'];
  if (isThing(parent)) {
    cells['parent'] = textOf(parent);
    cells['device_bay'] = textOf(parent['device_bay']);
    delete cells['parent_device'];
  }
  return cells;
}

/** A value as the CSV import takes it: of a choice its value, of another object its name. */
function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (!isThing(value)) return '';
  return textOf(value['value'] ?? value['name'] ?? value['model'] ?? value['display']);
}

interface End {
  readonly type: string;
  readonly device: string;
  readonly name: string;
}

/** Pairs of ends: one with each of the other side, or the first with the first. None where nothing says which. */
function linksOf(thing: Thing): readonly (readonly [End, End])[] {
  const [a, b] = [endsOf(thing['a_terminations']), endsOf(thing['b_terminations'])];
  const [firstA] = a;
  const [firstB] = b;
  if (!firstA || !firstB || (a.length > 1 && b.length > 1 && a.length !== b.length)) return [];
  return Array.from({ length: Math.max(a.length, b.length) }, (_, k) => [
    a[k] ?? firstA,
    b[k] ?? firstB,
  ]);
}

function endsOf(value: unknown): readonly End[] {
  if (!Array.isArray(value)) return [];
  return value.filter(isThing).map((termination) => {
    const object = isThing(termination['object']) ? termination['object'] : termination;
    return {
      type: textOf(termination['object_type']),
      device: textOf(object['device']),
      name: textOf(object['name']),
    };
  });
}

function side(letter: 'a' | 'b', { type, device, name }: End): Cells {
  return {
    [`side_${letter}_type`]: type,
    [`side_${letter}_device`]: device,
    [`side_${letter}_name`]: name,
  };
}
