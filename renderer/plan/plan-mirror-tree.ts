/** The plan as a tree for those who do not see it: rows with their racks, then areas, then pathways. */
import type { PlanLens } from '../../shared/drawing/overlays/plan-lens.ts';
import { conflictReason, floorConflicts } from '../../shared/floor/conflicts.ts';
import { floorPlan } from '../../shared/floor/floor-plan.ts';
import type { Design } from '../../shared/model/design.ts';
import { sayReason } from '../../shared/rules/index.ts';
import { say } from '../../shared/text/index.ts';
import { type PlanTarget, samePlanTarget } from '../editor/index.ts';

export interface PlanLine {
  readonly target: PlanTarget;
  readonly level: 1 | 2;
  readonly position: number;
  readonly count: number;
  readonly expanded: boolean | null;
}

/** Lines around the focus that are made: a hall is never in the page as a whole. */
const AROUND = 40;

function top(design: Design): readonly PlanTarget[] {
  return [
    ...floorPlan(design).rows.map(({ row }) => ({ kind: 'row' as const, rowId: row.id })),
    ...[...design.areas.keys()].map((areaId) => ({ kind: 'area' as const, areaId })),
    ...[...design.pathways.keys()].map((pathwayId) => ({ kind: 'pathway' as const, pathwayId })),
  ];
}

function racksOf(design: Design, rowId: string): readonly PlanTarget[] {
  const racks = floorPlan(design).rowOf.get(rowId)?.racks ?? [];
  return racks.map(({ rackId }) => ({ kind: 'rack', rackId }));
}

function rowOf(design: Design, target: PlanTarget): string | null {
  if (target.kind === 'row') return target.rowId;
  return target.kind === 'rack' ? (design.racks.get(target.rackId)?.rowId ?? null) : null;
}

/** Where the keyboard is: on what is in focus, or at the beginning. */
export function planHere(design: Design, focus: PlanTarget | null): PlanTarget | null {
  return focus && focus.kind !== 'floor' ? focus : (top(design)[0] ?? null);
}

/** The lines around a place: the top, and the racks of the row that one is in. */
export function planLines(design: Design, here: PlanTarget): readonly PlanLine[] {
  const open = rowOf(design, here);
  const tops = top(design);
  const lines = tops.flatMap((target, index): PlanLine[] => {
    const isRow = target.kind === 'row';
    const isOpen = isRow && target.rowId === open;
    const line = {
      target,
      level: 1,
      position: index + 1,
      count: tops.length,
      expanded: isRow ? isOpen : null,
    } as const;
    if (!isOpen) return [line];
    const racks = racksOf(design, target.rowId);
    return [
      line,
      ...racks.map(
        (rack, at): PlanLine => ({
          target: rack,
          level: 2,
          position: at + 1,
          count: racks.length,
          expanded: null,
        }),
      ),
    ];
  });
  const at = lines.findIndex(({ target }) => samePlanTarget(target, here));
  return lines.slice(Math.max(0, at - AROUND), at + AROUND + 1);
}

/** Where an arrow leads from here; null where it leads nowhere. */
export function planWalk(design: Design, here: PlanTarget, key: string): PlanTarget | null {
  const tops = top(design);
  const rowId = rowOf(design, here);
  const siblings = here.kind === 'rack' && rowId !== null ? racksOf(design, rowId) : tops;
  const at = siblings.findIndex((target) => samePlanTarget(target, here));
  switch (key) {
    case 'ArrowDown':
      return siblings[at + 1] ?? null;
    case 'ArrowUp':
      return siblings[at - 1] ?? null;
    case 'Home':
      return siblings[0] ?? null;
    case 'End':
      return siblings.at(-1) ?? null;
    case 'ArrowRight':
      return here.kind === 'row' ? (racksOf(design, here.rowId)[0] ?? null) : null;
    case 'ArrowLeft':
      return here.kind === 'rack' && rowId !== null ? { kind: 'row', rowId } : null;
    default:
      return null;
  }
}

/** A name that stays the same as long as the thing stands; fit for an element's id. */
export function planKey(target: PlanTarget): string {
  switch (target.kind) {
    case 'rack':
      return `plan-rack-${target.rackId}`;
    case 'row':
      return `plan-row-${target.rowId}`;
    case 'area':
      return `plan-area-${target.areaId}`;
    case 'pathway':
      return `plan-pathway-${target.pathwayId}`;
    case 'floor':
      return 'plan-floor';
    default:
      return target satisfies never;
  }
}

/** A thing of the plan in words. */
export function planLabel(design: Design, target: PlanTarget, lens: PlanLens | null): string {
  const plan = floorPlan(design);
  switch (target.kind) {
    case 'rack': {
      const place = plan.racks.get(target.rackId);
      const reading = lens?.read(target.rackId)?.figure ?? '';
      const conflicts = floorConflicts(design).get(target.rackId) ?? [];
      return [
        say('plan.mirror.rack', {
          name: design.racks.get(target.rackId)?.name ?? '',
          facing: say(`plan.facing.${place?.facing ?? 'south'}`),
          x: place?.box.x ?? 0,
          y: place?.box.y ?? 0,
        }),
        ...(lens && reading !== '' ? [`${say(`plan.overlay.${lens.kind}`)}: ${reading}`] : []),
        ...conflicts.map((conflict) => sayReason(conflictReason(design, conflict))),
      ].join(', ');
    }
    case 'row': {
      const row = plan.rowOf.get(target.rowId);
      return say('plan.mirror.row', {
        name: row?.row.name ?? '',
        racks: row?.racks.length ?? 0,
        facing: say(`plan.facing.${row?.place.facing ?? 'south'}`),
        x: row?.box.x ?? 0,
        y: row?.box.y ?? 0,
      });
    }
    case 'area': {
      const area = design.areas.get(target.areaId);
      if (!area) return '';
      return say('plan.mirror.area', {
        name: area.name,
        purpose: say(`plan.purpose.${area.purpose}`),
        width: area.widthMm,
        depth: area.depthMm,
      });
    }
    case 'pathway': {
      const pathway = design.pathways.get(target.pathwayId);
      if (!pathway) return '';
      const level = say(`plan.level.${pathway.level}`);
      return say('plan.mirror.pathway', { name: pathway.name, level, width: pathway.widthMm });
    }
    case 'floor':
      return '';
    default:
      return target satisfies never;
  }
}
