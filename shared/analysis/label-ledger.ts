/**
 * Names that several cables have, and labels that are printed twice or are too long, kept while the design is edited.
 * Names are followed cable by cable. Labels are gone through anew after an edit that may change one, and only where
 * somebody chose a template or a limit: by the usual template an end is called by its place, which no two share.
 */
import { labelFaults } from '../labels/index.ts';
import type { Design } from '../model/design.ts';
import type { Diff } from '../model/diff.ts';
import type { CableId } from '../model/ids.ts';
import type { Cable, DesignRecord } from '../model/records.ts';
import type { FindingSource } from './finding.ts';
import { type LabelFault, labelFinding, nameFinding } from './label-rule.ts';

export class LabelLedger {
  /** Cables by name, alone or together, and the names that several have. */
  readonly #named = new Map<string, CableId | Set<CableId>>();
  readonly #twice = new Set<string>();
  #begun = false;
  #namesChanged = true;
  #stale = true;
  #findings: readonly FindingSource[] = [];

  /** Follows an edit. */
  touch({ added, removed, updated }: Diff): void {
    for (const record of removed) if (record.kind === 'cable') this.#drop(record);
    for (const record of added) if (record.kind === 'cable') this.#add(record);
    for (const [before, after] of updated) {
      if (before.kind !== 'cable' || after.kind !== 'cable' || before.label === after.label)
        continue;
      this.#drop(before);
      this.#add(after);
    }
    const records = [...added, ...removed, ...updated.map(([, after]) => after)];
    this.#stale ||= records.some(({ kind }) => LABELLED.has(kind));
  }

  /** The findings that go, and those that come. */
  follow(design: Design): {
    readonly before: readonly FindingSource[];
    readonly after: readonly FindingSource[];
  } {
    if (!this.#begun) for (const cable of design.cables.values()) this.#add(cable);
    this.#begun = true;
    const { labelTemplate, labelLimit } = design.settings.cabling;
    const chosen = labelTemplate !== '' || labelLimit !== null;
    if (!this.#namesChanged && !(this.#stale && (chosen || this.#findings.length > 0))) {
      return { before: [], after: [] };
    }
    const before = this.#findings;
    this.#namesChanged = false;
    this.#stale = false;
    this.#findings = [...this.#nameFindings(design), ...(chosen ? labelFindings(design) : [])];
    return { before, after: this.#findings };
  }

  #nameFindings(design: Design): readonly FindingSource[] {
    if (this.#twice.size === 0) return [];
    const names = [...this.#twice].sort();
    const ids = names.flatMap((name) => namesakes(this.#named.get(name)));
    return [nameFinding(design, names, ids)];
  }

  #add({ id, label }: Cable): void {
    if (label === '') return;
    const there = this.#named.get(label);
    if (there === undefined) {
      this.#named.set(label, id);
      return;
    }
    if (typeof there === 'string') this.#named.set(label, new Set([there, id]));
    else there.add(id);
    this.#twice.add(label);
    this.#namesChanged = true;
  }

  #drop({ id, label }: Cable): void {
    const there = this.#named.get(label);
    if (there === undefined || typeof there === 'string') {
      if (there === id) this.#named.delete(label);
      return;
    }
    if (!there.delete(id)) return;
    this.#namesChanged = true;
    if (there.size > 1) return;
    this.#twice.delete(label);
    for (const last of there) this.#named.set(label, last);
  }
}

function namesakes(there: CableId | ReadonlySet<CableId> | undefined): readonly CableId[] {
  if (there === undefined) return [];
  return typeof there === 'string' ? [there] : [...there];
}

/** Records that a label may speak of. */
const LABELLED: ReadonlySet<DesignRecord['kind']> = new Set<DesignRecord['kind']>([
  'settings',
  'row',
  'rack',
  'deviceType',
  'device',
  'cable',
]);

function labelFindings(design: Design): readonly FindingSource[] {
  const { labelLimit } = design.settings.cabling;
  const { twice, tooLong, longest } = labelFaults(design);
  const faults: LabelFault[] = [];
  if (twice.size > 0) {
    const labels = [...twice.keys()].sort();
    faults.push({ fault: 'twice', labels, cables: [...new Set([...twice.values()].flat())] });
  }
  if (tooLong.length > 0 && labelLimit !== null) {
    faults.push({ fault: 'long', longest, limit: labelLimit, cables: tooLong });
  }
  return faults.map((fault) => labelFinding(design, fault));
}
