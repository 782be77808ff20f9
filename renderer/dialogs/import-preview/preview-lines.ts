/** A plan of an import as lines of the preview, three lists of them. */
import { type ImportPlan, placeText } from '../../../shared/import-plan/index.ts';
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

export function previewLines(
  plan: ImportPlan,
): Readonly<Record<PreviewTab, readonly PreviewLine[]>> {
  return { makes: madeLines(plan), differs: differingLines(plan), faults: faultLines(plan) };
}

function madeLines({ makes }: ImportPlan): PreviewLine[] {
  return makes.map(({ kind, id, name, detail, where, notes }) => ({
    key: `${kind} ${id}`,
    kind: say(`import.kind.${kind}`),
    name: name === '' ? detail : name,
    detail: name === '' ? '' : detail,
    file: where?.file ?? '',
    row: where ? placeText(where) : '',
    notes,
    choice: null,
  }));
}

function differingLines({ differs }: ImportPlan): PreviewLine[] {
  return differs.flatMap(({ kind, id, name, where, fields }) =>
    fields.map(({ field, label, ours, theirs, blocked }) => ({
      key: `${kind} ${id} ${field}`,
      kind: say(`import.kind.${kind}`),
      name,
      detail: label,
      file: where.file,
      row: placeText(where),
      notes: blocked === null ? [] : [blocked],
      choice: { id, field, ours, theirs, blocked },
    })),
  );
}

function faultLines({ notUnderstood, warnings }: ImportPlan): PreviewLine[] {
  const rows = notUnderstood.map(({ where, column, value, reason, todo, whole }, n) => ({
    key: `row ${n}`,
    kind: say(whole ? 'import.fate.left' : 'import.fate.part'),
    name: value === '' ? reason : value,
    detail: value === '' ? '' : reason,
    file: where.file,
    row: placeText(where, column),
    notes: [todo],
    choice: null,
  }));
  const files = warnings.map(({ file, path, message }, n) => ({
    key: `file ${n}`,
    kind: say('import.fate.file'),
    name: message,
    detail: '',
    file,
    row: path,
    notes: [],
    choice: null,
  }));
  return [...rows, ...files];
}

/** The lines that hold every word of a filter. */
export function filtered(lines: readonly PreviewLine[], query: string): readonly PreviewLine[] {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return lines;
  return lines.filter((line) => {
    const text = [line.kind, line.name, line.detail, line.file, line.row, ...line.notes]
      .join(' ')
      .toLowerCase();
    return words.every((word) => text.includes(word));
  });
}
