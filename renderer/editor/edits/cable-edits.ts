/** Edits of cables: connect, and change what a cable is. */

import { type CableBegun, joined } from '../../../shared/connect/by-hand.ts';
import { cableNames } from '../../../shared/labels/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { CableId, IdSource } from '../../../shared/model/ids.ts';
import { newCable } from '../../../shared/model/new-cable.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { withLength } from '../../../shared/routing/entered-length.ts';
import { canCable } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { selectionOf } from '../selection.ts';
import { changes, type EditAnswer, edited, editLabel, refused, refusedBy } from './edit.ts';

/** The fields of a cable that a person sets. */
export type CablePatch = Partial<
  Pick<
    Cable,
    | 'label'
    | 'medium'
    | 'awg'
    | 'lengthM'
    | 'colour'
    | 'fabric'
    | 'rail'
    | 'side'
    | 'part'
    | 'bundle'
    | 'status'
    | 'notes'
  >
>;

/** The cable that was made port by port, in the first medium that fits; refused with what stands in the way. */
export function addShaped(design: Design, ids: IdSource, begun: CableBegun): EditAnswer {
  const { ends, medium, verdict } = joined(design, begun, true);
  if (!verdict.allowed) return refusedBy(verdict);
  const unnamed = newCable({ id: ids('cable'), label: '', ends, medium });
  const cable = { ...unnamed, label: cableNames(design)(unnamed) };
  return edited(
    say('editor.label.connect', { label: cable.label }),
    { added: [cable] },
    selectionOf([cable]),
  );
}

/** More than this is not looked at one by one, and the inspector takes its time over it. */
const MOST_SELECTED = 2000;

/**
 * Adds cables that were planned together, as one edit.
 * @param planned in order, each with its name; their ids are given here
 */
export function addCables(ids: IdSource, planned: readonly Cable[]): EditAnswer {
  const cables = planned.map((cable) => ({ ...cable, id: ids('cable') }));
  const [only] = cables;
  if (!only) return refused('editor.refused.noCables');
  const label =
    cables.length === 1
      ? say('editor.label.connect', { label: only.label })
      : say('editor.label.connectMany', { count: cables.length });
  return edited(
    label,
    { added: cables },
    cables.length > MOST_SELECTED ? null : selectionOf(cables),
  );
}

export function labelsOf(design: Design): string[] {
  return [...design.cables.values()].map((cable) => cable.label);
}

/** A length that is entered is for the way that the cable has then. */
function patched(design: Design, cable: Cable, patch: CablePatch): Cable {
  const after = { ...cable, ...patch };
  return patch.lengthM === undefined ? after : withLength(design, after, patch.lengthM);
}

/** Keeps the lengths that were entered, for the ways that the cables have now. */
export function keepLengths(design: Design, ids: Iterable<CableId>): EditAnswer {
  const cables = [...ids].flatMap((id) => design.cables.get(id) ?? []);
  const pairs = changes(cables, (cable) => withLength(design, cable, cable.lengthM));
  return edited(
    editLabel(
      'editor.label.keepLength',
      pairs.map(([cable]) => cable.label || cable.id),
    ),
    { updated: pairs },
  );
}

/** Sets fields of cables; a medium only where it fits the ports they end in. */
export function patchCables(design: Design, ids: Iterable<CableId>, patch: CablePatch): EditAnswer {
  const key = patch.label === undefined ? 'editor.label.changeCable' : 'editor.label.rename';
  return patchEach(design, new Map(Array.from(ids, (id) => [id, patch])), key);
}

/**
 * Sets fields of cables, to each its own, in one edit: all of them, or none with the first reason against it.
 * @param labelKey message that names the edit, with `name` and `count`
 */
export function patchEach(
  design: Design,
  patches: ReadonlyMap<CableId, CablePatch>,
  labelKey = 'editor.label.changeCable',
): EditAnswer {
  const pairs: (readonly [Cable, Cable])[] = [];
  for (const [id, patch] of patches) {
    const cable = design.cables.get(id);
    if (!cable) continue;
    if (patch.medium !== undefined) {
      const verdict = canCable(design, cable.ends, patch.medium, { ignore: cable.id });
      if (!verdict.allowed) return refusedBy(verdict);
    }
    if (patch.lengthM !== undefined && patch.lengthM !== null && !(patch.lengthM > 0)) {
      return refused('editor.refused.length');
    }
    pairs.push(...changes([cable], () => patched(design, cable, patch)));
  }
  return edited(
    editLabel(
      labelKey,
      pairs.map(([cable]) => cable.label || cable.id),
    ),
    { updated: pairs },
  );
}
