/**
 * Labels of ports at true size: a strip a row of openings, its fields as wide as the openings stand apart, to be
 * cut out and stuck on beside them.
 */
import { type FacePlan, facePlan } from '../../faceplate/face-plan.ts';
import type { Cage, DeviceType, Port } from '../../model/device-type.ts';
import type { Face } from '../../model/face.ts';
import type { Box } from '../../model/rack-geometry.ts';
import { say } from '../../text/index.ts';
import type { Surface } from '../surface.ts';
import { textWidthMm } from '../text-fit.ts';
import { mmText } from './dimensions.ts';
import type { FullSize } from './face-drawing.ts';
import { faceLetters, LETTERS, LINES } from './lines.ts';

interface LabelField {
  /** Middle of the opening, mm in face coordinates. */
  readonly xMm: number;
  readonly widthMm: number;
  readonly lines: readonly string[];
}

interface LabelStrip {
  readonly xMm: number;
  /** Upper edge of the openings that it is for, mm in face coordinates. */
  readonly rowMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  /** Height of its letters' em, mm. */
  readonly letterMm: number;
  readonly fields: readonly LabelField[];
}

/** Rows whose middles are closer are one row, mm. */
const SAME_ROW_MM = 2;
/** A wider gap between two openings ends a strip. */
const STRIP_GAP_MM = 30;
/** A field reaches no further beyond its opening. */
const BEYOND_MM = 3;
const SIZES_MM = [2.8, 2.5, 2.2, 1.9, 1.6] as const;
const LINE_EM = 1.3;
const PADDING_MM = 0.8;

/** The strips of a face, top to bottom; none where nothing has a name. */
function labelStrips(type: DeviceType, face: Face): LabelStrip[] {
  const ports = Map.groupBy(type.ports, ({ cageId }) => cageId);
  const rows: Cage[][] = [];
  const middle = (cage: Cage): number => cage.yMm + cage.heightMm / 2;
  const cages = type.cages.filter((cage) => cage.face === face);
  for (const cage of cages.sort((a, b) => middle(a) - middle(b) || a.xMm - b.xMm)) {
    const row = rows.find(([first]) => first && middle(cage) - middle(first) < SAME_ROW_MM);
    if (row) row.push(cage);
    else rows.push([cage]);
  }
  return rows
    .flatMap((row) => pieces(row.sort((a, b) => a.xMm - b.xMm)))
    .map((piece) => stripOf(piece, ports))
    .filter(({ fields }) => fields.some(({ lines }) => lines.length > 0));
}

/** A row in pieces, parted at its wide gaps. */
function pieces(row: readonly Cage[]): Cage[][] {
  const parted: Cage[][] = [];
  for (const cage of row) {
    const piece = parted.at(-1);
    const before = piece?.at(-1);
    if (piece && before && cage.xMm - (before.xMm + before.widthMm) < STRIP_GAP_MM)
      piece.push(cage);
    else parted.push([cage]);
  }
  return parted;
}

function stripOf(
  cages: readonly Cage[],
  ports: ReadonlyMap<Port['cageId'], readonly Port[]>,
): LabelStrip {
  const fields = cages.map((cage, i): LabelField => {
    const middle = cage.xMm + cage.widthMm / 2;
    const near = [cages[i - 1], cages[i + 1]].flatMap((other) =>
      other ? [Math.abs(other.xMm + other.widthMm / 2 - middle)] : [],
    );
    const widthMm = Math.min(cage.widthMm + 2 * BEYOND_MM, ...near);
    return { xMm: middle, widthMm, lines: linesOf(cage, ports.get(cage.id) ?? []) };
  });
  const fits = (size: number): boolean =>
    fields.every(({ lines, widthMm }) =>
      lines.every((line) => textWidthMm(line, faceLetters(size, 'semibold')) <= widthMm - 1),
    );
  const letterMm = SIZES_MM.find(fits) ?? SIZES_MM.at(-1) ?? 0;
  const [first, last] = [fields[0], fields.at(-1)];
  const xMm = first ? first.xMm - first.widthMm / 2 : 0;
  const right = last ? last.xMm + last.widthMm / 2 : 0;
  const most = Math.max(1, ...fields.map(({ lines }) => lines.length));
  const heightMm = most * letterMm * LINE_EM + 2 * PADDING_MM;
  const rowMm = Math.min(...cages.map(({ yMm }) => yMm));
  return { xMm, rowMm, widthMm: right - xMm, heightMm, letterMm, fields };
}

/** What stands on the label of an opening: its ports' own labels or names, of more than two the first and the last. */
function linesOf(cage: Cage, ports: readonly Port[]): string[] {
  const words = ports.map(({ label, name }) => label || name).filter((text) => text !== '');
  const [first, second] = words;
  if (first === undefined) return cage.name === '' ? [] : [cage.name];
  if (second === undefined) return [first];
  return words.length === 2 ? [first, second] : [first, `– ${words.at(-1) ?? ''}`];
}

/** From the face to the first line of strips, and between the lines: room for scissors. */
const LINE_GAP_MM = 7;
/** Room at the right for the words that tell which row a strip is for. */
const ROW_WORDS_MM = 30;

interface PlacedStrip extends LabelStrip {
  readonly yMm: number;
}

/** Strips below a face of this height; those beside each other share a line. */
function placed(strips: readonly LabelStrip[], faceHeightMm: number): PlacedStrip[] {
  const lines: LabelStrip[][] = [];
  for (const strip of strips) {
    const line = lines.at(-1);
    const isFree = (other: LabelStrip): boolean =>
      other.xMm + other.widthMm + ROW_WORDS_MM < strip.xMm ||
      strip.xMm + strip.widthMm + ROW_WORDS_MM < other.xMm;
    if (line?.every(isFree)) line.push(strip);
    else lines.push([strip]);
  }
  let yMm = faceHeightMm + LINE_GAP_MM;
  return lines.flatMap((line) => {
    const at = yMm;
    yMm += Math.max(...line.map(({ heightMm }) => heightMm)) + LINE_GAP_MM;
    return line.map((strip) => ({ ...strip, yMm: at }));
  });
}

/**
 * The labels of a face below a faint picture of it, each strip right below its openings; null where nothing on the
 * face has a name. Face coordinates.
 */
export function labelSheet(type: DeviceType, face: Face): FullSize | null {
  const strips = labelStrips(type, face);
  if (strips.length === 0) return null;
  const plan = facePlan(type, face);
  const under = placed(strips, plan.datum.yMm + plan.heightMm);
  const bottom = Math.max(...under.map(({ yMm, heightMm }) => yMm + heightMm));
  const left = Math.min(plan.datum.xMm, ...under.map(({ xMm }) => xMm)) - 2;
  const edge = plan.datum.xMm + plan.widthMm;
  const right = Math.max(edge, ...under.map((strip) => strip.xMm + strip.widthMm + ROW_WORDS_MM));
  const box: Box = { x: left, y: -2, width: right + 2 - left, height: bottom + 4 };
  return {
    box,
    paint: (surface) => {
      surface.at(plan.datum.xMm, plan.datum.yMm, () => paintGhost(surface, plan));
      for (const strip of under) paintLabelStrip(surface, strip);
    },
  };
}

function paintGhost(surface: Surface, { widthMm, heightMm, parts }: FacePlan): void {
  surface.rect(0, 0, widthMm, heightMm, LINES.ghost);
  for (const part of parts) {
    if (part.work === 'opening') {
      surface.rect(part.xMm, part.yMm, part.widthMm, part.heightMm, LINES.ghost);
    }
  }
}

/** A strip with its cut lines. */
function paintLabelStrip(surface: Surface, strip: PlacedStrip): void {
  const { xMm, yMm: y, widthMm, heightMm, letterMm } = strip;
  surface.rect(xMm, y, widthMm, heightMm, LINES.cut);
  const style = faceLetters(letterMm, 'semibold');
  const step = letterMm * LINE_EM;
  for (const [i, { xMm: middle, widthMm: own, lines }] of strip.fields.entries()) {
    const top = y + heightMm / 2 - ((lines.length - 1) * step) / 2;
    for (const [k, line] of lines.entries()) {
      surface.text(middle, top + k * step, line, style, own - 0.6);
    }
    // Between two fields a tick at each edge, not a line: the strip may stay whole.
    if (i === 0) continue;
    const edge = middle - own / 2;
    surface.line([edge, y - 1.5, edge, y], LINES.centre);
    surface.line([edge, y + heightMm, edge, y + heightMm + 1.5], LINES.centre);
  }
  const row = say('drawing.plate.row', { y: mmText(strip.rowMm) });
  surface.text(xMm + widthMm + 2, y + heightMm / 2, row, LETTERS.row);
}
