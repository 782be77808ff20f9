/** The drawing set as a PDF: vector, searchable, with bookmarks and links, the same bytes for the same input. */
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createAnalyser, settled } from '../../../shared/analysis/index.ts';
import type { Analysis } from '../../../shared/analysis/types.ts';
import { COLUMN_IDS, type Comparison, comparisonSteps } from '../../../shared/compare/index.ts';
import {
  type DrawingSetChoice,
  SHEET_KINDS,
  type SheetCounts,
  type SheetKind,
} from '../../../shared/contract/drawing-set.ts';
import type { Design } from '../../../shared/model/design.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import type { KeptByEnds } from '../../../shared/routing/landing.ts';
import { writeWhole } from '../write-whole.ts';
import { airSheets } from './air-sheet.ts';
import { bomSheets } from './bom-sheets.ts';
import { changeSheets, type EarlierDesign } from './change-sheets.ts';
import { coverSheet } from './cover-sheet.ts';
import { findingsSheets } from './findings-sheets.ts';
import { formulaSheets } from './formula-sheets.ts';
import { labelSheets } from './label-sheets.ts';
import { isCompared, mediaSheets } from './media-sheet.ts';
import type { PdfSurface } from './pdf-surface.ts';
import { planSheets } from './plan-sheet.ts';
import { portMapSheets } from './port-map-sheets.ts';
import { rackSheets } from './rack-sheet.ts';
import { rowSheet } from './row-sheet.ts';
import { placeSheets, scheduleSheets } from './schedule-sheets.ts';
import type { DrawingSet, Sheet, TitleFields } from './sheet.ts';
import { writeSheets } from './write-sheets.ts';

export interface PdfOptions extends Pick<DrawingSetChoice, 'paper'> {
  /** How sheets lie; each kind as it is seen largest when it is left out. */
  readonly orientation?: DrawingSetChoice['orientation'];
  /** Kinds of sheets; all of them when it is left out. */
  readonly sheets?: DrawingSetChoice['sheets'];
  readonly racks?: DrawingSetChoice['racks'];
  /** The state that differences are told against; no sheets of them when it is left out. */
  readonly against?: EarlierDesign;
  /** Date of issue; also the file's creation date, so that the same input gives the same bytes. */
  readonly date: Date;
  /** Title of the set; the design's name when it is left out. */
  readonly title?: string;
  readonly owner?: string;
  readonly drawingNumber?: string;
  readonly createdBy?: string;
  readonly approvedBy?: string;
  readonly status?: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (sheetsDone: number, sheets: number) => void;
  /** Before that, where the media are compared. */
  readonly onCompared?: (columnsDone: number, columns: number) => void;
}

/**
 * Writes the drawing set of a design, in the order of `SHEET_KINDS`.
 * @param analysis null where there is none yet: it is made after the columns of the media, so that it takes no room
 * while they are measured
 * @param target a path, at which the file appears only when it is whole; or a stream
 * @returns how many sheets of each kind there are, chosen or not
 * @throws the signal's reason when it is aborted on the way
 */
export async function exportPdf(
  design: Design,
  analysis: Analysis | null,
  target: string | Writable,
  options: PdfOptions,
): Promise<SheetCounts> {
  let counts: SheetCounts | null = null;
  const note = (planned: SheetCounts): void => {
    counts = planned;
  };
  if (target instanceof Writable) await writeSet(design, analysis, target, options, note);
  else await writeWhole(target, (out) => writeSet(design, analysis, out, options, note));
  return counts ?? NO_SHEETS;
}

const NO_SHEETS: SheetCounts = countsOf(() => 0);

function countsOf(count: (kind: SheetKind) => number): SheetCounts {
  return Object.fromEntries(SHEET_KINDS.map((kind) => [kind, count(kind)])) as Record<
    SheetKind,
    number
  >;
}

function titleFields(design: Design, options: PdfOptions): TitleFields {
  const { drawing, name } = design.settings;
  return {
    title: options.title ?? name,
    date: options.date,
    owner: options.owner ?? drawing.owner,
    drawingNumber: options.drawingNumber ?? drawing.number,
    createdBy: options.createdBy ?? drawing.createdBy,
    approvedBy: options.approvedBy ?? drawing.approvedBy,
    status: options.status ?? drawing.status,
  };
}

function sheetsByKind(
  set: DrawingSet,
  surface: PdfSurface,
  {
    racks: chosen = null,
    against = null,
  }: Pick<PdfOptions, 'racks'> & { readonly against?: EarlierDesign | null },
  comparison: Comparison | null,
): Readonly<Record<SheetKind, readonly Sheet[]>> {
  const racks = orderedRacks(set.design);
  const own = chosen === null ? racks : racks.filter(({ id }) => chosen.includes(id));
  return {
    cover: [coverSheet(set)],
    rows: racks.length > 0 ? [...planSheets(set), rowSheet(set)] : [],
    racks: rackSheets(set, own),
    air: airSheets(set, own),
    ports: portMapSheets(set, surface, own),
    cables: scheduleSheets(set, surface),
    places: placeSheets(set, surface),
    bom: bomSheets(set, surface),
    media: mediaSheets(set, comparison),
    findings: findingsSheets(set, surface),
    formulas: formulaSheets(set, surface),
    changes: changeSheets(set, surface, against),
    labels: labelSheets(set),
  };
}

/** The comparison of media, column by column: others get their turns, and it may be given up. */
async function compared(
  design: Design,
  analysis: (landings: KeptByEnds) => Analysis,
  { signal, onCompared }: PdfOptions,
): Promise<Comparison | null> {
  if (!isCompared(design)) return null;
  const steps = comparisonSteps(design, analysis);
  for (;;) {
    await nextTurn();
    signal?.throwIfAborted();
    const step = steps.next();
    if (step.done === true) return step.value;
    onCompared?.(step.value, COLUMN_IDS.length);
  }
}

function writeSet(
  design: Design,
  analysis: Analysis | null,
  out: Writable,
  options: PdfOptions,
  onPlanned: (counts: SheetCounts) => void,
): Promise<void> {
  const fields = titleFields(design, options);
  const { pictures } = design;
  const wanted = new Set(options.sheets ?? SHEET_KINDS);
  const plan = async (surface: PdfSurface): Promise<Sheet[]> => {
    let known = analysis;
    const drawn = (landings: KeptByEnds | null): Analysis =>
      (known ??= settled(createAnalyser(design, landings).analysis));
    // First, since while it is made it takes more room than all that is planned.
    const comparison = wanted.has('media') ? await compared(design, drawn, options) : null;
    const { paper, orientation = 'automatic' } = options;
    const set = { design, analysis: drawn(null), paper, orientation, fields };
    const planned = sheetsByKind(set, surface, options, comparison);
    onPlanned(countsOf((kind) => planned[kind].length));
    return SHEET_KINDS.flatMap((kind) => (wanted.has(kind) ? planned[kind] : []));
  };
  return writeSheets(out, fields, plan, { ...options, pictures });
}
