/** The schedules as files of comma-separated values. */
import type { Analysis } from '../../shared/analysis/types.ts';
import { csvFile } from '../../shared/formats/written-table.ts';
import type { Design } from '../../shared/model/design.ts';
import { scheduleTables } from '../../shared/schedules/schedule-tables.ts';
import { exportTexts } from './export-texts.ts';

/**
 * Writes `cable-schedule.csv`, `devices.csv`, `racks.csv`, `bom.csv` and `findings.csv` into a folder, which is
 * made when it does not exist; all of them appear, or none.
 * @returns the names of the files
 */
export function exportCsv(design: Design, analysis: Analysis, folder: string): Promise<string[]> {
  return exportTexts(scheduleTables(design, analysis).map(csvFile), folder);
}
