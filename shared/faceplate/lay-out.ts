/**
 * A plausible place for every opening of a type whose source has no positions: by kind on the face where such gear
 * has it, in rows, pairs belly to belly, management at the end. Everything placed is assumed and is meant to be
 * moved; nothing is placed where a check of the face would speak against it.
 */
import type { Cage, DeviceType, FormFactor, PortKind } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { CageId, IdSource, PortId } from '../model/ids.ts';
import { compareNatural } from '../text/order.ts';
import { type Mm, panelHeightMm, roundMm } from '../units/length.ts';
import { spotsOnFace } from './cage-fit.ts';
import { freeName } from './copy-parts.ts';
import { isStrip } from './face-frame.ts';
import { boundsOf, partsOf } from './face-part.ts';
import { freshIds } from './fresh-ids.ts';
import {
  type Block,
  type Candidate,
  type PlacedSpot,
  placeBlocks,
  SECTIONS,
  type Section,
} from './lay-out-blocks.ts';
import { placeOnStrip } from './lay-out-strip.ts';
import { openingSize } from './openings.ts';

/** An opening without a place, and the ports of the type that sit in it: one or more. */
export interface LooseOpening {
  readonly name: string;
  readonly formFactor: FormFactor;
  readonly ports: readonly PortId[];
}

export interface LaidOut {
  /** The type with a cage for every opening that found a place, and its ports in it. */
  readonly type: DeviceType;
  /** Openings for which neither face has room; their ports stay without an opening. */
  readonly unplaced: readonly LooseOpening[];
}

/**
 * Lays out openings on the faces of a type. What is on the faces stays; an empty face is laid out as a whole, the
 * gaps of another are filled. What goes into a bay and has no face of a size gets one that its openings need: its
 * rear is inside its host.
 * @param openings their ports are ports of the type; ports it does not have are left out of account
 * @param ids ids of the new cages, asked in the order of `openings` but for those that fill gaps
 */
export function layOut(
  type: DeviceType,
  openings: readonly LooseOpening[],
  ids: IdSource,
): LaidOut {
  const candidates = candidatesOf(type, openings);
  if (type.lodging === 'rack') return layOutOn(type, openings, candidates, FACES, ids);
  if (!isStrip(type)) return layOutOn(type, openings, candidates, ['front'], ids);
  const blocks = blocksOf(candidates);
  const sizes = LODGED_HEIGHTS_MM.map((heightMm) => ({ widthMm: LODGED_WIDTH_MM, heightMm }));
  const holds = sizes.find(
    (faceMm) => placeBlocks({ ...type, faceMm }, 'front', blocks).size === candidates.length,
  );
  const faceMm = holds ?? sizes.at(-1) ?? null;
  const laid = layOutOn({ ...type, faceMm }, openings, candidates, ['front'], ids);
  return { ...laid, type: { ...laid.type, faceMm: neededFace(laid.type) } };
}

const FACES: readonly Face[] = ['front', 'rear'];
/** A card across a chassis, and how high it may be, mm: steps of one unit [assumed]. */
const LODGED_WIDTH_MM: Mm = 430;
const LODGED_HEIGHTS_MM: readonly Mm[] = [1, 2, 3, 4, 6, 8, 10].map(panelHeightMm);

/** Least room below the lowest opening, mm: what any plug needs there [assumed]. */
const LODGED_EDGE_MM: Mm = 1.5;

/** The face that holds the parts, with the same margin on both sides; null without parts. */
function neededFace(type: DeviceType): DeviceType['faceMm'] {
  const bounds = boundsOf(partsOf(type, 'front'));
  if (!bounds) return null;
  const { xMm, yMm, widthMm, heightMm } = bounds;
  return {
    widthMm: roundMm(2 * xMm + widthMm),
    heightMm: roundMm(yMm + heightMm + Math.max(yMm, LODGED_EDGE_MM)),
  };
}

function layOutOn(
  type: DeviceType,
  openings: readonly LooseOpening[],
  candidates: readonly Candidate[],
  faces: readonly Face[],
  ids: IdSource,
): LaidOut {
  const spots = new Map<number, PlacedSpot>();
  if (isStrip(type)) {
    for (const [index, spot] of placeOnStrip(type, candidates)) spots.set(index, spot);
  } else {
    for (const face of faces) {
      if (partsOf(type, face).length > 0) continue;
      const blocks = blocksOf(candidates.filter((one) => one.face === face));
      for (const [index, spot] of placeBlocks(type, face, blocks)) spots.set(index, spot);
    }
  }
  const cageIds = freshIds(type, ids);
  const left = candidates.filter(({ index }) => !spots.has(index));
  const placed = withCages(type, openings, spots, cageIds);
  return fillGaps(placed, openings, left, faces, cageIds);
}

function candidatesOf(type: DeviceType, openings: readonly LooseOpening[]): Candidate[] {
  const ports = new Map(type.ports.map((port) => [port.id, port]));
  return openings
    .map(({ name, formFactor, ports: held }, index): Candidate => {
      const port = held.map((id) => ports.get(id)).find((one) => one !== undefined);
      const kind = port?.kind ?? 'interface';
      return {
        index,
        name,
        formFactor,
        kind,
        face: usualFace(type, kind),
        section: sectionOf(kind, port?.managementOnly ?? false),
      };
    })
    .sort((a, b) => compareNatural(a.name, b.name) || a.index - b.index);
}

/** The face on which such gear has such a port. */
export function usualFace(
  { category, heightU, lodging }: Pick<DeviceType, 'category' | 'heightU' | 'lodging'>,
  kind: PortKind,
): Face {
  if (heightU <= 0 || lodging !== 'rack') return 'front';
  switch (kind) {
    case 'front':
      return 'front';
    case 'rear':
    case 'powerInlet':
      return 'rear';
    case 'powerOutlet':
      return category === 'pdu' ? 'front' : 'rear';
    case 'interface':
    case 'console':
    case 'consoleServer':
      return category === 'node' || category === 'server' || category === 'storage'
        ? 'rear'
        : 'front';
    default:
      return kind satisfies never;
  }
}

function sectionOf(kind: PortKind, managementOnly: boolean): Section {
  if (kind === 'powerInlet' || kind === 'powerOutlet') return 'power';
  return managementOnly || kind === 'console' ? 'management' : 'data';
}

/** Openings of one kind together, in the order in which the source begins with each. */
function blocksOf(candidates: readonly Candidate[]): Block[] {
  const groups = Map.groupBy(candidates, ({ section, formFactor }) => `${section} ${formFactor}`);
  const blocks = [...groups.values()].flatMap((members): Block[] => {
    const [first] = members;
    return first ? [{ section: first.section, formFactor: first.formFactor, members }] : [];
  });
  const begins = ({ members }: Block): number => Math.min(...members.map(({ index }) => index));
  return blocks.sort(
    (a, b) => SECTIONS.indexOf(a.section) - SECTIONS.indexOf(b.section) || begins(a) - begins(b),
  );
}

/** The type with cages at these spots. */
function withCages(
  type: DeviceType,
  openings: readonly LooseOpening[],
  spots: ReadonlyMap<number, PlacedSpot>,
  ids: IdSource,
): DeviceType {
  const names = new Set(
    type.cages.map(({ face, formFactor, name }) => `${face} ${formFactor} ${name}`),
  );
  const cageOf = new Map<PortId, CageId>();
  const cages: Cage[] = [];
  for (const [index, { name, formFactor, ports }] of openings.entries()) {
    const spot = spots.get(index);
    if (!spot) continue;
    const { widthMm, heightMm } = openingSize(formFactor);
    const key = (text: string): string => `${spot.face} ${formFactor} ${text}`;
    const own = freeName(name, (text) => !names.has(key(text)));
    names.add(key(own));
    const id = ids('cage');
    cages.push({
      id,
      name: own,
      formFactor,
      face: spot.face,
      xMm: spot.xMm,
      yMm: spot.yMm,
      widthMm,
      heightMm,
      flipped: spot.flipped,
      group: spot.group,
      locked: false,
    });
    for (const port of ports) cageOf.set(port, id);
  }
  if (cages.length === 0) return type;
  return {
    ...type,
    cages: [...type.cages, ...cages],
    ports: type.ports.map((port) => {
      const cageId = cageOf.get(port.id);
      return cageId === undefined ? port : { ...port, cageId };
    }),
  };
}

/** Places what is left in the gaps of its face, then of the other. */
function fillGaps(
  type: DeviceType,
  openings: readonly LooseOpening[],
  left: readonly Candidate[],
  faces: readonly Face[],
  ids: IdSource,
): LaidOut {
  let filled = type;
  let rest = left;
  for (const other of [false, true]) {
    for (const face of faces) {
      const forms = new Set(rest.map(({ formFactor }) => formFactor));
      for (const formFactor of forms) {
        const wishes = rest.filter(
          (one) => one.formFactor === formFactor && (one.face === face) !== other,
        );
        if (wishes.length === 0) continue;
        const places = spotsOnFace(filled, face, formFactor);
        const spots = new Map(
          wishes.flatMap(({ index }, k): [number, PlacedSpot][] => {
            const place = places[k];
            return place ? [[index, { face, ...place, group: '' }]] : [];
          }),
        );
        filled = withCages(filled, openings, spots, ids);
        rest = rest.filter(({ index }) => !spots.has(index));
      }
    }
  }
  const lost = rest.map(({ index }) => index).sort((a, b) => a - b);
  return { type: filled, unplaced: lost.flatMap((index) => openings[index] ?? []) };
}
