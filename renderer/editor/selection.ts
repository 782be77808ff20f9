/** What is selected. The selection is not in the design and never in the history. */
import type { Design } from '../../shared/model/design.ts';
import type { CableId, DeviceId, RackId } from '../../shared/model/ids.ts';

export interface Selection {
  readonly racks: ReadonlySet<RackId>;
  readonly devices: ReadonlySet<DeviceId>;
  readonly cables: ReadonlySet<CableId>;
}

/** One selectable thing. */
export interface SelectionRef {
  readonly kind: 'rack' | 'device' | 'cable';
  readonly id: string;
}

export const NOTHING_SELECTED: Selection = {
  racks: new Set(),
  devices: new Set(),
  cables: new Set(),
};

/** The selection of exactly these things. */
export function selectionOf(refs: Iterable<SelectionRef>): Selection {
  const racks = new Set<RackId>();
  const devices = new Set<DeviceId>();
  const cables = new Set<CableId>();
  for (const ref of refs) {
    if (ref.kind === 'rack') racks.add(ref.id);
    else if (ref.kind === 'device') devices.add(ref.id);
    else cables.add(ref.id);
  }
  return { racks, devices, cables };
}

export function selectionRefs(selection: Selection): readonly SelectionRef[] {
  return [
    ...[...selection.racks].map((id) => ({ kind: 'rack' as const, id })),
    ...[...selection.devices].map((id) => ({ kind: 'device' as const, id })),
    ...[...selection.cables].map((id) => ({ kind: 'cable' as const, id })),
  ];
}

export function selectionSize(selection: Selection): number {
  return selection.racks.size + selection.devices.size + selection.cables.size;
}

export function isSelected(selection: Selection, ref: SelectionRef): boolean {
  if (ref.kind === 'rack') return selection.racks.has(ref.id);
  return ref.kind === 'device' ? selection.devices.has(ref.id) : selection.cables.has(ref.id);
}

/** The selection with the thing added, or taken out when it was in. */
export function toggled(selection: Selection, ref: SelectionRef): Selection {
  const refs = selectionRefs(selection);
  if (!isSelected(selection, ref)) return selectionOf([...refs, ref]);
  return selectionOf(refs.filter((other) => other.kind !== ref.kind || other.id !== ref.id));
}

/** Both selections together. */
export function united(a: Selection, b: Selection): Selection {
  return selectionOf([...selectionRefs(a), ...selectionRefs(b)]);
}

/** The part of the selection that the design still holds; the same object when that is all of it. */
export function pruned(selection: Selection, design: Design): Selection {
  const kept = selectionRefs(selection).filter((ref) => {
    if (ref.kind === 'rack') return design.racks.has(ref.id);
    return ref.kind === 'device' ? design.devices.has(ref.id) : design.cables.has(ref.id);
  });
  return kept.length === selectionSize(selection) ? selection : selectionOf(kept);
}
