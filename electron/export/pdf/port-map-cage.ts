/** An opening of a face on a port map: used, free or kept, with the names of its ports as large as they fit. */
import type { Paint, Surface } from '../../../shared/drawing/surface.ts';
import type { Port } from '../../../shared/model/device-type.ts';
import type { Cable } from '../../../shared/model/records.ts';
import type { PdfLettering } from './lettering.ts';
import { LEAST_LETTERING_MM } from './paper.ts';
import type { MappedCage } from './port-map.ts';

/** The colour of a cable's line. */
export type ColourOf = (cable: Cable) => string;

const FREE: Paint = { fill: '#c9ced4', stroke: '#8a929c', strokeMm: 1.5, dashMm: [] };
/** At 1:10, as the painter's own. */
const KEPT_DASH: readonly number[] = [14, 9];
const frames = new Map<string, Paint>();

/** A used opening is white in a frame of its cable's line; a free one is grey, one that is kept has a broken frame. */
function cageFrame({ cable, reserved }: MappedCage, colourOf: ColourOf): Paint {
  if (cable === null) return reserved ? { ...FREE, stroke: '#000000', dashMm: KEPT_DASH } : FREE;
  const stroke = colourOf(cable);
  let frame = frames.get(stroke);
  if (frame === undefined) {
    frame = { fill: '#ffffff', stroke, strokeMm: 6, dashMm: [] };
    frames.set(stroke, frame);
  }
  return frame;
}

/** Heights of port names on paper, em in mm: the largest that fits is taken. */
const NAME_SIZES_MM = [2.48, 2.1, LEAST_LETTERING_MM] as const;

/** An opening with its names. */
export function paintCage(
  surface: Surface,
  lettering: PdfLettering,
  mapped: MappedCage,
  scale: number,
  colourOf: ColourOf,
): void {
  const { cage, ports, cable } = mapped;
  const rim = 0.3 * scale;
  const { xMm: x, yMm: y, widthMm: width, heightMm: height } = cage;
  surface.rect(x + rim, y + rim, width - 2 * rim, height - 2 * rim, cageFrame(mapped, colourOf));
  const tall = height > 1.6 * width;
  const [along, across] = tall ? [height, width] : [width, height];
  const colour = cable === null ? FREE_TEXT : '#000000';
  const weight = cable === null ? 'regular' : 'semibold';
  for (const lines of portWords(ports, cage.name)) {
    const sizeMm = NAME_SIZES_MM.map((mm) => mm * scale).find(
      (size) =>
        lines.length * size * 1.05 <= across - 2 * rim &&
        lines.every((line) => {
          const style = { sizeMm: size, weight } as const;
          return lettering.widthMm(line, style) <= along - 4 * rim;
        }),
    );
    if (sizeMm === undefined) continue;
    const style = { colour, sizeMm, weight, align: 'centre' } as const;
    const write = (): void => {
      for (const [i, line] of lines.entries()) {
        const shift = (i - (lines.length - 1) / 2) * sizeMm * 1.05;
        surface.text(0, shift, line, style);
      }
    };
    surface.at(x + width / 2, y + height / 2, write, tall);
    return;
  }
}

const FREE_TEXT = '#454d57';

/** What may stand in an opening, the best first: names of its ports, what is printed beside them, its own name. */
function portWords(ports: readonly Port[], cage: string): readonly (readonly string[])[] {
  const names = shortened(ports.map(({ name }) => name));
  const labels = shortened(ports.map(({ label, name }) => label || name));
  return [names, labels, [cage]].filter((lines) => lines.some((line) => line !== ''));
}

/** Of more than two the first and the last. */
function shortened(names: readonly string[]): readonly string[] {
  return names.length <= 2 ? names : [`${names[0] ?? ''} –`, names.at(-1) ?? ''];
}
