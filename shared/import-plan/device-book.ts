/** The devices that files speak of, each once: what rows say of it, what cables call it, and what it is in the design. */
import type { DeviceKey, DeviceRow, EndRow, KeptBy } from '../formats/site/rows.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { Device } from '../model/records.ts';
import type { PortUse } from './bare-type.ts';
import type { Draft } from './draft.ts';
import { folded } from './folded.ts';
import type { Where } from './plan.ts';
import { identityOf, type Sourced, whereOf } from './source-rows.ts';

/** Where files say a device stands; empty and null are not said. */
export interface SaidPlace {
  readonly site: string;
  readonly row: string;
  readonly rack: string;
  readonly u: number | null;
  readonly face: Face | null;
}

export interface DeviceEntry {
  readonly identity: string;
  readonly name: string;
  readonly where: Where;
  readonly by: KeptBy;
  /** The device of the design of that name. */
  readonly there: Device | null;
  /** The row that speaks of the device itself; null where only cables name it. */
  readonly row: Sourced<DeviceRow> | null;
  place: SaidPlace;
  role: DeviceRow['role'];
  /** Ports that cables use, by kind and name. */
  readonly uses: Map<string, PortUse>;
  /** What it is: known once its type is found or made. */
  type: DeviceType | null;
  /** What it becomes; that of the design where it is there. Null where it cannot stand. */
  device: Device | null;
  /** What its type lacks and was given, so that it is said once. */
  readonly notes: string[];
}

export class DeviceBook {
  readonly #entries = new Map<string, DeviceEntry>();
  readonly #draft: Draft;
  readonly #there: ReadonlyMap<string, readonly Device[]>;

  constructor(draft: Draft) {
    this.#draft = draft;
    this.#there = Map.groupBy(draft.design.devices.values(), ({ name }) => folded(name));
  }

  get design(): Design {
    return this.#draft.design;
  }

  entries(): readonly DeviceEntry[] {
    return [...this.#entries.values()];
  }

  find(by: KeptBy, file: string, key: DeviceKey): DeviceEntry | undefined {
    return this.#entries.get(identityOf(by, file, key));
  }

  /** Takes in a row of a device. One that speaks of it again is said, and not read. */
  addRow(sourced: Sourced<DeviceRow>): void {
    const { row, by, file } = sourced;
    const identity = identityOf(by, file, row.key);
    const where = whereOf(sourced);
    if (this.#entries.has(identity)) {
      this.#draft.fault(where, { column: 'name', value: row.name }, 'device-twice', {
        name: row.name,
      });
      return;
    }
    const place = {
      site: row.site,
      row: row.kept['location'] ?? '',
      rack: row.rack,
      u: row.u,
      face: row.face,
    };
    this.#add(identity, row.name, where, by, sourced, place, row.role);
  }

  /** Takes in what an end of a cable says of its device. */
  addEnd(end: EndRow, where: Where, by: KeptBy): DeviceEntry | null {
    const identity = identityOf(by, where.file, end.device);
    const place = { site: '', row: end.row, rack: end.rack, u: end.u, face: end.face };
    const known = this.#entries.get(identity);
    if (!known) {
      if (by === 'rackula') return null;
      return this.#add(identity, end.deviceName, where, by, null, place, end.role);
    }
    if (known.row === null) this.#join(known, place, end, where);
    if (known.role === '') known.role = end.role;
    return known;
  }

  #add(
    identity: string,
    name: string,
    where: Where,
    by: KeptBy,
    row: Sourced<DeviceRow> | null,
    place: SaidPlace,
    role: DeviceRow['role'],
  ): DeviceEntry {
    const [there, another] = this.#there.get(folded(name)) ?? [];
    if (another)
      this.#draft.fault(where, { column: '', value: name }, 'device-ambiguous', { name }, false);
    const entry: DeviceEntry = {
      identity,
      name,
      where,
      by,
      there: there ?? null,
      row,
      place,
      role,
      uses: new Map(),
      type: there ? (this.design.deviceTypes.get(there.typeId) ?? null) : null,
      device: there ?? null,
      notes: [],
    };
    this.#entries.set(identity, entry);
    return entry;
  }

  /** What a later row says of the place fills what earlier ones left open; what it says otherwise is a fault. */
  #join(entry: DeviceEntry, place: SaidPlace, end: EndRow, where: Where): void {
    const said = entry.place;
    const otherRack =
      place.rack !== '' && said.rack !== '' && folded(place.rack) !== folded(said.rack);
    const otherUnit = place.u !== null && said.u !== null && place.u !== said.u;
    if (otherRack || otherUnit) {
      const text = (one: SaidPlace): string =>
        [one.rack, one.u === null ? '' : `U${one.u}`].join(' ').trim();
      this.#draft.fault(
        where,
        { column: '', value: `${end.deviceName} ${text(place)}` },
        'place-contradicts',
        { name: end.deviceName, place: text(said), line: entry.where.place.line },
        false,
      );
      return;
    }
    entry.place = {
      site: said.site || place.site,
      row: said.row || place.row,
      rack: said.rack || place.rack,
      u: said.u ?? place.u,
      face: said.face ?? place.face,
    };
  }
}
