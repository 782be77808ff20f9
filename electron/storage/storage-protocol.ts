/** What the main process and a storage process say to each other: one design a process. */
import type { DesignVersion, ReadOnlyReason } from '../../shared/contract/ipc.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DesignRecord } from '../../shared/model/records.ts';
import type { Edit } from './design-file.ts';
import type { LastEdit } from './inspect-design.ts';
import type { StorageRefusal } from './storage-error.ts';

/** A design that was opened, in one message. */
export interface OpenedRecords {
  readonly records: readonly DesignRecord[];
  readonly readOnly: ReadOnlyReason | null;
  readonly lastEdit: LastEdit;
}

interface Call<In, Out> {
  readonly in: In;
  readonly out: Out;
}

export interface StorageCalls {
  open: Call<{ file: string }, OpenedRecords>;
  /** Makes a new file and opens it. */
  create: Call<{ file: string; records: readonly DesignRecord[] }, OpenedRecords>;
  /** Answered when the edit is on disk. */
  commit: Call<Edit, null>;
  /** `records` when the file cannot be trusted and memory is what must be saved. */
  saveAs: Call<{ file: string; records: readonly DesignRecord[] | null }, ReadOnlyReason | null>;
  listVersions: Call<null, readonly DesignVersion[]>;
  createVersion: Call<{ name: string; change: Diff | null }, DesignVersion>;
  readVersion: Call<{ id: string }, readonly DesignRecord[]>;
  close: Call<null, null>;
}
export type StorageCallName = keyof StorageCalls;

export type StorageRequest = {
  readonly [N in StorageCallName]: {
    readonly id: number;
    readonly name: N;
    readonly input: StorageCalls[N]['in'];
  };
}[StorageCallName];

export type StorageReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly refusal: StorageRefusal };
