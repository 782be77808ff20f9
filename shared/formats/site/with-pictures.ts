/** Decoded pictures go behind the faces of the types that they are of: what is seen in the racks is printed too. */
import { faceFrame } from '../../faceplate/index.ts';
import type { Backdrop, DeviceType, FaceArea } from '../../model/device-type.ts';
import type { Face, Picture } from '../../model/records.ts';
import { roundMm } from '../../units/length.ts';
import type { LoosePicture, SiteRows } from './rows.ts';

const WHOLE = { left: 0, top: 0, right: 1, bottom: 1 };

/** The rows with these pictures; what could not be decoded is not among them. */
export function withPictures(
  rows: SiteRows,
  decoded: readonly { readonly loose: LoosePicture; readonly picture: Picture }[],
): SiteRows {
  const types = rows.types.map((type): DeviceType => {
    const own = decoded.filter(({ loose }) => loose.typeId === type.id);
    const backdrops = own.map(
      ({ loose: { face, inRacks }, picture }): Backdrop => ({
        pictureId: picture.id,
        area: areaWithin(type, face, picture.widthPx / picture.heightPx),
        crop: WHOLE,
        inRacks,
        inPrint: inRacks,
      }),
    );
    return own.length === 0 ? type : { ...type, backdrops: [...type.backdrops, ...backdrops] };
  });
  const pictures = new Map(decoded.map(({ picture }) => [picture.id, picture]));
  return { ...rows, types, loosePictures: [], pictures: [...pictures.values()] };
}

/** The largest area of these proportions within a panel, in its middle: it covers nothing of the gear beside it. */
function areaWithin(type: DeviceType, face: Face, widthPerHeight: number): FaceArea {
  const frame = faceFrame(type, face);
  const widthMm = Math.min(frame.widthMm, frame.heightMm * widthPerHeight);
  const heightMm = widthMm / widthPerHeight;
  return {
    face,
    xMm: roundMm((frame.widthMm - widthMm) / 2),
    yMm: roundMm((frame.heightMm - heightMm) / 2),
    widthMm: roundMm(widthMm),
    heightMm: roundMm(heightMm),
  };
}
