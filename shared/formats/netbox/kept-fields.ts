/**
 * What a file says and no field of a type holds: kept in the type's `extra` as JSON, value by value as it
 * stands, so that it is written back. Scalars that YAML does not read as text keep their spelling.
 */
import { PlainScalar, type YamlMap, type YamlValue } from '../yaml-door.ts';
import { isMap } from './field-reader.ts';

/** What was kept of one file: fields of the type, and of its ports and bays by their ids. */
export interface KeptFields {
  readonly fields: YamlMap;
  readonly ports: ReadonlyMap<string, YamlMap>;
  readonly bays: ReadonlyMap<string, YamlMap>;
}

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** Stands for a scalar whose spelling JSON does not have: `1.50`, `0x1F`, `yes`. */
const PLAIN_KEY = '$plain';

/** As it is stored; empty where nothing was kept. */
export function keptText({ fields, ports, bays }: KeptFields): string {
  const kept: Record<string, Json> = {};
  if (fields.size > 0) kept['fields'] = jsonOf(fields);
  if (ports.size > 0) kept['ports'] = jsonOf(ports);
  if (bays.size > 0) kept['bays'] = jsonOf(bays);
  return Object.keys(kept).length === 0 ? '' : JSON.stringify(kept);
}

/** What `keptText` stored; nothing where the text is of another making. */
export function keptFields(extra: string): KeptFields {
  const kept = valueOf(parsed(extra));
  const part = (name: string): YamlMap => mapOf(isMap(kept) ? kept.get(name) : undefined);
  return { fields: part('fields'), ports: mapsOf(part('ports')), bays: mapsOf(part('bays')) };
}

function parsed(extra: string): Json {
  if (extra === '') return {};
  try {
    return JSON.parse(extra) as Json;
  } catch (error) {
    if (error instanceof SyntaxError) return {};
    throw error;
  }
}

function mapOf(value: YamlValue | undefined): YamlMap {
  return isMap(value) ? value : new Map<string, YamlValue>();
}

function mapsOf(map: YamlMap): ReadonlyMap<string, YamlMap> {
  return new Map([...map].map(([id, fields]) => [id, mapOf(fields)]));
}

function jsonOf(value: YamlValue): Json {
  if (typeof value === 'string') return value;
  if (value instanceof PlainScalar) return jsonOfPlain(value.text);
  if (Array.isArray(value)) return (value as readonly YamlValue[]).map(jsonOf);
  // A key of the file that begins like ours gets one sign more.
  const entries = [...(value as YamlMap)].map(([key, item]): [string, Json] => [
    key.startsWith('$') ? `$${key}` : key,
    jsonOf(item),
  ]);
  return Object.fromEntries(entries);
}

function jsonOfPlain(text: string): Json {
  if (text === 'null') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  const number = Number(text);
  return Number.isFinite(number) && String(number) === text ? number : { [PLAIN_KEY]: text };
}

function valueOf(json: Json): YamlValue {
  if (typeof json === 'string') return json;
  if (json === null || typeof json !== 'object') return new PlainScalar(String(json));
  if (Array.isArray(json)) return json.map(valueOf);
  const plain = json[PLAIN_KEY];
  if (typeof plain === 'string') return new PlainScalar(plain);
  const entries = Object.entries(json).map(([key, item]): [string, YamlValue] => [
    key.startsWith('$') ? key.slice(1) : key,
    valueOf(item),
  ]);
  return new Map(entries);
}
