/** The findings about what is unknown. */
import { mediumFacts } from '../catalog/index.ts';
import type { Design } from '../model/design.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import type { DesignRecord } from '../model/records.ts';
import { say } from '../text/index.ts';
import { compareIds, count, makeFinding, quantity, subjectOf, words } from './finding.ts';
import type { Gap, GapGroup } from './gaps.ts';
import type { Finding, Subject } from './types.ts';

type Tables = Pick<Design, 'deviceTypes' | 'devices' | 'cables'>;

/** A finding about more devices or cables than this counts them and names only their type or medium. */
const NAMED_MAX = 50;

/** The finding of a group of gaps. */
export function gapFinding(tables: Tables, group: GapGroup): Finding {
  const missing = new Set<string>();
  for (const gap of group.gaps.values()) for (const fact of missingOf(gap)) missing.add(fact);
  switch (group.about) {
    case 'type-facts':
    case 'airflow':
    case 'lost-ports':
      return typeFinding(tables, group.about, group, [...missing].sort());
    case 'reach':
    case 'diameter':
    case 'ends':
      return mediumFinding(tables, group.about, group, [...missing].sort());
    default:
      throw new RangeError(`no gap ${String(group.about satisfies never)}`);
  }
}

function missingOf(gap: Gap): readonly string[] {
  return 'missing' in gap ? gap.missing : [];
}

function typeFinding(
  tables: Tables,
  about: 'type-facts' | 'airflow' | 'lost-ports',
  { of: typeId, gaps }: GapGroup,
  missing: readonly string[],
): Finding {
  const type = tables.deviceTypes.get(typeId);
  const typeSubjects = type ? [subjectOf(type)] : [];
  const name = typeSubjects[0]?.name ?? typeId;
  const values = { type: words(name), devices: count(gaps.size) };
  switch (about) {
    case 'type-facts':
      return makeFinding({
        id: `data:type:${typeId}`,
        rule: 'data',
        severity: 'note',
        subjects: typeSubjects,
        message: 'data.type',
        values: {
          ...values,
          facts: words(missing.map((fact) => say(`analysis.fact.${fact}`)).join(', ')),
        },
        missing: missing.map((fact) => `device type ${name}: ${fact}`),
      });
    case 'airflow': {
      let share = 0;
      for (const gap of gaps.values())
        if (gap.about === 'airflow') share = Math.max(share, gap.share);
      return makeFinding({
        id: `air:unknown:${typeId}`,
        rule: 'air',
        severity: share >= COVERED_MUCH ? 'warning' : 'note',
        subjects: [...typeSubjects, ...named(tables.devices, gaps)],
        message: 'air.unknown',
        values: { ...values, blocked: quantity(100 * share, '%', 'derived') },
        missing: [`device type ${name}: airflowCfm`],
      });
    }
    case 'lost-ports': {
      let ports = 0;
      for (const gap of gaps.values()) if (gap.about === 'lost-ports') ports += gap.ports;
      return makeFinding({
        id: `ports:lost:${typeId}`,
        rule: 'ports',
        severity: 'note',
        subjects: [...typeSubjects, ...named(tables.devices, gaps)],
        message: 'ports.lost',
        values: { ...values, ports: count(ports) },
      });
    }
    default:
      throw new RangeError(`no gap ${String(about satisfies never)}`);
  }
}
/** Blocked share from which an unknown airflow matters enough to warn. */
const COVERED_MUCH = 0.3;

/** The devices or cables concerned, where they are few enough to name. */
function named(
  records: ReadonlyMap<string, DesignRecord>,
  gaps: GapGroup['gaps'],
): readonly Subject[] {
  if (gaps.size > NAMED_MAX) return [];
  return [...gaps.keys()].sort(compareIds).flatMap((id) => {
    const record = records.get(id);
    return record ? [subjectOf(record)] : [];
  });
}

function mediumFinding(
  tables: Tables,
  about: 'reach' | 'diameter' | 'ends',
  { of: medium, gaps }: GapGroup,
  missing: readonly string[],
): Finding {
  const subjects = named(tables.cables, gaps);
  const name = mediumName(medium);
  return makeFinding({
    id: `${about === 'reach' ? 'reach:unknown' : `data:${about}`}:${medium}`,
    rule: about === 'reach' ? 'reach' : 'data',
    severity: about === 'ends' ? 'error' : 'note',
    subjects,
    message: about === 'reach' ? 'reach.unknown' : `data.${about}`,
    values: { medium: words(name), cables: count(gaps.size) },
    missing: about === 'diameter' ? [`medium ${name}: diameter`] : missing,
  });
}

/** Name of a medium, in words. */
export function mediumName(medium: string): string {
  for (const id of MEDIUM_IDS) if (id === medium) return say(mediumFacts(id).nameKey);
  return medium;
}
