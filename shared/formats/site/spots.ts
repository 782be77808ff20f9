/** Places in racks and ports as lists write them: `R01/U12`, `R01-12`, `swp1-4`, `1/[1-8]`. */

export interface RackSpot {
  readonly rack: string;
  readonly u: number | null;
}

/**
 * A rack and a unit in one cell. `R01/U12`, `R01 U12`, `R01:U12` always are; `R01-12` and `R01/12` only where no
 * column of its own says the unit, because racks are called so as well.
 */
export function rackSpot(text: string, hasUnitColumn: boolean): RackSpot {
  const marked = /^(.*\S)\s*[-/:, ]\s*(?:U|RU)\s*(\d+(?:\.5)?)$/i.exec(text.trim());
  if (marked) return { rack: marked[1] ?? '', u: Number(marked[2]) };
  const plain = hasUnitColumn
    ? null
    : /^(.*[A-Za-z].*\S|[A-Za-z]\w*)[-/](\d+(?:\.5)?)$/.exec(text.trim());
  if (plain) return { rack: plain[1] ?? '', u: Number(plain[2]) };
  return { rack: text.trim(), u: null };
}

/** A unit: `12`, `U12`, `10.5`, and the lower one of `U12-U19`; null where it is none. */
export function unitOf(text: string): number | null {
  const match = /^(?:R?U)?\s*0*(\d+(?:[.,][05])?)(?:\s*[-–]\s*(?:R?U)?\s*0*(\d+))?$/i.exec(
    text.trim(),
  );
  if (!match) return null;
  const first = Number((match[1] ?? '').replace(',', '.'));
  const second = match[2] === undefined ? first : Number(match[2]);
  return Math.min(first, second);
}

/** Most ports that one cell may stand for. */
const MOST_IN_RANGE = 1024;

/**
 * The ports that a range in one cell stands for: `swp1-4`, `swp1-swp4`, `1/1-1/4`, `1..4`, `P[01-16]`. Null where the
 * text is no range. A port may be called just so: whoever knows the device's ports asks for the name itself first.
 */
export function portRange(text: string): readonly string[] | null {
  const bracket = /^(.*)\[(\d+)(?:-|\.\.)(\d+)\](.*)$/.exec(text.trim());
  if (bracket)
    return counted(bracket[1] ?? '', bracket[2] ?? '', bracket[3] ?? '', bracket[4] ?? '');
  const match = /^(.*?)(\d+)\s*(?:-|–|\.\.|\bto\b)\s*(.*?)(\d+)$/.exec(text.trim());
  if (!match) return null;
  const [stem = '', from = '', again = '', to = ''] = match.slice(1);
  return again === '' || again === stem ? counted(stem, from, to, '') : null;
}

function counted(stem: string, from: string, to: string, end: string): readonly string[] | null {
  const [first, last] = [Number(from), Number(to)];
  if (last <= first || last - first >= MOST_IN_RANGE) return null;
  const digits = from.startsWith('0') ? from.length : 0;
  return Array.from(
    { length: last - first + 1 },
    (_, k) => `${stem}${String(first + k).padStart(digits, '0')}${end}`,
  );
}

/**
 * The opening and the place in it that a switch port's name means: `7` is opening 7 as a whole, `7/2`, `sw7p2`,
 * `swp7s1`, `P6.1` and `OSFP7.2` are the second port in opening 7. Null where the name means none.
 */
export function cagePlace(
  name: string,
): { readonly cage: number; readonly sub: number | null } | null {
  const text = name.trim();
  const place = (
    cage: string | undefined,
    sub: string | undefined,
    shift: number,
    subShift: number,
  ) => ({
    cage: Number(cage) + shift,
    sub: sub === undefined ? null : Number(sub) + subShift,
  });
  const netbox = /^P(\d+)\.([01])$/.exec(text);
  if (netbox) return place(netbox[1], netbox[2], 1, 1);
  const cumulus = /^swp(\d+)(?:s(\d+))?$/i.exec(text);
  if (cumulus) return place(cumulus[1], cumulus[2], 0, 1);
  const nvos = /^sw(\d+)(?:p(\d+))?$/i.exec(text);
  if (nvos) return place(nvos[1], nvos[2], 0, 0);
  const plain = /^(?:IB)?(?:[A-Z]*SFP(?:-?DD)?-?)?(\d+)(?:[/.](\d+))?$/i.exec(text);
  return plain ? place(plain[1], plain[2], 0, 0) : null;
}

/** Whether a text is a day, as a workbook's reader writes what the spreadsheet made of `1/2`. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text);
}
