/** What of the cables that are led by hand lies in the strips and managers of a rack, wherever they end. */
import type { CableId, DeviceId, RackId } from '../model/ids.ts';
import type { HandRun } from '../routing/hand-runs.ts';
import { type Jacket, thinnerOf } from './cable-facts.ts';

export interface HandLaid {
  readonly run: HandRun;
  readonly jacket: Jacket;
  /** The device that it is led away from there; null between the ends. */
  readonly deviceId: DeviceId | null;
}

export const NONE_BY_HAND: readonly HandLaid[] = [];

/** A plug of a cable, as far as its runs depend on it. */
interface Plug {
  readonly jacket: Jacket;
  readonly deviceId: DeviceId;
}

/** The runs of a cable with what lies in them. */
export function handLaidBy(runs: readonly HandRun[], plugs: readonly Plug[]): readonly HandLaid[] {
  return runs.flatMap((run) => {
    const jacket = jacketBetween(run, plugs);
    const deviceId = run.from === run.to ? (plugs[run.from]?.deviceId ?? null) : null;
    return jacket ? [{ run, jacket, deviceId }] : NONE_BY_HAND;
  });
}

/** A leg is as thick as the thinner of its two plugs' jackets: behind the split. */
export function jacketBetween(
  { from, to }: Pick<HandRun, 'from' | 'to'>,
  plugs: readonly Pick<Plug, 'jacket'>[],
): Jacket | null {
  const a = plugs[from]?.jacket;
  const b = plugs[to]?.jacket;
  return a && b ? thinnerOf(a, b) : null;
}

/** A cable with what of it a person led. */
interface LaidCable {
  readonly cable: { readonly id: CableId };
  readonly handLaid: readonly HandLaid[];
}

/** Devices, or whatever else holds plugs. */
type Plugged = readonly { readonly plugs: readonly { readonly of: LaidCable }[] }[];

/**
 * What lies in a rack.
 * @param through the cables that have points by hand in the rack; those with ends in it are found by their plugs
 */
export function handLaidIn(
  rackId: RackId,
  devices: Plugged,
  through: readonly LaidCable[],
): readonly HandLaid[] {
  let laid: Map<CableId, readonly HandLaid[]> | null = null;
  for (let of = 0; of < devices.length; of += 1) {
    const { plugs } = devices[of] as Plugged[number];
    for (let at = 0; at < plugs.length; at += 1) {
      const { cable, handLaid } = (plugs[at] as (typeof plugs)[number]).of;
      if (handLaid.length > 0) (laid ??= new Map()).set(cable.id, handLaid);
    }
  }
  for (const { cable, handLaid } of through) (laid ??= new Map()).set(cable.id, handLaid);
  if (!laid) return NONE_BY_HAND;
  return [...laid.values()].flatMap((runs) => runs.filter(({ run }) => run.rackId === rackId));
}
