/**
 * What is unknown, gathered. One missing number of a device type may concern a thousand devices; it is one
 * finding, never a thousand, and never none.
 */

/** Gaps that are about a device type, and those about a medium. */
type TypeGap =
  /** Facts of the type that nobody knows. */
  | 'type-facts'
  /** Cables cover the face of a device whose airflow is unknown; the amount is the share, 0..1. */
  | 'airflow'
  /** Ports that no cable can use, because a plug beside them takes their cage; the amount is their number. */
  | 'lost-ports'
  /** Bodies deeper than the rack they stand in; the amount is by how much, mm. */
  | 'depth';
type MediumGap =
  /** Cables whose reach cannot be judged. */
  | 'reach'
  /** Cables without a diameter are left out of what covers a face. */
  | 'diameter'
  /** Cables whose smallest bend radius is unknown, so that no turn of theirs can be judged. */
  | 'bend'
  /** Cables with an end that the design does not hold. */
  | 'ends'
  /** Cables of which nobody entered a length. */
  | 'length'
  /** Cables whose entered length is less than the straight line between their ends. */
  | 'straight'
  /** Cables whose entered length is for another way than they have now. */
  | 'stale'
  /** Cables that no drawn pathway leads from end to end. */
  | 'unreached'
  /** Cables with a wire gauge that have no wire. */
  | 'wire';

/** Something unknown that one device or cable meets. */
export interface Gap {
  readonly about: TypeGap | MediumGap;
  /** Id of the device type, or of the medium. */
  readonly of: string;
  /** What would settle it. */
  readonly missing: readonly string[];
  /** How much there is of it, to three decimals. */
  readonly amount: number;
}

/** A finding about more devices or cables than this counts them, and names only their type or medium. */
export const NAMED_MAX = 50;

/** The gaps about one thing. Kept as counts, so that one more costs the same among ten and ten thousand. */
export interface GapGroup {
  readonly about: Gap['about'];
  readonly of: string;
  /** How many devices or cables met it. */
  readonly count: number;
  /** Their ids; null where they are more than are named. */
  readonly units: ReadonlySet<string> | null;
  /** How many of them miss each fact, and how many meet each amount. */
  readonly missing: ReadonlyMap<string, number>;
  readonly amounts: ReadonlyMap<number, number>;
}

/** Looks all devices and cables through for those that meet a gap. */
export type UnitsOf = (group: Pick<Gap, 'about' | 'of'>) => Iterable<string>;

class MutableGroup implements GapGroup {
  readonly key: string;
  readonly about: Gap['about'];
  readonly of: string;
  count = 0;
  units: Set<string> | null = new Set<string>();
  readonly missing = new Map<string, number>();
  readonly amounts = new Map<number, number>();
  isTouched = false;

  constructor({ about, of }: Gap) {
    this.key = `${about}:${of}`;
    this.about = about;
    this.of = of;
  }

  change(unit: string, gap: Gap, by: 1 | -1): void {
    this.count += by;
    if (this.count > NAMED_MAX) this.units = null;
    else if (by === 1) this.units?.add(unit);
    else this.units?.delete(unit);
    const { missing } = gap;
    for (let at = 0; at < missing.length; at += 1) bump(this.missing, missing[at] ?? '', by);
    bump(this.amounts, Math.round(1000 * gap.amount) / 1000, by);
  }
}

function bump<K>(counts: Map<K, number>, key: K, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Gaps by group, kept while devices and cables come and go. */
export class GapLedger {
  /** By what they are of and then about: a key made of both would be a new text for every cable of a hall. */
  readonly #groups = new Map<string, Map<Gap['about'], MutableGroup>>();
  #touched: MutableGroup[] = [];

  /** Puts what a device or cable met in the place of what it met before. */
  replace(unit: string, before: readonly Gap[], after: readonly Gap[]): void {
    for (let at = 0; at < before.length; at += 1) this.#change(unit, before[at] as Gap, -1);
    for (let at = 0; at < after.length; at += 1) this.#change(unit, after[at] as Gap, 1);
  }

  #change(unit: string, gap: Gap, by: 1 | -1): void {
    const group = this.#groupOf(gap);
    group.change(unit, gap, by);
    if (group.isTouched) return;
    group.isTouched = true;
    this.#touched.push(group);
  }

  #groupOf(gap: Gap): MutableGroup {
    let abouts = this.#groups.get(gap.of);
    if (!abouts) this.#groups.set(gap.of, (abouts = new Map()));
    let group = abouts.get(gap.about);
    if (!group) abouts.set(gap.about, (group = new MutableGroup(gap)));
    return group;
  }

  /**
   * The groups that changed since the last call; null for one that holds nothing any more.
   * @param unitsOf finds those again of a group that has become small enough to be named
   */
  takeTouched(unitsOf: UnitsOf): ReadonlyMap<string, GapGroup | null> {
    const changed = new Map<string, GapGroup | null>();
    for (const group of this.#touched) {
      group.isTouched = false;
      const isEmpty = group.count === 0;
      changed.set(group.key, isEmpty ? null : group);
      if (isEmpty) this.#groups.get(group.of)?.delete(group.about);
      else if (group.count <= NAMED_MAX) group.units ??= new Set(unitsOf(group));
    }
    this.#touched = [];
    return changed;
  }
}
