/**
 * A plan of an import as lines of the preview, three lists of them. A line is put into words when it is looked at: of
 * a hundred thousand only a few are in sight.
 */
import {
  type Differing,
  type FieldDifference,
  type ImportPlan,
  type Made,
  type NotUnderstood,
  placeText,
} from '../../../shared/import-plan/index.ts';
import { say } from '../../../shared/text/index.ts';

export const PREVIEW_TABS = ['makes', 'differs', 'faults'] as const;
export type PreviewTab = (typeof PREVIEW_TABS)[number];

export interface PreviewLine {
  readonly key: string;
  /** What kind of thing it is, in a word. */
  readonly kind: string;
  readonly name: string;
  readonly detail: string;
  readonly file: string;
  /** Row and column there; empty where it is about the file as a whole. */
  readonly row: string;
  readonly notes: readonly string[];
  /** What a person can decide of it; null where there is nothing to decide. */
  readonly choice: {
    readonly id: string;
    readonly field: string;
    readonly ours: string;
    readonly theirs: string;
    readonly blocked: string | null;
  } | null;
}

export interface PreviewLines {
  readonly count: number;
  /** @param index below the count */
  readonly at: (index: number) => PreviewLine;
}

export function previewLines(plan: ImportPlan): Readonly<Record<PreviewTab, PreviewLines>> {
  const differing = plan.differs.flatMap((one) => one.fields.map((field) => [one, field] as const));
  const { notUnderstood, warnings } = plan;
  return {
    makes: linesOf(plan.makes, madeLine),
    differs: linesOf(differing, differingLine),
    faults: {
      count: notUnderstood.length + warnings.length,
      at: (index) => {
        const fault = notUnderstood[index];
        if (fault) return faultLine(fault, index);
        return fileLine(at(warnings, index - notUnderstood.length), index);
      },
    },
  };
}

function linesOf<T>(all: readonly T[], line: (one: T) => PreviewLine): PreviewLines {
  return { count: all.length, at: (index) => line(at(all, index)) };
}

function at<T>(all: readonly T[], index: number): T {
  const one = all[index];
  if (one === undefined) throw new RangeError(`there is no line ${index}`);
  return one;
}

function madeLine({ kind, id, name, detail, where, notes }: Made): PreviewLine {
  return {
    key: `${kind} ${id}`,
    kind: say(`import.kind.${kind}`),
    name: name === '' ? detail : name,
    detail: name === '' ? '' : detail,
    file: where?.file ?? '',
    row: where ? placeText(where) : '',
    notes,
    choice: null,
  };
}

function differingLine([
  { kind, id, name, where },
  { field, label, ours, theirs, blocked },
]: readonly [Differing, FieldDifference]): PreviewLine {
  return {
    key: `${kind} ${id} ${field}`,
    kind: say(`import.kind.${kind}`),
    name,
    detail: label,
    file: where.file,
    row: placeText(where),
    notes: blocked === null ? [] : [blocked],
    choice: { id, field, ours, theirs, blocked },
  };
}

function faultLine(
  { where, column, value, reason, todo, whole }: NotUnderstood,
  index: number,
): PreviewLine {
  return {
    key: `row ${index}`,
    kind: say(whole ? 'import.fate.left' : 'import.fate.part'),
    name: value === '' ? reason : value,
    detail: value === '' ? '' : reason,
    file: where.file,
    row: placeText(where, column),
    notes: [todo],
    choice: null,
  };
}

function fileLine(
  { file, path, message }: ImportPlan['warnings'][number],
  index: number,
): PreviewLine {
  return {
    key: `file ${index}`,
    kind: say('import.fate.file'),
    name: message,
    detail: '',
    file,
    row: path,
    notes: [],
    choice: null,
  };
}

/** The words of a filter. */
export function wordsOf(query: string): readonly string[] {
  return query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Whether a line holds every word of a filter. */
export function holds(line: PreviewLine, words: readonly string[]): boolean {
  const text = [line.kind, line.name, line.detail, line.file, line.row, ...line.notes]
    .join(' ')
    .toLowerCase();
  return words.every((word) => text.includes(word));
}
