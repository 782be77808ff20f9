/** How two types of one name differ: facts with where they come from, ports, and what is on the faces. */
import type { DeviceType, Port } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { Fact, Known } from '../model/fact.ts';
import type { PortId } from '../model/ids.ts';

/** Fields that are a word or a number without a source. */
export const PLAIN_FIELDS = [
  'manufacturer',
  'model',
  'slug',
  'partNumber',
  'category',
  'heightU',
  'width',
  'depthUse',
  'lodging',
  'description',
] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];

/** Fields that are facts, with their provenance. */
export const FACT_FIELDS = [
  'depthMm',
  'weightKg',
  'powerTypicalW',
  'powerMaxW',
  'supplies',
  'suppliesNeeded',
  'airflow',
  'airflowCfm',
  'fanPercent',
  'criticalPa',
  'inletMinC',
  'inletMaxC',
  'noiseDb',
  'packing',
  'standoffMm',
  'wantedGbps',
  'hopNs',
  'pathwayMm2',
] as const;
export type FactField = (typeof FACT_FIELDS)[number];

/** Parts of a face that are counted by what they are; bays and backdrops of no face stand under none. */
export type FacePart = 'cage' | DeviceType['shapes'][number]['shape'] | 'bay-opening' | 'backdrop';

export interface FaceDifference {
  readonly face: Face | null;
  readonly part: FacePart;
  readonly added: number;
  readonly removed: number;
  /** There in both, but elsewhere, of another size or another kind. */
  readonly changed: number;
}

/** The difference from one type to another: what was, and what would be. */
export interface TypeDifference {
  readonly fields: readonly {
    readonly field: PlainField;
    readonly before: string | number;
    readonly after: string | number;
  }[];
  readonly facts: readonly {
    readonly fact: FactField;
    readonly before: Known<number | string>;
    readonly after: Known<number | string>;
  }[];
  readonly ports: {
    readonly added: readonly Port[];
    readonly removed: readonly Port[];
    readonly renamed: readonly (readonly [before: Port, after: Port])[];
    /** Of the same name, but with another speed, opening, lanes ... */
    readonly changed: readonly (readonly [before: Port, after: Port])[];
  };
  readonly faces: readonly FaceDifference[];
  /** Which front port leads to which rear port is another. */
  readonly mappings: boolean;
  /** The size of the face of what goes into a bay is another. */
  readonly faceSize: boolean;
  /** What its source file held and Plenum has no field for is another. */
  readonly extra: boolean;
}

/** Whether two types that do not say the same differ only in ids, order, groups and locks of their parts. */
export function isInnerOnly(difference: TypeDifference): boolean {
  const { fields, facts, ports, faces, mappings, faceSize, extra } = difference;
  const parts = Object.values(ports).reduce((sum, list) => sum + list.length, 0);
  return (
    fields.length + facts.length + faces.length + parts === 0 && !mappings && !faceSize && !extra
  );
}

/** What would change if `before` became `after`; ids and where the types came from do not count. */
export function typeDifference(before: DeviceType, after: DeviceType): TypeDifference {
  return {
    fields: PLAIN_FIELDS.flatMap((field) =>
      before[field] === after[field] ? [] : [{ field, before: before[field], after: after[field] }],
    ),
    facts: FACT_FIELDS.flatMap((fact) =>
      sameFact(before[fact], after[fact])
        ? []
        : [{ fact, before: before[fact], after: after[fact] }],
    ),
    ports: portDifference(before, after),
    faces: faceDifferences(before, after),
    mappings: JSON.stringify(before.portMappings) !== JSON.stringify(after.portMappings),
    faceSize: JSON.stringify(before.faceMm) !== JSON.stringify(after.faceMm),
    extra: before.extra !== after.extra,
  };
}

function sameFact(a: Fact<unknown> | null, b: Fact<unknown> | null): boolean {
  if (a === null || b === null) return a === b;
  return a.value === b.value && a.provenance === b.provenance && a.source === b.source;
}

/**
 * Which port of `after` each port of `before` becomes: the one of the same id, else of the same name, and always
 * of the same kind. A port that is not in the map vanishes.
 */
export function matchPorts(before: DeviceType, after: DeviceType): ReadonlyMap<PortId, Port> {
  const matched = new Map<PortId, Port>();
  const left = new Map(after.ports.map((port) => [port.id, port]));
  for (const port of before.ports) {
    const same = left.get(port.id);
    if (same?.kind !== port.kind) continue;
    matched.set(port.id, same);
    left.delete(port.id);
  }
  const named = new Map<string, Port[]>();
  for (const port of left.values()) {
    const key = `${port.kind} ${port.name}`;
    named.set(key, [...(named.get(key) ?? []), port]);
  }
  for (const port of before.ports) {
    if (matched.has(port.id)) continue;
    const next = named.get(`${port.kind} ${port.name}`)?.shift();
    if (next) matched.set(port.id, next);
  }
  return matched;
}

function portDifference(before: DeviceType, after: DeviceType): TypeDifference['ports'] {
  const matched = matchPorts(before, after);
  const became = new Set([...matched.values()].map(({ id }) => id));
  const pairs = before.ports.flatMap((port) => {
    const next = matched.get(port.id);
    return next ? [[port, next] as const] : [];
  });
  const renamed = pairs.filter(([was, is]) => was.name !== is.name);
  const cageBefore = openings(before);
  const cageAfter = openings(after);
  const changed = pairs.filter(
    ([was, is]) =>
      was.name === is.name &&
      (was.speedGbps !== is.speedGbps ||
        was.lanes !== is.lanes ||
        was.slug !== is.slug ||
        was.managementOnly !== is.managementOnly ||
        was.maximumDrawW !== is.maximumDrawW ||
        was.label !== is.label ||
        cageBefore(was) !== cageAfter(is)),
  );
  return {
    added: after.ports.filter(({ id }) => !became.has(id)),
    removed: before.ports.filter(({ id }) => !matched.has(id)),
    renamed,
    changed,
  };
}

/** What a port sits in: the opening's form factor and name; where it lies is a matter of the face. */
function openings(type: DeviceType): (port: Port) => string {
  const cages = new Map(type.cages.map((cage) => [cage.id, `${cage.formFactor} ${cage.name}`]));
  return ({ cageId }) => (cageId === null ? '' : (cages.get(cageId) ?? ''));
}

interface Part {
  readonly face: Face | null;
  readonly part: FacePart;
  readonly id: string;
  readonly content: string;
}

function partsOf(type: DeviceType): readonly Part[] {
  return [
    ...type.cages.map((cage): Part => partFrom(cage.face, 'cage', cage.id, cage)),
    ...type.shapes.map((shape): Part => partFrom(shape.face, shape.shape, shape.id, shape)),
    ...type.bays.map((bay): Part => partFrom(bay.area?.face ?? null, 'bay-opening', bay.id, bay)),
    ...type.backdrops.map(
      (backdrop, k): Part =>
        partFrom(backdrop.area.face, 'backdrop', `${backdrop.pictureId} ${k}`, backdrop),
    ),
  ];
}

/** Groups and locks are how a person draws, not what a face is. */
function partFrom(face: Face | null, part: FacePart, id: string, what: object): Part {
  const content = JSON.stringify({ ...what, id: '', group: '', locked: false });
  return { face, part, id, content };
}

function faceDifferences(before: DeviceType, after: DeviceType): readonly FaceDifference[] {
  const counts = new Map<string, { -readonly [K in keyof FaceDifference]: FaceDifference[K] }>();
  const count = ({ face, part }: Part, what: 'added' | 'removed' | 'changed', by: number): void => {
    const key = `${face} ${part}`;
    const known = counts.get(key) ?? { face, part, added: 0, removed: 0, changed: 0 };
    counts.set(key, { ...known, [what]: known[what] + by });
  };
  const key = ({ face, part, id }: Part): string => `${face} ${part} ${id}`;
  const alike = ({ face, part, content }: Part): string => `${face} ${part} ${content}`;
  const is = new Map(partsOf(after).map((part) => [key(part), part]));
  const was = partsOf(before);
  const gone: Part[] = [];
  for (const part of was) {
    const next = is.get(key(part));
    if (!next) {
      gone.push(part);
      continue;
    }
    is.delete(key(part));
    if (next.content !== part.content) count(part, 'changed', 1);
  }
  // The same part under another id is no difference that anybody sees.
  const come = new Map<string, Part[]>();
  for (const part of is.values()) come.set(alike(part), [...(come.get(alike(part)) ?? []), part]);
  for (const part of gone) {
    if (come.get(alike(part))?.shift() === undefined) count(part, 'removed', 1);
  }
  for (const parts of come.values()) for (const part of parts) count(part, 'added', 1);
  return [...counts.values()].filter(
    ({ added, removed, changed }) => added + removed + changed > 0,
  );
}
