/**
 * NetBox device types and module types (device-type library, YAML) into Plenum's. Forgiving and truthful:
 * what is odd is reported and kept, what is broken is rejected with its reason, and nothing is guessed in
 * silence.
 */

import { type LooseOpening, layOut } from '../../faceplate/index.ts';
import { BARE_TYPE } from '../../model/bare-type.ts';
import type { DeviceType, TypeLodging } from '../../model/device-type.ts';
import { countingIds } from '../../model/ids.ts';
import { say } from '../../text/index.ts';
import { FormatError, readYaml, type YamlMap, type YamlValue } from '../yaml-door.ts';
import { readBayLists } from './bay-list.ts';
import { type CageGroup, groupIntoCages } from './cage-groups.ts';
import { FieldReader, isMap, textOf } from './field-reader.ts';
import { ImportReport, type ImportWarning } from './import-report.ts';
import { keptText } from './kept-fields.ts';
import { DEVICE_TYPE_FIELDS, MAPPINGS_LIST, MODULE_TYPE_FIELDS } from './netbox-fields.ts';
import { readPortLists } from './port-list.ts';
import { readMappings } from './port-mapping.ts';
import { slugFacts } from './port-slug.ts';
import { isRackType, rackTypeInWords } from './rack-type.ts';
import { doubtCages, doubtType } from './type-doubts.ts';
import { categoryOf, drawOf, readAirflow, readWeight, slugOf } from './type-facts.ts';

/** One document of a file: a type, or the reason why it is none. */
export type ImportedDocument =
  | {
      readonly status: 'imported';
      readonly name: string;
      readonly type: DeviceType;
      readonly warnings: readonly ImportWarning[];
    }
  | {
      readonly status: 'rejected';
      readonly name: string;
      readonly warnings: readonly ImportWarning[];
    };

const MAX_HEIGHT_U = 60;
const MAX_KEPT = 2_000_000;
/** Longest id of a record; a longer one is cut and told apart by a sum over all of it. */
const MAX_ID = 120;

/**
 * Reads every document of a file of types. Never throws on bad content: a file that cannot be read is one
 * rejected document, and a document that cannot be read takes no other along.
 * @param text the file's text
 */
export function importDeviceTypes(text: string): readonly ImportedDocument[] {
  let documents: readonly YamlValue[];
  try {
    documents = readYaml(text);
  } catch (error) {
    if (error instanceof FormatError) return [rejected('', error.code, error.message)];
    throw error;
  }
  if (documents.length === 0) return [rejected('', 'empty', say('formats.empty'))];
  return documents.map(importDocument);
}

/** A document that could not be read at all. */
export function rejected(name: string, code: string, message: string): ImportedDocument {
  return { status: 'rejected', name, warnings: [{ code, path: '', message }] };
}

/** Reads one document: a type, or the reason why it is none. */
export function importDocument(document: YamlValue): ImportedDocument {
  if (!isMap(document)) return rejected('', 'not-a-map', say('formats.not-a-map'));
  const maker = textOf(document.get('manufacturer')).trim();
  const model = textOf(document.get('model')).trim();
  const name = `${maker} ${model}`.trim().slice(0, 400);
  try {
    if (maker === '' || model === '') throw new FormatError('not-a-device-type');
    if (isRackType(document)) {
      throw new FormatError('rack-type', { name, ...rackTypeInWords(document) });
    }
    const report = new ImportReport();
    const type = isModuleType(document)
      ? readModuleType(document, report)
      : readDeviceType(document, report);
    return { status: 'imported', name, type, warnings: report.warnings() };
  } catch (error) {
    if (error instanceof FormatError) return rejected(name, error.code, error.message);
    throw error;
  }
}

/** A module type looks like a device type without a height and a slug. */
function isModuleType(document: YamlMap): boolean {
  return !['u_height', 'u-height', 'slug', 'is_full_depth'].some((key) => document.has(key));
}

function readModuleType(document: YamlMap, report: ImportReport): DeviceType {
  const reader = new FieldReader(document, '', MODULE_TYPE_FIELDS, report);
  const [manufacturer, model] = [reader.name('manufacturer').trim(), reader.name('model').trim()];
  const slug = slugOf(`${manufacturer}-${model}`).slice(0, 200);
  const head = { manufacturer, model, slug, heightU: 0, lodging: 'module-bay' } as const;
  return readType(reader, { ...head, id: idOf('module', slug), depthUse: 'half' }, report);
}

function readDeviceType(document: YamlMap, report: ImportReport): DeviceType {
  const reader = new FieldReader(document, '', DEVICE_TYPE_FIELDS, report);
  const [manufacturer, model] = [reader.name('manufacturer').trim(), reader.name('model').trim()];
  const slug = reader.name('slug').trim() || slugOf(`${manufacturer}-${model}`).slice(0, 200);
  if (textOf(document.get('slug')).trim() === '') reader.warn('no-slug', 'slug', { slug });
  const heightU = readHeight(reader);
  const lodging = readLodging(reader);
  if (lodging === 'device-bay' && heightU > 0) reader.warn('child-height', 'u_height', { heightU });
  if (!reader.has('is_full_depth')) reader.warn('no-depth', 'is_full_depth');
  const depthUse = reader.flag('is_full_depth', true) ? 'full' : 'half';
  const head = { manufacturer, model, slug, heightU, lodging, depthUse } as const;
  return readType(reader, { ...head, id: idOf('', slug) }, report);
}

/** @throws FormatError when there is no height, or one that no rack has */
function readHeight(reader: FieldReader): number {
  const height = reader.number('u_height', 0, MAX_HEIGHT_U);
  if (height === null) throw new FormatError('no-height', { most: MAX_HEIGHT_U });
  const half = Math.round(height * 2) / 2;
  if (half !== height) reader.warn('height-rounded', 'u_height', { height, half });
  return half;
}

/** A child goes into a bay of its parent. That a type is a parent is seen from its bays. */
function readLodging(reader: FieldReader): TypeLodging {
  const role = reader.name('subdevice_role').trim();
  if (role === 'child') return 'device-bay';
  if (role !== '') reader.keep('subdevice_role', role);
  if (role !== '' && role !== 'parent') reader.warn('unknown-role', 'subdevice_role', { role });
  return 'rack';
}

type TypeHead = Pick<
  DeviceType,
  'id' | 'manufacturer' | 'model' | 'slug' | 'heightU' | 'lodging' | 'depthUse'
>;

function readType(reader: FieldReader, head: TypeHead, report: ImportReport): DeviceType {
  const partNumber = reader.name('part_number');
  const weightKg = readWeight(reader);
  const airflow = readAirflow(reader);
  const description = reader.text('description');
  const listed = readPortLists(reader, report);
  const { mappings, dangling } = readMappings(reader, listed, report);
  if (dangling.length > 0) reader.keep(MAPPINGS_LIST, dangling);
  const bays = readBayLists(reader, report);
  const isParent = bays.some(({ bay }) => bay.kind === 'device');
  if (isParent) reader.take('subdevice_role');
  const cages = groupIntoCages(listed.map(({ port }) => port));
  doubtCages(cages, report);
  const halves = new Map(
    cages.groups.flatMap((group) => group.ports.map((port) => [port.id, port])),
  );
  const ports = listed.map(({ port }) => halves.get(port.id) ?? port);
  const fields = reader.rest();
  const unplaced: DeviceType = {
    ...BARE_TYPE,
    ...head,
    partNumber,
    category: categoryOf(ports, head),
    weightKg,
    powerMaxW: drawOf(ports),
    airflow,
    ports,
    portMappings: mappings,
    bays: bays.map(({ bay }) => bay),
    description,
    origin: 'netbox',
    extra: keptText({
      fields,
      ports: withRest(listed.map(({ port, rest }) => [port.id, rest])),
      bays: withRest(bays.map(({ bay, rest }) => [bay.id, rest])),
    }),
  };
  const type = withAssumedFaces(unplaced, cages.groups, report);
  if (type.extra.length > MAX_KEPT) throw new FormatError('too-much-kept', { limit: MAX_KEPT });
  doubtType(type, `${description}\n${textOf(fields.get('comments'))}`, report);
  return type;
}

/** The type with its openings where such gear mostly has them: the file has no positions. */
function withAssumedFaces(
  type: DeviceType,
  groups: readonly CageGroup[],
  report: ImportReport,
): DeviceType {
  const openings = groups.flatMap(({ name, ports: [port, ...others] }): LooseOpening[] => {
    if (!port) return [];
    const { cabled, formFactor } = slugFacts(port.slug);
    return cabled ? [{ name, formFactor, ports: [port, ...others].map(({ id }) => id) }] : [];
  });
  const count = countingIds();
  const laid = layOut(type, openings, () => count('c').replace('-', ''));
  const placed = laid.type.cages.length;
  if (placed > 0) report.add('positions-assumed', '', { count: placed });
  if (laid.unplaced.length > 0) report.add('no-room', '', { count: laid.unplaced.length });
  return laid.type;
}

function withRest(entries: readonly (readonly [string, YamlMap])[]): ReadonlyMap<string, YamlMap> {
  return new Map(entries.filter(([, rest]) => rest.size > 0));
}

/** The id of a type: the same file gives the same id every time. */
function idOf(kind: string, slug: string): string {
  const id = kind === '' ? `netbox:${slug}` : `netbox:${kind}:${slug}`;
  if (id.length <= MAX_ID - 10) return id;
  let sum = 0;
  for (let at = 0; at < id.length; at += 1) sum = (sum * 31 + id.charCodeAt(at)) % 0x1_0000_0000;
  return `${id.slice(0, MAX_ID - 20).toWellFormed()}-${sum.toString(36)}`;
}
