/** Which cables of a design go to the other side of a rack because their own is full there. */
import { cableFacts, type Jacket, thinnerOf } from '../analysis/cable-facts.ts';
import { kindOf } from '../analysis/cable-kind.ts';
import { roomOf } from '../analysis/rack-room.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable, Rack } from '../model/records.ts';
import { type LaidCable, type LaidEnd, turnedCables } from './full-sides.ts';
import { handLed } from './hand-runs.ts';
import { managerAt } from './horizontal-manager.ts';
import { landCable, type RoutedDesign } from './landing.ts';
import { leadLanded } from './lead-cable.ts';
import { isLedBySelf, type LedEnd, type Turned } from './led-end.ts';
import { type RackRecords, rackRecords } from './rack-records.ts';
import { onwardOf, toYMmOf } from './strip-run.ts';

/** Whether a cable of a design is turned: as whoever keeps that says, else as it is found here. */
export function isTurnedIn(design: RoutedDesign, cable: Cable, rack: Rack): boolean {
  if (design.isTurned) return design.isTurned(cable, rack);
  return isLedBySelf(cable) && turnedOf(design, rack).has(cable.id);
}

const perRecords = new WeakMap<RackRecords, ReadonlySet<CableId>>();

/** Found once for the records that they hang on. */
function turnedOf(design: RoutedDesign, rack: Rack): ReadonlySet<CableId> {
  const records = rackRecords(design, rack);
  let turned = perRecords.get(records);
  if (!turned) {
    turned = turnedAmong(design, rack, records.cables);
    perRecords.set(records, turned);
  }
  return turned;
}

/**
 * Those of the cables with ends in a rack that go to its other side.
 * @param cables all of them and those that are led through it by hand, in any order
 */
export function turnedAmong(
  design: RoutedDesign,
  rack: Rack,
  cables: Iterable<Cable>,
): ReadonlySet<CableId> {
  const laid = Array.from(cables, (cable) => laidIn(design, cable, rack));
  return turnedCables(
    laid.filter((one) => one !== null),
    roomOf(design, rack),
  );
}

const NEVER: Turned = () => false;

/** The ends of a cable in a rack along the nearer side, or how it lies there by hand; null where it does not land. */
function laidIn(design: RoutedDesign, cable: Cable, rack: Rack): LaidCable | null {
  const landed = design.kept ? design.kept.landed(cable) : landCable(design, cable);
  if (!landed) return null;
  const kind = kindOf(cable, cableFacts(cable, landed));
  const { facts, tails } = kind;
  const led = leadLanded(design, cable, landed, kind, NEVER);
  const jacketAt = (place: number): Jacket => (place < facts.openings.a ? tails.a : tails.b);
  if (cable.waypoints.length > 0) {
    const { runs } = handLed(design, cable, landed, led.ends);
    const byHand = runs.filter(({ rackId }) => rackId === rack.id);
    return {
      id: cable.id,
      mayTurn: false,
      ends: [],
      byHand: byHand.map((run) => ({
        ...run,
        managerId: run.strip === null ? managerAt(design, rack, run) : null,
        jacket: thinnerOf(jacketAt(run.from), jacketAt(run.to)),
      })),
    };
  }
  const ends: LaidEnd[] = [];
  let mayTurn = isLedBySelf(cable);
  for (let at = 0; at < led.ends.length; at += 1) {
    const end = led.ends[at] as LedEnd;
    if (end.landing.rack !== rack) continue;
    const { face, side, xMm, leadYMm, managerId } = end;
    const toYMm = toYMmOf(led, end, onwardOf(led, end));
    ends.push({ face, side, xMm, leadYMm, toYMm, managerId, jacket: jacketAt(at) });
    if (end.landing.device.mount === 'side') mayTurn = false;
  }
  return { id: cable.id, mayTurn, ends, byHand: NONE_BY_HAND };
}
const NONE_BY_HAND: LaidCable['byHand'] = [];
