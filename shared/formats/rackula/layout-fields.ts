/** Fields of a Rackula layout, read with care: a layout is whatever somebody saved. */
import { isMap, scalarText } from '../netbox/field-reader.ts';
import { PlainScalar, type YamlMap, type YamlValue } from '../yaml-door.ts';

const EMPTY: YamlMap = new Map();

/** The text of a field; empty where it has none. */
export function textAt(map: YamlMap, field: string): string {
  const value = map.get(field);
  if (typeof value !== 'string' && !(value instanceof PlainScalar)) return '';
  return scalarText(value).trim().slice(0, 10_000).toWellFormed();
}

/** A name: as a text, and no longer than a design holds. */
export function nameAt(map: YamlMap, field: string): string {
  return textAt(map, field).slice(0, 200).toWellFormed();
}

/** The number in a field; null where there is none. */
export function numberAt(map: YamlMap, field: string): number | null {
  const text = textAt(map, field);
  const number = Number(text);
  return text === '' || !Number.isFinite(number) ? null : number;
}

/** The map in a field; an empty one where there is none. */
export function mapAt(map: YamlMap, field: string): YamlMap {
  const value = map.get(field);
  return isMap(value) ? value : EMPTY;
}

/** The maps in a list, each with its place in it. */
export function mapsAt(map: YamlMap, field: string): readonly (readonly [YamlMap, number])[] {
  const value = map.get(field);
  if (!isList(value)) return [];
  return value.flatMap((one, index) => (isMap(one) ? [[one, index] as const] : []));
}

function isList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}
