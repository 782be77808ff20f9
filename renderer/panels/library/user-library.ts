/** The person's own library as the window sees it. */
import type { DeviceType } from '../../../shared/model/device-type.ts';
import type { DeviceTypeId, PictureId } from '../../../shared/model/ids.ts';
import type { Picture } from '../../../shared/model/records.ts';
import type { Watched } from '../../editor/index.ts';

export interface UserLibraryState {
  /** Counts the changes; −1 before it was read. */
  readonly revision: number;
  readonly types: readonly DeviceType[];
  readonly favourites: ReadonlySet<DeviceTypeId>;
  /** Types that were placed last, newest first. */
  readonly recent: readonly DeviceTypeId[];
  /** Types of its file that this Plenum cannot read. */
  readonly unreadable: number;
  /** Name under which a damaged library was set aside; null when none was, or the person has read it. */
  readonly setAside: string | null;
  /** Why it cannot be used; null when it can. */
  readonly trouble: string | null;
}

export interface UserLibrary extends Watched<UserLibraryState> {
  /** Adds types, or puts them in the place of those of the same id. @returns whether that was done */
  save(types: readonly DeviceType[], pictures: readonly Picture[]): Promise<boolean>;
  /** Takes types out, and offers to put them back. */
  remove(ids: readonly DeviceTypeId[]): Promise<void>;
  favour(id: DeviceTypeId, favourite: boolean): Promise<void>;
  /** The person has read that a damaged library was set aside. */
  readSetAside(): void;
  /** The pictures that a type is traced from, as far as they are here. */
  pictures(ids: readonly PictureId[]): Promise<readonly Picture[]>;
}

export const EMPTY_LIBRARY: UserLibraryState = {
  revision: -1,
  types: [],
  favourites: new Set(),
  recent: [],
  unreadable: 0,
  setAside: null,
  trouble: null,
};
