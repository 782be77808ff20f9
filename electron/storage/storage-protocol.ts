/** What the main process and a storage process say to each other: one file a process, a design or the library. */
import type { DesignVersion, DiffText, ReadOnlyReason } from '../../shared/contract/ipc.ts';
import type { LibraryChange, LibraryContent } from '../../shared/contract/library.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import type { Diff } from '../../shared/model/diff.ts';
import type { DeviceTypeId, PictureId } from '../../shared/model/ids.ts';
import type { DesignRecord, Picture } from '../../shared/model/records.ts';
import type { DesignPart } from './departure.ts';
import type { LastEdit } from './inspect-design.ts';
import type { StorageRefusal } from './storage-error.ts';

/** A design that was opened. */
export interface OpenedRecords {
  /** Empty where they came in parts before. */
  readonly records: readonly DesignRecord[];
  readonly readOnly: ReadOnlyReason | null;
  readonly lastEdit: LastEdit;
}

/** What a new design begins with; a sample or a cluster is made where it is written, since it takes its time. */
export type NewContent =
  | { readonly records: readonly DesignRecord[] }
  | { readonly sample: string }
  /** A specification as JSON text, and the types that stand before the catalogue's. */
  | { readonly cluster: { readonly spec: string; readonly types: readonly DeviceType[] } };

/** An edit on its way to the file. */
export interface SentEdit {
  readonly label: string;
  readonly diff: Diff | DiffText;
}

interface Call<In, Out> {
  readonly in: In;
  readonly out: Out;
}

export interface StorageCalls {
  open: Call<{ file: string }, OpenedRecords>;
  /** Makes a new file and opens it. */
  create: Call<{ file: string; content: NewContent }, OpenedRecords>;
  /** Answered when the edit is on disk. */
  commit: Call<SentEdit, null>;
  /** `records` when the file cannot be trusted and memory is what must be saved. */
  saveAs: Call<{ file: string; records: readonly DesignRecord[] | null }, ReadOnlyReason | null>;
  listVersions: Call<null, readonly DesignVersion[]>;
  createVersion: Call<{ name: string; change: Diff | null }, DesignVersion>;
  readVersion: Call<{ id: string }, readonly DesignRecord[]>;
  close: Call<null, null>;
}
export type StorageCallName = keyof StorageCalls;

/** What was taken out of the library, so that it can be put back. */
export interface RemovedTypes {
  readonly change: LibraryChange;
  readonly types: readonly DeviceType[];
  readonly pictures: readonly Picture[];
}

/** The calls on the person's own library; `library.open` comes first. */
export interface LibraryCalls {
  'library.open': Call<{ file: string }, LibraryContent>;
  /** Null when nothing changed since that revision. */
  'library.read': Call<{ known: number | null }, LibraryContent | null>;
  'library.pictures': Call<{ ids: readonly PictureId[] }, readonly Picture[]>;
  /** Adds types, or puts them in the place of those of the same id. */
  'library.save': Call<
    { types: readonly DeviceType[]; pictures: readonly Picture[] },
    LibraryChange
  >;
  'library.remove': Call<{ ids: readonly DeviceTypeId[] }, RemovedTypes>;
  'library.favour': Call<{ id: DeviceTypeId; favourite: boolean }, LibraryChange>;
  'library.placed': Call<{ ids: readonly DeviceTypeId[] }, LibraryChange>;
}
export type LibraryCallName = keyof LibraryCalls;

type RequestsOf<Calls extends { readonly [N in keyof Calls]: Call<unknown, unknown> }> = {
  readonly [N in keyof Calls]: {
    readonly id: number;
    readonly name: N;
    readonly input: Calls[N]['in'];
  };
}[keyof Calls];

export type StorageRequest = RequestsOf<StorageCalls>;
export type LibraryRequest = RequestsOf<LibraryCalls>;
export type ProcessRequest = StorageRequest | LibraryRequest;

/** What comes before the answer, or the answer. */
export type StorageReply = { readonly id: number; readonly coming: DesignPart } | LastReply;

export type LastReply =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly refusal: StorageRefusal };
