import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import readXlsxFile from 'read-excel-file/node';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { analyse } from '../../shared/analysis/index.ts';
import { billOfMaterials } from '../../shared/bom/index.ts';
import { readText } from '../../shared/formats/recognise.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { exportNvidia, exportP2p, exportSchedules } from './export-lists.ts';
import { exportWorkbook } from './export-workbook.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plenum-lists-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const design = buildSample('superpod-su');
const analysis = analyse(design);
const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
const linesOf = (name: string): readonly string[] => read(name).trimEnd().split('\r\n');

test('the cable list has a row a link, of every cable, with its ordered length', async () => {
  const path = join(folder, 'p2p.csv');
  await exportP2p(design, analysis, path);
  const [head = '', ...rows] = linesOf('p2p.csv');
  expect(head).toMatch(
    /^cable_id,bundle,fabric,status,src_row,src_rack,src_u,src_face,src_device,/,
  );
  expect(rows).toHaveLength(analysis.counts.links);
  const columns = head.split(',');
  const at = (row: string, name: string): string => row.split(',')[columns.indexOf(name)] ?? '';
  expect(new Set(rows.map((row) => at(row, 'cable_id'))).size).toBe(analysis.counts.cables);
  const [first = ''] = rows;
  const cable = analysis.cables.find(({ label }) => label === at(first, 'cable_id'));
  expect(Number(at(first, 'length_m'))).toBe(cable?.lengthM);
  expect(at(first, 'length_source')).toBe('estimated');
  expect(at(first, 'src_connector')).toBe('OSFP');
  expect(at(first, 'label_a')).not.toBe('');
});

describe('the sheets of NVIDIA’s validation', () => {
  test('InfiniBand by adapters, Ethernet by names, nodes once, and what is left out', async () => {
    const { files, report } = await exportNvidia(design, folder);
    expect([...files].sort()).toEqual(readdirSync(folder).sort());
    const infiniband = linesOf('p2p-infiniband.csv');
    expect(infiniband[0]).toBe('Rack,U,Name,HCA/Port,Rack,U,Name,Port');
    expect(infiniband[1]).toMatch(/^A\d\d,[\d.]+,dgx-\d\d,[1-8],A\d\d,[\d.]+,leaf-\d,\d+\/[12]$/);
    expect(linesOf('p2p-ethernet.csv')[0]).toBe(
      'A-Rack,A-U,A-Node Name,A-Type,A-Port,Z-Rack,Z-RU,Z-Node Name,Z-Type,Z-Port',
    );
    const links = linesOf('links.csv').slice(1);
    expect(links).toHaveLength(analysis.counts.links);
    expect(links.every((line) => /,(ib|ethernet),/.test(line))).toBe(true);
    const nodes = linesOf('nodes.csv').slice(1);
    expect(new Set(nodes).size).toBe(nodes.length);
    expect(nodes.filter((line) => line.includes(',Host,')).length).toBeGreaterThanOrEqual(31);
    expect(report).toContain(`${links.length} links`);
  });

  test('they are read again as what they are', async () => {
    await exportNvidia(design, folder);
    const kinds = ['p2p-infiniband.csv', 'links.csv', 'nodes.csv'].map((name) =>
      readText(read(name)),
    );
    expect(kinds.map(({ kind }) => kind)).toEqual(['p2p', 'p2p', 'nodes']);
    for (const { content } of kinds) expect(content).toMatchObject({ rows: { faults: [] } });
    const sheets = await readXlsxFile(join(folder, 'nodes-links.xlsx'));
    expect(sheets.map(({ sheet }) => sheet)).toEqual(['Nodes', 'Links']);
  });
});

describe('workbooks', () => {
  test('every schedule is a sheet, numbers are numbers, and the bill adds up', async () => {
    const path = join(folder, 'schedules.xlsx');
    await exportSchedules(design, analysis, path);
    const sheets = await readXlsxFile(path);
    expect(sheets.map(({ sheet }) => sheet)).toEqual([
      'cable-schedule',
      'devices',
      'racks',
      'bom',
      'findings',
    ]);
    const [cables = [], , , bom = []] = sheets.map(({ data }) => data);
    expect(cables).toHaveLength(analysis.counts.cables + 1);
    const order = cables[0]?.indexOf('order_m') ?? -1;
    expect(cables.slice(1).map((row) => row[order])).toEqual(
      analysis.cables.map((row) => row.lengthM),
    );
    const count = bom[0]?.indexOf('count') ?? -1;
    const total = bom.slice(1).reduce((sum, row) => sum + Number(row[count]), 0);
    const lines = billOfMaterials(design, analysis);
    expect(total).toBe(lines.reduce((sum, { drawn }) => sum + drawn, 0));
  });

  test('text that looks like a formula stays text, and no character breaks the file', async () => {
    const path = join(folder, 'odd.xlsx');
    const odd = [
      '=1+1',
      '+SUM(A1)',
      '@x',
      '-cmd',
      '服务器 Ünïcode',
      '00123',
      'a\u0000b\u0008',
      'x\ny',
    ];
    const table = {
      name: 'a/b:c*'.repeat(9),
      columns: ['text', 'number'],
      rows: odd.map((t) => [t, 1.5]),
    };
    await exportWorkbook([table], path);
    const [written] = await readXlsxFile(path);
    const rows = written?.data ?? [];
    expect(rows.slice(1).map(([text]) => text)).toEqual([...odd.slice(0, 6), 'ab', 'x\ny']);
    expect(rows[1]?.[1]).toBe(1.5);
    expect(written?.sheet.length).toBeLessThanOrEqual(31);
  });
});
