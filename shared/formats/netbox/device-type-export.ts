/**
 * A type as NetBox's device-type library writes it: a device type, or a module type where it goes into a
 * module bay. What was kept of the file it came from is written back; what NetBox has no field for is listed.
 */
import type { Bay, DeviceType, Port, PortMapping } from '../../model/device-type.ts';
import type { PortId } from '../../model/ids.ts';
import { FormatError, type YamlMap, type YamlValue } from '../yaml-door.ts';
import { type WritableMap, type WritableValue, writeYaml } from '../yaml-writer.ts';
import { importDeviceTypes } from './device-type-import.ts';
import { textOf } from './field-reader.ts';
import { type KeptFields, keptFields } from './kept-fields.ts';
import { BAY_LISTS, MAPPINGS_LIST, PORT_LISTS } from './netbox-fields.ts';
import { lastPositions, positionOf } from './port-mapping.ts';
import { slugOf, weightInKg, writtenWeight } from './type-facts.ts';
import { type Unsaid, unsaidOf } from './unsaid.ts';

export interface ExportedType {
  /** The file's text. */
  readonly text: string;
  /** What the text does not say of the type. */
  readonly unsaid: readonly Unsaid[];
}

/**
 * Writes a type. What the text fails to say is found by reading it back, so that nothing is lost unlisted.
 * @throws FormatError when NetBox cannot hold the type at all: it has no manufacturer or no model
 */
export function exportDeviceType(type: DeviceType): ExportedType {
  const text = writeYaml(fieldsOf(type));
  const [back] = importDeviceTypes(text);
  if (back?.status !== 'imported') {
    const fault = back?.warnings[0];
    throw new FormatError('cannot-write', { reason: fault?.message ?? '' });
  }
  return { text, unsaid: unsaidOf(type, back.type) };
}

/** Fields in the order of the public library: what a type is, what it weighs, what it has. */
function fieldsOf(type: DeviceType): WritableMap {
  const kept = keptFields(type.extra);
  const fields = new Map<string, WritableValue>();
  put(fields, 'manufacturer', type.manufacturer);
  put(fields, 'model', type.model);
  const usualSlug = slugOf(`${type.manufacturer}-${type.model}`);
  if (type.lodging !== 'module-bay') {
    // What the file said where no slug could be read is written back as long as none was given.
    const odd = type.slug === usualSlug ? kept.fields.get('slug') : undefined;
    fields.set('slug', odd ?? (type.slug || usualSlug));
  }
  put(fields, 'part_number', type.partNumber);
  if (type.lodging !== 'module-bay') {
    fields.set('u_height', type.heightU);
    const full = type.depthUse === 'full';
    fields.set('is_full_depth', (full ? kept.fields.get('is_full_depth') : undefined) ?? full);
  }
  put(fields, 'airflow', type.airflow?.value ?? '');
  for (const [field, value] of weightOf(type, kept.fields)) fields.set(field, value);
  if (type.lodging === 'device-bay') fields.set('subdevice_role', 'child');
  else if (type.bays.some(({ kind }) => kind === 'device')) fields.set('subdevice_role', 'parent');
  put(fields, 'description', type.description);
  const mappings = mappingsOf(type, kept);
  for (const [field, value] of kept.fields) {
    if (!fields.has(field) && field !== MAPPINGS_LIST) fields.set(field, value);
  }
  for (const [list, kind] of PORT_LISTS) {
    const ports = type.ports.filter((port) => port.kind === kind);
    if (ports.length > 0)
      fields.set(
        list,
        ports.map((port) => portFields(port, kept, mappings)),
      );
  }
  if (mappings.list.length > 0) fields.set(MAPPINGS_LIST, mappings.list);
  for (const [list, kind] of BAY_LISTS) {
    const bays = type.bays.filter((bay) => bay.kind === kind);
    if (bays.length > 0)
      fields.set(
        list,
        bays.map((bay) => bayFields(bay, kept)),
      );
  }
  return fields;
}

function put(fields: Map<string, WritableValue>, field: string, text: string): void {
  if (text !== '') fields.set(field, text);
}

/** The weight in the unit it was read in where it is still that weight; else in kilograms, or grams. */
function weightOf(type: DeviceType, kept: YamlMap): readonly (readonly [string, WritableValue])[] {
  if (type.weightKg === null) return [];
  const { value } = type.weightKg;
  const [weight, unit] = [kept.get('weight'), kept.get('weight_unit')];
  if (weight !== undefined && unit !== undefined) {
    if (weightInKg(Number(textOf(weight)), textOf(unit).trim()) === value) {
      return [
        ['weight', weight],
        ['weight_unit', unit],
      ];
    }
  }
  const written = writtenWeight(value);
  return [
    ['weight', written.weight],
    ['weight_unit', written.unit],
  ];
}

function portFields(port: Port, kept: KeptFields, mappings: Mappings): WritableMap {
  const fields = new Map<string, WritableValue>();
  put(fields, 'name', port.name);
  put(fields, 'label', port.label);
  put(fields, 'type', port.slug);
  if (port.managementOnly) fields.set('mgmt_only', true);
  if (port.maximumDrawW !== null) fields.set('maximum_draw', port.maximumDrawW);
  const rest = kept.ports.get(port.id);
  const led = mappings.ofFront.get(port.id);
  if (led) {
    fields.set('rear_port', led.rearName);
    fields.set('rear_port_position', led.position);
  }
  const most = mappings.positions.get(port.id) ?? 1;
  const stated = positionOf(rest?.get('positions'));
  if (stated !== null && most > stated) fields.set('positions', most);
  for (const [field, value] of rest ?? []) if (!fields.has(field)) fields.set(field, value);
  return fields;
}

function bayFields(bay: Bay, kept: KeptFields): WritableMap {
  const fields = new Map<string, WritableValue>();
  put(fields, 'name', bay.name);
  put(fields, 'label', bay.label);
  put(fields, 'position', bay.position);
  for (const [field, value] of kept.bays.get(bay.id) ?? []) {
    if (!fields.has(field)) fields.set(field, value);
  }
  return fields;
}

interface Mappings {
  /** In the old form: what each front port leads to. */
  readonly ofFront: ReadonlyMap<PortId, { readonly rearName: string; readonly position: number }>;
  /** In the form since NetBox 4.5, which alone says that a front port has several places. */
  readonly list: readonly WritableValue[];
  /** The last place that is mapped of each port. */
  readonly positions: ReadonlyMap<PortId, number>;
}

/** The old form where it can say everything, because every NetBox reads it; else the new one. */
function mappingsOf(type: DeviceType, kept: KeptFields): Mappings {
  const nameOf = new Map(type.ports.map((port) => [port.id, port.name]));
  const dangling = kept.fields.get(MAPPINGS_LIST);
  const entries = Array.isArray(dangling) ? (dangling as readonly YamlValue[]) : [];
  const positions = lastPositions(type.portMappings);
  const fronts = new Set(type.portMappings.map(({ frontPortId }) => frontPortId));
  const plain = type.portMappings.every(({ frontPosition }) => frontPosition === 1);
  if (!plain || fronts.size < type.portMappings.length) {
    const list = type.portMappings.map((mapping) => mappingFields(mapping, nameOf));
    return { ofFront: new Map(), list: [...list, ...entries], positions };
  }
  const ofFront = new Map(
    type.portMappings.map(({ frontPortId, rearPortId, rearPosition }) => [
      frontPortId,
      { rearName: nameOf.get(rearPortId) ?? '', position: rearPosition },
    ]),
  );
  return { ofFront, list: entries, positions };
}

function mappingFields(mapping: PortMapping, nameOf: ReadonlyMap<PortId, string>): WritableMap {
  return new Map<string, WritableValue>([
    ['front_port', nameOf.get(mapping.frontPortId) ?? ''],
    ['front_port_position', mapping.frontPosition],
    ['rear_port', nameOf.get(mapping.rearPortId) ?? ''],
    ['rear_port_position', mapping.rearPosition],
  ]);
}
