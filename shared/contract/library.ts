/** The person's own library, as it crosses the door between the window and the Node side. */
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId } from '../model/ids.ts';

/** What the person marked and used last, over all sources: ids of the catalogue's and of designs' types too. */
export interface LibraryMarks {
  readonly favourites: readonly DeviceTypeId[];
  /** Types that were placed last, newest first. */
  readonly recent: readonly DeviceTypeId[];
}

export interface LibraryContent extends LibraryMarks {
  /** Counts the changes since the file was made. */
  readonly revision: number;
  readonly types: readonly DeviceType[];
  /** Types that this Plenum cannot read; they stay in the file as they are. */
  readonly unreadable: number;
  /** Name under which a damaged library was set aside when this one was begun; null = none was. */
  readonly setAside: string | null;
}

/** One change of the library; it leads from the revision before to this one. */
export interface LibraryChange extends LibraryMarks {
  readonly revision: number;
  /** New, or in the place of those of the same id. */
  readonly saved: readonly DeviceType[];
  readonly removed: readonly DeviceTypeId[];
}
