/**
 * The formulas behind the findings: each once, with the numbers of the first finding that was found by it, what
 * its symbols stand for, and where it stands written.
 */
import { derivationOf } from '../../../shared/analysis/derivation.ts';
import { type NotationPart, notation } from '../../../shared/analysis/notation.ts';
import type { Explanation, Finding } from '../../../shared/analysis/types.ts';
import { valueWords } from '../../../shared/analysis/value-words.ts';
import type { TextStyle } from '../../../shared/drawing/surface.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { say } from '../../../shared/text/index.ts';
import { gravestFirst } from './findings-sheets.ts';
import { breakNotation, writeNotation } from './notation-lines.ts';
import { RULES, TYPE, tableFormat } from './paper.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { type DrawingSet, drawingArea, type Sheet } from './sheet.ts';
import { lineMm } from './text-block.ts';

const FORMULAS_TARGET = 'formulas';
const GUTTER_MM = 12;
const BLOCK_GAP_MM = 5;
const INDENT_MM = 4;
const COLUMNS = 2;

/** A formula and the first finding that was found by it. */
interface Used {
  readonly explanation: Explanation;
  readonly finding: Finding;
}

/** One paragraph of a block. */
interface Paragraph {
  readonly lines: ReturnType<typeof breakNotation>;
  readonly style: TextStyle;
  readonly indentMm: number;
}

interface Block {
  readonly paragraphs: readonly Paragraph[];
  readonly heightMm: number;
}

/** As many sheets as the formulas take; none when no finding has one. */
export function formulaSheets(set: DrawingSet, surface: PdfSurface): Sheet[] {
  const format = tableFormat(set);
  const area = drawingArea(format);
  const width = (area.width - 8 - GUTTER_MM) / COLUMNS;
  const blocks = usedFormulas(set.analysis.findings).map((used) => blockOf(surface, used, width));
  const pages = setColumns(blocks, area.height - 20);
  return pages.map((columns, page) => ({
    format,
    target: page === 0 ? FORMULAS_TARGET : `${FORMULAS_TARGET} ${page + 1}`,
    title: say('drawing.formulas.title', { page: page + 1, pages: pages.length }),
    section: pages.length > 1 ? say('drawing.section.formulas') : null,
    documentType: say('drawing.type.formulas'),
    continues: page > 0,
    scale: '',
    draw: () => {
      const heading = page === 0 ? 'drawing.formulas.heading' : 'drawing.formulas.continued';
      surface.text(area.x + 4, area.y + 7, say(heading), TYPE.heading);
      for (const [i, column] of columns.entries()) {
        const x = area.x + 4 + i * (width + GUTTER_MM);
        drawColumn(surface, { x, y: area.y + 13, width, height: 0 }, column);
      }
    },
  }));
}

function usedFormulas(findings: readonly Finding[]): readonly Used[] {
  const used = new Map<string, Used>();
  for (const finding of gravestFirst(findings)) {
    for (const explanation of finding.explanation) {
      const { formula } = explanation;
      if (formula !== '' && !used.has(formula)) used.set(formula, { explanation, finding });
    }
  }
  return [...used.values()];
}

function blockOf(surface: PdfSurface, { explanation, finding }: Used, widthMm: number): Block {
  const paragraph = (
    parts: readonly NotationPart[],
    style: TextStyle,
    indentMm = 0,
  ): Paragraph => ({
    lines: breakNotation(surface, parts, style, widthMm - indentMm),
    style,
    indentMm,
  });
  const [step] = derivationOf({ ...finding, explanation: [explanation] }).steps;
  const name = finding.subjects[0]?.name ?? '';
  const example = text(say('drawing.formulas.example', { name }));
  const paragraphs = [
    ...(step?.lines ?? []).flatMap(({ formula, numbers }) => [
      paragraph(formula, TYPE.formula),
      ...(numbers === null
        ? []
        : [paragraph([example, text(' '), ...numbers], TYPE.body, INDENT_MM)]),
    ]),
    paragraph(symbolWords(explanation), TYPE.bodyMuted),
    paragraph(
      [text(say('drawing.formulas.sources', { sources: explanation.sources.join('; ') }))],
      TYPE.note,
    ),
  ].filter(({ lines }) => lines.some((line) => line.length > 0));
  const heightMm = paragraphs.reduce(
    (sum, { lines, style }) => sum + lines.length * lineMm(style),
    BLOCK_GAP_MM,
  );
  return { paragraphs, heightMm };
}

function text(words: string): NotationPart {
  return { kind: 'text', text: words };
}

/** `L length needed; R limit`: the symbols with their names. */
function symbolWords({ where }: Explanation): readonly NotationPart[] {
  return Object.entries(where).flatMap(([symbol, name], i) => [
    ...(i === 0 ? [] : [text('; ')]),
    ...notation(symbol),
    text(say('drawing.formulas.symbol', { words: valueWords(name) })),
  ]);
}

/** Fills columns from the top, and pages of columns; a block is never torn apart. */
function setColumns(blocks: readonly Block[], heightMm: number): readonly Block[][][] {
  const columns: Block[][] = [];
  let left = 0;
  for (const block of blocks) {
    if (columns.length === 0 || block.heightMm > left) {
      columns.push([]);
      left = heightMm;
    }
    columns.at(-1)?.push(block);
    left -= block.heightMm;
  }
  const pages: Block[][][] = [];
  for (let i = 0; i < columns.length; i += COLUMNS) pages.push(columns.slice(i, i + COLUMNS));
  return pages;
}

function drawColumn(surface: PdfSurface, { x, y, width }: Box, blocks: readonly Block[]): void {
  let top = y;
  for (const [i, { paragraphs, heightMm }] of blocks.entries()) {
    if (i > 0) {
      const between = top - BLOCK_GAP_MM / 2;
      surface.line([x, between, x + width, between], RULES.faint);
    }
    let line = top;
    for (const { lines, style, indentMm } of paragraphs) {
      line += writeNotation(surface, x + indentMm, line, lines, style);
    }
    top += heightMm;
  }
}
