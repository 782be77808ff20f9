/** All that was measured. */
import type { AnalysisTimes } from './analysis-times.ts';
import type { ClusterTimes } from './cluster-times.ts';
import type { ComparisonTimes } from './comparison-times.ts';
import type { PdfSizes } from './drawing-set.ts';
import type { ImportTimes } from './import-times.ts';
import type { WindowTimes } from './in-window.ts';
import type { LibraryWindowTimes } from './library-in-window.ts';
import type { LibraryTimes } from './library-times.ts';
import type { FileTimes } from './on-disk.ts';
import type { PaintResult } from './paint-in-window.ts';
import type { PartMeasured } from './parts-asked.ts';
import type { SceneSize } from './scene.ts';
import type { SizeTimes } from './sizes-in-window.ts';
import type { TypeFileTimes } from './type-library.ts';
import type { WalkTimes } from './walk.ts';

/** How fast the machine was, 1 for the reference; and the rule by which budgets are judged. */
export interface Pace {
  readonly rule: string;
  /** Around the whole of each part. */
  readonly parts: Readonly<Partial<Record<PartMeasured, number>>>;
}

/** What was measured; a part that was not asked for is not there. */
export interface Result {
  readonly format: 'plenum.bench/1';
  readonly scene: SceneSize;
  /** The machine's pace around what was measured at once; a spread that was taken run by run has its own. */
  readonly pace: Pace;
  readonly analysis?: AnalysisTimes;
  readonly comparison?: ComparisonTimes;
  readonly cluster?: ClusterTimes;
  readonly file?: FileTimes;
  readonly library?: LibraryTimes & LibraryWindowTimes;
  readonly types?: TypeFileTimes;
  readonly import?: ImportTimes;
  readonly pdf?: PdfSizes;
  readonly window?: WindowTimes & { readonly paint: readonly PaintResult[] };
  readonly sizes?: readonly SizeTimes[];
  readonly walk?: WalkTimes;
}
