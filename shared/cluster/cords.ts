/**
 * Power cords: the inlets of each device to the two strips of its rack in turn, from the floor up, so that either strip
 * may fail and no cord lies over another's.
 */
import type { Cage, DeviceType, FormFactor } from '../model/device-type.ts';
import type { PortId } from '../model/ids.ts';
import { cordFits } from '../rules/mating.ts';
import { type TypesById, typeFor } from './fabric-layer.ts';
import type { Layout } from './lay-out.ts';
import type { Placed } from './place.ts';
import { refusal } from './refusal.ts';
import type { StandingRack } from './standing.ts';

/** The strips of a rack, left and right. */
export const STRIPS = ['a', 'b'] as const;
export type Strip = (typeof STRIPS)[number];

export interface Cord {
  readonly rack: StandingRack;
  readonly placed: Placed;
  readonly inlet: PortId;
  readonly strip: Strip;
  readonly outlet: PortId;
  /** Number of the cord in its cluster, from 1: of nodes those that they have whatever else there is. */
  readonly number: number;
}

/** What tells a strip from all else of its cluster. */
export function stripKey({ key }: StandingRack, strip: Strip): string {
  return `pdu:${key}:${strip}`;
}

/** Whether a rack has strips: those of nodes; with cords every one in which something stands. */
export function hasStrips({ spec }: Pick<Layout, 'spec'>, { role, placed }: StandingRack): boolean {
  return spec.with.pdus && placed.length > 0 && (role === 'nodes' || spec.with.cords);
}

/**
 * All cords; none where none are wanted. An inlet that no outlet of such a strip can feed, as one for a busbar, is left.
 * @throws RangeError when there are no strips, or the outlets of one do not suffice
 */
export function* cordsOf(layout: Layout, types: TypesById): Generator<Cord> {
  const { spec, node, rows } = layout;
  if (!spec.with.cords) return;
  if (!spec.with.pdus) throw refusal('cordsAlone', {});
  const type = typeFor(types, spec.with.pduType, 'with.pduType');
  const outlets = socketsOf(type, 'powerOutlet');
  const perNode = inletsFor(node, outlets).length;
  let others = (spec.node.count + spec.growth.nodes) * perNode;
  for (const rack of rows.flatMap((row) => row.racks)) {
    if (!hasStrips(layout, rack)) continue;
    const free: Record<Strip, Socket[]> = { a: [...outlets], b: [...outlets] };
    const fromFloor = rack.placed.toSorted((a, b) => a.u - b.u);
    let lone = 0;
    for (const placed of fromFloor) {
      const inlets = inletsFor(placed.type, outlets);
      // Of devices with an odd number every second one begins with the other strip.
      const first = inlets.length % 2 === 0 ? 0 : lone % 2;
      if (inlets.length % 2 === 1) lone += 1;
      for (const [at, inlet] of inlets.entries()) {
        const strip = STRIPS[(first + at) % 2] ?? 'a';
        const outlet = takeFor(free[strip], inlet);
        if (!outlet) {
          const { model } = type;
          const plug = inlet.formFactor.toUpperCase();
          throw refusal('outlets', { rack: rack.name, device: placed.type.model, plug, model });
        }
        if (placed.what !== 'node') others += 1;
        const number = placed.what === 'node' ? placed.number * perNode + at + 1 : others;
        yield { rack, placed, inlet: inlet.id, strip, outlet: outlet.id, number };
      }
    }
  }
}

interface Socket {
  readonly id: PortId;
  readonly formFactor: FormFactor;
}

/** Inlets or outlets of a type, from the floor up. */
function socketsOf(type: DeviceType, kind: 'powerInlet' | 'powerOutlet'): Socket[] {
  const cages = new Map<string, Cage>(type.cages.map((cage) => [cage.id, cage]));
  return type.ports
    .flatMap((port) => {
      const cage = port.kind === kind && port.cageId !== null ? cages.get(port.cageId) : undefined;
      return cage ? [{ id: port.id, formFactor: cage.formFactor, cage }] : [];
    })
    .toSorted((a, b) => b.cage.yMm - a.cage.yMm || a.cage.xMm - b.cage.xMm);
}

/** The inlets of a type that such outlets can feed. */
function inletsFor(type: DeviceType, outlets: readonly Socket[]): Socket[] {
  return socketsOf(type, 'powerInlet').filter((inlet) =>
    outlets.some((outlet) => cordFits(outlet.formFactor, inlet.formFactor)),
  );
}

/** Takes the lowest outlet of an inlet's own size, or of the next that feeds it, so that the large ones stay for the large. */
function takeFor(free: Socket[], inlet: Socket): Socket | undefined {
  const own = OUTLET_FOR[inlet.formFactor];
  let at = free.findIndex(({ formFactor }) => formFactor === own);
  if (at === -1) at = free.findIndex((outlet) => cordFits(outlet.formFactor, inlet.formFactor));
  return at === -1 ? undefined : free.splice(at, 1)[0];
}
const OUTLET_FOR: Readonly<Partial<Record<FormFactor, FormFactor>>> = { c14: 'c13', c20: 'c19' };
