/** An overlay of the plan, made of an analysis: what the drawing, its legend and what is read out ask about racks. */

import { reachMargin } from '../../analysis/reach-margin.ts';
import type { Analysis } from '../../analysis/types.ts';
import { numberText, shareText, withUnit } from '../../analysis/value-text.ts';
import type { Design } from '../../model/design.ts';
import { cablesOfDevice, devicesInRack } from '../../model/design-index.ts';
import type { PathwayId, RackId, RowId } from '../../model/ids.ts';
import { say } from '../../text/index.ts';
import { checkedCable, reachStep, signedMetres } from './cable-reach.ts';
import type { Step } from './overlay-kind.ts';
import { type PlanOverlayKind, type PlanScale, planScale, planStepOf } from './plan-overlay.ts';

/** What an overlay says of one rack. */
export interface PlanReading {
  /** Null = unknown. */
  readonly step: Step | null;
  /** The number as it is written into the rack. */
  readonly figure: string;
}

export interface PlanLens {
  readonly kind: PlanOverlayKind;
  /** Null for reach, which has steps of its own. */
  readonly scale: PlanScale | null;
  /** Null where a rack has nothing to say. */
  read(rackId: RackId): PlanReading | null;
  /** How full a pathway is where it is fullest, 1 = to its limit; null = nothing lies in it. */
  pathwayFill(id: PathwayId): number | null;
}

/** Makes a lens. Readings are worked out when somebody asks, once each. @param design the one the analysis is of */
export function planLens(kind: PlanOverlayKind, analysis: Analysis, design: Design): PlanLens {
  const read = reader(kind, analysis, design);
  const readings = new Map<RackId, PlanReading | null>();
  const fills = fullest(analysis);
  return {
    kind,
    scale: kind === 'reach' ? null : planScale(kind, design),
    read(rackId) {
      let reading = readings.get(rackId);
      if (reading === undefined) readings.set(rackId, (reading = read(rackId)));
      return reading;
    },
    pathwayFill: (id) => fills.get(id) ?? null,
  };
}

/** Fill against its limit of each tray and pathway where it is fullest; trays by the row they hang over. */
function fullest({ pathways }: Analysis): ReadonlyMap<string, number> {
  const fills = new Map<string, number>();
  for (const { kind, id, row, fill, limit } of pathways) {
    if (kind === 'strip' || kind === 'manager' || limit <= 0) continue;
    for (const key of keysOf(id, row)) {
      fills.set(key, Math.max(fills.get(key) ?? 0, fill / limit));
    }
  }
  return fills;
}

/** A leg of a drawn pathway is named `pathway:<id>:<leg>`; an assumed tray counts for its row. */
function keysOf(id: string, row: RowId | null): readonly string[] {
  const drawn = /^pathway:(.+):\d+$/.exec(id)?.[1];
  return [...(drawn === undefined ? [] : [drawn]), ...(row === null ? [] : [row])];
}

type Read = (rackId: RackId) => PlanReading | null;

function reader(kind: PlanOverlayKind, analysis: Analysis, design: Design): Read {
  switch (kind) {
    case 'power': {
      const scale = planScale(kind, design);
      return byRack(analysis, ({ id, powerW }) =>
        amount(scale, kilo(powerW), 'kW', kilo(design.racks.get(id)?.maxPowerW ?? null)),
      );
    }
    case 'heat': {
      const scale = planScale(kind, design);
      return byRack(analysis, ({ heatW }) => amount(scale, kilo(heatW), 'kW', null));
    }
    case 'weight': {
      const scale = planScale(kind, design);
      return byRack(analysis, ({ id, weightKg }) =>
        amount(scale, weightKg, 'kg', design.racks.get(id)?.maxWeightKg ?? null),
      );
    }
    case 'copper': {
      const scale = planScale(kind, design);
      return byRack(analysis, ({ copperKg }) => amount(scale, copperKg, 'kg', null));
    }
    case 'ports':
      return portsLeft(analysis, planScale(kind, design));
    case 'reach':
      return worstReach(analysis, design);
    case 'trays': {
      const fills = fullest(analysis);
      const scale = planScale(kind, design);
      return (rackId) => {
        const rowId = design.racks.get(rackId)?.rowId;
        const fill = rowId === undefined ? undefined : fills.get(rowId);
        return fill === undefined
          ? null
          : { step: planStepOf(scale, fill), figure: shareText(fill) };
      };
    }
    default:
      return kind satisfies never;
  }
}

type RackRow = Analysis['racks'][number];

function byRack({ racks }: Analysis, read: (row: RackRow) => PlanReading): Read {
  const rows = new Map(racks.map((row) => [row.id, row]));
  return (rackId) => {
    const row = rows.get(rackId);
    return row === undefined ? null : read(row);
  };
}

function kilo(value: number | null): number | null {
  return value === null ? null : value / 1000;
}

/** An amount by itself, or by its share of the rack's limit where the scale is one of shares. */
function amount(
  scale: PlanScale,
  value: number | null,
  unit: string,
  limit: number | null,
): PlanReading {
  if (value === null) return { step: null, figure: say('overlay.unknownMark') };
  const figure = withUnit(numberText(Number(value.toPrecision(3))), unit);
  if (scale.unit !== 'share') return { step: planStepOf(scale, value), figure };
  return { step: limit === null ? null : planStepOf(scale, value / limit), figure };
}

/** Ports for data of a rack that are neither used nor kept free. */
function portsLeft({ portTotals }: Analysis, scale: PlanScale): Read {
  const totals = new Map<RackId, { total: number; free: number }>();
  for (const row of portTotals) {
    if (row.scope !== 'rack' || row.kind !== 'interface') continue;
    const sum = totals.get(row.id) ?? { total: 0, free: 0 };
    sum.total += row.total;
    sum.free += row.free;
    totals.set(row.id, sum);
  }
  return (rackId) => {
    const sum = totals.get(rackId);
    if (!sum || sum.total === 0) return null;
    const taken = (sum.total - sum.free) / sum.total;
    return { step: planStepOf(scale, taken), figure: numberText(sum.free) };
  };
}

/** The cable of a rack that has least to spare, unknown before all that reach. */
function worstReach(analysis: Analysis, design: Design): Read {
  return (rackId) => {
    let worst: { readonly rank: number; readonly reading: PlanReading } | null = null;
    for (const device of devicesInRack(design, rackId)) {
      for (const id of cablesOfDevice(design, device.id)) {
        const row = checkedCable(analysis, id);
        if (!row) continue;
        const step = reachStep(row);
        const margin = reachMargin(row);
        // Within a step the one with less to spare is worse.
        const rank =
          (step ?? 2.5) - (margin ? Math.min(0.49, Math.max(-0.49, margin.spareM / 1000)) : 0);
        if (worst && worst.rank >= rank) continue;
        const figure =
          step === null
            ? say('overlay.unknownMark')
            : margin
              ? signedMetres(margin.spareM)
              : say('overlay.reach.noLimit');
        worst = { rank, reading: { step, figure } };
      }
    }
    return worst?.reading ?? null;
  };
}
