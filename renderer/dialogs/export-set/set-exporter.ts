/** What the dialog of the drawing set asks of the window around it. */
import type { DrawingSetChoice, SheetCounts } from '../../../shared/contract/drawing-set.ts';
import type { DesignVersion, Events } from '../../../shared/contract/ipc.ts';

/** What draws and writes the set. */
export interface SetExporter {
  /** The pages as they would be written; null when a newer preview came first. */
  preview(
    choice: DrawingSetChoice,
  ): Promise<{ readonly pdf: Uint8Array; readonly counts: SheetCounts } | null>;
  /** Asks where to, and writes; null when the person closed the file dialog or stopped it. */
  write(
    choice: DrawingSetChoice,
    onProgress: (progress: Events['export.progress']) => void,
  ): Promise<WrittenSet | 'stopped' | null>;
  /** The named versions that differences can be told against, newest first. */
  versions(): Promise<readonly DesignVersion[]>;
  stop(): void;
  showWritten(): void;
  /** What a failure is called. */
  failureOf(error: unknown): string;
}

export interface WrittenSet {
  readonly name: string;
  readonly pages: number;
}
