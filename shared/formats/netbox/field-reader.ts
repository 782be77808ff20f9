/** Reads the fields of one map of a file, maps misspelt keys, and keeps what nobody asked for. */
import type { MessageArgs } from '../../text/index.ts';
import { FormatError, PlainScalar, type YamlMap, type YamlValue } from '../yaml-door.ts';
import { type ImportReport, quoted } from './import-report.ts';
import { type FieldNames, meantField } from './netbox-fields.ts';

/** Longest names and slugs, and longest texts, that a design holds. */
const LONGEST_NAME = 200;
const LONGEST_TEXT = 10_000;

const NULLS = new Set(['', '~', 'null', 'Null', 'NULL']);
const TRUE = new Set(['true', 'yes', 'on', 'y']);
const FALSE = new Set(['false', 'no', 'off', 'n']);

export class FieldReader {
  /** Where the map stands in the document, e.g. `interfaces[3]`; empty for the document itself. */
  readonly path: string;
  readonly #unread: Map<string, YamlValue>;
  readonly #report: ImportReport;

  /** Keys that NetBox does not know are mapped where what they mean is known, and said where it is not. */
  constructor(map: YamlMap, path: string, names: FieldNames, report: ImportReport) {
    this.path = path;
    this.#report = report;
    this.#unread = new Map();
    for (const [key, value] of map) {
      const meant = meantField(key, names);
      const taken = meant !== null && meant !== key && (map.has(meant) || this.#unread.has(meant));
      if (meant === null || taken) this.warn('unknown-key', key, { key: quoted(key) });
      else if (meant !== key) this.warn('misspelt-key', key, { key, meant });
      this.#unread.set(meant === null || taken ? key : meant, value);
    }
  }

  warn(code: string, field: string, args: MessageArgs = {}, name?: string): void {
    this.#report.add(code, joined(this.path, field), args, name);
  }

  has(field: string): boolean {
    return this.#unread.has(field);
  }

  take(field: string): YamlValue | undefined {
    const value = this.#unread.get(field);
    this.#unread.delete(field);
    return value;
  }

  /** A name, a slug or a model; empty where there is none. @throws FormatError when it is endless */
  name(field: string): string {
    return this.#text(field, LONGEST_NAME);
  }

  /** A description; empty where there is none. @throws FormatError when it is endless */
  text(field: string): string {
    return this.#text(field, LONGEST_TEXT);
  }

  /** A number from `least` to `most`; null where there is none, or where it is none: then it is kept as it is. */
  number(field: string, least: number, most: number): number | null {
    const value = this.#unread.get(field);
    const text = this.#text(field, LONGEST_NAME).trim();
    if (text === '' || value === undefined) return null;
    const number = Number(text);
    if (Number.isFinite(number) && number >= least && number <= most) return number;
    this.#unread.set(field, value);
    if (!Number.isFinite(number)) this.warn('not-a-number', field, { text: quoted(text) });
    else this.warn('out-of-range', field, { text: quoted(text), least, most });
    return null;
  }

  /** True or false; `otherwise` where it is neither: what stands there instead is kept as it is. */
  flag(field: string, otherwise: boolean): boolean {
    const value = this.#unread.get(field);
    const text = this.#text(field, LONGEST_NAME).trim().toLowerCase();
    if (TRUE.has(text)) return true;
    if (FALSE.has(text)) return false;
    if (text !== '' && value !== undefined) {
      this.#unread.set(field, value);
      this.warn('not-a-flag', field, { text: quoted(text), otherwise: String(otherwise) });
    }
    return otherwise;
  }

  /** Puts a field back among what is kept as it stands in the file. */
  keep(field: string, value: YamlValue): void {
    this.#unread.set(field, value);
  }

  /** What was not read: kept as it is for the way back. Fields without a value are left out. */
  rest(): Map<string, YamlValue> {
    return new Map([...this.#unread].filter(([, value]) => !isNothing(value)));
  }

  #text(field: string, longest: number): string {
    const value = this.#unread.get(field);
    if (value === undefined) return '';
    if (typeof value !== 'string' && !(value instanceof PlainScalar)) {
      this.warn('not-text-field', field);
      return '';
    }
    this.#unread.delete(field);
    const text = scalarText(value);
    if (text.length <= longest) return text;
    throw new FormatError('too-long', {
      path: joined(this.path, field),
      length: text.length,
      limit: longest,
    });
  }
}

/** The text of a scalar as it stands in the file; empty for what YAML reads as nothing. */
export function scalarText(value: string | PlainScalar): string {
  if (typeof value === 'string') return value;
  return NULLS.has(value.text) ? '' : value.text;
}

/** The text of a value that is a scalar; empty for anything else. */
export function textOf(value: YamlValue | undefined): string {
  return typeof value === 'string' || value instanceof PlainScalar ? scalarText(value) : '';
}

/** Whether a value says nothing: an empty text, null, an empty list or map. */
export function isNothing(value: YamlValue): boolean {
  if (typeof value === 'string') return value === '';
  if (value instanceof PlainScalar) return NULLS.has(value.text);
  return Array.isArray(value) ? value.length === 0 : isMap(value) && value.size === 0;
}

export function isMap(value: YamlValue | undefined): value is YamlMap {
  return value instanceof Map;
}

function joined(path: string, field: string): string {
  if (field === '') return path;
  return path === '' ? field : `${path}.${field}`;
}
