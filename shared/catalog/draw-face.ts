/** One face of a data file's entry: groups become cages and ports, parts become shapes, bays places for others. */
import type { Bay, Cage, FaceShape, Port } from '../model/device-type.ts';
import type { Face } from '../model/records.ts';
import { roundMm } from '../units/length.ts';
import { formFactorFacts } from './form-factors.ts';
import type {
  BayEntry,
  CageGroupEntry,
  FaceEntry,
  GridEntry,
  PartEntry,
  PortEntry,
} from './type-entry.ts';

interface DrawnFace {
  readonly cages: readonly Cage[];
  readonly ports: readonly Port[];
  readonly shapes: readonly FaceShape[];
  readonly bays: readonly Bay[];
}

/**
 * What stands on a face, in millimetres of its coordinates.
 * @throws RangeError when the size of a form factor is not in the catalogue
 */
export function drawFace(entry: FaceEntry | undefined, face: Face): DrawnFace {
  const cages: Cage[] = [];
  const ports: Port[] = [];
  for (const group of entry?.cages ?? []) {
    const { ports: perCage, first = 1, portFirst = first } = group;
    const count = (group.rows ?? 1) * (group.columns ?? 1);
    for (let index = 0; index < count; index += 1) {
      const number = first + index;
      const cage = cageOf(group, face, index, number);
      cages.push(cage);
      for (let k = 0; k < perCage.length; k += 1) {
        const port = perCage[k] as PortEntry;
        ports.push(portOfCage(port, cage.id, k, number, portFirst + index * perCage.length + k));
      }
    }
  }
  return {
    cages,
    ports,
    shapes: (entry?.parts ?? []).flatMap((part, place) => shapesOf(part, face, place + 1)),
    bays: (entry?.bays ?? []).flatMap((bay) => baysOf(bay, face)),
  };
}

/** The cage at a place of its group, counted from 0 in the group's order; `number` is what it bears. */
function cageOf(group: CageGroupEntry, face: Face, index: number, number: number): Cage {
  const size = formFactorFacts(group.of);
  if (!size) throw new RangeError(`the catalogue knows no size of ${group.of}`);
  const perLine = (group.order === 'down' ? group.rows : group.columns) ?? 1;
  const line = Math.floor(index / perLine);
  const [column, row] = group.order === 'down' ? [line, index % perLine] : [index % perLine, line];
  return {
    id: `${group.key}-${number}`,
    name: group.name.replaceAll('{n}', String(number)),
    formFactor: group.of,
    face,
    xMm: roundMm(group.x + column * (group.pitch ?? 0)),
    yMm: roundMm(group.y + row * (group.rowPitch ?? 0)),
    widthMm: size.cageWidthMm,
    heightMm: size.cageHeightMm,
    flipped: group.belly === true && row % 2 === 1,
    group: group.key,
    locked: false,
  };
}

function portOfCage(
  entry: PortEntry,
  cageId: string,
  k: number,
  cageNumber: number,
  portNumber: number,
): Port {
  const filled = (text: string): string =>
    text.includes('{')
      ? text.replaceAll('{n}', String(cageNumber)).replaceAll('{p}', String(portNumber))
      : text;
  return {
    id: `${cageId}.${k + 1}`,
    name: filled(entry.name),
    kind: entry.kind ?? 'interface',
    cageId,
    slug: entry.slug,
    speedGbps: entry.speed ?? null,
    lanes: entry.lanes ?? null,
    managementOnly: entry.management ?? false,
    label: filled(entry.label ?? ''),
    maximumDrawW: entry.drawW ?? null,
  };
}

function shapesOf(part: PartEntry, face: Face, place: number): FaceShape[] {
  const spots = gridOf(part);
  const group = spots.length > 1 ? `${face}-${part.shape}-${place}` : '';
  return spots.map(({ x, y }, k) => ({
    id: `${face}-${part.shape}-${place}.${k + 1}`,
    shape: part.shape,
    face,
    xMm: x,
    yMm: y,
    widthMm: part.w,
    heightMm: part.h,
    openRatio: part.open ?? null,
    text: part.text ?? '',
    group,
    locked: false,
  }));
}

function baysOf(entry: BayEntry, face: Face): Bay[] {
  return gridOf(entry).map(({ x, y }, k) => {
    const number = String((entry.first ?? 1) + k);
    return {
      id: `${entry.key}-${number}`,
      name: entry.name.replaceAll('{n}', number),
      kind: entry.kind,
      position: number,
      label: '',
      area: { face, xMm: x, yMm: y, widthMm: entry.w, heightMm: entry.h },
    };
  });
}

function gridOf(grid: GridEntry): { x: number; y: number }[] {
  const places = [];
  for (let row = 0; row < (grid.rows ?? 1); row += 1) {
    for (let column = 0; column < (grid.columns ?? 1); column += 1) {
      places.push({
        x: roundMm(grid.x + column * (grid.pitch ?? 0)),
        y: roundMm(grid.y + row * (grid.rowPitch ?? 0)),
      });
    }
  }
  return places;
}
