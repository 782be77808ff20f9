/** The person's own library, as it crosses the door between the window and the Node side. */
import type { DeviceTypeId } from '../model/ids.ts';

/**
 * A device type as JSON text, as its file has it and after it was checked. Thousands of types cross the door in a
 * fraction of the time that as many objects would take, and the window reads them while nobody waits.
 */
export type TypeText = string;

/** What the person marked and used last, over all sources: ids of the catalogue's and of designs' types too. */
export interface LibraryMarks {
  readonly favourites: readonly DeviceTypeId[];
  /** Types that were placed last, newest first. */
  readonly recent: readonly DeviceTypeId[];
}

export interface LibraryContent extends LibraryMarks {
  /** Counts the changes since the file was made. */
  readonly revision: number;
  readonly types: readonly TypeText[];
  /** Types that this Plenum cannot read; they stay in the file as they are. */
  readonly unreadable: number;
  /** Name under which a damaged library was set aside when this one was begun; null = none was. */
  readonly setAside: string | null;
}

/** One change of the library; it leads from the revision before to this one. */
export interface LibraryChange extends LibraryMarks {
  readonly revision: number;
  /** New, or in the place of those of the same id. */
  readonly saved: readonly TypeText[];
  readonly removed: readonly DeviceTypeId[];
}
