/** The findings about what is unknown. */
import { mediumName } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import type { DesignRecord } from '../model/records.ts';
import { say } from '../text/index.ts';
import { STALE_MM } from './cable-length.ts';
import {
  compareIds,
  count,
  type FindingHead,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';
import type { GapGroup } from './gaps.ts';
import type { Severity, Subject } from './types.ts';

type Tables = Pick<Design, 'deviceTypes' | 'devices' | 'cables'>;

/** The finding of a group of gaps. */
export function gapFinding(tables: Tables, group: GapGroup): FindingSource {
  switch (group.about) {
    case 'type-facts':
      return unknownFacts(tables, group);
    case 'airflow':
      return unknownAirflow(tables, group);
    case 'lost-ports':
      return lostPorts(tables, group);
    case 'reach':
      return cablesFinding(
        tables,
        group,
        { id: `reach:unknown:${group.of}`, rule: 'reach', severity: 'note' },
        'reach.unknown',
      );
    case 'bend':
      return cablesFinding(
        tables,
        group,
        { id: `bundle:bend:${group.of}`, rule: 'bundle', severity: 'note' },
        'bundle.bendUnknown',
      );
    case 'depth':
      return tooDeep(tables, group);
    case 'diameter':
    case 'ends':
    case 'length':
    case 'straight':
    case 'stale':
    case 'unreached':
    case 'wire':
      return cablesFinding(
        tables,
        group,
        {
          id: `data:${group.about}:${group.of}`,
          rule: 'data',
          severity: DATA_SEVERITY[group.about],
        },
        `data.${group.about}`,
      );
    default:
      throw new RangeError(`no gap ${String(group.about satisfies never)}`);
  }
}

/** A cable that cannot be is an error, one that is told twice over a warning, one that is estimated a note. */
const DATA_SEVERITY: Readonly<
  Record<'diameter' | 'ends' | 'length' | 'straight' | 'stale' | 'unreached' | 'wire', Severity>
> = {
  diameter: 'note',
  ends: 'error',
  length: 'note',
  straight: 'error',
  stale: 'warning',
  unreached: 'warning',
  wire: 'warning',
};

function unknownFacts(tables: Tables, group: GapGroup): FindingSource {
  const type = typeSubject(tables, group);
  const facts = [...group.missing.keys()].sort();
  const values = {
    type: words(type.name),
    devices: count(group.count),
    facts: words(facts.map((fact) => say(`analysis.fact.${fact}`)).join(', ')),
  };
  return makeFinding({ id: `data:type:${group.of}`, rule: 'data', severity: 'note' }, () => ({
    subjects: [type],
    message: 'data.type',
    values,
    missing: facts.map((fact) => `device type ${type.name}: ${fact}`),
  }));
}

/** Blocked share from which an unknown airflow matters enough to warn. */
const COVERED_MUCH = 0.3;

function unknownAirflow(tables: Tables, group: GapGroup): FindingSource {
  const type = typeSubject(tables, group);
  const share = Math.max(...group.amounts.keys());
  const severity = share >= COVERED_MUCH ? 'warning' : 'note';
  const subjects = [type, ...named(tables.devices, group)];
  const values = {
    type: words(type.name),
    devices: count(group.count),
    blocked: quantity(100 * share, '%', 'derived'),
  };
  return makeFinding({ id: `air:unknown:${group.of}`, rule: 'air', severity }, () => ({
    subjects,
    message: 'air.unknown',
    values,
    missing: [`device type ${type.name}: airflowCfm`],
  }));
}

function lostPorts(tables: Tables, group: GapGroup): FindingSource {
  const type = typeSubject(tables, group);
  let ports = 0;
  for (const [amount, devices] of group.amounts) ports += amount * devices;
  const subjects = [type, ...named(tables.devices, group)];
  const values = {
    type: words(type.name),
    devices: count(group.count),
    ports: count(ports),
  };
  return makeFinding({ id: `ports:lost:${group.of}`, rule: 'ports', severity: 'note' }, () => ({
    subjects,
    message: 'ports.lost',
    values,
  }));
}

function tooDeep(tables: Tables, group: GapGroup): FindingSource {
  const type = typeSubject(tables, group);
  const subjects = [type, ...named(tables.devices, group)];
  const depth = tables.deviceTypes.get(group.of)?.depthMm ?? NO_DEPTH;
  const over = Math.max(...group.amounts.keys());
  const values = {
    type: words(type.name),
    devices: count(group.count),
    depth: quantity(depth.value, 'mm', depth.provenance),
    over: quantity(over, 'mm', 'derived'),
    rackDepth: quantity(depth.value - over, 'mm', 'derived'),
  };
  return makeFinding({ id: `data:depth:${group.of}`, rule: 'data', severity: 'warning' }, () => ({
    subjects,
    message: 'data.depth',
    values,
    explanation: [
      {
        formula: 'over = d - D',
        where: { over: 'over', d: 'depth', D: 'rackDepth' },
        sources: [depth.source],
      },
    ],
  }));
}

const NO_DEPTH = { value: 0, provenance: 'assumed', source: '' } as const;

function cablesFinding(
  tables: Tables,
  group: GapGroup,
  head: FindingHead,
  message: string,
): FindingSource {
  const subjects = named(tables.cables, group);
  const missing = [...group.missing.keys()].sort();
  const values = {
    medium: words(groupMedium(group)),
    cables: count(group.count),
    ...(group.about === 'stale' ? { tolerance: quantity(STALE_MM, 'mm', 'assumed') } : {}),
  };
  return makeFinding(head, () => ({ subjects, message, values, missing }));
}

function typeSubject(tables: Tables, { of }: GapGroup): Subject {
  const type = tables.deviceTypes.get(of);
  return type ? subjectOf(type) : { kind: 'deviceType', id: of, name: of };
}

function named(
  records: ReadonlyMap<string, DesignRecord>,
  { units }: GapGroup,
): readonly Subject[] {
  if (units === null) return [];
  return [...units].sort(compareIds).flatMap((id) => {
    const record = records.get(id);
    return record ? [subjectOf(record)] : [];
  });
}

/** Name of the medium that a group of gaps is of, in words. */
function groupMedium({ of }: GapGroup): string {
  const id = MEDIUM_IDS.find((known) => known === of);
  return id === undefined ? of : mediumName(id);
}
