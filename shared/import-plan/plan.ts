/**
 * What an import would do to a design, before it does it: what is made, what is there already, what the files say
 * otherwise than the design, and what of them is not understood. Nothing is changed until a plan is applied.
 */
import type { ImportWarning } from '../formats/netbox/import-report.ts';
import type { RowPlace } from '../formats/site/rows.ts';
import type { Diff } from '../model/diff.ts';
import type { Cable, Device, Rack } from '../model/records.ts';

/** Where something stands in the files. */
export interface Where {
  readonly file: string;
  readonly place: RowPlace;
}

/** What can be made by an import. */
export type MadeKind = 'deviceType' | 'row' | 'rack' | 'device' | 'cable' | 'found';

/** Something that will be made. */
export interface Made {
  readonly kind: MadeKind;
  readonly id: string;
  readonly name: string;
  /** What it is, in short: `42 U`, `leaf01 1/1 → dgx01 OSFP1/1, DAC`. */
  readonly detail: string;
  /** The row that first speaks of it. */
  readonly where: Where | null;
  /** What is assumed, because no file says it. */
  readonly notes: readonly string[];
}

/** One field of a record that a file says otherwise. */
export interface FieldDifference {
  readonly field: string;
  /** The field and both values, for a person. */
  readonly label: string;
  readonly ours: string;
  readonly theirs: string;
  /** Why theirs cannot be taken; null where it can. */
  readonly blocked: string | null;
  readonly patch:
    | Partial<Omit<Rack, 'kind' | 'id'>>
    | Partial<Omit<Device, 'kind' | 'id'>>
    | Partial<Omit<Cable, 'kind' | 'id'>>;
}

/** A record of the design that a file says otherwise. */
export interface Differing {
  readonly kind: 'rack' | 'device' | 'cable';
  readonly id: string;
  readonly name: string;
  readonly where: Where;
  readonly fields: readonly FieldDifference[];
}

/** Something in the files that was not understood, or that the rules forbid. */
export interface NotUnderstood {
  readonly where: Where;
  readonly column: string;
  readonly value: string;
  readonly code: string;
  readonly reason: string;
  /** What a person can do about it. */
  readonly todo: string;
  /** True when the whole row is left out; else only the cell is. */
  readonly whole: boolean;
}

export interface Counts {
  readonly deviceTypes: number;
  readonly racks: number;
  readonly devices: number;
  readonly cables: number;
}

export interface ImportPlan {
  readonly makes: readonly Made[];
  readonly differs: readonly Differing[];
  readonly notUnderstood: readonly NotUnderstood[];
  /** What was odd about a file as a whole. */
  readonly warnings: readonly (ImportWarning & { readonly file: string })[];
  /** What is in the design already, as the files say. */
  readonly same: Counts;
  /** The edit that makes what is to be made. */
  readonly additions: Diff;
}

/** What a person decided: the fields, as `fieldKey` names them, in which the file is right. */
export type Taken = ReadonlySet<string>;

/** Name of a field of a record that differs. */
export function fieldKey(id: string, field: string): string {
  return `${id}\n${field}`;
}
