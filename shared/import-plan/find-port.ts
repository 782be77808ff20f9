/** The port of a type that a name in another program's file means. */
import { cagePlace } from '../formats/site/spots.ts';
import type { DeviceType, Port, PortKind } from '../model/device-type.ts';

export interface FoundPort {
  readonly port: Port;
  /** `exact`: it is called so; `alike`: it is spelt otherwise; `part`: the name means a part of the port's lanes. */
  readonly how: 'exact' | 'alike' | 'part';
}

interface PortNames {
  readonly exact: ReadonlyMap<string, readonly Port[]>;
  readonly folded: ReadonlyMap<string, readonly Port[]>;
  readonly places: ReadonlyMap<string, readonly Port[]>;
}

const namesPerType = new WeakMap<DeviceType, PortNames>();

function namesOf(type: DeviceType): PortNames {
  const known = namesPerType.get(type);
  if (known) return known;
  const by = (key: (port: Port) => string): Map<string, Port[]> => Map.groupBy(type.ports, key);
  const names: PortNames = {
    exact: by(({ name }) => name),
    folded: by(({ name }) => folded(name)),
    places: by(({ name, kind }) => (kind === 'interface' ? placeKey(name) : '')),
  };
  namesPerType.set(type, names);
  return names;
}

/**
 * Finds a port by its name: as it stands, in another spelling, then by the opening and the place in it that the name
 * means. Null where none, or more than one, can be meant.
 * @param kind its kind, where the file says it
 */
export function findPort(type: DeviceType, name: string, kind: PortKind | null): FoundPort | null {
  const names = namesOf(type);
  const fitting = (ports: readonly Port[] | undefined): readonly Port[] =>
    (ports ?? []).filter((port) => kind === null || port.kind === kind);
  const [exact] = fitting(names.exact.get(name));
  if (exact) return { port: exact, how: 'exact' };
  const alike = only(fitting(names.folded.get(folded(name))));
  if (alike) return { port: alike, how: 'alike' };
  const place = cagePlace(name);
  if (!place) return null;
  const sameOpening = only(fitting(names.places.get(placeKey(name))));
  if (sameOpening) return { port: sameOpening, how: 'alike' };
  if (place.sub === null) return null;
  const whole = only(fitting(names.places.get(`${place.cage}/`)));
  return whole ? { port: whole, how: 'part' } : null;
}

function only(ports: readonly Port[]): Port | null {
  return ports.length === 1 ? (ports[0] ?? null) : null;
}

function folded(name: string): string {
  return name.toLowerCase().replaceAll(/[\s_-]+/g, '');
}

function placeKey(name: string): string {
  const place = cagePlace(name);
  return place ? `${place.cage}/${place.sub ?? ''}` : '';
}

/** A few ports of the type, to choose from. */
export function likePorts(type: DeviceType, kind: PortKind | null): string {
  const ports = type.ports.filter((port) => port.kind === (kind ?? 'interface'));
  const shown = ports.slice(0, 4).map(({ name }) => name);
  return ports.length > shown.length ? `${shown.join(', ')} …` : shown.join(', ');
}
