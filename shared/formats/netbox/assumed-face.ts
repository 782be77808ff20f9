/**
 * A plausible face for a type whose source has no positions: openings in rows from the left, by kind, power
 * at the rear. Everything it places is assumed and is meant to be moved.
 */
import type { Cage, FormFactor, Port } from '../../model/device-type.ts';
import type { Face } from '../../model/records.ts';
import { PANEL_WIDTH_MM, panelHeightMm, RAIL_OPENING_MM, roundMm } from '../../units/length.ts';
import type { CageGroup } from './cage-groups.ts';
import { slugFacts } from './port-slug.ts';

/** Opening and pitch of each form factor, mm: outlines of the modules, rounded up by the cage's walls. */
const OPENINGS: Readonly<Record<FormFactor, readonly [width: number, height: number]>> = {
  rj45: [13.2, 11.5],
  sfp: [14, 9.5],
  'sfp-dd': [14, 9.5],
  qsfp: [18.8, 9.5],
  'qsfp-dd': [18.8, 9.5],
  osfp: [23, 13.5],
  'osfp-rhs': [23, 10.5],
  'osfp-xd': [23, 13.5],
  cfp: [42, 13],
  lc: [13, 9.5],
  mpo: [12.6, 9.5],
  sn: [7, 9.5],
  mmc: [7, 9.5],
  usb: [13, 6],
  c13: [27, 20],
  c14: [27, 20],
  c19: [33, 23],
  c20: [33, 23],
  dc: [24, 20],
  other: [13, 10],
};
const GAP_MM = 1;
const MARGIN_MM = 4;

export interface AssumedFace {
  readonly cages: readonly Cage[];
  readonly ports: readonly Port[];
  /** How many openings found no room on the face. */
  readonly unplaced: number;
}

interface Cursor {
  x: number;
  y: number;
  rowHeight: number;
}

/** Lays the openings out. Types beside the rails (0U) get one column on their front. */
export function assumeFace(groups: readonly CageGroup[], heightU: number): AssumedFace {
  const strip = heightU === 0;
  const left = strip ? MARGIN_MM : (PANEL_WIDTH_MM - RAIL_OPENING_MM) / 2 + MARGIN_MM;
  const right = strip ? 48 : PANEL_WIDTH_MM - left;
  const bottom = strip ? 1800 : Math.max(0, panelHeightMm(heightU)) - 2;
  const start = (): Cursor => ({ x: left, y: 3, rowHeight: 0 });
  const cursors: Record<Face, Cursor> = { front: start(), rear: start() };
  const cages: Cage[] = [];
  const cageOfPort = new Map<string, string>();
  let unplaced = 0;
  for (const group of groups) {
    const port = group.ports[0];
    if (!port) continue;
    const facts = slugFacts(port.slug);
    if (!facts.cabled) continue;
    const face: Face = port.kind === 'powerInlet' && !strip ? 'rear' : 'front';
    const [width, height] = OPENINGS[facts.formFactor];
    const place = nextPlace(cursors[face], width, height, left, right, bottom);
    if (!place) {
      unplaced += 1;
      continue;
    }
    const id = `c${cages.length + 1}`;
    cages.push({
      id,
      name: group.name,
      formFactor: facts.formFactor,
      face,
      xMm: roundMm(place.x),
      yMm: roundMm(place.y),
      widthMm: width,
      heightMm: height,
      flipped: false,
      group: '',
      locked: false,
    });
    for (const member of group.ports) cageOfPort.set(member.id, id);
  }
  const ports = groups.flatMap((group) =>
    group.ports.map((port) => ({
      ...port,
      cageId: cageOfPort.get(port.id) ?? null,
    })),
  );
  return { cages, ports, unplaced };
}

function nextPlace(
  cursor: Cursor,
  width: number,
  height: number,
  left: number,
  right: number,
  bottom: number,
): { x: number; y: number } | null {
  if (cursor.x + width > right && cursor.x > left) {
    cursor.x = left;
    cursor.y += cursor.rowHeight + GAP_MM;
    cursor.rowHeight = 0;
  }
  if (cursor.x + width > right || cursor.y + height > bottom) return null;
  const place = { x: cursor.x, y: cursor.y };
  cursor.x += width + GAP_MM;
  cursor.rowHeight = Math.max(cursor.rowHeight, height);
  return place;
}
