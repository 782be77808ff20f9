/**
 * Work that takes long or reads what strangers wrote, each in a process of its own: it can be cancelled by
 * ending it, and a file that hangs or floods it takes nothing else along.
 */
import type { DrawingSetChoice, SheetCounts } from '../../shared/contract/drawing-set.ts';
import type {
  FaceplateExport,
  ImportAnswer,
  ImportedTypes,
  ListExport,
  ReadNetwork,
  WrittenTypes,
} from '../../shared/contract/ipc.ts';
import type { PictureChoice } from '../../shared/contract/picture-choice.ts';
import type { PlanPart } from '../../shared/import-plan/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';

export type Task =
  | {
      readonly task: 'export-pdf';
      /** The design file to read; it is opened read-only. */
      readonly design: string;
      readonly out: string;
      readonly choice: DrawingSetChoice;
      /** ISO date for the title block. */
      readonly date: string;
    }
  | { readonly task: 'export-svg'; readonly design: string; readonly folder: string }
  | { readonly task: 'export-csv'; readonly design: string; readonly folder: string }
  | (FaceplateExport & {
      readonly task: 'export-faceplate';
      readonly type: DeviceType;
      /** A file for a PDF, else a folder. */
      readonly out: string;
      /** ISO date for the title block. */
      readonly date: string;
    })
  | {
      readonly task: 'export-types';
      readonly types: readonly DeviceType[];
      readonly folder: string;
    }
  | {
      readonly task: 'export-list';
      readonly design: string;
      readonly wanted: ListExport;
      /** A folder, or a file for what is one file. */
      readonly out: string;
    }
  | {
      readonly task: 'export-picture';
      readonly design: string;
      readonly choice: PictureChoice;
      readonly out: string;
    }
  | { readonly task: 'read-found'; readonly file: string }
  | {
      readonly task: 'import';
      readonly inputs: readonly string[];
      /** The design file that it is planned for; it is opened read-only. */
      readonly design: string;
      /** The day, as `2026-11-26`. */
      readonly on: string;
    };

/** What each task gives when it is done. */
export interface TaskResults {
  readonly 'export-pdf': { readonly pages: number; readonly counts: SheetCounts };
  readonly 'export-svg': { readonly files: number };
  readonly 'export-csv': { readonly files: number };
  /** Pages of the PDF, or files. */
  readonly 'export-faceplate': { readonly count: number };
  readonly 'export-types': WrittenTypes['types'];
  readonly 'export-list': { readonly files: number; readonly report: string };
  readonly 'export-picture': null;
  readonly 'read-found': Omit<ReadNetwork, 'name'>;
  /** What was read, and what it would do, went out in so many parts. */
  readonly import: ImportAnswer;
}

export type TaskResult<T extends Task['task']> = TaskResults[T];

/** How far a task is; a drawing set is first a comparison of media, counted in columns. */
export interface TaskProgress {
  readonly comparing: boolean;
  readonly done: number;
  readonly total: number;
}

/** What a task's process tells. */
export type TaskMessage =
  | ({ readonly kind: 'progress' } & TaskProgress)
  | { readonly kind: 'part'; readonly part: ImportedTypes }
  | { readonly kind: 'planned'; readonly part: PlanPart }
  | { readonly kind: 'done'; readonly result: TaskResults[Task['task']] }
  | { readonly kind: 'failed'; readonly message: string };
