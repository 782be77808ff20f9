/** `plenum export FILE --pdf OUT, --svg DIR, --png DIR, --dxf DIR`: the drawing set, and elevations of racks. */
import type { Analysis } from '../../shared/analysis/types.ts';
import {
  ORIENTATIONS,
  type Orientation,
  PAPER_SIZES,
  type PaperSize,
  SHEET_KINDS,
  type SheetKind,
} from '../../shared/contract/drawing-set.ts';
import { PIXEL_LIMIT, SIDE_LIMIT } from '../../shared/drawing/picture/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import type { RackId } from '../../shared/model/ids.ts';
import { say } from '../../shared/text/index.ts';
import {
  exportElevationDxf,
  exportPdf,
  exportPng,
  exportSvg,
  PictureTooLarge,
} from '../export/index.ts';
import { type KeptVersion, readKeptVersion } from '../storage/read-kept-version.ts';
import { type Arguments, choiceOf, UsageError } from './arguments.ts';
import { writing } from './writing.ts';

/** What is drawn, by the option that says where to. */
export const DRAWING_OPTIONS = ['pdf', 'svg', 'png', 'dxf'] as const;

/** What an option means only beside another, by that other. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  sheets: ['pdf'],
  against: ['pdf'],
  paper: ['pdf'],
  orientation: ['pdf'],
  dpi: ['png'],
  racks: DRAWING_OPTIONS,
};

const USUAL_DPI = 300;
/** A rack at 600 dpi takes a quarter of a minute to rasterise; SVG and PDF have no limit of sharpness. */
const DPI_LIMITS = { least: 30, most: 600 } as const;

/** What is asked for, checked before anything is written. @throws UsageError */
export interface DrawingWish {
  readonly paper: PaperSize;
  readonly orientation: Orientation;
  readonly sheets: readonly SheetKind[];
  readonly racks: readonly RackId[] | null;
  readonly dpi: number;
  /** The named version that differences are told against. */
  readonly against: KeptVersion | null;
}

/** @throws UsageError when an option stands alone, or names what there is not */
export function drawingWish(given: Arguments, file: string, design: Design): DrawingWish {
  for (const [option, others] of Object.entries(NEEDS)) {
    const alone = others.every((other) => given.text(other) === undefined);
    if (given.text(option) !== undefined && alone) {
      const wanted = others.map((other) => `--${other}`).join(', ');
      throw new UsageError(say('cli.option-alone', { option, others: wanted }));
    }
  }
  return {
    paper: paperOf(given),
    orientation: choiceOf(given, 'orientation', ORIENTATIONS, 'automatic'),
    sheets: listOf(given, 'sheets', SHEET_KINDS) ?? SHEET_KINDS,
    racks: racksOf(given, design),
    dpi: dpiOf(given),
    against: keptVersion(file, given.text('against')),
  };
}

/** Writes what is drawn. */
export async function writeDrawings(
  given: Arguments,
  design: Design,
  analysis: Analysis,
  { racks, dpi, paper, orientation, sheets, against }: DrawingWish,
): Promise<void> {
  const [pdf, svg, png, dxf] = DRAWING_OPTIONS.map((option) => given.text(option));
  if (pdf !== undefined) {
    const options = {
      paper,
      orientation,
      sheets,
      racks,
      date: new Date(),
      ...(against === null ? {} : { against }),
    };
    await writing(pdf, () => exportPdf(design, analysis, pdf, options));
  }
  if (svg !== undefined) await writing(svg, () => exportSvg(design, analysis, svg, racks));
  if (png !== undefined) {
    await refusingLarge(() => writing(png, () => exportPng(design, analysis, png, { racks, dpi })));
  }
  if (dxf !== undefined) await writing(dxf, () => exportElevationDxf(design, dxf, racks));
}

function keptVersion(file: string, wanted: string | undefined): KeptVersion | null {
  return wanted === undefined ? null : readKeptVersion(file, wanted);
}

async function refusingLarge(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (!(error instanceof PictureTooLarge)) throw error;
    throw new UsageError(
      say('cli.picture-too-large', {
        picture: error.picture,
        megapixels: PIXEL_LIMIT / 1_000_000,
        side: SIDE_LIMIT,
      }),
    );
  }
}

function wordsOf(given: Arguments, option: string): string[] | null {
  const text = given.text(option);
  if (text === undefined) return null;
  const words = text.split(',').map((word) => word.trim());
  const known = words.filter((word) => word !== '');
  if (known.length === 0) throw new UsageError(say('cli.empty-list', { option }));
  return known;
}

/** The values of an option that takes some of a few, in their own order. */
function listOf<C extends string>(
  given: Arguments,
  option: string,
  choices: readonly C[],
): readonly C[] | null {
  const words = wordsOf(given, option);
  const stray = words?.find((word) => !choices.some((choice) => choice === word));
  if (stray !== undefined) {
    throw new UsageError(
      say('cli.bad-choice', { option, value: stray, choices: choices.join(', ') }),
    );
  }
  return words && choices.filter((choice) => words.includes(choice));
}

/** Racks by their names; a name that several have means all of them. */
function racksOf(given: Arguments, design: Design): readonly RackId[] | null {
  const words = wordsOf(given, 'racks');
  if (words === null) return null;
  const racks = orderedRacks(design);
  return words.flatMap((word) => {
    const named = racks.filter(({ name }) => name.toLowerCase() === word.toLowerCase());
    if (named.length === 0) {
      const names = racks.slice(0, 12).map(({ name }) => name);
      throw new UsageError(say('cli.no-rack', { name: word, names: names.join(', ') }));
    }
    return named.map(({ id }) => id);
  });
}

/** Papers may be written with a hyphen: `ANSI-B`. */
function paperOf(given: Arguments): PaperSize {
  const value = given.text('paper');
  if (value === undefined) return 'A3';
  const plain = (text: string): string => text.toUpperCase().replace(/[\s-]/g, '');
  const paper = PAPER_SIZES.find((each) => plain(each) === plain(value));
  if (paper === undefined) {
    const choices = PAPER_SIZES.map((each) => each.replaceAll(' ', '-')).join(', ');
    throw new UsageError(say('cli.bad-choice', { option: 'paper', value, choices }));
  }
  return paper;
}

function dpiOf(given: Arguments): number {
  const value = given.text('dpi');
  if (value === undefined) return USUAL_DPI;
  const dpi = Number(value);
  if (!Number.isFinite(dpi) || dpi < DPI_LIMITS.least || dpi > DPI_LIMITS.most) {
    throw new UsageError(say('cli.bad-dpi', { value, ...DPI_LIMITS }));
  }
  return dpi;
}
