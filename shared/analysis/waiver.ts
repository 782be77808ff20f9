/**
 * Waivers: findings that somebody looked at and accepted. A waiver stands as long as the finding's numbers are
 * the ones that were accepted, as finely as they are shown; then it lapses, and the finding counts again.
 */
import type { Waiver } from '../model/records.ts';
import { compareIds, type FindingSource, shownDecimals } from './finding.ts';
import type { Finding, FindingValue, NumberChange, Severity, WaiverRow } from './types.ts';

const SEPARATOR = '; ';
const SEVERITY = 'severity';

/**
 * The finding's severity and numbers in one line, by name, rounded as finely as they are shown anywhere:
 * `severity=warning; blocked=41.2 (30 to 52.5) %; cables=32`. Names and words of a finding are not in it, so
 * that a waiver outlives the renaming of a device.
 */
export function numbersOf({ severity, values }: Pick<Finding, 'severity' | 'values'>): string {
  const numbers = Object.entries(values)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([name, value]) => {
      const text = numberText(value);
      return text === null ? [] : [`${name}=${text}`];
    });
  return [`${SEVERITY}=${severity}`, ...numbers].join(SEPARATOR);
}

function numberText(value: FindingValue): string | null {
  if ('value' in value) {
    return typeof value.value === 'string' ? null : withUnit(rounded(value.value, value), value);
  }
  const [low, nominal, high] = [value.low, value.nominal, value.high].map((each) =>
    rounded(each, value),
  );
  return withUnit(`${nominal} (${low} to ${high})`, value);
}

/** Beyond so many decimals is noise of the arithmetic. */
const DECIMALS_MAX = 6;

/** As many decimals as the sentence shows, and never fewer than three significant digits. */
function rounded(number: number, { unit }: FindingValue): string {
  // Minus infinity for nothing at all, which takes all decimals and shows none.
  const leading = Math.floor(Math.log10(Math.abs(number)));
  const decimals = Math.min(DECIMALS_MAX, Math.max(shownDecimals(unit), 2 - leading));
  return String(Number(number.toFixed(decimals)));
}

function withUnit(text: string, { unit }: FindingValue): string {
  return unit === '' || unit === 'count' ? text : `${text} ${unit}`;
}

/** What differs between the numbers that were accepted and those of now, in the order of their names. */
export function changedNumbers(accepted: string, now: string): readonly NumberChange[] {
  const before = numbersByName(accepted);
  const after = numbersByName(now);
  return [...new Set([...before.keys(), ...after.keys()])]
    .sort((a, b) => Number(b === SEVERITY) - Number(a === SEVERITY) || (a < b ? -1 : 1))
    .map((name) => ({ name, before: before.get(name) ?? null, after: after.get(name) ?? null }))
    .filter((change) => change.before !== change.after);
}

function numbersByName(numbers: string): ReadonlyMap<string, string> {
  return new Map(
    numbers.split(SEPARATOR).flatMap((part): [string, string][] => {
      const equals = part.indexOf('=');
      return equals < 0 ? [] : [[part.slice(0, equals), part.slice(equals + 1)]];
    }),
  );
}

/** The waiver that counts for each finding: of several the one of the newest day, then of the last id. */
export function waiversByFinding(waivers: Iterable<Waiver>): ReadonlyMap<string, Waiver> {
  const newest = new Map<string, Waiver>();
  for (const waiver of waivers) {
    const other = newest.get(waiver.findingId);
    if (!other || compareWaivers(other, waiver) < 0) newest.set(waiver.findingId, waiver);
  }
  return newest;
}

function compareWaivers(a: Waiver, b: Waiver): number {
  if (a.on !== b.on) return a.on < b.on ? -1 : 1;
  return compareIds(a.id, b.id);
}

interface Waived {
  readonly finding: Finding;
  readonly result: Finding;
}

const lastWaived = new WeakMap<Waiver, Waived>();

/** The finding with the waiver that somebody gave it: the same one as long as neither is another. */
function withWaiver(finding: Finding, waiver: Waiver): Finding {
  const last = lastWaived.get(waiver);
  if (last?.finding === finding) return last.result;
  const { id, reason, by, on } = waiver;
  const changed = changedNumbers(waiver.numbers, numbersOf(finding));
  const result = {
    ...finding,
    waiver: { id, reason, by, on, lapsed: changed.length > 0, changed },
  };
  lastWaived.set(waiver, { finding, result });
  return result;
}

/** Whether the finding counts: nobody accepted it, or not with these numbers. */
export function isOpen({ waiver }: Pick<Finding, 'waiver'>): boolean {
  return waiver === null || waiver.lapsed;
}

/** Findings spelt out, each with the waiver that counts for it. */
export function spellOut(
  sources: readonly FindingSource[],
  waivers: ReadonlyMap<string, Waiver>,
): readonly Finding[] {
  return sources.map(({ id, finding }) => {
    const waiver = waivers.get(id);
    return waiver ? withWaiver(finding, waiver) : finding;
  });
}

/** How many findings count, by severity; only waived findings are spelt out. */
export function openBySeverity(
  sources: readonly FindingSource[],
  waivers: Iterable<Waiver>,
): Readonly<Record<Severity, number>> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, note: 0 };
  const given = waiversByFinding(waivers);
  for (const source of sources) {
    const waiver = given.get(source.id);
    if (!waiver || isOpen(withWaiver(source.finding, waiver))) counts[source.severity] += 1;
  }
  return counts;
}

/** Every waiver of the design and what became of it, in the order of their ids; only waived findings are spelt out. */
export function waiverRows(
  sources: readonly FindingSource[],
  waivers: Iterable<Waiver>,
): readonly WaiverRow[] {
  const all = [...waivers].sort((a, b) => compareIds(a.id, b.id));
  if (all.length === 0) return [];
  const newest = waiversByFinding(all);
  const found = new Map<string, FindingSource>();
  for (const source of sources) if (newest.has(source.id)) found.set(source.id, source);
  return all.map((waiver) => {
    const { id, findingId, reason, by, on } = waiver;
    const source = found.get(findingId);
    const state = source ? stateOf(waiver, source, newest) : 'unneeded';
    return { id, findingId, reason, by, on, state };
  });
}

function stateOf(
  waiver: Waiver,
  { finding }: FindingSource,
  newest: ReadonlyMap<string, Waiver>,
): WaiverRow['state'] {
  if (newest.get(waiver.findingId)?.id !== waiver.id) return 'replaced';
  return isOpen(withWaiver(finding, waiver)) ? 'lapsed' : 'standing';
}
