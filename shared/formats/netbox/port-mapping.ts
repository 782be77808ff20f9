/**
 * Which front port leads to which rear port. Two ways to write it: `rear_port` on the front port, and since
 * NetBox 4.5 a list of its own, `port-mappings`. Both are read; what leads nowhere is said and kept.
 */
import type { PortMapping } from '../../model/device-type.ts';
import type { PortId } from '../../model/ids.ts';
import { PlainScalar, type YamlValue } from '../yaml-door.ts';
import { FieldReader, textOf } from './field-reader.ts';
import { type ImportReport, quoted } from './import-report.ts';
import { MAPPING_FIELDS, MAPPINGS_LIST } from './netbox-fields.ts';
import { type ListedPort, portsByName, readEntries } from './port-list.ts';

const MAX_POSITION = 1024;
const MAX_MAPPINGS = 8192;

interface ReadMappings {
  readonly mappings: readonly PortMapping[];
  /** Entries of the list that lead nowhere, as they stand in the file. */
  readonly dangling: readonly YamlValue[];
}

/** Reads both forms. The fields that were understood are taken out of the ports' rests. */
export function readMappings(
  type: FieldReader,
  listed: readonly ListedPort[],
  report: ImportReport,
): ReadMappings {
  const rears = portsByName(listed, 'rear-ports');
  const fronts = portsByName(listed, 'front-ports');
  const mappings: PortMapping[] = [];
  for (const [index, { port, rest }] of listed.filter(isFront).entries()) {
    const rearName = textOf(rest.get('rear_port'));
    if (rearName === '') continue;
    const path = `front-ports[${index}].rear_port`;
    const rearPortId = rears.get(rearName);
    const rearPosition = positionOf(rest.get('rear_port_position'));
    if (rearPortId === undefined) {
      report.add('no-such-port', path, { target: quoted(rearName) }, port.name);
    } else if (rearPosition === null) {
      report.add('odd-position', path, {}, port.name);
    } else {
      mappings.push({ frontPortId: port.id, frontPosition: 1, rearPortId, rearPosition });
      rest.delete('rear_port');
      rest.delete('rear_port_position');
    }
  }
  const dangling: YamlValue[] = [];
  for (const { map, path } of readEntries(type, MAPPINGS_LIST)) {
    const fields = new FieldReader(map, path, MAPPING_FIELDS, report);
    const [front, rear] = [fields.name('front_port'), fields.name('rear_port')];
    const [frontPortId, rearPortId] = [fronts.get(front), rears.get(rear)];
    const frontPosition = positionOf(fields.take('front_port_position'));
    const rearPosition = positionOf(fields.take('rear_port_position'));
    if (frontPortId === undefined || rearPortId === undefined) {
      const target = frontPortId === undefined ? front : rear;
      report.add('no-such-port', path, { target: quoted(target) }, front);
      dangling.push(map);
    } else if (frontPosition === null || rearPosition === null) {
      report.add('odd-position', path, {}, front);
      dangling.push(map);
    } else mappings.push({ frontPortId, frontPosition, rearPortId, rearPosition });
  }
  const known = inOrder(distinct(mappings), listed).slice(0, MAX_MAPPINGS);
  reportGaps(listed, known, report);
  const reach = lastPositions(known);
  for (const { port, rest } of listed) {
    // A number of positions that the mappings tell is not kept beside them.
    const stated = positionOf(rest.get('positions'));
    if (stated !== null && stated <= (reach.get(port.id) ?? 1)) rest.delete('positions');
  }
  return { mappings: known, dangling };
}

function isFront({ list }: ListedPort): boolean {
  return list === 'front-ports';
}

/** A place that is counted from 1; 1 where none is given, null where it is no such number. */
export function positionOf(value: YamlValue | undefined): number | null {
  if (value === undefined) return 1;
  const text = textOf(value).trim();
  if (text === '') return typeof value === 'string' || value instanceof PlainScalar ? 1 : null;
  const position = Number(text);
  return Number.isInteger(position) && position >= 1 && position <= MAX_POSITION ? position : null;
}

/** The last position that is mapped of each port. */
export function lastPositions(mappings: readonly PortMapping[]): ReadonlyMap<PortId, number> {
  const last = new Map<PortId, number>();
  for (const { frontPortId, frontPosition, rearPortId, rearPosition } of mappings) {
    last.set(frontPortId, Math.max(frontPosition, last.get(frontPortId) ?? 1));
    last.set(rearPortId, Math.max(rearPosition, last.get(rearPortId) ?? 1));
  }
  return last;
}

/** A file that writes both forms says everything twice. */
function distinct(mappings: readonly PortMapping[]): readonly PortMapping[] {
  const seen = new Map<string, PortMapping>();
  for (const mapping of mappings) {
    const { frontPortId, frontPosition, rearPortId, rearPosition } = mapping;
    const key = [frontPortId, frontPosition, rearPortId, rearPosition].join();
    if (!seen.has(key)) seen.set(key, mapping);
  }
  return [...seen.values()];
}

/** In the order of the front ports, whichever of the two forms said them. */
function inOrder(
  mappings: readonly PortMapping[],
  listed: readonly ListedPort[],
): readonly PortMapping[] {
  const places = new Map(listed.map(({ port }, place) => [port.id, place]));
  const placeOf = (id: PortId): number => places.get(id) ?? 0;
  return mappings.toSorted(
    (a, b) =>
      placeOf(a.frontPortId) - placeOf(b.frontPortId) ||
      a.frontPosition - b.frontPosition ||
      placeOf(a.rearPortId) - placeOf(b.rearPortId) ||
      a.rearPosition - b.rearPosition,
  );
}

/** Front ports that lead nowhere, places that two share, and places that the rear port does not have. */
function reportGaps(
  listed: readonly ListedPort[],
  mappings: readonly PortMapping[],
  report: ImportReport,
): void {
  const byId = new Map(listed.map((each) => [each.port.id, each]));
  const mapped = new Set(mappings.map(({ frontPortId }) => frontPortId));
  for (const { port, rest } of listed.filter(isFront)) {
    if (!mapped.has(port.id) && textOf(rest.get('rear_port')) === '') {
      report.add('no-rear-port', 'front-ports', {}, port.name);
    }
  }
  const taken = new Set<string>();
  for (const { frontPortId, rearPortId, rearPosition } of mappings) {
    const rear = byId.get(rearPortId);
    const front = byId.get(frontPortId)?.port.name ?? '';
    const positions = positionOf(rear?.rest.get('positions')) ?? 1;
    if (rearPosition > positions) {
      report.add(
        'position-beyond',
        'front-ports',
        { rear: rear?.port.name ?? '', positions },
        front,
      );
    }
    const place = `${rearPosition}@${rearPortId}`;
    if (taken.has(place)) {
      report.add('position-twice', 'front-ports', { rear: rear?.port.name ?? '' }, front);
    }
    taken.add(place);
  }
}
