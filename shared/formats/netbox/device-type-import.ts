/**
 * NetBox device types (device-type library, YAML) into Plenum's. Forgiving and truthful: what is odd is
 * reported and kept, what is broken is rejected with its reason, and nothing is guessed in silence.
 */
import {
  AIRFLOW_DIRECTIONS,
  type AirflowDirection,
  type DeviceCategory,
  type DeviceType,
  type Port,
  type PortKind,
} from '../../model/device-type.ts';
import type { Known } from '../../model/fact.ts';
import { say } from '../../text/index.ts';
import { FormatError, readYaml, type YamlMap, type YamlValue } from '../yaml-door.ts';
import { assumeFace } from './assumed-face.ts';
import { groupIntoCages, lonelyTwins } from './cage-groups.ts';
import { FieldReader, type ImportWarning } from './field-reader.ts';
import { isMap, readPortLists } from './port-list.ts';

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

/**
 * Reads every document of a device-type file. Never throws on bad content: a file that cannot be read is one
 * rejected document.
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

function importDocument(document: YamlValue): ImportedDocument {
  if (!isMap(document)) return rejected('', 'not-a-map', say('formats.not-a-map'));
  const warnings: ImportWarning[] = [];
  const reader = new FieldReader(document, '', warnings);
  const manufacturer = reader.text('manufacturer').trim();
  const model = reader.text('model').trim();
  const name = `${manufacturer} ${model}`.trim();
  if (manufacturer === '' || model === '') {
    return rejected(name, 'not-a-device-type', say('formats.not-a-device-type'));
  }
  const otherKind = kindOf(document);
  if (otherKind) return rejected(name, otherKind, say(`formats.${otherKind}`, { name }));
  const heightU = readHeight(reader);
  if (heightU === null) return rejected(name, 'no-height', say('formats.no-height'));
  return {
    status: 'imported',
    name,
    type: readType(reader, manufacturer, model, heightU, warnings),
    warnings,
  };
}

/** Module types and rack types share the library's look but are no device types. */
function kindOf(document: YamlMap): 'module-type' | 'rack-type' | null {
  if ('u_height' in document && 'form_factor' in document) return 'rack-type';
  return 'u_height' in document || 'slug' in document ? null : 'module-type';
}

function readHeight(reader: FieldReader): number | null {
  const height = reader.number('u_height');
  if (height === null || height < 0 || height > 60) return null;
  const half = Math.round(height * 2) / 2;
  if (half !== height) reader.warn('height-rounded', 'u_height', { height, half });
  return half;
}

function readType(
  reader: FieldReader,
  manufacturer: string,
  model: string,
  heightU: number,
  warnings: ImportWarning[],
): DeviceType {
  const slug = reader.text('slug') || slugOf(`${manufacturer}-${model}`);
  const { ports: listed, extras } = readPortLists(reader, warnings);
  const groups = groupIntoCages(listed);
  for (const cage of lonelyTwins(groups)) reader.warn('lonely-twin', 'interfaces', { cage });
  const face = assumeFace(groups, heightU);
  if (face.unplaced > 0) reader.warn('no-room', '', { count: face.unplaced });
  const cageOfPort = new Map(face.ports.map((port) => [port.id, port]));
  const ports = listed.map((port) => cageOfPort.get(port.id) ?? port);
  const source = say('formats.source');
  const depthUse = reader.flag('is_full_depth') ? 'full' : 'half';
  const weightKg = readWeight(reader, source);
  const airflow = readAirflow(reader, source);
  const partNumber = reader.text('part_number');
  const description = reader.text('description');
  const rest = reader.rest();
  return {
    kind: 'deviceType',
    id: `netbox:${slug}`,
    manufacturer,
    model,
    slug,
    partNumber,
    category: categoryOf(ports, heightU, model),
    heightU,
    width: 'full',
    depthUse,
    lodging: 'rack',
    faceMm: null,
    depthMm: null,
    weightKg,
    powerTypicalW: null,
    powerMaxW: drawOf(ports),
    airflow,
    supplies: null,
    suppliesNeeded: null,
    airflowCfm: null,
    fanPercent: null,
    criticalPa: null,
    inletMinC: null,
    inletMaxC: null,
    noiseDb: null,
    packing: null,
    standoffMm: null,
    wantedGbps: null,
    hopNs: null,
    pathwayMm2: null,
    cages: face.cages,
    ports,
    portMappings: [],
    shapes: [],
    bays: [],
    backdrops: [],
    description,
    origin: 'netbox',
    extra: JSON.stringify({ fields: rest, ports: extras }),
  };
}

function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

const KG_PER: Readonly<Record<string, number>> = {
  kg: 1,
  g: 0.001,
  lb: 0.45359237,
  oz: 0.028349523125,
};

function readWeight(reader: FieldReader, source: string): Known {
  const weight = reader.number('weight');
  const unit = reader.text('weight_unit');
  if (weight === null || weight < 0) return null;
  const factor = KG_PER[unit];
  if (factor === undefined) {
    reader.warn('unknown-unit', 'weight_unit', { unit });
    return null;
  }
  return { value: Math.round(weight * factor * 1000) / 1000, provenance: 'datasheet', source };
}

function readAirflow(reader: FieldReader, source: string): Known<AirflowDirection> {
  const text = reader.text('airflow');
  if (text === '') return null;
  const value = AIRFLOW_DIRECTIONS.find((direction) => direction === text);
  if (value) return { value, provenance: 'datasheet', source };
  reader.warn('unknown-airflow', 'airflow', { text });
  return null;
}

/**
 * Power from the inlets' maximum draw. Supplies may be redundant and the file does not say, so the largest
 * single inlet is only a lower bound; with more than one inlet the power stays unknown.
 */
function drawOf(ports: readonly Port[]): Known {
  const inlets = ports.filter((port) => port.kind === 'powerInlet');
  const draw = inlets[0]?.maximumDrawW ?? null;
  if (inlets.length !== 1 || draw === null) return null;
  return { value: draw, provenance: 'derived', source: say('formats.draw-source') };
}

/** A guess by what the ports are; a person may change it. */
function categoryOf(ports: readonly Port[], heightU: number, model: string): DeviceCategory {
  const count = (kind: PortKind): number => ports.filter((port) => port.kind === kind).length;
  if (count('powerOutlet') > 0) return 'pdu';
  if (count('front') + count('rear') > 0 && count('interface') === 0) return 'patch-panel';
  if (count('interface') >= 8) return 'switch';
  if (ports.length === 0 && heightU > 0 && /blank/i.test(model)) return 'blank';
  return count('interface') > 0 ? 'server' : 'other';
}
