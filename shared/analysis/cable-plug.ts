/** One plug of a cable, as the device and the rack that it is in see it. */
import type { DeviceId, PortId } from '../model/ids.ts';
import type { Cable, Device, Face } from '../model/records.ts';
import type { LedEnd } from '../routing/led-end.ts';
import type { RackRun, RouteEnd } from '../routing/types.ts';
import type { Mm } from '../units/length.ts';
import type { Jacket } from './cable-facts.ts';
import type { PlugKind } from './cable-kind.ts';
import type { HandLaid } from './hand-laid.ts';

/** A cable, as its plugs see it. */
export interface PluggedCable {
  readonly cable: Cable;
  /** Share of each plug in its copper, kg; 0 for fibre and where the weight is unknown. */
  readonly copperKgPerPlug: number;
  /** What of it lies in strips and managers because a person led it there. */
  readonly handLaid: readonly HandLaid[];
}

/** Places in rack-face coordinates. There are two for every cable of a hall: what its end says is not copied. */
export class CablePlug {
  readonly end: LedEnd;
  readonly kind: PlugKind;
  readonly of: PluggedCable;
  /** How it goes on from the strip that it is led to: to the other face, over the rack's top, or not at all. */
  readonly onward: RackRun['onward'];
  /** How far the strip takes it up or down; of a cable that is led by hand its `handLaid` tells that instead. */
  readonly toYMm: Mm;

  constructor(end: LedEnd, kind: PlugKind, of: PluggedCable, onward: RackRun['onward'], toYMm: Mm) {
    this.end = end;
    this.kind = kind;
    this.of = of;
    this.onward = onward;
    this.toYMm = toYMm;
  }

  get device(): Device {
    return this.end.landing.mount.device;
  }

  /** Place of its port among those of the device's type. */
  get portIndex(): number {
    return this.end.landing.spot.index;
  }

  get deviceId(): DeviceId {
    return this.end.ref.deviceId;
  }

  /** The port it is in, the first of those in its opening. */
  get portId(): PortId {
    return this.end.ref.portId;
  }

  get face(): Face {
    return this.end.face;
  }

  get xMm(): Mm {
    return this.end.xMm;
  }

  get yMm(): Mm {
    return this.end.yMm;
  }

  /** The horizontal manager it runs in to the side, null across the device's face; y at which it runs. */
  get managerId(): DeviceId | null {
    return this.end.managerId;
  }

  get leadYMm(): Mm {
    return this.end.leadYMm;
  }

  /** How much of its way into the manager lies over the device's face. */
  get dropMm(): Mm {
    return this.end.dropMm;
  }

  /** The side of the face it is led to. */
  get side(): RouteEnd['side'] {
    return this.end.side;
  }

  get jacket(): Jacket {
    return this.kind.jacket;
  }

  /** Its thickness, mm; null = unknown. */
  get odMm(): number | null {
    return this.kind.jacket.odMm;
  }

  /** Heat of its electronics, W; null = unknown. */
  get watts(): number | null {
    return this.kind.watts;
  }

  /** Its share in the cable's copper, kg. */
  get copperKg(): number {
    return this.of.copperKgPerPlug;
  }

  /** Whether a person chose the side of the rack. */
  get sideChosen(): boolean {
    return this.of.cable.side !== 'auto' || this.isHandLed;
  }

  /** Whether a person led its cable by points. */
  get isHandLed(): boolean {
    return this.of.cable.waypoints.length > 0;
  }
}
