/** The design as the analyser keeps it: in place it comes to the same as the immutable one, whatever record is edited. */
import { describe, expect, test } from 'vitest';
import { fixtureArea, fixturePathway } from '../floor/fixture-floor.ts';
import { foundNetwork } from '../found/fixture-found.ts';
import { type Design, recordsOf, USUAL_INPUTS } from '../model/design.ts';
import { applyDiff, type Diff, DiffError, EMPTY_DIFF } from '../model/diff.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { DesignRecord } from '../model/records.ts';
import { design, device, link, twin, workedSwitch } from './fixture-design.ts';
import { analyse, createAnalyser } from './index.ts';
import { WorkingDesign } from './working-design.ts';

/** Of each kind of record one that is not in the design, and what it becomes. */
const EACH: readonly (readonly [DesignRecord, DesignRecord])[] = (
  [
    { kind: 'row', id: 'row-z', name: 'Z', order: 7, place: null },
    fixtureRack({ id: 'rack-z' }),
    workedSwitch({ id: 'type-z' }),
    device('device-z', 30),
    link(9, 'low', 'high'),
    {
      kind: 'picture',
      id: 'picture-z',
      name: 'front.png',
      mime: 'image/png',
      widthPx: 1,
      heightPx: 1,
      data: '',
    },
    {
      kind: 'waiver',
      id: 'waiver-z',
      findingId: 'none',
      reason: 'as built',
      by: 'A',
      on: '2026-11-26',
      numbers: '',
    },
    foundNetwork(['low 1a - high 2a'], { id: 'found-z' }),
    fixtureArea('keep-out', [0, 0, 1000, 1000], { id: 'area-z' }),
    fixturePathway('pathway-z', [
      [0, 0],
      [3000, 0],
    ]),
    { kind: 'cluster', id: 'cluster-z', name: 'Z', spec: '{}' },
  ] as const
).map((record): readonly [DesignRecord, DesignRecord] => {
  if (record.kind === 'cable') return [record, { ...record, label: 'other' }];
  if (record.kind === 'deviceType') return [record, { ...record, model: 'other' }];
  if (record.kind === 'waiver') return [record, { ...record, reason: 'other' }];
  return [record, { ...record, name: 'other' }];
});

const START = design([device('low', 2), device('high', 4), twin(0, 'low', 'high')]);

function plain(of: Pick<Design, 'settings'> & Parameters<typeof recordsOf>[0]): string[] {
  return [...recordsOf(of)].map((record) => JSON.stringify(record)).sort();
}

test.each(EACH)('%o comes, changes and goes', (record, changed) => {
  const analyser = createAnalyser(START);
  let expected = START;
  const edits: readonly Partial<Diff>[] = [
    { added: [record] },
    { updated: [[record, changed]] },
    { removed: [changed] },
  ];
  for (const edit of edits) {
    const diff = { ...EMPTY_DIFF, ...edit };
    expected = applyDiff(expected, diff);
    const analysis = analyser.update(diff);
    expect(plain(analyser.design)).toEqual(plain(expected));
    expect(JSON.stringify(analysis)).toBe(JSON.stringify(analyse(expected)));
  }
  expect(plain(analyser.design)).toEqual(plain(START));
});

describe('what does not fit is refused, and says what', () => {
  test.each(EACH)('%o', (record, changed) => {
    const working = new WorkingDesign(START);
    const says = (diff: Partial<Diff>) => () => working.apply({ ...EMPTY_DIFF, ...diff });
    expect(says({ removed: [record] })).toThrow(`${record.kind} ${record.id} is not there`);
    expect(says({ updated: [[record, changed]] })).toThrow(DiffError);
    working.apply({ ...EMPTY_DIFF, added: [record] });
    expect(says({ added: [record] })).toThrow(`${record.kind} ${record.id} is there already`);
  });

  test('settings change, and never go', () => {
    const working = new WorkingDesign(START);
    const { settings } = START;
    const other = { ...settings, name: 'other' };
    working.apply({ ...EMPTY_DIFF, updated: [[settings, other]] });
    expect(working.settings).toBe(other);
    expect(() => working.apply({ ...EMPTY_DIFF, removed: [other] })).toThrow(
      'settings cannot be removed',
    );
  });
});

describe('an edit', () => {
  test('of a cable that went to the other side takes it from there', () => {
    // A strip of 58.7 mm by 20 mm may be half full: 587 mm² hold 8 of 69.84 mm², so that one of nine goes right.
    const inputs = { ...USUAL_INPUTS, managerDepthMm: 20 };
    const nine = Array.from({ length: 9 }, (_, n) => twin(n, 'low', 'high'));
    const of = (cables: readonly DesignRecord[]) =>
      design([device('low', 10), device('high', 20), ...cables], workedSwitch(), { inputs });
    const strips = ({ pathways }: ReturnType<typeof analyse>) =>
      pathways.map(({ id, cables }) => `${id.split(':').at(-1)} ${cables}`);
    for (const gone of nine) {
      const analyser = createAnalyser(of(nine));
      expect(strips(analyser.analysis)).toEqual(['left 8', 'right 1']);
      const analysis = analyser.update({ ...EMPTY_DIFF, removed: [gone] });
      expect(strips(analysis)).toEqual(['left 8']);
      const rest = nine.filter((one) => one !== gone);
      expect(JSON.stringify(analysis)).toBe(JSON.stringify(analyse(of(rest))));
    }
  });

  test('of a cable to a device that is not there, and of that device', () => {
    const analyser = createAnalyser(START);
    let expected = START;
    const cable = link(5, 'low', 'later');
    const later = device('later', 8);
    const edits: readonly (readonly [Partial<Diff>, dangling: boolean])[] = [
      [{ added: [cable] }, true],
      [{ updated: [[cable, { ...cable, label: 'other' }]] }, true],
      [{ added: [later] }, false],
      [{ removed: [later] }, true],
      [{ removed: [{ ...cable, label: 'other' }] }, false],
    ];
    for (const [edit, dangling] of edits) {
      const diff = { ...EMPTY_DIFF, ...edit };
      expected = applyDiff(expected, diff);
      const analysis = analyser.update(diff);
      expect(analysis.findings.some(({ id }) => id === 'data:ends:dac')).toBe(dangling);
      expect(JSON.stringify(analysis)).toBe(JSON.stringify(analyse(expected)));
    }
  });
});

describe('what is asked about a design', () => {
  test('a device is a switch where the design holds it and its type', () => {
    const node = workedSwitch({ id: 'node', category: 'node' });
    const working = new WorkingDesign(
      design([
        node,
        device('leaf', 2),
        device('host', 4, { typeId: 'node' }),
        device('lost', 6, { typeId: 'gone' }),
        link(0, 'leaf', 'nobody'),
      ]),
    );
    const switches = ['leaf', 'host', 'lost', 'nobody', 'never named'].filter((id) =>
      working.isSwitch(id),
    );
    expect(switches).toEqual(['leaf']);
  });

  test('what nobody named has no mount, no managers and no turned cables', () => {
    const working = new WorkingDesign(START);
    expect(working.mountOf('nobody')).toBeNull();
    expect(working.managersIn('nowhere')).toEqual([]);
    expect(working.turnedIn('nowhere')).toBeUndefined();
    expect([...working.takeTurned('nowhere')]).toEqual([]);
    expect(working.mountOf('low')?.device.id).toBe('low');
  });

  test('a design that was handed in stays as it was', () => {
    const before = plain(START);
    const working = new WorkingDesign(START);
    const low = START.devices.get('low')!;
    working.apply({ ...EMPTY_DIFF, updated: [[low, { ...low, u: 20 }]], added: [device('x', 30)] });
    expect(working.devices.get('low')?.u).toBe(20);
    expect(plain(START)).toEqual(before);
  });
});
