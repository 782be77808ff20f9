/** Words of the field for media, colours, units and states, as tables of other programs have them. */
import type { FormFactor } from '../../model/device-type.ts';
import type { Face } from '../../model/face.ts';
import type { MediumId } from '../../model/medium.ts';
import type { CableState } from './rows.ts';

function folded(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** In the order in which they are tried: `active copper` is no passive copper. */
const MEDIA: readonly (readonly [RegExp, MediumId])[] = [
  [/^(aec|active electrical.*|dac aec|retimed.*)$/, 'aec'],
  [/^(acc|dac active|active (dac|copper).*|dac redriver|redriven.*)$/, 'acc'],
  [/^(aoc|active optical.*)$/, 'aoc'],
  [
    /^(dac|dac passive|passive( copper| dac)?|copper|twinax|direct attach( copper( passive)?)?)$/,
    'dac',
  ],
  [/^lpo\b.*$/, 'lpo'],
  [/^cpo\b.*$/, 'cpo'],
  [/^(mmf|multi ?mode|om[1-5]|sr[1248]?)\b.*$/, 'mmf'],
  [/^(smf|single ?mode|os[12]|dr[1248]?|fr[148]?|lr[148]?)\b.*$/, 'smf'],
  [/^(cat ?(3|5|5e|6|6a|7|7a|8)|utp|stp|base t|rj ?45|twisted pair|ethernet|10gbase t)$/, 'base-t'],
  [/^(power|power cord|c1[34].*|c(19|20).*|ac)$/, 'power'],
];

/** The medium that a word of a cable list means; null where none does. */
export function mediumOf(word: string): MediumId | null {
  const text = folded(word);
  return MEDIA.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Colours by name, as NetBox's and cable makers' tables have them. */
const COLOURS: ReadonlyMap<string, string> = new Map([
  ['black', '#000000'],
  ['dark grey', '#424242'],
  ['grey', '#9e9e9e'],
  ['gray', '#9e9e9e'],
  ['light grey', '#bdbdbd'],
  ['slate', '#607d8b'],
  ['white', '#ffffff'],
  ['red', '#f44336'],
  ['dark red', '#aa1409'],
  ['pink', '#ff66ff'],
  ['rose', '#ffe4e1'],
  ['fuchsia', '#ff66ff'],
  ['magenta', '#ff00ff'],
  ['purple', '#9c27b0'],
  ['violet', '#9c27b0'],
  ['dark purple', '#673ab7'],
  ['indigo', '#3f51b5'],
  ['blue', '#2196f3'],
  ['light blue', '#03a9f4'],
  ['cyan', '#00bcd4'],
  ['aqua', '#00bcd4'],
  ['teal', '#009688'],
  ['dark green', '#2f6a31'],
  ['green', '#4caf50'],
  ['light green', '#8bc34a'],
  ['lime', '#cddc39'],
  ['yellow', '#ffeb3b'],
  ['amber', '#ffc107'],
  ['orange', '#ff9800'],
  ['dark orange', '#ff5722'],
  ['brown', '#795548'],
]);

/** A colour by its name or as six hex digits with or without `#`, as `#rrggbb`; null where it is neither. */
export function colourOf(word: string): string | null {
  const hex = /^#?([0-9a-f]{6})$/i.exec(word.trim())?.[1];
  if (hex !== undefined) return `#${hex.toLowerCase()}`;
  return COLOURS.get(folded(word)) ?? null;
}

/** Millimetres in one of each unit. */
const MM_PER: ReadonlyMap<string, number> = new Map([
  ['mm', 1],
  ['cm', 10],
  ['m', 1000],
  ['km', 1_000_000],
  ['in', 25.4],
  ['inch', 25.4],
  ['inches', 25.4],
  ['ft', 304.8],
  ['feet', 304.8],
  ['mi', 1_609_344],
]);

/** A length in mm, to a tenth; null where the unit is not known. */
export function lengthInMm(value: number, unit: string): number | null {
  const factor = MM_PER.get(unit.trim().toLowerCase());
  return factor === undefined ? null : Math.round(value * factor * 10) / 10;
}

/** A number with the unit behind it, if it has one: `1.5`, `1,5 m`, `6ft`. Null where it is none. */
export function quantityOf(text: string): { readonly value: number; readonly unit: string } | null {
  const match = /^([-+]?\d+(?:[.,]\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  if (!match) return null;
  return {
    value: Number((match[1] ?? '').replace(',', '.')),
    unit: (match[2] ?? '').toLowerCase(),
  };
}

const STATES: ReadonlyMap<string, CableState> = new Map<string, CableState>([
  ['planned', 'planned'],
  ['plan', 'planned'],
  ['reserved', 'planned'],
  ['connected', 'connected'],
  ['installed', 'connected'],
  ['active', 'connected'],
  ['in use', 'connected'],
  ['decommissioning', 'decommissioning'],
  ['decommissioned', 'decommissioning'],
  ['remove', 'decommissioning'],
  ['deprecated', 'decommissioning'],
]);

/** The state of a cable; null where the word is not known. */
export function statusOf(word: string): CableState | null {
  return STATES.get(folded(word)) ?? null;
}

/** The face a word means; null where it is neither. */
export function faceOf(word: string): Face | null {
  const text = folded(word);
  if (/^(front|f)$/.test(text)) return 'front';
  return /^(rear|back|r|b)$/.test(text) ? 'rear' : null;
}

const CONNECTORS: readonly (readonly [RegExp, FormFactor])[] = [
  [/^osfp ?(rhs|flat)/, 'osfp-rhs'],
  [/^osfp ?xd/, 'osfp-xd'],
  [/^osfp/, 'osfp'],
  [/^qsfp ?dd/, 'qsfp-dd'],
  [/^qsfp/, 'qsfp'],
  [/^sfp ?dd/, 'sfp-dd'],
  [/^sfp/, 'sfp'],
  [/^cfp/, 'cfp'],
  [/^(rj ?45|8p8c)/, 'rj45'],
  [/^lc\b/, 'lc'],
  [/^(mpo|mtp)/, 'mpo'],
  [/^mmc/, 'mmc'],
  [/^sn\b/, 'sn'],
  [/^usb/, 'usb'],
  [/^(iec 60320 )?c13/, 'c13'],
  [/^(iec 60320 )?c14/, 'c14'],
  [/^(iec 60320 )?c19/, 'c19'],
  [/^(iec 60320 )?c20/, 'c20'],
];

/** The form factor a connector column names; null where it is none that is known. */
export function connectorOf(word: string): FormFactor | null {
  const text = folded(word);
  return CONNECTORS.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Host or switch, as a column for it says; empty where it says something else. */
export function roleOf(word: string): 'host' | 'switch' | '' {
  const text = folded(word);
  if (/\b(host|server|node|compute|gpu|dgx|hgx|storage)\b/.test(text)) return 'host';
  return /\b(switch|leaf|spine|core|tor|router)\b/.test(text) ? 'switch' : '';
}
