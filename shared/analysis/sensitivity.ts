/**
 * Which input moves the answer most: the air of one device, with one input after the other taken to the ends of
 * its range and everything else as it is.
 */
import { childrenOf } from '../model/bays.ts';
import type { Design } from '../model/design.ts';
import { devicesInRack } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Known } from '../model/fact.ts';
import type { DeviceId } from '../model/ids.ts';
import type { DesignSettings, Rack } from '../model/records.ts';
import { criticalOf, packingOf, railGapOf, standoffOf, type UsedInput } from './assumed-inputs.ts';
import type { CablePlug } from './cable-plug.ts';
import { analyseDevice, type DeviceResult } from './device-result.ts';
import { each, type FaceAir } from './face-air.ts';
import { type Inside, insideOf } from './inside.ts';
import { plugsIn } from './plugs-in.ts';
import { type DeviceAir, rackAir } from './rack-air.ts';
import { type Placed, placedIn } from './rack-neighbours.ts';
import type { Finding } from './types.ts';

export type SensitiveInput = 'critical' | 'standoff' | 'packing' | 'layout' | 'railGap';

/** The air of the device with an input at one end of its range. */
export interface SensitivityEnd {
  readonly value: number;
  /** Share of the airflow that is lost, nominal. */
  readonly loss: number;
  /** How much warmer the air leaves than the supply, nominal, K; null where it is unknown. */
  readonly outletOverSupplyK: number | null;
}

export interface Sensitivity {
  readonly input: SensitiveInput;
  /** Pa, mm, mm² a unit, or empty for a ratio. */
  readonly unit: string;
  readonly used: UsedInput;
  readonly low: SensitivityEnd;
  readonly high: SensitivityEnd;
  /** How far the loss moves between both ends, as a share of the airflow. */
  readonly effect: number;
}

interface Input {
  readonly input: SensitiveInput;
  readonly unit: string;
  readonly used: UsedInput;
  readonly ends: readonly [low: number, high: number];
}

/** What is changed for one run. */
interface Variation {
  readonly type: DeviceType;
  readonly settings: DesignSettings;
  /** Factor on the loss of what hangs before the device. */
  readonly layout: number;
}

/**
 * How the air of a device answers to each of its uncertain inputs, the one that moves the flow most first.
 * Ranges: critical back-pressure 100–500 Pa up to 1U and 80–400 Pa above where it is assumed, else ±10 %
 * (physics.md, section 4.2); standoff 2–60 mm; packing 0.55–0.75 (section 3.2); lay-out of the cables × 0.6–1.7
 * on the loss (cfd.md, section 8); gaps beside the rails from brushed shut to twice as wide.
 * @returns empty for a device whose flow is unknown, or that is not in the design
 */
export function airSensitivities(design: Design, id: DeviceId): readonly Sensitivity[] {
  const scene = sceneOf(design, id);
  if (!scene) return [];
  const { settings } = design;
  const base: Variation = { type: scene.placed.type, settings, layout: 1 };
  if (!airWith(scene, base)) return [];
  const found = inputsOf(settings, scene.placed.type).flatMap((input) => {
    const [low, high] = input.ends.map((value) => {
      const air = airWith(scene, varied(base, input.input, value));
      return air && endOf(air, value, settings.supplyTempC);
    });
    if (!low || !high) return [];
    const { ends: _, ...rest } = input;
    return [{ ...rest, low, high, effect: Math.abs(high.loss - low.loss) }];
  });
  return found.sort((a, b) => b.effect - a.effect);
}

/** An input that moves the flow by less than this share is not worth telling. */
const LEAST_EFFECT = 0.0005;

/** Of the inputs of a device's air those that move it enough to be told, the one that moves it most first. */
export function tellingInputs(design: Design, id: DeviceId): readonly Sensitivity[] {
  return airSensitivities(design, id).filter(({ effect }) => effect >= LEAST_EFFECT);
}

/** The device whose air a finding's bands are of; null where it has no band, or is about something else. */
export function deviceOfBands({
  rule,
  subjects,
  values,
}: Pick<Finding, 'rule' | 'subjects' | 'values'>): DeviceId | null {
  const [first] = subjects;
  if (rule !== 'air' || first?.kind !== 'device') return null;
  return Object.values(values).some((value) => 'nominal' in value) ? first.id : null;
}

function inputsOf({ inputs }: DesignSettings, type: DeviceType): readonly Input[] {
  const critical = criticalOf(inputs, type);
  return [
    { input: 'critical', unit: 'Pa', used: critical, ends: criticalEnds(critical, type) },
    { input: 'standoff', unit: 'mm', used: standoffOf(inputs, type), ends: [2, 60] },
    { input: 'packing', unit: '', used: packingOf(inputs, type), ends: [0.55, 0.75] },
    { input: 'layout', unit: '', used: { value: 1, provenance: 'assumed' }, ends: [0.6, 1.7] },
    { input: 'railGap', unit: 'mm²', used: railGapOf(inputs), ends: [0, 2 * 530] },
  ];
}

function criticalEnds(used: UsedInput, type: DeviceType): Input['ends'] {
  if (used.provenance !== 'assumed') return [0.9 * used.value, 1.1 * used.value];
  return type.heightU <= 1 ? [100, 500] : [80, 400];
}

function varied(base: Variation, input: SensitiveInput, value: number): Variation {
  const { type, settings } = base;
  const fact: Known = { value, provenance: 'assumed', source: '' };
  switch (input) {
    case 'critical':
      return { ...base, type: { ...type, criticalPa: fact } };
    case 'standoff':
      return { ...base, type: { ...type, standoffMm: fact } };
    case 'packing':
      return { ...base, type: { ...type, packing: fact } };
    case 'layout':
      return { ...base, layout: value };
    case 'railGap': {
      const inputs = { ...settings.inputs, railGapMm2PerU: value };
      return { ...base, settings: { ...settings, inputs } };
    }
    default:
      return input satisfies never;
  }
}

function endOf(air: DeviceAir, value: number, supplyC: number): SensitivityEnd {
  const { ratio, outletC } = air;
  return {
    value,
    loss: 1 - ratio.nominal,
    outletOverSupplyK: outletC === null ? null : outletC.nominal - supplyC,
  };
}

/** A rack as it is, with the device in question by itself. */
interface Scene {
  readonly design: Design;
  readonly rack: Rack;
  readonly placed: Placed;
  readonly neighbours: readonly Placed[];
  readonly plugs: readonly CablePlug[];
  readonly inside: readonly Inside[];
  readonly others: readonly DeviceResult[];
}

function sceneOf(design: Design, id: DeviceId): Scene | null {
  const device = design.devices.get(id);
  const rack = device && design.racks.get(device.rackId);
  if (!rack) return null;
  const ids = devicesInRack(design, rack.id).map((each) => each.id);
  const neighbours = placedIn(design, ids.sort());
  const plugs = new Map(neighbours.map(({ device: { id } }) => [id, plugsIn(design, id)]));
  const plugsOf = (id: DeviceId): readonly CablePlug[] => plugs.get(id) ?? [];
  const placed = neighbours.find((one) => one.device.id === id);
  if (!placed) return null;
  const insideFor = (hostId: DeviceId): readonly Inside[] =>
    insideOf(
      design,
      hostId,
      (host) =>
        childrenOf(design, host)
          .map((child) => child.id)
          .sort(),
      plugsOf,
    );
  const resultOf = (one: Placed): DeviceResult => {
    const own = { plugs: plugsOf(one.device.id), inside: insideFor(one.device.id) };
    return analyseDevice(one, { design, rack, neighbours, cables: [], ...own });
  };
  const others = neighbours.filter((one) => one !== placed).map(resultOf);
  const own = { plugs: plugsOf(id), inside: insideFor(id) };
  return { design, rack, placed, neighbours, ...own, others };
}

/** The air of the device when things are so; null where its flow is unknown. */
function airWith(scene: Scene, { type, settings, layout }: Variation): DeviceAir | null {
  const { design, rack, neighbours, plugs, inside, others } = scene;
  const { device } = scene.placed;
  const placed: Placed = { device, type };
  const around = { design: { ...design, settings }, rack, neighbours, cables: [], plugs, inside };
  const result = analyseDevice(placed, around);
  const front = result.faces && withLoss(result.faces.front, layout);
  const rear = result.faces && withLoss(result.faces.rear, layout);
  const own = front && rear ? { ...result, faces: { front, rear } } : result;
  return rackAir(settings, rack, [...others, own]).devices.get(device.id) ?? null;
}

function withLoss(face: FaceAir, factor: number): FaceAir {
  return { ...face, loss: each(face.loss, (loss) => loss * factor) };
}
