/** Making findings: their numbers, their sentence, their order. */
import type { Provenance } from '../model/fact.ts';
import type { DesignRecord } from '../model/records.ts';
import { hasMessage, type MessageArgs, say } from '../text/index.ts';
import type {
  Band,
  Explanation,
  Finding,
  FindingValue,
  RuleId,
  Severity,
  Subject,
} from './types.ts';

/** What a finding is known and sorted by. */
export type FindingHead = Pick<Finding, 'id' | 'rule' | 'severity'>;

/** What a finding says. */
export interface FindingDetails {
  readonly subjects: readonly Subject[];
  /** Key in the namespace `analysis`. */
  readonly message: string;
  readonly values: Readonly<Record<string, FindingValue>>;
  readonly explanation?: readonly Explanation[];
  readonly missing?: readonly string[];
}

/** A finding that is spelt out when somebody reads it: of tens of thousands most are only counted. */
export interface FindingSource extends FindingHead {
  readonly finding: Finding;
}

class LazyFinding implements FindingSource {
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  #details: () => FindingDetails;
  #finding: Finding | null = null;

  constructor({ id, rule, severity }: FindingHead, details: () => FindingDetails) {
    this.id = id;
    this.rule = rule;
    this.severity = severity;
    this.#details = details;
  }

  get finding(): Finding {
    this.#finding ??= spelt(this, this.#details());
    return this.#finding;
  }
}

/**
 * A finding of its head and its details.
 * @param details reads only records, which never change: it may be called after later edits
 */
export function makeFinding(head: FindingHead, details: () => FindingDetails): FindingSource {
  return new LazyFinding(head, details);
}

function spelt(head: FindingHead, details: FindingDetails): Finding {
  const messageKey = `analysis.${details.message}`;
  return {
    id: head.id,
    rule: head.rule,
    severity: head.severity,
    subjects: details.subjects,
    messageKey,
    message: say(messageKey, messageArgs(details.values)),
    why: whyOf(head.rule, details.message),
    values: details.values,
    explanation: details.explanation ?? [],
    missing: details.missing ?? [],
    fixes: [],
    waiver: null,
  };
}

const whys = new Map<string, string>();

/** Why a finding matters: the same for all of a rule that say the same. */
function whyOf(rule: RuleId, message: string): string {
  const key = `${rule} ${message}`;
  let why = whys.get(key);
  if (why === undefined) whys.set(key, (why = saidOf(rule, message)));
  return why;
}

/** What is said of its own message, or of a part of its key, else of its rule. */
function saidOf(rule: RuleId, message: string): string {
  const parts = message.split('.');
  for (let end = parts.length; end > 1; end -= 1) {
    const key = `analysis.why.${parts.slice(0, end).join('.')}`;
    if (hasMessage(key)) return say(key);
  }
  return say(`analysis.why.${rule}`);
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
  if (unit === '%' && value > 0 && value < 0.05) return value.toPrecision(1);
  return value.toFixed(shownDecimals(unit));
}

/** Decimals with which a sentence shows a number of that unit. */
export function shownDecimals(unit: string): number {
  return DECIMALS[unit] ?? 0;
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
    case 'picture':
    case 'device':
    case 'found':
    case 'area':
    case 'pathway':
    case 'cluster':
      return record.name;
    case 'deviceType':
      return `${record.manufacturer} ${record.model}`.trim();
    case 'cable':
      return record.label === '' ? record.id : record.label;
    case 'waiver':
      return record.reason;
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
  found: 8,
  data: 9,
};

/** Errors first; then by rule, then by id. */
export function compareFindings(a: FindingHead, b: FindingHead): number {
  return (
    SEVERITIES[a.severity] - SEVERITIES[b.severity] ||
    RULES[a.rule] - RULES[b.rule] ||
    compareIds(a.id, b.id)
  );
}
