/** What was measured as the lines of a table, beside what it may be. */
import type { AnalysisTimes } from './analysis-times.ts';
import { clusterRows } from './cluster-rows.ts';
import type { ImportTimes } from './import-times.ts';
import { type Row, rounded, row } from './numbers.ts';
import type { Result } from './result.ts';
import type { TypeFileTimes } from './type-library.ts';
import { paintRows, sizesRows, walkRows, windowRows } from './window-rows.ts';

/** The lines of a result. */
export function rowsOf(result: Result): readonly Row[] {
  const { analysis, cluster, comparison, file, library, pdf, sizes, types, walk, window } = result;
  const { parts } = result.pace;
  return [
    ...Object.entries(parts).map(([part, pace]) =>
      row(`machine pace around ${part}, against the reference machine`, rounded(pace), '×'),
    ),
    ...(window ? [...paintRows(window.paint), ...windowRows(window, '', parts.window)] : []),
    ...sizesRows(sizes ?? [], parts.sizes),
    ...(walk ? walkRows(walk, parts.walk) : []),
    ...(file
      ? [
          row('one gesture on disk: p95', file.commitMs.p95, 'ms', 5, parts.file),
          row('reading the file: median', file.readMs.median, 'ms', null, parts.file),
        ]
      : []),
    ...(pdf
      ? [
          row(
            `drawing set as PDF, ${pdf.asked.sheets} sheets`,
            pdf.asked.ms,
            'ms',
            2000,
            parts.pdf,
          ),
          row('drawing set: memory', pdf.asked.peakMb, 'MB', 300),
          row('its export, once its pages are shown', pdf.shownMs, 'ms', 2000, parts.pdf),
          row(
            `drawing set of 1,000 racks, ${pdf.large.sheets} sheets`,
            pdf.large.ms,
            'ms',
            20_000,
            parts.pdf,
          ),
          row('drawing set of 1,000 racks: memory', pdf.large.peakMb, 'MB', 500),
        ]
      : []),
    ...(library ? libraryRows(library, parts.library) : []),
    ...(types ? typeFileRows(types, parts.types) : []),
    ...(result.import ? importRows(result.import, parts.import) : []),
    ...(analysis ? analysisRows(analysis) : []),
    ...(cluster ? clusterRows(cluster) : []),
    ...(comparison
      ? [
          row(
            `comparison of media, ${comparison.scene.cables} cables: median`,
            comparison.compareMs.median,
            'ms',
            1000,
            comparison.compareMs.pace,
          ),
        ]
      : []),
  ];
}

function typeFileRows(types: TypeFileTimes, pace: number | undefined): readonly Row[] {
  const { files, importMsPerFile, importPeakMb, exportMsPerType } = types;
  return [
    row(`import of ${files} types: a file`, importMsPerFile, 'ms', 3, pace),
    row(`import of ${files / 4} types: memory`, importPeakMb.quarter, 'MB'),
    row(`import of ${files} types: memory`, importPeakMb.all, 'MB', 512),
    row(`export of ${files} types: a file`, exportMsPerType, 'ms', null, pace),
  ];
}

function importRows(
  { rows, racks, preview, apply }: ImportTimes,
  pace: number | undefined,
): readonly Row[] {
  const what = `import of ${rows} cables into ${racks} racks`;
  return [
    row(`${what}: preview`, preview.ms, 'ms', null, pace),
    row(`${what}: preview, memory`, preview.peakMb, 'MB'),
    row(`${what}: written`, apply.ms, 'ms', null, pace),
    row(`${what}: written, memory`, apply.peakMb, 'MB'),
  ];
}

function libraryRows(
  library: NonNullable<Result['library']>,
  pace: number | undefined,
): readonly Row[] {
  const { types, saveMs, openMs, entriesMs, prepareMs, keyMs, shownMs, keyToLinesMs } = library;
  return [
    row(`library of ${types} types: all saved at once`, saveMs, 'ms', null, pace),
    row('library: opened and checked, median', openMs.median, 'ms', null, pace),
    row('library: sources held against one another, median', entriesMs.median, 'ms', null, pace),
    row('library: made ready for the search, once', prepareMs, 'ms', null, pace),
    row('library, a key of a search: median', keyMs.median, 'ms', 50, pace),
    row('library, a key of a search: p95', keyMs.p95, 'ms', 50, pace),
    row(
      'library: from the start of the window to its types in the list',
      shownMs,
      'ms',
      null,
      pace,
    ),
    row('library, from a key to its lines painted: median', keyToLinesMs.median, 'ms', 50, pace),
    row('library, from a key to its lines painted: p95', keyToLinesMs.p95, 'ms', 50, pace),
  ];
}

/** A fact of a type is as many edits as there are devices of it: it may take as long as a full analysis. */
const FULL_MS = 1000;
const EDIT_MS = 8;

function analysisRows({ scene, fullMs, edits, growth }: AnalysisTimes): readonly Row[] {
  const hall = `${scene.racks} racks, ${scene.devices} devices, ${scene.cables} cables`;
  const [smallest] = growth;
  return [
    row(`analysis of ${hall}: median`, fullMs.median, 'ms', FULL_MS, fullMs.pace),
    row('analysis, the same: p95', fullMs.p95, 'ms', null, fullMs.pace),
    ...growth.flatMap(({ racks, fullMs: ms, usPerRack, pace }) => [
      row(`analysis of ${racks} racks`, ms, 'ms', null, pace),
      row(`analysis of ${racks} racks, each at reference`, usPerRack, 'µs'),
      row(
        `analysis of ${racks} racks, each against ${smallest?.racks ?? 0} racks`,
        rounded(usPerRack / (smallest?.usPerRack ?? usPerRack)),
        '×',
      ),
    ]),
    ...Object.entries(edits).flatMap(([kind, { median, p95, pace }]) => {
      const budget = kind === 'change a fact of a type' ? FULL_MS : EDIT_MS;
      return [
        row(`edit, ${kind}: median`, median, 'ms', budget, pace),
        row(`edit, ${kind}: p95`, p95, 'ms', null, pace),
      ];
    }),
  ];
}
