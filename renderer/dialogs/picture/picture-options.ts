/** What a picture can be of, given what is selected, and how one choice leads to the next. */
import type { PictureDpi } from '../../../shared/contract/picture-choice.ts';
import { type PictureWish, pictureScale, pixelsOf } from '../../../shared/drawing/picture/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';
import type { Box } from '../../../shared/model/rack-geometry.ts';
import { MM_PER_INCH } from '../../../shared/units/length.ts';
import type { Selection } from '../../editor/index.ts';

/** The selected devices cut out, the racks that are selected or hold what is, or all there is. */
export type PictureSubject = 'devices' | 'racks' | 'design';

type Subject = Pick<PictureWish, 'racks' | 'devices'>;

/** The devices that are meant: the selected ones, else the ends of selected cables. */
function meantDevices(design: Design, selection: Selection): readonly DeviceId[] {
  if (selection.devices.size > 0) return [...selection.devices];
  const ids = new Set<DeviceId>();
  for (const id of selection.cables) {
    const { ends } = design.cables.get(id) ?? {};
    for (const { deviceId } of [...(ends?.a ?? []), ...(ends?.b ?? [])]) ids.add(deviceId);
  }
  return [...ids];
}

function meantRacks(design: Design, selection: Selection): readonly RackId[] {
  const ids = new Set<RackId>(selection.racks);
  for (const id of meantDevices(design, selection)) {
    const rackId = design.devices.get(id)?.rackId;
    if (rackId !== undefined) ids.add(rackId);
  }
  return [...ids];
}

/** What can be chosen now, the nearest to what is selected first. */
export function pictureSubjects(
  design: Design,
  selection: Selection,
): ReadonlyMap<PictureSubject, Subject> {
  const subjects = new Map<PictureSubject, Subject>();
  const devices = meantDevices(design, selection);
  const racks = meantRacks(design, selection);
  if (devices.length > 0) subjects.set('devices', { racks: [], devices });
  if (racks.length > 0) subjects.set('racks', { racks, devices: null });
  subjects.set('design', { racks: null, devices: null });
  return subjects;
}

/** Pixels of a picture of that box; infinitely many when it is too long. */
export function picturePixels(box: Box, dpi: PictureDpi): number {
  const { widthMm, heightMm } = pictureScale(box);
  return pixelsOf(widthMm, heightMm, dpi / MM_PER_INCH);
}

/** What is copied when nobody was asked: on paper, with everything on it. */
export function quickWish(design: Design, selection: Selection): PictureWish {
  const [subject = { racks: null, devices: null }] = pictureSubjects(design, selection).values();
  const shown = { cables: true, labels: true, background: true } as const;
  return { ...subject, faces: 'both', scheme: 'paper', ...shown };
}
