/** Elevations as SVG: each rack with both faces, and the whole floor. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../shared/analysis/types.ts';
import {
  type DesignPicture,
  designPicture,
  type PictureWish,
  svgPicture,
} from '../../shared/drawing/picture/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import type { RackId } from '../../shared/model/ids.ts';
import type { Rack } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { rackFileNames } from './rack-file-names.ts';
import { writeTextWhole } from './write-whole.ts';

const RACK = { scale: 1 / 10, pxPerMm: Number.POSITIVE_INFINITY };
const OVERVIEW = { scale: 1 / 50, pxPerMm: 0.4 };

const PRINTED: PictureWish = {
  racks: null,
  devices: null,
  faces: 'both',
  scheme: 'paper',
  cables: true,
  labels: true,
  background: true,
};

/** One elevation as it is printed. */
export interface Elevation {
  /** Its file's name without ending: `overview`, or `rack-` and the rack's name. */
  readonly stem: string;
  readonly svg: string;
  readonly widthMm: number;
  readonly heightMm: number;
}

/** The floor, then each rack with both faces. @param racks these racks; null = all of them */
export function* elevations(
  design: Design,
  analysis: Analysis,
  racks: readonly RackId[] | null = null,
): Generator<Elevation> {
  const chosen = orderedRacks(design).filter(({ id }) => racks === null || racks.includes(id));
  const overview = designPicture(design, { ...PRINTED, racks }, () => '');
  if (overview) yield elevation(design, overview, 'overview', design.settings.name, OVERVIEW);
  const used = new Map(analysis.racks.map((row) => [row.id, row.usedU]));
  for (const [rack, stem] of rackFileNames(chosen)) {
    const picture = rackPicture(design, rack, used.get(rack.id) ?? 0);
    if (picture) yield elevation(design, picture, stem, rack.name, RACK);
  }
}

function elevation(
  design: Design,
  picture: DesignPicture,
  stem: string,
  title: string,
  drawn: { readonly scale: number; readonly pxPerMm: number },
): Elevation {
  const { width, height } = picture.box;
  return {
    stem,
    svg: svgPicture(design, picture, title, drawn),
    widthMm: width * drawn.scale,
    heightMm: height * drawn.scale,
  };
}

/** Front and rear of a rack with the cables on them. */
function rackPicture(design: Design, rack: Rack, usedU: number): DesignPicture | null {
  const detail = say('drawing.ofLimit', { value: usedU, limit: rack.heightU, unit: 'U' });
  return designPicture(
    design,
    { ...PRINTED, racks: [rack.id] },
    (_, face) => `${say(`drawing.face.${face}`)} · ${detail}`,
  );
}

/**
 * Writes `overview.svg` and one file a rack, named after it, into a folder, which is made when it does not
 * exist.
 * @returns the names of the files
 */
export async function exportSvg(
  design: Design,
  analysis: Analysis,
  folder: string,
  racks: readonly RackId[] | null = null,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const { stem, svg } of elevations(design, analysis, racks)) {
    await writeTextWhole(join(folder, `${stem}.svg`), svg);
    files.push(`${stem}.svg`);
  }
  return files;
}
