import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/index.ts';
import { MEDIUM_IDS } from '../../../shared/model/medium.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { patchFrom } from './cell-patch.ts';
import { CABLE_COLUMNS } from './columns.ts';
import { step } from './grid-keys.ts';
import { blockOf, blockText, pastePlan } from './paste-plan.ts';
import { holdingWords, sorted } from './row-order.ts';
import { type TableCable, tableCables } from './table-cable.ts';

const design = buildSample('superpod-su');
const cables = tableCables(design, analyse(design));
const columnOf = (id: string) => CABLE_COLUMNS.find((column) => column.id === id)!;
const textOf = (id: string) => (cable: (typeof cables)[number]) => columnOf(id).text(cable, design);

describe('the rows', () => {
  it('are the cables of the design with what the analysis says', () => {
    expect(cables).toHaveLength(design.cables.size);
    const first = cables[0]!;
    expect(
      ['label', 'a.rack', 'a.unit', 'a.device', 'b.device', 'medium'].map((id) =>
        textOf(id)(first),
      ),
    ).toEqual(['C0001', 'A01', 'U3', 'dgx-01', 'leaf-1', 'MMF']);
    expect(textOf('source')(first)).toBe('estimated');
    expect(Number(textOf('lengthM')(first))).toBeGreaterThan(Number(textOf('path')(first)));
  });

  it('are sorted as people count, those of nothing last either way', () => {
    const column = columnOf('b.device');
    const names = sorted(cables, { column, descending: false }, design).map(textOf('b.device'));
    expect(names[0]).toBe('leaf-1');
    expect(names.indexOf('spine-4')).toBeGreaterThan(names.indexOf('leaf-8'));
    const rails = { column: columnOf('awg'), descending: true };
    const gauges = sorted(cables, rails, design).map(textOf('awg'));
    expect(gauges[0]).toBe('26');
    expect(gauges.at(-1)).toBe('');
  });

  it('are found by all words of the query, in the shown columns only', () => {
    const shown = ['label', 'a.device', 'b.device'].map(columnOf);
    const matching = (query: string) =>
      cables.filter(holdingWords(query, shown, design) ?? (() => true));
    expect(matching('DGX-31 leaf-8').map(textOf('label'))).toHaveLength(1);
    expect(matching('mmf')).toEqual([]);
    expect(holdingWords('  ', shown, design)).toBeNull();
    // What was read before is not told of a cable that has changed, nor after another has given a device its name.
    const [first] = cables;
    const holds = (query: string, one: TableCable, within = design) =>
      holdingWords(query, shown, within)?.(one);
    expect(holds('DGX-31', first!)).toBe(false);
    const { cable } = first!;
    expect(holds('DGX-31', { ...first!, cable: { ...cable, label: 'DGX-31' } })).toBe(true);
    const id = cable.ends.a[0]!.deviceId;
    const device = { ...design.devices.get(id)!, name: 'DGX-31 too' };
    const renamed = { ...design, devices: new Map(design.devices).set(id, device) };
    expect(holds('DGX-31', first!, renamed)).toBe(true);
  });
});

describe('a typed text', () => {
  it('is a change, or says why not', () => {
    expect(patchFrom('lengthM', '6ft')).toEqual({ ok: true, patch: { lengthM: 1.8288 } });
    expect(patchFrom('lengthM', '2,5')).toEqual({ ok: true, patch: { lengthM: 2.5 } });
    expect(patchFrom('lengthM', '')).toEqual({ ok: true, patch: { lengthM: null } });
    expect(patchFrom('colour', 'Blue')).toEqual({ ok: true, patch: { colour: '#2196f3' } });
    expect(patchFrom('medium', 'Passive copper')).toEqual({ ok: true, patch: { medium: 'dac' } });
    expect(patchFrom('rail', '1.5')).toMatchObject({ ok: false });
    expect(patchFrom('medium', 'string')).toMatchObject({ ok: false });
    expect(patchFrom('lengthM', '-3')).toMatchObject({ ok: false });
  });

  it('reads back what every medium, side and status is called', () => {
    for (const id of MEDIUM_IDS) {
      const cable = { ...cables[0]!, cable: { ...cables[0]!.cable, medium: id } };
      expect(patchFrom('medium', textOf('medium')(cable))).toEqual({
        ok: true,
        patch: { medium: id },
      });
    }
    for (const status of ['planned', 'connected', 'decommissioning'] as const) {
      const cable = { ...cables[0]!, cable: { ...cables[0]!.cable, status } };
      expect(patchFrom('status', textOf('status')(cable))).toEqual({ ok: true, patch: { status } });
    }
  });
});

describe('a block', () => {
  it('comes back as it was copied', () => {
    const cell = fc.stringMatching(/^[a-z0-9 "\t\n,;]{0,12}$/);
    const rows = fc.array(fc.tuple(fc.constant('x'), cell, cell), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(rows, (block) => {
        expect(blockOf(blockText(block))).toEqual(block);
      }),
    );
  });

  const place = { shown: cables, rows: cables.slice(2), columns: ['fabric', 'rail'].map(columnOf) };

  it('with headings changes the cables it names, in whatever order', () => {
    const text = 'Bundle\tCable\tStatus\nB1\tC0002\tConnected\nB1\tC0001\tPlanned\n';
    const plan = pastePlan(design, text, place);
    expect(plan.faults).toEqual([]);
    const [first, second] = cables;
    expect(Object.fromEntries(plan.patches)).toEqual({
      [first!.cable.id]: { bundle: 'B1' },
      [second!.cable.id]: { bundle: 'B1', status: 'connected' },
    });
  });

  it('without headings begins at the cell', () => {
    const plan = pastePlan(design, 'storage\t3\nstorage\t4', place);
    expect([...plan.patches]).toEqual([
      [cables[2]!.cable.id, { fabric: 'storage', rail: 3 }],
      [cables[3]!.cable.id, { fabric: 'storage', rail: 4 }],
    ]);
  });

  it('says of every cell that is not understood where and why', () => {
    const text = 'Cable\tMedium\tPath m\tRail\nC0001\tstring\t9\t2\nC9999\tAOC\t\t1';
    const { faults } = pastePlan(design, text, place);
    expect(faults.map(({ line, column, value }) => [line, column, value])).toEqual([
      [2, 'Medium', 'string'],
      [2, 'Path m', '9'],
      [3, 'Cable', 'C9999'],
    ]);
  });

  it('that was copied and pasted back changes nothing', () => {
    const head = CABLE_COLUMNS.map(({ title }) => title);
    const body = cables
      .slice(0, 40)
      .map((cable) => CABLE_COLUMNS.map(({ text }) => text(cable, design)));
    const plan = pastePlan(design, blockText([head, ...body]), place);
    expect(plan).toMatchObject({ changes: [], faults: [] });
  });

  it('keeps what a spreadsheet would run a text, and an apostrophe that was there', () => {
    const noted = ['=SUM(A1)', '-x', "'tis"].map((notes, k) => ({
      ...cables[k]!,
      cable: { ...cables[k]!.cable, notes },
    }));
    const columns = ['label', 'notes'].map(columnOf);
    const body = noted.map((cable) => columns.map(({ text }) => text(cable, design)));
    const text = blockText([columns.map(({ title }) => title), ...body]);
    expect(text).toContain("\t'=SUM(A1)");
    const back = pastePlan(design, text, { shown: noted, rows: noted, columns });
    expect(back).toMatchObject({ changes: [], faults: [] });
  });
});

it('keys stay within the grid when they are held', () => {
  const plain = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
  const size = { rows: 5, columns: 3 };
  expect(step({ ...plain, key: 'End', ctrlKey: true }, { row: 1, column: 1 }, size)).toEqual({
    row: 4,
    column: 2,
  });
  expect(step({ ...plain, key: 'Home' }, { row: 3, column: 2 }, size)).toEqual({
    row: 3,
    column: 0,
  });
  expect(step({ ...plain, key: 'x' }, { row: 0, column: 0 }, size)).toBeNull();
});
