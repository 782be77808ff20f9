/**
 * The one door between the window and the Node side: every call with what goes in and what comes out, and
 * every event that is sent to the window. `preload.ts` exposes exactly these; `electron/ipc.ts` answers
 * exactly these, after checking the sender and the input against `ipc-schema.ts`.
 *
 * The window never names a path: it works with a handle that the Node side gave it.
 */

import type { PictureWish } from '../drawing/picture/index.ts';
import type { NetboxVersion } from '../formats/netbox/out/columns.ts';
import type { PlanPart, PlanWhole } from '../import-plan/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import type { Face } from '../model/face.ts';
import type { DeviceTypeId, PictureId } from '../model/ids.ts';
import type { DesignRecord, FoundNetwork, Picture } from '../model/records.ts';
import type { DrawingSetChoice, SheetCounts } from './drawing-set.ts';
import type { LibraryChange, LibraryContent } from './library.ts';
import type { PictureChoice, PictureDpi } from './picture-choice.ts';

/** Why a design cannot be written. */
export type ReadOnlyReason = 'in-use' | 'read-only-file' | 'newer-version';

/** A design that was opened: with all its records, or with the first of them. */
export interface OpenedDesign {
  readonly handle: string;
  /** Name for the title bar: the file's name, or the design's own for a draft. */
  readonly name: string;
  /** Folder and file as a person reads them; empty for a draft. */
  readonly place: string;
  /** Not named by a person yet; it lives in the app's data folder. */
  readonly draft: boolean;
  readonly readOnly: ReadOnlyReason | null;
  /** True when this was open when Plenum last ended without closing it. */
  readonly recovered: boolean;
  readonly records: readonly DesignRecord[];
  /**
   * How many records are still on their way (`design.arriving`): `records` are then the settings, the floor, the
   * racks and the types. 0 = these are all.
   */
  readonly toCome: number;
}

/** The next records of a design that is on its way. */
export interface ArrivedRecords {
  /** A JSON list of records; empty when all have come, and the design is open from then on. */
  readonly text: string;
  readonly count: number;
  readonly readOnly: ReadOnlyReason | null;
}

/** A diff as JSON text, in which a large one crosses at once. Its content is checked where it is read. */
export interface DiffText {
  readonly text: string;
}

export interface RecentDesign {
  readonly id: string;
  readonly name: string;
  readonly place: string;
  /** ISO time of the last opening. */
  readonly opened: string;
  readonly missing: boolean;
}

export interface DesignVersion {
  readonly id: string;
  readonly name: string;
  /** ISO time. */
  readonly made: string;
  readonly racks: number;
  readonly devices: number;
  readonly cables: number;
}

export type ThemeChoice = 'system' | 'light' | 'dark';

/** What Plenum remembers about the person, not about a design. */
export interface AppSettings {
  readonly theme: ThemeChoice;
  readonly units: 'mm' | 'in';
  readonly wheel: 'pan' | 'zoom';
  /** Whether single letters (V, H, F ...) are shortcuts. */
  readonly singleKeys: boolean;
  /** Keys that the person changed: command id to chord. */
  readonly keys: Readonly<Record<string, string>>;
  readonly panels: Readonly<Record<string, number>>;
  /** Who signs waivers here; empty until somebody did. */
  readonly personName: string;
  /** What of the drawing set was chosen last; null before anybody chose. */
  readonly drawingSet: Pick<DrawingSetChoice, 'paper' | 'orientation' | 'sheets'> | null;
}

export interface Session {
  readonly platform: 'linux' | 'darwin' | 'win32' | 'other';
  readonly version: string;
  readonly settings: AppSettings;
  readonly recents: readonly RecentDesign[];
  /** What this window was asked to show: a file, a sample or a recovered draft; null = start screen. */
  readonly opened: OpenedDesign | null;
}

/** Device types that an import read: a part of them as it comes, or all of them. */
export interface ImportedTypes {
  readonly types: readonly DeviceType[];
  readonly files: readonly {
    readonly file: string;
    readonly status: 'imported' | 'rejected';
    readonly name: string;
    readonly warnings: readonly { code: string; path: string; message: string }[];
  }[];
}

/** What came of an import: so many parts of types, and what everything else would do to the design. */
export interface ImportAnswer {
  readonly parts: number;
  /** Null where there are types alone. */
  readonly plan: PlanWhole | null;
}

/** What became of types that were written as files of another program, and what those do not say of them. */
export interface WrittenTypes {
  readonly name: string;
  readonly types: readonly {
    readonly file: string;
    readonly name: string;
    readonly status: 'written' | 'refused';
    readonly unsaid: readonly { code: string; message: string }[];
  }[];
}

/** A picture file that a person picked, within the limits, not decoded yet. */
export interface PickedPicture {
  readonly name: string;
  readonly mime: Picture['mime'];
  /** The file's bytes in base64. */
  readonly data: string;
}

export type { NetboxVersion };

/** A list that is written for another program, or for people. */
export type ListExport =
  | { readonly list: 'netbox'; readonly version: NetboxVersion }
  | { readonly list: 'p2p' | 'nvidia' | 'schedules' };

/** What an export of lists wrote. */
export interface WrittenList {
  /** Of the folder, or of the one file. */
  readonly name: string;
  readonly files: number;
  /** What the lists do not say; empty where there is nothing to tell. */
  readonly report: string;
}

/** What a discovery file said. */
export interface ReadNetwork extends Pick<FoundNetwork, 'name' | 'format' | 'links'> {
  readonly faults: readonly { readonly line: number; readonly message: string }[];
}

/** How the faces of a device type are written at true size. */
export interface FaceplateExport {
  readonly format: 'pdf' | 'svg' | 'dxf';
  readonly faces: readonly Face[];
  /** Whether dimensions stand beside the faces; DXF has none. */
  readonly dimensions: boolean;
  /** Of a PDF: the smallest sheet that takes a face whole, or parts on what the printer has. */
  readonly paper: 'fit' | 'A4' | 'A3';
}

export interface MenuEntry {
  readonly command: string;
  readonly label: string;
  /** Electron accelerator, or empty. */
  readonly accelerator: string;
  readonly enabled: boolean;
  readonly separatorBefore: boolean;
}

export interface MenuModel {
  readonly menus: readonly { readonly label: string; readonly entries: readonly MenuEntry[] }[];
}

/** A refusal: what is wrong, as a key of the message catalogue with its arguments. Never a stack or a path. */
export interface Refusal {
  readonly code: string;
  readonly messageKey: string;
  readonly args: Readonly<Record<string, string | number>>;
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: Refusal };

interface Call<In, Out> {
  readonly in: In;
  readonly out: Out;
}

/** Every call. `null` as an answer means that the person closed the dialog. */
export interface Calls {
  'app.session': Call<null, Session>;
  'app.saveSettings': Call<AppSettings, null>;
  'app.recents': Call<null, readonly RecentDesign[]>;
  'app.openLink': Call<{ key: 'licence' }, null>;
  'window.describe': Call<{ name: string; saved: boolean }, null>;
  'window.setMenu': Call<MenuModel, null>;
  'window.new': Call<null, null>;
  'window.close': Call<null, null>;
  'window.toggleFullScreen': Call<null, null>;
  'app.quit': Call<null, null>;
  'design.new': Call<{ sample: string | null }, OpenedDesign>;
  /** A new draft of nothing but a cluster; `types` are those that stand before the catalogue's. */
  'design.newCluster': Call<{ spec: string; types: readonly DeviceType[] }, OpenedDesign>;
  /** The person does not wait for the design that is being made; nothing is left of it. */
  'design.stopMaking': Call<null, null>;
  'design.open': Call<null, OpenedDesign | null>;
  'design.openRecent': Call<{ id: string }, OpenedDesign>;
  /** Only the preload calls this, with the path of a file that the person dropped. */
  'design.openDropped': Call<{ path: string }, OpenedDesign>;
  'design.arriving': Call<{ handle: string }, ArrivedRecords>;
  /** The person does not wait for the rest. */
  'design.stopArriving': Call<{ handle: string }, null>;
  /** Puts one gesture on disk; answered when it is there. */
  'design.commit': Call<
    { handle: string; revision: number; label: string; diff: Diff | DiffText },
    { revision: number }
  >;
  /** `records` when the file can no longer be trusted and the memory is what must be saved. */
  'design.saveAs': Call<
    { handle: string; records: readonly DesignRecord[] | null },
    { handle: string; name: string; place: string } | null
  >;
  'design.close': Call<{ handle: string }, null>;
  'version.list': Call<{ handle: string }, readonly DesignVersion[]>;
  /** Keeps the design as it is on disk; with a change, as it would be then, and the design itself stays. */
  'version.create': Call<{ handle: string; name: string; change: Diff | null }, DesignVersion>;
  /** Opens the version as a new draft; the design itself stays as it is. */
  'version.restoreAsCopy': Call<{ handle: string; versionId: string }, OpenedDesign>;
  'export.pdf': Call<
    { handle: string; choice: DrawingSetChoice },
    { name: string; pages: number } | null
  >;
  /** The pages that `export.pdf` would write, as they are now; a new preview ends the one before it. */
  'export.preview': Call<
    { handle: string; choice: DrawingSetChoice },
    { pdf: Uint8Array; counts: SheetCounts }
  >;
  /** Shows in the system's file manager what this window wrote last. */
  'export.showWritten': Call<null, null>;
  'export.svg': Call<{ handle: string }, { name: string; files: number } | null>;
  'export.csv': Call<{ handle: string }, { name: string; files: number } | null>;
  /** A PDF at a place of its own, or one file a face in a folder; `count` are its pages, or its files. */
  'export.faceplate': Call<
    FaceplateExport & { type: DeviceType },
    { name: string; count: number } | null
  >;
  'export.deviceTypes': Call<{ types: readonly DeviceType[] }, WrittenTypes | null>;
  'export.list': Call<{ handle: string; wanted: ListExport }, WrittenList | null>;
  /** One picture, as a file; null when the person chose none. */
  'export.picture': Call<{ handle: string; choice: PictureChoice }, { name: string } | null>;
  /** The same picture on the clipboard, as pixels. */
  'clipboard.picture': Call<{ handle: string; wish: PictureWish; dpi: PictureDpi }, null>;
  /** A table on the clipboard, as text and as HTML. */
  'clipboard.table': Call<{ text: string; html: string }, null>;
  'export.cancel': Call<null, null>;
  /** Asks for a discovery file and reads it. */
  'found.read': Call<null, ReadNetwork | null>;
  /** The person's own library; null when nothing changed since the revision that is known. */
  'library.read': Call<{ known: number | null }, LibraryContent | null>;
  'library.pictures': Call<{ ids: readonly PictureId[] }, readonly Picture[]>;
  /** Adds types to the library, or puts them in the place of those of the same id. Every window is told. */
  'library.save': Call<{ types: readonly DeviceType[]; pictures: readonly Picture[] }, null>;
  /** Takes types out; what went is answered, so that it can be put back. */
  'library.remove': Call<
    { ids: readonly DeviceTypeId[] },
    { types: readonly DeviceType[]; pictures: readonly Picture[] }
  >;
  'library.favour': Call<{ id: DeviceTypeId; favourite: boolean }, null>;
  /** Types of devices that were placed, the last of them last. */
  'library.placed': Call<{ ids: readonly DeviceTypeId[] }, null>;
  /** A text, as a file at a place that the person chooses. */
  'report.save': Call<{ name: string; text: string }, { name: string } | null>;
  /**
   * What is read comes as `library.imported`, what it would do to the design of the handle as it is on disk as
   * `import.planned`; the answer says in how many parts.
   */
  'library.importTypes': Call<{ from: 'files' | 'folder'; handle: string }, ImportAnswer | null>;
  /** Only the preload calls this, with the paths of files that the person dropped. */
  'library.importDropped': Call<{ paths: readonly string[]; handle: string }, ImportAnswer | null>;
  /** Asks for a picture to trace a faceplate from. */
  'picture.pick': Call<null, PickedPicture | null>;
  /** Asks for a cluster's specification and reads its text, unchecked. */
  'cluster.readSpec': Call<null, { name: string; text: string } | null>;
  'cluster.writeSpec': Call<{ name: string; text: string }, { name: string } | null>;
  'clipboard.write': Call<{ text: string }, null>;
  'clipboard.read': Call<null, string>;
}

export type CallName = keyof Calls;

/** Calls that take paths: only the preload makes them. */
export type PathCall = 'design.openDropped' | 'library.importDropped';

/** A file that was dropped on the window: the browser's own `File`, which only the preload can look into. */
export interface DroppedFile {
  readonly name: string;
  readonly size: number;
}

/** What the Node side tells the window unasked. */
export interface Events {
  /** A menu entry was chosen (macOS menu bar). */
  'menu.command': { readonly command: string };
  /** The file can no longer be written; the design is safe in memory. */
  'storage.lost': Refusal;
  /** The window is about to close with gestures that are in memory only: the page asks the person. */
  'window.closing': null;
  /** The library was changed, by this window or another. */
  'library.changed': LibraryChange;
  'library.imported': ImportedTypes;
  'import.planned': PlanPart;
  /** How far the making of a large design is; `total` is 0 while nobody knows. */
  'design.making': {
    readonly phase: 'build' | 'write';
    readonly done: number;
    readonly total: number;
  };
  /** Of a drawing set: of its comparison of media in columns, then of its sheets; of other exports in files. */
  'export.progress': {
    readonly comparing: boolean;
    readonly done: number;
    readonly total: number;
  };
  'theme.system': { readonly dark: boolean };
}

export type EventName = keyof Events;

/**
 * What `window.plenum` is: one named function a call, a listener that can be taken off, and the dropped
 * files. What takes paths the window gets only as `openDropped(file)` and `importDropped(files)`.
 */
export interface PlenumBridge {
  readonly calls: {
    readonly [N in Exclude<CallName, PathCall>]: (
      input: Calls[N]['in'],
    ) => Promise<Answer<Calls[N]['out']>>;
  };
  readonly on: <N extends EventName>(name: N, listener: (event: Events[N]) => void) => () => void;
  readonly openDropped: (file: DroppedFile) => Promise<Answer<OpenedDesign>>;
  readonly importDropped: (
    files: readonly DroppedFile[],
    handle: string,
  ) => Promise<Answer<Calls['library.importDropped']['out']>>;
}
