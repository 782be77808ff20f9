/** Faces of a device type as files, one a face: SVG and DXF at full size. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { faceDrawing } from '../../../shared/drawing/face-sheet/index.ts';
import { SvgSurface } from '../../../shared/drawing/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { Face } from '../../../shared/model/face.ts';
import { writeTextWhole } from '../write-whole.ts';
import { faceTitle } from './face-title.ts';
import { faceplateDxf } from './faceplate-dxf.ts';
import { faceplateStem } from './file-names.ts';

export interface FacesWanted {
  readonly faces: readonly Face[];
  /** Whether dimensions stand beside the faces. */
  readonly dimensions: boolean;
}

/**
 * Writes one SVG a face into a folder, which is made when it does not exist.
 * @returns the names of the files
 */
export function exportFaceplateSvg(
  type: DeviceType,
  folder: string,
  wanted: FacesWanted,
): Promise<string[]> {
  return writeFaces(type, folder, wanted.faces, 'svg', (face) => faceSvg(type, face, wanted));
}

/** The same as DXF. Machines measure the outlines themselves: it has no dimensions. */
export function exportFaceplateDxf(
  type: DeviceType,
  folder: string,
  { faces }: Pick<FacesWanted, 'faces'>,
): Promise<string[]> {
  return writeFaces(type, folder, faces, 'dxf', (face) => faceplateDxf(type, face));
}

function faceSvg(type: DeviceType, face: Face, { dimensions }: FacesWanted): string {
  const surface = new SvgSurface(undefined, 'on-edge');
  const drawing = faceDrawing(type, face, { dimensions });
  drawing.paint(surface);
  return surface.picture(drawing.box, faceTitle(type, face), 1);
}

async function writeFaces(
  type: DeviceType,
  folder: string,
  faces: readonly Face[],
  ending: 'svg' | 'dxf',
  contentOf: (face: Face) => string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files: string[] = [];
  for (const face of faces) {
    const name = `${faceplateStem(type)}-${face}.${ending}`;
    await writeTextWhole(join(folder, name), contentOf(face));
    files.push(name);
  }
  return files;
}
