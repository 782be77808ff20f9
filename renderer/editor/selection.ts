/** What is selected. The selection is not in the design and never in the history. */
import type { Design } from '../../shared/model/design.ts';
import type {
  AreaId,
  CableId,
  DeviceId,
  PathwayId,
  RackId,
  RowId,
} from '../../shared/model/ids.ts';

/** What a person selects on the floor. */
export interface FloorSelection {
  readonly rows: ReadonlySet<RowId>;
  readonly areas: ReadonlySet<AreaId>;
  readonly pathways: ReadonlySet<PathwayId>;
}

export interface Selection extends FloorSelection {
  readonly racks: ReadonlySet<RackId>;
  readonly devices: ReadonlySet<DeviceId>;
  readonly cables: ReadonlySet<CableId>;
}

/** The table of the selection, and of the design, that a kind of thing stands in. */
const TABLE = {
  rack: 'racks',
  device: 'devices',
  cable: 'cables',
  row: 'rows',
  area: 'areas',
  pathway: 'pathways',
} as const satisfies Readonly<Record<string, keyof Selection & keyof Design>>;
const KINDS = Object.keys(TABLE) as readonly SelectedKind[];

export type SelectedKind = keyof typeof TABLE;

/** One selectable thing. */
export interface SelectionRef {
  readonly kind: SelectedKind;
  readonly id: string;
}

export const NOTHING_SELECTED: Selection = {
  racks: new Set(),
  devices: new Set(),
  cables: new Set(),
  rows: new Set(),
  areas: new Set(),
  pathways: new Set(),
};

/** The selection of exactly these things. */
export function selectionOf(refs: Iterable<SelectionRef>): Selection {
  const sets = {
    racks: new Set<string>(),
    devices: new Set<string>(),
    cables: new Set<string>(),
    rows: new Set<string>(),
    areas: new Set<string>(),
    pathways: new Set<string>(),
  };
  for (const { kind, id } of refs) sets[TABLE[kind]].add(id);
  return sets;
}

export function selectionRefs(selection: Selection): readonly SelectionRef[] {
  return KINDS.flatMap((kind) => [...selection[TABLE[kind]]].map((id) => ({ kind, id })));
}

export function selectionSize(selection: Selection): number {
  return KINDS.reduce((sum, kind) => sum + selection[TABLE[kind]].size, 0);
}

export function isSelected(selection: Selection, { kind, id }: SelectionRef): boolean {
  return selection[TABLE[kind]].has(id);
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
  const kept = selectionRefs(selection).filter(({ kind, id }) => design[TABLE[kind]].has(id));
  return kept.length === selectionSize(selection) ? selection : selectionOf(kept);
}
