/** The racks of a design and of an import by their names, and how each counts its units. */
import { keptOf } from '../formats/site/kept.ts';
import type { Design } from '../model/design.ts';
import { orderedRows } from '../model/design-index.ts';
import type { RackId, RowId } from '../model/ids.ts';
import type { Rack } from '../model/records.ts';
import { folded } from './folded.ts';

export interface BookedRack {
  readonly rack: Rack;
  readonly site: string;
  readonly rowName: string;
  readonly isNew: boolean;
  readonly startingUnit: number;
  readonly unitsFromTop: boolean;
}

/** Where a rack is said to stand; empty where it is not said. */
export interface RackName {
  readonly name: string;
  readonly site: string;
  readonly location: string;
}

export class RackBook {
  readonly #byName = new Map<string, BookedRack[]>();
  readonly #rowByName = new Map<string, RowId>();
  readonly #byId = new Map<RackId, BookedRack>();

  constructor(design: Design) {
    for (const row of orderedRows(design)) this.addRow(row.name, row.id);
    for (const rack of design.racks.values()) {
      const kept = keptOf(rack.extra, 'netbox');
      this.add({
        rack,
        site: kept['site'] ?? '',
        rowName: design.rows.get(rack.rowId)?.name ?? '',
        isNew: false,
        startingUnit: 1,
        unitsFromTop: kept['desc_units']?.toLowerCase() === 'true',
      });
    }
  }

  addRow(name: string, id: RowId): void {
    const key = folded(name);
    if (!this.#rowByName.has(key)) this.#rowByName.set(key, id);
  }

  rowId(name: string): RowId | undefined {
    return this.#rowByName.get(folded(name));
  }

  add(booked: BookedRack): void {
    const key = folded(booked.rack.name);
    const list = this.#byName.get(key);
    if (list) list.push(booked);
    else this.#byName.set(key, [booked]);
    this.#byId.set(booked.rack.id, booked);
  }

  of(id: RackId): BookedRack | undefined {
    return this.#byId.get(id);
  }

  /** The racks that the name may mean: those of its site, in its row; one of the design may stand in another row. */
  find({ name, site, location }: RackName): readonly BookedRack[] {
    const named = this.#byName.get(folded(name)) ?? [];
    const onSite = named.filter((one) => agrees(one.site, site));
    const there = onSite.filter((one) => agrees(one.rowName, location));
    return there.length > 0 ? there : onSite.filter(({ isNew }) => !isNew);
  }
}

function agrees(ours: string, theirs: string): boolean {
  return theirs === '' || ours === '' || folded(ours) === folded(theirs);
}
