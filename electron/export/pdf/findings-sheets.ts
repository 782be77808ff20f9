/**
 * The findings as tables: the open ones, the gravest first, then those that somebody accepted; last the waivers of
 * which the finding is gone.
 */
import { missingText } from '../../../shared/analysis/missing-text.ts';
import { countFindings, SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Finding, WaiverRow } from '../../../shared/analysis/types.ts';
import { isOpen } from '../../../shared/analysis/waiver.ts';
import { waiverText } from '../../../shared/analysis/waiver-text.ts';
import { say } from '../../../shared/text/index.ts';
import { TYPE, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type DrawingSet, drawingArea, type Sheet } from './sheet.ts';
import { type Column, drawTable, setTable } from './table.ts';

/** The name under which links find the findings. */
export const FINDINGS_TARGET = 'findings';

/** Open findings first, the gravest first, otherwise as the analysis orders them. */
export function gravestFirst(findings: readonly Finding[]): Finding[] {
  return findings.toSorted(
    (a, b) =>
      Number(isOpen(b)) - Number(isOpen(a)) ||
      SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
  );
}

/** The first finding of each rule and severity stands for those like it. */
export function kindsOf(findings: readonly Finding[]): Finding[][] {
  const kinds = Map.groupBy(gravestFirst(findings), ({ severity, messageKey }) => {
    return `${severity} ${messageKey}`;
  });
  return [...kinds.values()];
}

/** How many names a row lists, of one finding and of many alike. */
const MOST_NAMES = 6;
const MOST_PLACES = 60;

function namesOf(subjects: Finding['subjects'], most: number): string {
  const names = subjects.slice(0, most).map((subject) => subject.name || subject.id);
  const more = subjects.length - names.length;
  if (more > 0) names.push(say('drawing.more', { count: more }));
  return names.join(', ');
}

function severityOf(finding: Finding): string {
  const severity = say(`drawing.severity.${finding.severity}`);
  if (finding.waiver === null) return severity;
  return say(isOpen(finding) ? 'drawing.findings.lapsed' : 'drawing.findings.waived', { severity });
}

/** A line of the table, by its columns. */
type Line = Readonly<
  Record<'severity' | 'rule' | 'subjects' | 'finding' | 'missing' | 'waiver', string>
>;

function findingLine(finding: Finding): Line {
  return {
    severity: severityOf(finding),
    rule: finding.rule,
    subjects: namesOf(finding.subjects, MOST_NAMES),
    finding: finding.message,
    missing: finding.missing.map(missingText).join('; '),
    waiver: finding.waiver ? waiverText(finding.waiver) : '',
  };
}

/** Of notes of one kind more than these stand in one line: nothing is to be done about each. */
const MOST_ALIKE = 3;

/** A line a finding; notes that say the same of many places are told once, with their number and the places. */
function findingLines(findings: readonly Finding[]): Line[] {
  const told = new Set<Finding>();
  const notes = findings.filter(({ severity, waiver }) => severity === 'note' && waiver === null);
  const alike = new Map(kindsOf(notes).map((kind) => [kind[0], kind]));
  for (const kind of alike.values()) {
    if (kind.length > MOST_ALIKE) for (const finding of kind.slice(1)) told.add(finding);
  }
  return gravestFirst(findings).flatMap((finding) => {
    if (told.has(finding)) return [];
    const kind = alike.get(finding) ?? [finding];
    return [kind.length > MOST_ALIKE ? kindLine(finding, kind) : findingLine(finding)];
  });
}

function kindLine(first: Finding, kind: readonly Finding[]): Line {
  const places = kind.flatMap(({ subjects }) => subjects.slice(0, 1));
  const more = say('drawing.cover.like', { count: kind.length - 1 });
  return {
    ...findingLine(first),
    subjects: namesOf(places, MOST_PLACES),
    finding: `${first.message} ${more}`,
    missing: [...new Set(kind.flatMap(({ missing }) => missing.map(missingText)))].join('; '),
  };
}

/** A waiver that may go. */
function unneededLine({ findingId, by, on, reason }: WaiverRow): Line {
  return {
    severity: say('drawing.findings.unneeded'),
    rule: '',
    subjects: '',
    finding: say('drawing.findings.gone', { finding: findingId }),
    missing: '',
    waiver: say('analysis.waiver.standing', { by, on, reason }),
  };
}

/** A column for waivers only where there are any: without it the sentences have more room. */
function columns(withWaivers: boolean): Column<Line>[] {
  const shares = [
    ['severity', 18, 17],
    ['rule', 18, 16],
    ['subjects', 60, 0],
    ['finding', 130, 0],
    ['missing', 44, 0],
    ...(withWaivers ? ([['waiver', 60, 0]] as const) : []),
  ] as const;
  return [
    ...shares.map(([name, share, leastMm]) => ({
      title: say(`drawing.column.${name}`),
      share,
      leastMm,
      semibold: name === 'severity',
      cell: (line: Line) => line[name],
    })),
    {
      title: say('drawing.column.done'),
      share: 10,
      leastMm: 10,
      align: 'centre',
      cell: () => null,
    },
  ];
}

/** As many sheets as the findings take; none when there are neither findings nor waivers. */
export function findingsSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const format = tableFormat(set);
  const area = drawingArea(format);
  const { findings, waivers } = set.analysis;
  const { total, waived } = countFindings(findings);
  const unneeded = waivers.filter(({ state }) => state === 'unneeded');
  const rows = [...findingLines(findings), ...unneeded.map(unneededLine)];
  const heads = columns(rows.some(({ waiver }) => waiver !== ''));
  const width = area.width - 8;
  const table = setTable(surface, heads, rows, width, area.height - 18);
  const count = table.pages.length;
  return table.pages.map((_, page) => ({
    format,
    target: page === 0 ? FINDINGS_TARGET : `${FINDINGS_TARGET} ${page + 1}`,
    title: say('drawing.findings.title', { page: page + 1, pages: count }),
    section: count > 1 ? say('drawing.section.findings') : null,
    documentType: say('drawing.type.findings'),
    continues: page > 0,
    scale: '',
    draw: () => {
      const heading = page === 0 ? 'drawing.findings.heading' : 'drawing.findings.continued';
      const text = say(heading, { count: total, waived });
      surface.text(area.x + 4, area.y + 7, text, TYPE.heading);
      drawTable(surface, area.x + 4, area.y + 12, heads, table, page);
    },
  }));
}
