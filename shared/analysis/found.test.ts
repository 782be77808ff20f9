import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { analyseWithFixes, FixWorkshop } from '../fixes/index.ts';
import { foundNetwork } from '../found/fixture-found.ts';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff, type Diff, EMPTY_DIFF, reverseDiff } from '../model/diff.ts';
import type { Cable, FoundNetwork } from '../model/records.ts';
import { design, device, link } from './fixture-design.ts';
import { analyse, createAnalyser } from './index.ts';
import type { Analysis, Finding } from './types.ts';

/** Two devices with four cables between them, port na to port na. */
function drawn(...found: readonly FoundNetwork[]): Design {
  const cables = [0, 1, 2, 3].map((n) => link(n, 'low', 'high'));
  return design([device('low', 2), device('high', 4), ...cables, ...found]);
}

/** One of each: 1a is right, 2a and 3a are swapped, 4a is missing, 5a is extra. */
const EACH = foundNetwork([
  'low 1a - high 1a (degraded)',
  'low 2a - high 3a',
  'low 3a - high 2a',
  'low 5a - high 5a',
  'someone 1 - low 6a',
]);

function foundOnly({ findings }: Analysis): readonly Finding[] {
  return findings.filter(({ id }) => /^(found|data:found)/.test(id));
}

test('each difference is a finding with its subjects, its line and its words', () => {
  const findings = foundOnly(analyse(drawn(EACH)));
  expect(findings.map(({ id, severity }) => [severity, id])).toEqual([
    ['error', 'found:swapped:found-1:cable-2|cable-3'],
    ['warning', 'found:missing:found-1:cable-4'],
    ['warning', 'found:degraded:found-1:cable-1'],
    ['warning', 'found:extra:found-1:high/port-4a|low/port-4a'],
    ['note', 'data:found-name:found-1:someone'],
  ]);
  const [swapped, missing, degraded, extra, name] = findings;
  expect(swapped?.message).toBe(
    'C2, C3 are in each other’s place in fabric.txt: low 2a with high 3a, and low 3a with high 2a (line 2 / line 3).',
  );
  expect(swapped?.subjects.map(({ kind, id }) => `${kind} ${id}`)).toEqual([
    'cable cable-2',
    'cable cable-3',
    'device low',
    'device high',
  ]);
  expect(missing?.message).toBe(
    'C4 from low 4a to high 4a is drawn, but fabric.txt does not have it.',
  );
  expect(degraded?.message).toContain('runs slower than it could in fabric.txt (line 1)');
  expect(extra?.message).toContain('fabric.txt (line 4) has a link from low 5a to high 5a');
  expect(name?.message).toContain('fabric.txt names someone in 1 link');
  expect(name?.missing).toEqual(['which device someone is']);
});

test('ports that a device does not have are one finding, of which the first few are named', () => {
  const links = Array.from({ length: 30 }, (_, n) => `low x${n} - high 9a`);
  const finding = foundOnly(analyse(drawn(foundNetwork(links)))).find(({ id }) =>
    id.startsWith('data:found-ports'),
  );
  expect(finding?.values['count']).toMatchObject({ value: 30 });
  expect(finding?.values['ports']).toMatchObject({ value: expect.stringMatching(/^x0, x1, .*x7/) });
  expect(finding?.values['ports']).not.toMatchObject({ value: expect.stringContaining('x8') });
});

test('as many as go into one sentence are named in full', () => {
  const names = (count: number): unknown => {
    const links = Array.from({ length: count }, (_, n) => `low x${n} - high 9a`);
    const finding = foundOnly(analyse(drawn(foundNetwork(links)))).find(({ id }) =>
      id.startsWith('data:found-ports'),
    );
    return (finding?.values['ports'] as { value: unknown } | undefined)?.value;
  };
  expect(names(1)).toBe('x0');
  expect(names(8)).toBe('x0, x1, x2, x3, x4, x5, x6, x7');
  expect(names(9)).toBe('x0, x1, x2, x3, x4, x5, x6, x7 and 1 more');
});

test('a file without lines names no place, a cable without a label its id', () => {
  const base = foundNetwork(['low 1a - high 1a', 'low 2a - high 3a', 'low 3a - high 2a']);
  const network = { ...base, links: base.links.map((each) => ({ ...each, note: '' })) };
  const bare = [1, 2, 3].map((n) => link(n, 'low', 'high', { label: '' }));
  const of = design([
    device('low', 2),
    device('high', 4),
    link(0, 'low', 'high'),
    ...bare,
    network,
  ]);
  const [swapped, missing] = foundOnly(analyse(of));
  expect(swapped?.values['names']).toMatchObject({ value: 'cable-2, cable-3' });
  expect(missing?.message).toContain('cable-4');
  const strange = { ...network, links: [{ ...network.links[0]!, a: { device: 'x', port: '' } }] };
  const finding = foundOnly(analyse(design([device('low', 2), device('high', 4), strange]))).find(
    ({ id }) => id.startsWith('data:found-name'),
  );
  expect(finding?.values['place']).toMatchObject({ value: expect.stringMatching(/\S/) });
});

describe('fixes', () => {
  function fixesOf(start: Design, id: string) {
    const analyser = createAnalyser(start);
    const finding = analyser.analysis.findings.find((each) => each.id === id);
    if (!finding) throw new Error(`no finding ${id}`);
    return new FixWorkshop(analyser).fixesFor(finding);
  }

  test.each([
    ['found:swapped:found-1:cable-2|cable-3', 'Draw C2, C3 as they were found'],
    ['found:missing:found-1:cable-4', 'Take C4 out of the drawing'],
    ['found:extra:found-1:high/port-4a|low/port-4a', 'Draw the cable from low 5a to high 5a'],
    ['data:found-name:found-1:someone', null],
  ])('%s: %s', (id, label) => {
    const start = drawn(EACH);
    const fixes = fixesOf(start, id);
    if (label === null) {
      expect(fixes).toEqual([]);
      return;
    }
    expect(fixes[0]?.action).toContain(label);
    const after = analyse(applyDiff(start, fixes[0]?.diff ?? EMPTY_DIFF));
    expect(after.findings.some((finding) => finding.id === id)).toBe(false);
  });

  test('a swap puts the far ends where they were found', () => {
    const start = drawn(EACH);
    const [fix] = fixesOf(start, 'found:swapped:found-1:cable-2|cable-3');
    const after = applyDiff(start, fix?.diff ?? EMPTY_DIFF);
    const ends = ['cable-2', 'cable-3'].map((id) => after.cables.get(id)?.ends);
    expect(ends.map((each) => [each?.a[0]?.portId, each?.b[0]?.portId])).toEqual([
      ['port-1a', 'port-2a'],
      ['port-2a', 'port-1a'],
    ]);
  });

  test('a name that is nearly one is offered as an alias', () => {
    const start = drawn(foundNetwork(['lo 1a - high 1a']));
    const [fix] = fixesOf(start, 'data:found-name:found-1:lo');
    expect(fix?.action).toBe('Take lo for low');
    const network = applyDiff(start, fix?.diff ?? EMPTY_DIFF).found.get('found-1');
    expect(network?.aliases).toEqual([{ name: 'lo', deviceId: 'low' }]);
  });

  test('they stand in the analysis with fixes', () => {
    const { findings } = analyseWithFixes(drawn(EACH));
    expect(findings.find(({ rule }) => rule === 'found')?.fixes[0]?.label).toContain(
      'as they were',
    );
  });
});

describe('laws', () => {
  const PORT = fc.integer({ min: 1, max: 6 });
  const NAME = fc.constantFrom('low', 'high', 'mid', 'other');
  const STATE = fc.constantFrom('', '', '', ' (degraded)', ' (down)');
  const LINK = fc
    .tuple(NAME, PORT, NAME, PORT, STATE)
    .map(([a, m, b, n, state]) => `${a} ${m}a - ${b} ${n}a${state}`);
  const NETWORK = fc
    .tuple(fc.array(LINK, { maxLength: 8 }), fc.constantFrom('found-1', 'found-2'))
    .map(([links, id]) => foundNetwork(links, { id }));
  const EDIT = fc.record({ what: fc.nat(9), which: fc.nat(20), network: NETWORK, port: PORT });

  function diffOf(start: Design, { what, which, network, port }: Edit): Diff {
    const cables = [...start.cables.values()];
    const cable = cables[which % Math.max(1, cables.length)];
    const place = device('mid', 8);
    const there = start.found.get(network.id);
    const change = (before: Cable, after: Cable): Diff => ({
      ...EMPTY_DIFF,
      updated: [[before, after]],
    });
    if (what <= 2)
      return there
        ? { ...EMPTY_DIFF, updated: [[there, network]] }
        : { ...EMPTY_DIFF, added: [network] };
    if (what === 3 && there) return { ...EMPTY_DIFF, removed: [there] };
    if (what === 4 && cable) return { ...EMPTY_DIFF, removed: [cable] };
    if (what === 5 && cable) return change(cable, { ...cable, label: `L${which}` });
    if (what === 6 && cable) {
      const b = [{ deviceId: 'high', portId: `port-${port + 6}a` }];
      return change(cable, { ...cable, ends: { ...cable.ends, b } });
    }
    if (what === 7) {
      const low = start.devices.get('low');
      if (low)
        return {
          ...EMPTY_DIFF,
          updated: [[low, { ...low, name: ['low', 'mid', 'x'][which % 3]! }]],
        };
    }
    if (what === 8 && !start.devices.has('mid')) return { ...EMPTY_DIFF, added: [place] };
    const high = start.devices.get('high');
    return high
      ? { ...EMPTY_DIFF, updated: [[high, { ...high, u: 10 + (which % 5) }]] }
      : EMPTY_DIFF;
  }
  interface Edit {
    readonly what: number;
    readonly which: number;
    readonly network: FoundNetwork;
    readonly port: number;
  }

  const plain = (analysis: Analysis): unknown => JSON.parse(JSON.stringify(analysis));

  test('edit by edit it says what it says from scratch, and back', () => {
    fc.assert(
      fc.property(fc.array(EDIT, { minLength: 1, maxLength: 8 }), (edits) => {
        let now = drawn(EACH);
        const analyser = createAnalyser(now);
        const done: Diff[] = [];
        for (const edit of edits) {
          const diff = diffOf(now, edit);
          now = applyDiff(now, diff);
          done.push(diff);
          expect(plain(analyser.update(diff))).toEqual(plain(analyse(now)));
        }
        for (const diff of done.reverse()) analyser.update(reverseDiff(diff));
        expect(plain(analyser.analysis)).toEqual(plain(analyse(drawn(EACH))));
      }),
      { numRuns: 60 },
    );
  });

  test('the order of records and links changes nothing but which line is named', () => {
    fc.assert(
      fc.property(
        NETWORK,
        fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
        (network, order) => {
          const start = drawn(network);
          const shuffled = [...recordsOf(start)]
            .map((record, n) => ({ record, key: order[n % order.length]! }))
            .sort((a, b) => a.key - b.key)
            .map(({ record }) => record);
          expect(plain(analyse(designFromRecords(shuffled)))).toEqual(plain(analyse(start)));
        },
      ),
      { numRuns: 40 },
    );
  });

  test('an edit that does not touch what is compared leaves the very findings', () => {
    const analyser = createAnalyser(drawn(EACH));
    const before = analyser.sources.filter(({ rule }) => rule === 'found');
    const high = analyser.design.devices.get('high')!;
    analyser.update({ ...EMPTY_DIFF, updated: [[high, { ...high, u: 20 }]] });
    const after = analyser.sources.filter(({ rule }) => rule === 'found');
    expect(after.every((source, n) => source === before[n])).toBe(true);
    expect(after).toHaveLength(before.length);
  });
});
