/** Rule `data`: cables of one name, and labels that cannot be printed as they are. */
import type { Design } from '../model/design.ts';
import type { CableId } from '../model/ids.ts';
import { compareIds, count, type FindingSource, makeFinding, subjectOf, words } from './finding.ts';
import type { Subject } from './types.ts';

/** What is wrong with labels, and the cables that have them. */
export type LabelFault =
  | {
      readonly fault: 'twice';
      /** In the order of letters. */
      readonly labels: readonly string[];
      readonly cables: readonly CableId[];
    }
  | {
      readonly fault: 'long';
      readonly longest: number;
      readonly limit: number;
      readonly cables: readonly CableId[];
    };

type Cables = Pick<Design, 'cables'>;

/** A finding about more cables than this counts them. */
const NAMED_MAX = 50;

/** Several cables are called the same. @param names those that stand more than once, in the order of letters */
export function nameFinding(
  design: Cables,
  names: readonly string[],
  ids: readonly CableId[],
): FindingSource {
  const subjects = subjectsOf(design, ids);
  const values = {
    names: count(names.length),
    cables: count(ids.length),
    example: words(names[0] ?? ''),
  };
  return makeFinding({ id: 'data:names', rule: 'data', severity: 'warning' }, () => ({
    subjects,
    message: 'data.names',
    values,
  }));
}

/** Labels that stand at several ends, or that the printer does not take. */
export function labelFinding(design: Cables, fault: LabelFault): FindingSource {
  const subjects = subjectsOf(design, fault.cables);
  const cables = count(fault.cables.length);
  const values =
    fault.fault === 'twice'
      ? { labels: count(fault.labels.length), cables, example: words(fault.labels[0] ?? '') }
      : { longest: count(fault.longest), limit: count(fault.limit), cables };
  const head = { id: `data:labels:${fault.fault}`, rule: 'data', severity: 'warning' } as const;
  return makeFinding(head, () => ({ subjects, message: `data.labels.${fault.fault}`, values }));
}

function subjectsOf({ cables }: Cables, ids: readonly CableId[]): readonly Subject[] {
  if (ids.length > NAMED_MAX) return [];
  return [...ids].sort(compareIds).flatMap((id) => {
    const cable = cables.get(id);
    return cable ? [subjectOf(cable)] : [];
  });
}
