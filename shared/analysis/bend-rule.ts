/** Rule `bundle`, one rack: turns that are tighter than the cables allow. */
import { RAIL_SETBACK_MM, sideStripMm, unitMm } from '../model/rack-geometry.ts';
import type { AnalysisInputs, Rack } from '../model/records.ts';
import { leadsAlong } from '../routing/horizontal-manager.ts';
import { managerDepth, traySize, type UsedInput } from './assumed-inputs.ts';
import type { Jacket } from './cable-facts.ts';
import type { CablePlug } from './cable-plug.ts';
import { count, type FindingSource, makeFinding, quantity, subjectOf, words } from './finding.ts';
import { countPassing, passingInWords } from './passing.ts';
import type { Placed } from './rack-neighbours.ts';
import type { Explanation, Subject } from './types.ts';

/**
 * Where a cable turns: out of its plug along the face, into a horizontal manager, into the side strip, through
 * the depth of the rack, and over its top into the tray.
 */
const TURNS = ['face', 'manager', 'strip', 'depth', 'tray'] as const;
type Turn = (typeof TURNS)[number];

type Plugged = readonly { readonly placed: Placed; readonly plugs: readonly CablePlug[] }[];

/** A turn for which there is too little room. */
interface Tight {
  readonly placed: Placed;
  readonly jacket: Jacket;
  readonly bendMm: number;
  readonly odMm: number;
  readonly room: UsedInput;
  readonly lackMm: number;
}

/** The findings about turns of a rack: one for each kind of turn, naming the tightest and counting the others. */
export function bendFindings(
  rack: Rack,
  devices: Plugged,
  inputs: AnalysisInputs,
): readonly FindingSource[] {
  const rooms = roomsOf(rack, devices, inputs);
  const tight = new Map<Turn, Tight[]>();
  // By index, and without a look at every turn where all are wide: there are two plugs for every cable of a hall.
  for (let of = 0; of < devices.length; of += 1) {
    const { placed, plugs } = devices[of] as Plugged[number];
    for (let at = 0; at < plugs.length; at += 1) {
      const plug = plugs[at] as CablePlug;
      const { bendMm, odMm } = plug.jacket;
      if (bendMm === null || odMm === null) continue;
      const isWide = bendMm + odMm / 2 <= rooms.leastMm;
      if (isWide && plug.managerId === null) continue;
      for (const turn of isWide ? IN_MANAGER : TURNS) {
        const room = rooms[turn](placed, plug, odMm);
        if (!room) continue;
        const lackMm = bendMm + odMm / 2 - room.value;
        if (lackMm <= 0) continue;
        const list = tight.get(turn) ?? [];
        tight.set(turn, list);
        list.push({ placed, jacket: plug.jacket, bendMm, odMm, room, lackMm });
      }
    }
  }
  if (tight.size === 0) return NONE;
  return TURNS.flatMap((turn) => {
    const list = tight.get(turn);
    return list ? bendFinding(rack, turn, list) : [];
  });
}
const IN_MANAGER: readonly Turn[] = ['manager'];
const NONE: readonly FindingSource[] = [];

/** The room for a turn of the cable's outer side, or null where the cable does not turn there, or nothing limits it. */
type Room = (placed: Placed, plug: CablePlug, odMm: number) => UsedInput | null;

interface Rooms extends Readonly<Record<Turn, Room>> {
  /** No turn of the rack has less room than this, but for those into managers. */
  readonly leastMm: number;
}

function roomsOf(rack: Rack, devices: Plugged, inputs: AnalysisInputs): Rooms {
  const strip: UsedInput = { value: sideStripMm(rack), provenance: 'derived' };
  const depth = managerDepth(inputs);
  const { height: tray } = traySize(inputs);
  const heights = new Map<string, number>();
  let standoffMm = inputs.standoffMm ?? Number.POSITIVE_INFINITY;
  for (const { placed } of devices) {
    const { device, type } = placed;
    if (leadsAlong(type)) heights.set(device.id, type.heightU * unitMm(rack));
    standoffMm = Math.min(standoffMm, type.standoffMm?.value ?? standoffMm);
  }
  return {
    leastMm: Math.min(strip.value, depth.value, tray.value, RAIL_SETBACK_MM, standoffMm),
    face: ({ device, type }, { face, managerId }, odMm) => {
      if (device.mount === 'side' || managerId !== null) return null;
      return faceRoom(rack, type.standoffMm?.value ?? inputs.standoffMm, face, odMm);
    },
    manager: (_, { managerId, yMm, leadYMm }) => {
      if (managerId === null) return null;
      const half = (heights.get(managerId) ?? 0) / 2;
      return { value: Math.abs(leadYMm - yMm) + half, provenance: 'derived' };
    },
    strip: ({ device }) => (device.mount === 'side' ? null : strip),
    depth: (_, { onward }) => (onward === 'depth' ? depth : null),
    tray: (_, { onward }) => (onward === 'top' || onward === 'bottom' ? tray : null),
  };
}

/**
 * Room before a face: up to the bundle, where somebody said how far off it hangs, so that the turn's outer side
 * may lie as deep as the nearest cable of it; else up to the door, where there is one.
 */
function faceRoom(
  rack: Rack,
  standoffMm: number | null,
  face: CablePlug['face'],
  odMm: number,
): UsedInput | null {
  if (standoffMm !== null) return { value: standoffMm + odMm, provenance: 'derived' };
  const door = face === 'front' ? rack.frontDoorOpen : rack.rearDoorOpen;
  return door === null ? null : TO_THE_DOOR;
}
const TO_THE_DOOR: UsedInput = { value: RAIL_SETBACK_MM, provenance: 'assumed' };

function bendFinding(rack: Rack, turn: Turn, list: readonly Tight[]): FindingSource {
  return makeFinding(
    { id: `bundle:${rack.id}:bend:${turn}`, rule: 'bundle', severity: 'warning' },
    () => {
      const worst = list.reduce((a, b) => (b.lackMm > a.lackMm ? b : a));
      const { jacket, room, bendMm, odMm, lackMm, placed } = worst;
      const counts = new Map<Jacket, number>();
      for (const one of list) countPassing(counts, one.jacket, 1);
      return {
        subjects: [subjectOf(rack), ...devicesOf(list)],
        message: `bundle.bend.${turn}`,
        values: {
          rack: words(rack.name),
          device: words(placed.device.name),
          what: words(passingInWords(counts)),
          turns: count(list.length),
          radius: quantity(bendMm, 'mm', jacket.provenance),
          ...(jacket.bendPulledMm === null
            ? {}
            : { radiusPulled: quantity(jacket.bendPulledMm, 'mm', jacket.provenance) }),
          od: quantity(odMm, 'mm', jacket.provenance),
          room: quantity(room.value, 'mm', room.provenance),
          lack: quantity(lackMm, 'mm', 'derived'),
        },
        explanation: jacket.bendPulledMm === null ? [AT_REST] : [AT_REST, WHILE_PULLED],
      };
    },
  );
}

function devicesOf(list: readonly Tight[]): readonly Subject[] {
  return [...new Set(list.map(({ placed }) => placed.device))].map(subjectOf);
}

const SOURCES: readonly string[] = ['physics.md, sections 3.1 and 3.5', 'S21', 'S22', 'S47', 'S48'];
const AT_REST: Explanation = {
  formula: 'R + d/2 <= room at rest',
  where: { R: 'radius', d: 'od', room: 'room' },
  sources: SOURCES,
};
const WHILE_PULLED: Explanation = {
  formula: 'R_p + d/2 <= room while it is pulled',
  where: { R_p: 'radiusPulled', d: 'od', room: 'room' },
  sources: SOURCES,
};
