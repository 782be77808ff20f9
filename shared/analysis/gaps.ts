/**
 * What is unknown, gathered. One missing number of a device type may concern a thousand devices; it is one
 * finding, never a thousand, and never none.
 */
import type { DeviceTypeId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';

/** Something unknown that one device or cable meets. */
export type Gap =
  | { readonly about: 'type-facts'; readonly of: DeviceTypeId; readonly missing: readonly string[] }
  /** Cables cover the face of a device whose airflow is unknown; the share is 0..1. */
  | { readonly about: 'airflow'; readonly of: DeviceTypeId; readonly share: number }
  /** Ports that no cable can use, because a plug beside them takes their cage. */
  | { readonly about: 'lost-ports'; readonly of: DeviceTypeId; readonly ports: number }
  | { readonly about: 'reach'; readonly of: MediumId; readonly missing: readonly string[] }
  /** Cables without a diameter are left out of what covers a face. */
  | { readonly about: 'diameter'; readonly of: MediumId }
  /** Cables with an end that the design does not hold. */
  | { readonly about: 'ends'; readonly of: MediumId };

export interface GapGroup {
  readonly about: Gap['about'];
  readonly of: string;
  /** The device or cable that each gap was met at. */
  readonly gaps: ReadonlyMap<string, Gap>;
}

/** Gaps by group, kept while devices and cables come and go. */
export class GapLedger {
  readonly #groups = new Map<string, { about: Gap['about']; of: string; gaps: Map<string, Gap> }>();
  #touched = new Set<string>();

  /** Puts what a device or cable met in the place of what it met before. */
  replace(unit: string, before: readonly Gap[], after: readonly Gap[]): void {
    for (const gap of before) {
      const key = keyOf(gap);
      this.#groups.get(key)?.gaps.delete(unit);
      this.#touched.add(key);
    }
    for (const gap of after) {
      const key = keyOf(gap);
      const group = this.#groups.get(key) ?? { about: gap.about, of: gap.of, gaps: new Map() };
      group.gaps.set(unit, gap);
      this.#groups.set(key, group);
      this.#touched.add(key);
    }
  }

  /** The groups that changed since the last call; one that holds nothing any more has no gaps. */
  takeTouched(): ReadonlyMap<string, GapGroup | null> {
    const changed = new Map<string, GapGroup | null>();
    for (const key of this.#touched) {
      const group = this.#groups.get(key);
      changed.set(key, group && group.gaps.size > 0 ? group : null);
    }
    this.#touched = new Set();
    return changed;
  }

  /** Has the groups of a type made anew: its name or facts changed. */
  touch(of: string): void {
    for (const [key, group] of this.#groups) if (group.of === of) this.#touched.add(key);
  }
}

function keyOf(gap: Gap): string {
  return `${gap.about}:${gap.of}`;
}
