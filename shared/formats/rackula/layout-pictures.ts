/**
 * The pictures of a Rackula layout: in the layout itself, or as files beside it in an archive. Each is of a device
 * type, or of one device alone.
 */
import type { Face } from '../../model/face.ts';
import { say } from '../../text/index.ts';
import type { FileBeside } from '../format.ts';
import { isMap } from '../netbox/field-reader.ts';
import type { ImportWarning } from '../netbox/import-report.ts';
import type { LoosePicture } from '../site/rows.ts';
import type { YamlMap } from '../yaml-door.ts';
import { mapAt, textAt } from './layout-fields.ts';
import { layoutTypeId } from './layout-types.ts';

interface OnePicture {
  /** Slug of a type, or id of a device. */
  readonly of: string;
  readonly ofDevice: boolean;
  readonly face: Face;
  readonly name: string;
  readonly base64: () => string;
}

export interface LayoutPictures {
  readonly pictures: readonly LoosePicture[];
  readonly warnings: readonly ImportWarning[];
}

/** @param typeIds ids of the types that were read */
export function layoutPictures(
  document: YamlMap,
  beside: readonly FileBeside[],
  typeIds: ReadonlySet<string>,
): LayoutPictures {
  const all = [...within(document, typeIds), ...beside.flatMap((file) => besideOf(file) ?? [])];
  const inRacks = textAt(mapAt(document, 'settings'), 'display_mode').startsWith('image');
  const pictures: LoosePicture[] = [];
  const unknown: string[] = [];
  for (const { of, ofDevice, face, name, base64 } of all) {
    if (ofDevice) continue;
    const ids = [layoutTypeId(of, false), layoutTypeId(of, true)].filter((id) => typeIds.has(id));
    if (ids.length === 0) unknown.push(name);
    for (const typeId of ids) pictures.push({ typeId, face, name, inRacks, data: base64() });
  }
  const ofDevices = all.filter(({ ofDevice }) => ofDevice).length;
  return {
    pictures,
    warnings: [
      ...(ofDevices > 0 ? [warning('device-pictures', { count: ofDevices })] : []),
      ...(unknown.length > 0
        ? [
            warning('loose-pictures', {
              count: unknown.length,
              names: unknown.slice(0, 6).join(', '),
            }),
          ]
        : []),
    ],
  };
}

function warning(code: string, args: Record<string, string | number>): ImportWarning {
  return { code, path: '', message: say(`import.warning.${code}`, args) };
}

/** `images: { SLUG: { front: data:image/png;base64,… } }`; a key that is no slug is the id of a device. */
function within(document: YamlMap, typeIds: ReadonlySet<string>): OnePicture[] {
  return [...mapAt(document, 'images')].flatMap(([of, faces]) => {
    if (!isMap(faces)) return [];
    const ofDevice = ![layoutTypeId(of, false), layoutTypeId(of, true)].some((id) =>
      typeIds.has(id),
    );
    return (['front', 'rear'] as const).flatMap((face) => {
      const value = faces.get(face);
      const data =
        typeof value === 'string' ? /^data:[^,]*;base64,(.*)$/s.exec(value)?.[1] : undefined;
      if (data === undefined) return [];
      return [{ of, ofDevice, face, name: `images.${of}.${face}`, base64: () => data }];
    });
  });
}

/** `assets/SLUG/front.png`, older `images/SLUG/front.png`; of a device `assets/SLUG/ID-front.png`. */
function besideOf({ path, base64 }: FileBeside): OnePicture | null {
  const match =
    /(?:^|\/)(?:assets|images)\/([^/]+)\/(?:(.+)-)?(front|rear)\.(?:png|jpe?g|webp)$/i.exec(path);
  if (!match) return null;
  const [, of = '', device, face = ''] = match;
  return {
    of,
    ofDevice: device !== undefined,
    face: face.toLowerCase() === 'rear' ? 'rear' : 'front',
    name: path.split('/').slice(-2).join('/'),
    base64,
  };
}
