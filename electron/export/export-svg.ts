/** Elevations as SVG: each rack with both faces, and the whole floor. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../shared/analysis/types.ts';
import {
  type PaintOptions,
  paintCables,
  paintRackFace,
  paletteFor,
  SvgSurface,
  UNIT_NUMBERS_MM,
} from '../../shared/drawing/index.ts';
import {
  type ElevationView,
  FACE_GAP_MM,
  type Layout,
  layoutDesign,
  TITLE_MM,
} from '../../shared/drawing/layout.ts';
import type { Design } from '../../shared/model/design.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import type { PictureId } from '../../shared/model/ids.ts';
import { type Box, rackHeightMm } from '../../shared/model/rack-geometry.ts';
import type { Rack } from '../../shared/model/records.ts';
import { say } from '../../shared/text/index.ts';
import { writeTextWhole } from './write-whole.ts';

const RACK_SCALE = 1 / 10;
const OVERVIEW_SCALE = 1 / 50;
/** Space round the drawing: on the floor for the trays over the rows and at their left, mm. */
const RACK_MARGIN_MM = UNIT_NUMBERS_MM + 20;
const FLOOR_MARGIN_MM = 340;

/** A picture of the design as an address that holds it. */
function pictureAddress({ pictures }: Design, id: PictureId): string | null {
  const picture = pictures.get(id);
  return picture ? `data:${picture.mime};base64,${picture.data}` : null;
}

function paperOptions(pxPerMm: number): PaintOptions {
  return {
    palette: paletteFor('paper'),
    pxPerMm,
    showLabels: true,
    showCables: true,
    pictures: 'print',
  };
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
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const names = fileNames(orderedRacks(design));
  const files: string[] = ['overview.svg'];
  await writeTextWhole(join(folder, 'overview.svg'), overviewSvg(design, 'both'));
  const used = new Map(analysis.racks.map((row) => [row.id, row.usedU]));
  for (const [rack, name] of names) {
    await writeTextWhole(join(folder, name), rackSvg(design, rack, used.get(rack.id) ?? 0));
    files.push(name);
  }
  return files;
}

/** A file name for each rack, made of what every file system takes; a second of the same name is numbered. */
function fileNames(racks: readonly Rack[]): Map<Rack, string> {
  const taken = new Set(['overview.svg']);
  const names = new Map<Rack, string>();
  for (const rack of racks) {
    const stem = `rack-${rack.name.replace(/[^\p{L}\p{N}._-]+/gu, '-').slice(0, 80)}`;
    let name = `${stem}.svg`;
    for (let i = 2; taken.has(name.toLowerCase()); i += 1) name = `${stem}-${i}.svg`;
    taken.add(name.toLowerCase());
    names.set(rack, name);
  }
  return names;
}

/** Front and rear of a rack with the cables on them. */
function rackSvg(design: Design, rack: Rack, usedU: number): string {
  const surface = new SvgSurface((id) => pictureAddress(design, id));
  const height = rackHeightMm(rack);
  const options = paperOptions(Number.POSITIVE_INFINITY);
  const detail = say('drawing.ofLimit', { value: usedU, limit: rack.heightU, unit: 'U' });
  const box: Box = {
    x: -RACK_MARGIN_MM,
    y: 0 - TITLE_MM,
    width: 2 * rack.widthMm + FACE_GAP_MM + 2 * RACK_MARGIN_MM,
    height: TITLE_MM + height + 20,
  };
  surface.rect(box.x, box.y, box.width, box.height, options.palette.ink.background);
  const layout = rackLayout(rack, height);
  for (const face of layout.faces) {
    const title = { name: rack.name, detail: `${say(`drawing.face.${face.face}`)} · ${detail}` };
    surface.at(face.x, 0, () =>
      paintRackFace(surface, design, rack.id, face.face, { ...options, title }),
    );
  }
  surface.clip(box.x, box.y, box.width, box.height, () =>
    paintCables(surface, design, layout, options),
  );
  return surface.picture(box, rack.name, RACK_SCALE);
}

/** Both faces of one rack beside each other, and nothing else. */
function rackLayout(rack: Rack, height: number): Layout {
  const { id: rackId, widthMm: width } = rack;
  return {
    view: 'both',
    faces: [
      { rackId, face: 'front', x: 0, y: 0, width, height },
      { rackId, face: 'rear', x: width + FACE_GAP_MM, y: 0, width, height },
    ],
    rows: [],
    bounds: { x: 0, y: 0, width: 2 * width + FACE_GAP_MM, height },
  };
}

/** Every rack of the design in its row, with the cables between them. */
function overviewSvg(design: Design, view: ElevationView): string {
  const surface = new SvgSurface((id) => pictureAddress(design, id));
  const layout = layoutDesign(design, view);
  const { bounds } = layout;
  const box: Box = {
    x: bounds.x - FLOOR_MARGIN_MM,
    y: bounds.y - FLOOR_MARGIN_MM,
    width: bounds.width + 2 * FLOOR_MARGIN_MM,
    height: bounds.height + 2 * FLOOR_MARGIN_MM,
  };
  const options = paperOptions(0.4);
  surface.rect(box.x, box.y, box.width, box.height, options.palette.ink.background);
  for (const face of layout.faces) {
    const title = { name: design.racks.get(face.rackId)?.name ?? '', detail: '' };
    surface.at(face.x, face.y, () =>
      paintRackFace(surface, design, face.rackId, face.face, { ...options, title }),
    );
  }
  paintCables(surface, design, layout, options);
  return surface.picture(box, design.settings.name, OVERVIEW_SCALE);
}
