/** Lists for other programs and for people, each in its files: NetBox, P2P, NVIDIA's validation, a workbook. */
import type { Analysis } from '../../shared/analysis/types.ts';
import {
  csvFile,
  exportNetbox,
  type NetboxVersion,
  nvidiaReport,
  nvidiaSheets,
  p2pList,
} from '../../shared/formats/index.ts';
import { endLabels } from '../../shared/labels/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { scheduleTables } from '../../shared/schedules/schedule-tables.ts';
import { exportTexts } from './export-texts.ts';
import { exportWorkbook } from './export-workbook.ts';
import { writeFolder } from './write-folder.ts';
import { writeTextWhole } from './write-whole.ts';

/** What was written: the files by name, and what a person should know of them. */
export interface WrittenLists {
  readonly files: readonly string[];
  readonly report: string;
}

/** The tables of NetBox's import, of one of its versions, into a folder. */
export async function exportNetboxLists(
  design: Design,
  folder: string,
  version: NetboxVersion,
): Promise<WrittenLists> {
  const texts = exportNetbox(design, version);
  const report = texts.find(({ name }) => name === 'README.txt')?.text ?? '';
  return { files: await exportTexts(texts, folder), report };
}

/** Plenum's own list of cables, one file of comma-separated values. */
export async function exportP2p(design: Design, analysis: Analysis, path: string): Promise<void> {
  const lengths = new Map(analysis.cables.map((row) => [row.id, row]));
  const list = p2pList(design, lengths, (cable) =>
    endLabels(design, cable, lengths.get(cable.id)?.lengthM ?? null),
  );
  await writeTextWhole(path, csvFile(list).text);
}

/** The sheets of NVIDIA's cable validation, each as CSV and all of a version in a workbook, into a folder. */
export async function exportNvidia(design: Design, folder: string): Promise<WrittenLists> {
  const sheets = nvidiaSheets(design);
  const { ethernet, infiniband, nodes, links } = sheets;
  const report = nvidiaReport(design.settings.name, sheets);
  const files = [
    { ...csvFile(ethernet), name: 'p2p-ethernet.csv' },
    { ...csvFile(infiniband), name: 'p2p-infiniband.csv' },
    { ...csvFile(nodes), name: 'nodes.csv' },
    { ...csvFile(links), name: 'links.csv' },
    { name: 'README.txt', text: report },
  ].map(({ name, text }) => ({ name, write: (place: string) => writeTextWhole(place, text) }));
  const workbooks = [
    { name: 'p2p.xlsx', write: (place: string) => exportWorkbook([ethernet, infiniband], place) },
    { name: 'nodes-links.xlsx', write: (place: string) => exportWorkbook([nodes, links], place) },
  ];
  return { files: await writeFolder(folder, [...files, ...workbooks]), report };
}

/** The schedules, the bill of materials and the findings as the sheets of one workbook. */
export function exportSchedules(design: Design, analysis: Analysis, path: string): Promise<void> {
  return exportWorkbook(scheduleTables(design, analysis), path);
}
