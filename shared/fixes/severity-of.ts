/** How bad a finding is, so that one can tell whether an edit made it smaller. */
import type { Finding, FindingValue } from '../analysis/types.ts';

/** The value by which a finding of a message is measured; longer beginnings of the key come first. */
const MEASURES: readonly (readonly [start: string, value: string, sense: 1 | -1])[] = [
  ['reach.short', 'missingLength', 1],
  ['reach.', 'margin', -1],
  ['bundle.tall', 'excess', 1],
  ['bundle.middle', 'cables', 1],
  ['bundle.split', 'diameter', 1],
  ['bundle.bend', 'turns', 1],
  ['bundle.', 'fill', 1],
  ['air.open', 'openUnits', 1],
  ['air.direction', 'devices', 1],
  ['air.sideways', 'devices', 1],
  ['air.optics', 'optics', 1],
  ['air.unknown', 'blocked', 1],
  ['air.runaway', 'recirculation', 1],
  ['air.', 'loss', 1],
  ['heat.', 'over', 1],
  ['place.', 'over', 1],
  ['latency.over', 'over', 1],
  ['latency.rails', 'wait', 1],
  ['ports.crowded', 'cages', 1],
  ['ports.lost', 'ports', 1],
  ['data.', 'devices', 1],
];

/** A number of a finding, with its name. */
export interface Measured {
  readonly name: string;
  readonly value: FindingValue;
}

/** The value that tells how bad the finding is; what is lacking of a margin counts as over. Null without one. */
export function measured(finding: Finding): Measured | null {
  const [, name, sense] = measureOf(finding) ?? [];
  const value = name === undefined ? undefined : finding.values[name];
  if (name === undefined || !value) return null;
  if (sense === 1 || !('value' in value) || typeof value.value !== 'number' || value.value >= 0) {
    return { name, value };
  }
  return { name: 'over', value: { ...value, value: -value.value } };
}

function measureOf({ messageKey }: Finding): (typeof MEASURES)[number] | undefined {
  const message = messageKey.replace(/^analysis\./, '');
  return MEASURES.find(([start]) => message.startsWith(start));
}

const RANKS = { note: 0, warning: 1, error: 2 } as const;
/** A number has to fall by this share of itself to count as smaller. */
const STEP = 0.02;

/** Whether a finding is gone, less severe, or smaller by its own measure. */
export function isSmaller(before: Finding, after: Finding | null): boolean {
  if (after === null) return true;
  if (after.severity !== before.severity) return RANKS[after.severity] < RANKS[before.severity];
  const [was, is] = [amountOf(before), amountOf(after)];
  return was !== null && is !== null && was - is > STEP * Math.abs(was);
}

/** The measure as a number that is smaller when the finding is. */
function amountOf(finding: Finding): number | null {
  const measure = measureOf(finding);
  const value = measure && finding.values[measure[1]];
  if (!measure || !value) return null;
  const number = 'nominal' in value ? value.nominal : value.value;
  return typeof number === 'number' ? measure[2] * number : null;
}
