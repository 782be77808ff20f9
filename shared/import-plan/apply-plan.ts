/** A plan becomes one edit: all that is made, and what a person took from the files where they differ. */
import type { Design } from '../model/design.ts';
import { cablesOfDevice, devicesInRack, typeOf } from '../model/design-index.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { Cable, Device, Rack } from '../model/records.ts';
import { canCable, canPlace, carryAlong, type Reason } from '../rules/index.ts';
import {
  type Differing,
  type FieldDifference,
  fieldKey,
  type ImportPlan,
  type Taken,
} from './plan.ts';

export type Applied =
  | { readonly ok: true; readonly diff: Diff }
  /** What was taken cannot all be: which record stands in the way of what, and why. */
  | { readonly ok: false; readonly name: string; readonly reason: Reason };

/**
 * The edit that carries out a plan. All or nothing: where two things that were taken cannot both be, there is none.
 * @param design the design that the plan was made for
 */
export function applyPlan(design: Design, plan: ImportPlan, taken: Taken): Applied {
  const changes = plan.differs.flatMap((differing) => changeOf(design, differing, taken) ?? []);
  const updated = changes.map(({ pair }) => pair);
  const diff = carryAlong(design, { ...plan.additions, updated });
  if (changes.length === 0) return { ok: true, diff };
  const after = applyDiff(design, diff);
  for (const { differing, pair } of changes) {
    const reason = objection(after, pair[1]);
    if (reason) return { ok: false, name: differing.name, reason };
  }
  return { ok: true, diff };
}

/** Every difference in which the files can be followed. */
export function takeAll(plan: ImportPlan): Taken {
  return new Set(
    plan.differs.flatMap(({ id, fields }) =>
      fields.filter(({ blocked }) => blocked === null).map(({ field }) => fieldKey(id, field)),
    ),
  );
}

type Changed = Rack | Device | Cable;

interface Change {
  readonly differing: Differing;
  readonly pair: readonly [Changed, Changed];
}

function changeOf(design: Design, differing: Differing, taken: Taken): Change | null {
  const { kind, id, fields } = differing;
  const chosen = fields.filter(
    ({ field, blocked }) => blocked === null && taken.has(fieldKey(id, field)),
  );
  if (chosen.length === 0) return null;
  const before = { rack: design.racks, device: design.devices, cable: design.cables }[kind].get(id);
  if (!before) return null;
  return { differing, pair: [before, patched(before, chosen)] };
}

/** A field's patch is of its own record's kind: the plan made both. */
function patched(before: Changed, fields: readonly FieldDifference[]): Changed {
  return Object.assign({}, before, ...fields.map(({ patch }) => patch)) as Changed;
}

/** What speaks against a record as it would be; null where nothing does. */
function objection(after: Design, record: Changed): Reason | null {
  switch (record.kind) {
    case 'rack':
      return firstOf(devicesInRack(after, record.id), (device) => deviceObjection(after, device));
    case 'device':
      return (
        deviceObjection(after, record) ??
        firstOf(cablesOfDevice(after, record.id), (id) => {
          const cable = after.cables.get(id);
          return cable ? cableObjection(after, cable) : null;
        })
      );
    case 'cable':
      return cableObjection(after, record);
    default:
      return record satisfies never;
  }
}

function deviceObjection(after: Design, device: Device): Reason | null {
  const verdict = canPlace(after, typeOf(after, device), device, { ignore: new Set([device.id]) });
  return verdict.reasons[0] ?? null;
}

function cableObjection(after: Design, cable: Cable): Reason | null {
  return canCable(after, cable.ends, cable.medium, { ignore: cable.id }).reasons[0] ?? null;
}

function firstOf<T>(all: Iterable<T>, why: (one: T) => Reason | null): Reason | null {
  for (const one of all) {
    const reason = why(one);
    if (reason) return reason;
  }
  return null;
}
