/** Making findings: their numbers, their sentence, their order. */
import type { Provenance } from '../model/fact.ts';
import type { DesignRecord } from '../model/records.ts';
import { type MessageArgs, say } from '../text/index.ts';
import type {
  Band,
  Explanation,
  Finding,
  FindingValue,
  RuleId,
  Severity,
  Subject,
} from './types.ts';

interface FindingParts {
  /** Stable: rule and subjects. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly subjects: readonly Subject[];
  /** Key in the namespace `analysis`. */
  readonly message: string;
  readonly values: Readonly<Record<string, FindingValue>>;
  readonly explanation?: readonly Explanation[];
  readonly missing?: readonly string[];
}

/** A finding of its parts. Its sentence is made when somebody reads it: most are only counted. */
export function makeFinding(parts: FindingParts): Finding {
  const messageKey = `analysis.${parts.message}`;
  return {
    id: parts.id,
    rule: parts.rule,
    severity: parts.severity,
    subjects: parts.subjects,
    messageKey,
    get message() {
      return say(messageKey, messageArgs(parts.values));
    },
    values: parts.values,
    explanation: parts.explanation ?? [],
    missing: parts.missing ?? [],
    fixes: [],
  };
}

/**
 * The arguments of a finding's message: its values by name, rounded as their unit deserves; of a band the
 * nominal under its name and the bounds as `nameLow` and `nameHigh`. Counts stay numbers, for plurals.
 */
export function messageArgs(values: Finding['values']): MessageArgs {
  const args: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values)) {
    if ('value' in value) args[name] = shown(value.value, value.unit);
    else {
      args[name] = shown(value.nominal, value.unit);
      args[`${name}Low`] = shown(value.low, value.unit);
      args[`${name}High`] = shown(value.high, value.unit);
    }
  }
  return args;
}

/** Decimals with which a number of that unit is shown. */
const DECIMALS: Readonly<Record<string, number>> = { m: 2, mm: 1, K: 1, '°C': 1, kg: 1, '%': 1 };

function shown(value: number | string, unit: string): string | number {
  if (typeof value === 'string' || unit === COUNT) return value;
  if (unit === 'Gb/s') return String(value);
  return value.toFixed(DECIMALS[unit] ?? 0);
}

/** Unit of things that are counted. */
export const COUNT = 'count';

/** A number with its unit and provenance. */
export function quantity(value: number, unit: string, provenance: Provenance): FindingValue {
  return { value, unit, provenance };
}

/** A number that is counted off the design. */
export function count(value: number): FindingValue {
  return { value, unit: COUNT, provenance: 'derived' };
}

/** A name that the sentence needs. */
export function words(value: string): FindingValue {
  return { value, unit: '', provenance: 'derived' };
}

/** A band with its unit and provenance. */
export function spread(band: Band, unit: string, provenance: Provenance): FindingValue {
  return { ...band, unit, provenance };
}

/** A band of shares, 0..1, as per cent. */
export function percent(band: Band): Band {
  return { low: 100 * band.low, nominal: 100 * band.nominal, high: 100 * band.high };
}

/** A record as the subject of a finding. */
export function subjectOf(record: DesignRecord): Subject {
  return { kind: record.kind, id: record.id, name: nameOf(record) };
}

function nameOf(record: DesignRecord): string {
  switch (record.kind) {
    case 'settings':
    case 'row':
    case 'rack':
    case 'device':
      return record.name;
    case 'deviceType':
      return `${record.manufacturer} ${record.model}`.trim();
    case 'cable':
      return record.label === '' ? record.id : record.label;
    default:
      return record satisfies never;
  }
}

/** Shorter ids first, then by letters: `cable-2` before `cable-12`. */
export function compareIds(a: string, b: string): number {
  if (a === b) return 0;
  return a.length - b.length || (a < b ? -1 : 1);
}

const SEVERITIES: Readonly<Record<Severity, number>> = { error: 0, warning: 1, note: 2 };
const RULES: Readonly<Record<RuleId, number>> = {
  ports: 0,
  faceplate: 1,
  reach: 2,
  bundle: 3,
  air: 4,
  heat: 5,
  latency: 6,
  place: 7,
  data: 8,
};

/** Errors first; then by rule, then by id. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
    RULES[a.rule] - RULES[b.rule] ||
    compareIds(a.id, b.id)
  );
}
