/** All that was measured. */
import type { AnalysisTimes } from './analysis-times.ts';
import type { ComparisonTimes } from './comparison-times.ts';
import type { PdfTimes } from './drawing-set.ts';
import type { WindowTimes } from './in-window.ts';
import type { LibraryWindowTimes } from './library-in-window.ts';
import type { LibraryTimes } from './library-times.ts';
import type { FileTimes } from './on-disk.ts';
import type { SceneSize } from './scene.ts';
import type { TypeFileTimes } from './type-library.ts';

/** What was measured; a part that was not asked for is not there. */
export interface Result {
  readonly format: 'plenum.bench/1';
  readonly scene: SceneSize;
  readonly analysis?: AnalysisTimes;
  readonly comparison?: ComparisonTimes;
  readonly file?: FileTimes;
  readonly library?: LibraryTimes & LibraryWindowTimes;
  readonly types?: TypeFileTimes;
  readonly pdf?: PdfTimes;
  readonly window?: WindowTimes;
}
