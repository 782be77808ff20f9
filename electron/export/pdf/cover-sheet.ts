/** The cover: what it is, what it adds up to, what is wrong, what the lines mean, where everything is. */
import { countFindings, type FindingCounts, SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Finding } from '../../../shared/analysis/types.ts';
import { isOpen } from '../../../shared/analysis/waiver.ts';
import type { ColouredBy } from '../../../shared/drawing/cable-colours.ts';
import { cableColours, paletteFor } from '../../../shared/drawing/index.ts';
import { lookPaint } from '../../../shared/drawing/palette.ts';
import type { TextStyle } from '../../../shared/drawing/surface.ts';
import type { Design } from '../../../shared/model/design.ts';
import { DEVICE_CATEGORIES } from '../../../shared/model/device-type.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import type { Revision } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { FINDINGS_TARGET, kindsOf } from './findings-sheets.ts';
import { MISSING_LETTER } from './lettering.ts';
import { drawAirArrow, drawBalanceMark } from './marks.ts';
import { coverFormat, RULES, TYPE } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type DrawingSet, drawingArea, isoDate, type Sheet, type SheetPen } from './sheet.ts';
import { type Column, drawTable, rowsOnPage, setTable } from './table.ts';
import { breakLines, lineMm, writeLines } from './text-block.ts';
import { addUp, amountFigure, figure, rackAmounts } from './totals.ts';

const INSET_MM = 8;
const GUTTER_MM = 10;

/** The first sheet of the set. */
export function coverSheet(set: DrawingSet): Sheet {
  const format = coverFormat(set);
  return {
    format,
    target: 'cover',
    title: say('drawing.cover.title'),
    section: null,
    documentType: say('drawing.type.cover'),
    continues: false,
    scale: '',
    draw: (pen) => drawCover(pen, set, drawingArea(format)),
  };
}

function drawCover(pen: SheetPen, set: DrawingSet, area: Box): void {
  const { surface } = pen;
  const x = area.x + INSET_MM;
  const width = area.width - 2 * INSET_MM;
  const issued = say('drawing.cover.issued', { date: isoDate(set.fields.date) });
  surface.text(x, area.y + 16, set.fields.title, TYPE.display, width);
  surface.text(x, area.y + 24, issued, TYPE.bodyMuted, width);
  surface.line([x, area.y + 29, x + width, area.y + 29], RULES.outline);
  const half = (width - GUTTER_MM) / 2;
  const top = area.y + 36;
  const bottom = area.y + area.height - 6;
  const left = { x, y: top, width: half, height: bottom - top };
  const under = drawTotals(pen, set, left) + 8;
  const legend = drawLegend(pen, set, { ...left, y: under, height: (bottom - under) / 2 }) + 8;
  const assumed = drawAssumptions(pen, set, { ...left, y: legend, height: bottom - legend });
  drawRevisions(pen, set, { ...left, y: assumed + 6, height: bottom - assumed - 6 });
  const right = { x: x + half + GUTTER_MM, y: top, width: half, height: (bottom - top) * 0.58 };
  const findings = drawFindings(pen, set, right) + 8;
  drawIndex(pen, { ...right, y: findings, height: bottom - findings });
}

/** Writes a heading with its rule; returns where the block goes on. */
function heading(surface: PdfSurface, key: string, box: Box): number {
  surface.text(box.x, box.y + 2, say(key), TYPE.heading, box.width);
  surface.line([box.x, box.y + 5.5, box.x + box.width, box.y + 5.5], RULES.fine);
  return box.y + 8;
}

function drawTotals(pen: SheetPen, { design, analysis }: DrawingSet, box: Box): number {
  const { counts } = analysis;
  const racks = analysis.racks.map((row) => rackAmounts(design, analysis, row.id));
  const power = addUp(racks.map((rack) => rack.powerW));
  const totals: readonly [key: string, value: string][] = [
    ['racks', figure(counts.racks, '')],
    ['devices', figure(counts.devices, '')],
    ['links', figure(counts.links, '')],
    ['power', amountFigure(power, 'kW', { digits: 1, scale: 1 / 1000 })],
    ['weight', amountFigure(addUp(racks.map((rack) => rack.weightKg)), 'kg')],
    ['copper', amountFigure(addUp(racks.map((rack) => rack.row?.copperKg ?? null)), 'kg')],
  ];
  const top = heading(pen.surface, 'drawing.cover.totals', box);
  const width = box.width / 3;
  const fits = (style: TextStyle): boolean =>
    totals.every(([, value]) => pen.surface.lettering.widthMm(value, style) <= width - 2);
  const style = [TYPE.figure, TYPE.heading, TYPE.title].find(fits) ?? TYPE.strong;
  for (const [i, [key, value]] of totals.entries()) {
    const x = box.x + (i % 3) * width;
    const y = top + Math.floor(i / 3) * 14;
    pen.surface.text(x, y + 3.5, value, style, width - 2);
    pen.surface.text(x, y + 8.2, say(`drawing.cover.total.${key}`), TYPE.bodyMuted, width - 2);
  }
  return top + 28;
}

/** The media and categories that the design holds, each with its line or bar. */
function drawLegend(pen: SheetPen, { design }: DrawingSet, box: Box): number {
  const { surface } = pen;
  const palette = paletteFor('paper');
  const top = heading(pen.surface, 'drawing.cover.legend', box);
  const used = new Set<string>();
  for (const device of design.devices.values()) {
    const type = design.deviceTypes.get(device.typeId);
    if (type) used.add(type.category);
  }
  const half = box.width / 2;
  const step = 5;
  let y = top;
  const { legend, ownColours } = cableColours(design, palette);
  const lines = Math.max(1, Math.floor((box.height - 40) / step));
  for (const entry of legend.slice(0, lines)) {
    const paint = lookPaint(palette, entry.look, 7);
    surface.scaled(box.x, y + 2, 0.1, () => surface.line([0, 0, 110, 0], paint));
    const text = say('drawing.cover.cables', { medium: legendText(entry), count: entry.count });
    surface.text(box.x + 13, y + 2, text, TYPE.body, half - 14);
    y += step;
  }
  const more = legend.slice(lines).reduce((sum, { count }) => sum + count, 0) + ownColours;
  if (more > 0) {
    const text = say('drawing.cover.otherCables', { count: more });
    surface.text(box.x + 13, y + 2, text, TYPE.body, half - 14);
    y += step;
  }
  let right = top;
  for (const category of DEVICE_CATEGORIES) {
    if (!used.has(category)) continue;
    surface.rect(box.x + half, right + 0.4, 1.6, 3.4, palette.accent[category]);
    surface.text(
      box.x + half + 4,
      right + 2,
      say(`drawing.category.${category}`),
      TYPE.body,
      half - 5,
    );
    right += step;
  }
  return drawPortLegend(pen, { ...box, y: Math.max(y, right) });
}

/** What a colour of the legend stands for. */
function legendText(entry: ColouredBy): string {
  switch (entry.by) {
    case 'medium':
      return say(`drawing.medium.${entry.value}`);
    case 'fabric':
      return entry.value === '' ? say('drawing.cover.noFabric') : entry.value;
    case 'rail':
      return entry.value === null
        ? say('drawing.cover.noRail')
        : say('drawing.rail', { rail: entry.value });
    default:
      return entry satisfies never;
  }
}

function drawPortLegend({ surface }: SheetPen, box: Box): number {
  const palette = paletteFor('paper');
  const half = box.width / 2;
  const y = box.y + 1;
  surface.scaled(box.x, y, 0.2, () => {
    surface.rect(0, 0, 22, 12, palette.ink.cage);
    surface.rect(half / 0.2, 0, 22, 12, palette.ink.cage);
    surface.rect(half / 0.2 + 1, 1, 20, 10, cableSample());
  });
  surface.text(box.x + 7, y + 1.2, say('drawing.cover.portFree'), TYPE.body, half - 8);
  surface.text(box.x + half + 7, y + 1.2, say('drawing.cover.portUsed'), TYPE.body, half - 8);
  const marks = y + 6.2;
  drawAirArrow(surface, box.x, marks, 5);
  surface.text(box.x + 7, marks, say('drawing.cover.air'), TYPE.body, half - 8);
  const balance = say('drawing.cover.balance');
  const beside = surface.lettering.widthMm(balance, TYPE.body) <= half - 8;
  const [x, at] = beside ? [box.x + half, marks] : [box.x, marks + 5];
  drawBalanceMark(surface, x + 2, at);
  surface.text(x + 7, at, balance, TYPE.body, box.width - 8);
  return at + 3;
}

function cableSample(): {
  fill: string;
  stroke: null;
  strokeMm: number;
  dashMm: readonly number[];
} {
  const fill = paletteFor('paper').tokens.cable.aoc;
  return { fill, stroke: null, strokeMm: 0, dashMm: [] };
}

/** All that people have named, as it may stand on a sheet. */
function namesOf({ settings, rows, racks, devices, cables, areas, pathways }: Design): string[] {
  const named = [
    ...rows.values(),
    ...racks.values(),
    ...devices.values(),
    ...areas.values(),
    ...pathways.values(),
  ];
  const labels = [...cables.values()].map((cable) => cable.label);
  return [settings.name, ...named.map((each) => each.name), ...labels];
}

/** What the numbers rest on. */
function drawAssumptions(pen: SheetPen, { design }: DrawingSet, box: Box): number {
  const { settings } = design;
  const sentences = [
    say('drawing.assume.supply', {
      temperature: settings.supplyTempC,
      class: settings.ashraeClass,
    }),
    say('drawing.assume.altitude', { altitude: settings.altitudeM }),
    design.pathways.size === 0
      ? say('drawing.assume.tray', { rise: settings.trayRiseMm, pitch: settings.rowPitchMm })
      : say('drawing.plan.pathways', { rise: settings.trayRiseMm }),
    say('drawing.assume.lengths'),
    say('drawing.assume.screening'),
    say('drawing.assume.unknown'),
    ...(namesOf(design).every((name) => pen.surface.lettering.holds(name))
      ? []
      : [say('drawing.assume.letters', { mark: MISSING_LETTER })]),
  ];
  let y = heading(pen.surface, 'drawing.cover.assumptions', box);
  for (const sentence of sentences) {
    const lines = breakLines(pen.surface, sentence, TYPE.body, box.width - 3);
    if (y + lines.length * lineMm(TYPE.body) > box.y + box.height) return y;
    pen.surface.circle(box.x + 0.8, y + lineMm(TYPE.body) / 2, 0.4, RULES.black);
    y += writeLines(pen.surface, box.x + 3, y, lines, TYPE.body) + 0.8;
  }
  return y;
}

/** Rows of the table when nothing has been revised yet: room to write in by hand. */
const EMPTY_REVISIONS = 2;

/** The latest revisions as many as there is room for, the latest first. */
function drawRevisions({ surface }: SheetPen, { design }: DrawingSet, box: Box): void {
  const columns: Column<Revision>[] = [
    { title: say('drawing.column.mark'), share: 9, semibold: true, cell: ({ mark }) => mark },
    { title: say('drawing.column.on'), share: 17, cell: ({ on }) => on },
    { title: say('drawing.column.by'), share: 20, cell: ({ by }) => by },
    { title: say('drawing.column.text'), share: 60, cell: ({ text }) => text },
  ];
  if (box.height < 24) return;
  const top = heading(surface, 'drawing.cover.revisions', box);
  const empty = { mark: '', on: '', by: '', text: '' };
  const { revisions } = design.settings.drawing;
  const rows =
    revisions.length > 0
      ? revisions.toReversed()
      : Array.from({ length: EMPTY_REVISIONS }, () => empty);
  const table = setTable(surface, columns, rows, box.width, box.height - 8 - lineMm(TYPE.note));
  const used = drawTable(surface, box.x, top, columns, table, 0);
  const hidden = rows.length - rowsOnPage(table, 0);
  if (hidden === 0) return;
  surface.text(
    box.x,
    top + used + 2.5,
    say('drawing.cover.revisionsMore', { count: hidden }),
    TYPE.note,
  );
}

/** Counts by severity, then the gravest findings as long as there is room. */
function drawFindings(pen: SheetPen, { analysis }: DrawingSet, box: Box): number {
  const { surface } = pen;
  const top = heading(pen.surface, 'drawing.cover.findings', box);
  const width = box.width / 3;
  const { bySeverity, waived, lapsed, total } = countFindings(analysis.findings);
  for (const [i, severity] of SEVERITIES.entries()) {
    const count = bySeverity[severity];
    const x = box.x + i * width;
    surface.text(x, top + 3.5, figure(count, ''), TYPE.figure, width);
    surface.text(
      x,
      top + 8.2,
      say(`drawing.severities.${severity}`, { count }),
      TYPE.bodyMuted,
      width,
    );
  }
  const unneeded = analysis.waivers.filter(({ state }) => state === 'unneeded').length;
  if (analysis.findings.length + unneeded === 0) return top + 13;
  pen.link({ x: box.x, y: box.y - 2, width: box.width, height: 20 }, FINDINGS_TARGET);
  const under = drawAccepted(pen, { waived, lapsed, unneeded }, { ...box, y: top + 11.5 });
  if (total === 0) return under;
  const open = analysis.findings.filter(isOpen);
  return drawGravest(pen, open, { ...box, y: under + 1.5 }, box.y + box.height);
}

interface Accepted extends Pick<FindingCounts, 'waived' | 'lapsed'> {
  /** Waivers of which the finding is gone. */
  readonly unneeded: number;
}

/** Says how many findings somebody accepted; returns where the block goes on. */
function drawAccepted(
  { surface }: SheetPen,
  { waived, lapsed, unneeded }: Accepted,
  box: Box,
): number {
  if (waived + lapsed + unneeded === 0) return box.y;
  const text = say('drawing.cover.waived', { waived, lapsed, unneeded });
  const lines = breakLines(surface, text, TYPE.bodyMuted, box.width);
  return box.y + writeLines(surface, box.x, box.y, lines, TYPE.bodyMuted);
}

/** One finding of each kind, the gravest first, as long as there is room. */
function drawGravest(
  { surface }: SheetPen,
  findings: readonly Finding[],
  box: Box,
  bottom: number,
): number {
  let y = box.y;
  let told = 0;
  for (const kind of kindsOf(findings)) {
    const [finding] = kind;
    if (finding === undefined) continue;
    const more = kind.length > 1 ? ` ${say('drawing.cover.like', { count: kind.length - 1 })}` : '';
    const lines = breakLines(surface, `${finding.message}${more}`, TYPE.body, box.width - 17);
    const height = lines.length * lineMm(TYPE.body);
    if (y + height > bottom - 5) {
      const rest = say('drawing.more', { count: findings.length - told });
      surface.text(box.x, y + 2, rest, TYPE.bodyMuted);
      return y + 4;
    }
    const severity = say(`drawing.severity.${finding.severity}`);
    surface.text(box.x, y + lineMm(TYPE.body) / 2, severity, TYPE.strong, 16);
    y += writeLines(surface, box.x + 17, y, lines, TYPE.body) + 1.4;
    told += kind.length;
  }
  return y;
}

interface IndexEntry {
  readonly title: string;
  readonly section: string | null;
  readonly target: string;
  readonly first: number;
  readonly last: number;
}

/** An entry a sheet; what continues is its first sheet's. */
function indexEntries(sheets: readonly Sheet[]): IndexEntry[] {
  const entries: IndexEntry[] = [];
  for (const [i, { title, section, target, continues }] of sheets.entries()) {
    const before = entries.at(-1);
    if (continues && before) {
      const whole = before.section ?? before.title;
      entries[entries.length - 1] = { ...before, title: whole, last: i + 1 };
    } else entries.push({ title, section, target, first: i + 1, last: i + 1 });
  }
  return entries;
}

/** Sheets of one section as one entry. */
function bySection(entries: readonly IndexEntry[]): IndexEntry[] {
  const merged: IndexEntry[] = [];
  for (const entry of entries) {
    const before = merged.at(-1);
    if (entry.section !== null && before?.section === entry.section) {
      merged[merged.length - 1] = { ...before, title: entry.section, last: entry.last };
    } else merged.push(entry);
  }
  return merged;
}

/** The sheets by number, tables by their first and last; sections as a whole where all sheets find no room. */
function drawIndex({ surface, sheets, link }: SheetPen, box: Box): void {
  const top = heading(surface, 'drawing.cover.index', box);
  const step = lineMm(TYPE.body);
  const room = Math.max(1, Math.floor((box.y + box.height - top) / step) - 1);
  const all = indexEntries(sheets);
  const entries = all.length <= room + 1 ? all : bySection(all);
  const listed = entries.length <= room + 1 ? entries : entries.slice(0, room);
  for (const [i, { title, target, first, last }] of listed.entries()) {
    const y = top + (i + 0.5) * step;
    const numbers = first === last ? String(first) : `${first} – ${last}`;
    surface.text(box.x, y, title, TYPE.body, box.width - 24);
    surface.text(box.x + box.width, y, numbers, INDEX_NUMBER);
    link({ x: box.x, y: y - step / 2, width: box.width, height: step }, target);
  }
  const hidden = entries.length - listed.length;
  if (hidden === 0) return;
  const y = top + (listed.length + 0.5) * step;
  const more = say('drawing.cover.indexMore', { count: hidden });
  surface.text(box.x, y, more, TYPE.bodyMuted, box.width);
}

const INDEX_NUMBER = { ...TYPE.body, align: 'right' } as const;
