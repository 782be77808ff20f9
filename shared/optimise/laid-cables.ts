/**
 * The cables of a design while places are tried: how long each has to be now. A trial leads only the cables anew that
 * end in what was moved. Meanwhile every cable keeps the side of its racks that it has at the beginning; which sides
 * are too full when all has moved is found when all is measured.
 */
import { cableFacts } from '../analysis/cable-facts.ts';
import { type CableKind, kindOf } from '../analysis/cable-kind.ts';
import { ladderM, requiredM } from '../analysis/cable-length.ts';
import { cablesInRack } from '../analysis/kept-records.ts';
import { judgeReach } from '../analysis/reach-rule.ts';
import { WorkingDesign } from '../analysis/working-design.ts';
import type { Design } from '../model/design.ts';
import { type Diff, reverseDiff } from '../model/diff.ts';
import type { DeviceId, RackId } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { landCable } from '../routing/landing.ts';
import { leadLanded } from '../routing/lead-cable.ts';
import { isTurnedIn, turnedAmong } from '../routing/turned-sides.ts';

/** A cable whose ends the design holds. */
export interface LaidCable {
  readonly cable: Cable;
  /** The first device and rack of either side; of the others none is farther away than these as a rule. */
  readonly a: DeviceId;
  readonly b: DeviceId;
  readonly fromRack: RackId;
  readonly toRack: RackId;
  readonly kind: CableKind;
}

/** What of a goal a cable is, by the metres that it needs: 0 for one that does not count. */
export type Value = (index: number, metres: number) => number;

/** Smaller gains are rounding. */
export const LEAST_GAIN = 1e-9;

export class LaidCables {
  readonly working: WorkingDesign;
  readonly cables: readonly LaidCable[];
  readonly #metres: Float64Array;
  readonly #ofDevice = new Map<DeviceId, number[]>();
  readonly #ofRack = new Map<RackId, number[]>();
  /** The trial in which a cable was met last. */
  readonly #met: Int32Array;
  readonly #trial: Float64Array;
  #trials = 0;
  /** Ways that were led, for those who wait, and moves that were kept. */
  led = 0;
  changes = 0;

  constructor(working: WorkingDesign, cables: readonly LaidCable[]) {
    this.working = working;
    this.cables = cables;
    this.#metres = new Float64Array(cables.length);
    this.#trial = new Float64Array(cables.length);
    this.#met = new Int32Array(cables.length);
    for (const [index, { cable, fromRack, toRack }] of cables.entries()) {
      const devices = new Set<DeviceId>();
      for (const { deviceId } of cable.ends.a) devices.add(deviceId);
      for (const { deviceId } of cable.ends.b) devices.add(deviceId);
      for (const id of devices) pushTo(this.#ofDevice, id, index);
      const racks = new Set([fromRack, toRack]);
      for (const id of devices) {
        const rackId = working.devices.get(id)?.rackId;
        if (rackId !== undefined) racks.add(rackId);
      }
      for (const id of racks) pushTo(this.#ofRack, id, index);
    }
  }

  /** What a cable needs now, m: the length that was entered for it, else what its way asks for. */
  metres(index: number): number {
    return this.#metres[index] ?? 0;
  }

  ofDevice(id: DeviceId): readonly number[] {
    return this.#ofDevice.get(id) ?? NONE;
  }

  ofRack(id: RackId): readonly number[] {
    return this.#ofRack.get(id) ?? NONE;
  }

  /** Measures a cable along its way of now. */
  measure(index: number): void {
    this.#metres[index] = this.#lead(index);
  }

  /**
   * Moves devices, and keeps that when the goal gains and no cable carries worse than before. Else all is as it was.
   * @param moved the devices whose cables have other ways by it
   */
  attempt(diff: Diff, moved: Iterable<DeviceId>, value: Value): boolean {
    this.working.apply(diff);
    const affected = this.#affected(moved);
    if (this.#gains(affected, value) && this.#carries(affected)) {
      for (const index of affected) this.#metres[index] = this.#trial[index] ?? 0;
      this.changes += 1;
      return true;
    }
    this.working.apply(reverseDiff(diff));
    return false;
  }

  #affected(moved: Iterable<DeviceId>): readonly number[] {
    this.#trials += 1;
    const affected: number[] = [];
    for (const id of moved) {
      for (const index of this.ofDevice(id)) {
        if (this.#met[index] === this.#trials) continue;
        this.#met[index] = this.#trials;
        affected.push(index);
      }
    }
    return affected;
  }

  #gains(affected: readonly number[], value: Value): boolean {
    let change = 0;
    for (const index of affected) {
      // What does not count is led only once it is known that the goal gains.
      if (value(index, 1) === 0) {
        this.#trial[index] = Number.NaN;
        continue;
      }
      const metres = this.#lead(index);
      this.#trial[index] = metres;
      change += value(index, metres) - value(index, this.metres(index));
    }
    return change < -LEAST_GAIN;
  }

  #carries(affected: readonly number[]): boolean {
    for (const index of affected) {
      if (Number.isNaN(this.#trial[index])) this.#trial[index] = this.#lead(index);
      const [now, then] = [this.metres(index), this.#trial[index] ?? 0];
      if (then > now && this.lacking(index, then) > this.lacking(index, now)) return false;
    }
    return true;
  }

  /** How badly a cable carries so far: 0 within what is sure, 1 within what is sold or unknown, 2 beyond that. */
  lacking(index: number, metres: number): 0 | 1 | 2 {
    const { cable, kind } = this.cables[index] as LaidCable;
    const { facts } = kind;
    const { verdict } = judgeReach(cable, facts, metres);
    const ladder = ladderM(this.working.settings.cabling, cable.medium, facts.speedGbps);
    const longest = ladder.at(-1);
    if (verdict === 'over' || (longest !== undefined && metres > longest)) return 2;
    return verdict === 'ok' ? 0 : 1;
  }

  #lead(index: number): number {
    const { cable, kind } = this.cables[index] as LaidCable;
    if (cable.lengthM !== null) return cable.lengthM;
    const landed = landCable(this.working, cable);
    if (!landed) return 0;
    this.led += 1;
    const { pathMm } = leadLanded(this.working, cable, landed, kind, isTurnedIn);
    return requiredM(this.working.settings.cabling, cable.medium, pathMm);
  }
}

const NONE: readonly number[] = [];

/** So many cables or racks between two looks at whether somebody waits. */
const AT_ONCE = 2000;

/**
 * Lands and measures the cables of a design, with the sides that are too full.
 * @returns a generator that gives the share that is done, and at last the cables
 */
export function* layCables(design: Design): Generator<number, LaidCables> {
  const working = new WorkingDesign(design);
  // Most cables end in two racks, and are looked at twice more.
  const total = 4 * design.cables.size + 1;
  let done = 0;
  let said = 0;
  const isDue = (): boolean => {
    if (done - said < AT_ONCE) return false;
    said = done;
    return true;
  };
  for (const rack of working.keptRacks.values()) {
    if (!rack.record) continue;
    const cables = cablesInRack(rack);
    const turned = turnedAmong(working, rack.record, cables);
    if (turned.size > 0) working.keepTurned(rack.id, turned);
    done += cables.size;
    if (isDue()) yield Math.min(1, done / total);
  }
  const cables: LaidCable[] = [];
  for (const cable of design.cables.values()) {
    const laid = laidCable(working, cable);
    if (laid) cables.push(laid);
    done += 1;
    if (isDue()) yield Math.min(1, done / total);
  }
  const laid = new LaidCables(working, cables);
  for (let index = 0; index < cables.length; index += 1) {
    laid.measure(index);
    done += 1;
    if (isDue()) yield Math.min(1, done / total);
  }
  return laid;
}

function laidCable(working: WorkingDesign, cable: Cable): LaidCable | null {
  const landed = landCable(working, cable);
  const from = landed?.landings[landed.a[0] ?? 0];
  const to = landed?.landings[landed.b[0] ?? 0];
  if (!landed || !from || !to) return null;
  return {
    cable,
    a: from.ref.deviceId,
    b: to.ref.deviceId,
    fromRack: from.rack.id,
    toRack: to.rack.id,
    kind: kindOf(cable, cableFacts(cable, landed)),
  };
}

function pushTo<K>(map: Map<K, number[]>, key: K, index: number): void {
  const list = map.get(key);
  if (list) list.push(index);
  else map.set(key, [index]);
}
