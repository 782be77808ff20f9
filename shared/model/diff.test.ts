import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Design, emptyDesign, recordsOf } from './design.ts';
import { applyDiff, type Diff, DiffError, EMPTY_DIFF, reverseDiff, squashDiffs } from './diff.ts';
import { fixtureRack } from './fixture-rack.ts';
import type { Area, Cluster, Pathway, Rack, Row } from './records.ts';

/** The design as text that does not depend on the order in which its records came. */
function canonical(design: Design): string {
  const lines = [...recordsOf(design)].map((record) => JSON.stringify(record));
  return lines.sort().join('\n');
}

const rack = (id: string, name: string): Rack => fixtureRack({ id, name });

interface Step {
  readonly what: 'add' | 'rename' | 'remove' | 'settings' | 'floor';
  readonly which: number;
  readonly name: string;
}

const steps = fc.array(
  fc.record<Step>({
    what: fc.constantFrom('add', 'rename', 'remove', 'settings', 'floor'),
    which: fc.nat({ max: 5 }),
    name: fc.string({ maxLength: 6 }),
  }),
  { maxLength: 30 },
);

/** What stands on the floor, one of each kind by turns. */
function floorRecord(which: number, name: string): Area | Pathway | Cluster {
  const id = `floor-${which}`;
  const size = { xMm: which, yMm: 0, widthMm: 600, depthMm: 600 };
  switch (which % 3) {
    case 0:
      return { kind: 'area', id, name, purpose: 'column', contained: false, ...size };
    case 1: {
      const points = [0, 1000].map((xMm) => ({ xMm, yMm: which }));
      const channel = { widthMm: 300, heightMm: 100, riseMm: 300 };
      return { kind: 'pathway', id, name, level: 'underfloor', points, ...channel };
    }
    default:
      return { kind: 'cluster', id, name, spec: '{}' };
  }
}

/** Puts the record there, or takes away one of that name, or names it anew. */
function floorDiff(design: Design, which: number, name: string): Diff {
  const record = floorRecord(which, name);
  const there = [...recordsOf(design)].find(
    ({ kind, id }) => kind === record.kind && id === record.id,
  );
  if (!there) return { ...EMPTY_DIFF, added: [record] };
  if ('name' in there && there.name === name) return { ...EMPTY_DIFF, removed: [there] };
  return { ...EMPTY_DIFF, updated: [[there, record]] };
}

/** The diff a step makes of this design; one of a rack that is not there changes nothing. */
function diffOf(design: Design, { what, which, name }: Step): Diff {
  const id = `rack-${which}`;
  const there = design.racks.get(id);
  if (what === 'settings') {
    return { ...EMPTY_DIFF, updated: [[design.settings, { ...design.settings, name }]] };
  }
  if (what === 'floor') return floorDiff(design, which, name);
  if (what === 'add') return there ? EMPTY_DIFF : { ...EMPTY_DIFF, added: [rack(id, name)] };
  if (!there) return EMPTY_DIFF;
  if (what === 'remove') return { ...EMPTY_DIFF, removed: [there] };
  return { ...EMPTY_DIFF, updated: [[there, { ...there, name }]] };
}

function play(from: Design, plan: readonly Step[]): { last: Design; diffs: Diff[] } {
  const diffs: Diff[] = [];
  let last = from;
  for (const step of plan) {
    const diff = diffOf(last, step);
    diffs.push(diff);
    last = applyDiff(last, diff);
  }
  return { last, diffs };
}

describe('the laws of diffs', () => {
  it('reversing twice is doing nothing', () => {
    fc.assert(
      fc.property(steps, (plan) => {
        for (const diff of play(emptyDesign('x'), plan).diffs) {
          expect(reverseDiff(reverseDiff(diff))).toEqual(diff);
        }
      }),
    );
  });

  it('the reversed diffs, last first, bring the first design back', () => {
    fc.assert(
      fc.property(steps, (plan) => {
        const first = emptyDesign('x');
        const { last, diffs } = play(first, plan);
        const back = diffs
          .toReversed()
          .reduce((design, diff) => applyDiff(design, reverseDiff(diff)), last);
        expect(canonical(back)).toBe(canonical(first));
      }),
    );
  });

  it('one squashed diff does what all of them did', () => {
    fc.assert(
      fc.property(steps, (plan) => {
        const first = emptyDesign('x');
        const { last, diffs } = play(first, plan);
        const one = diffs.reduce(squashDiffs, EMPTY_DIFF);
        expect(canonical(applyDiff(first, one))).toBe(canonical(last));
        expect(canonical(applyDiff(last, reverseDiff(one)))).toBe(canonical(first));
      }),
    );
  });

  it('tables that a diff does not touch are shared', () => {
    const first = emptyDesign('x');
    const after = applyDiff(first, { ...EMPTY_DIFF, added: [rack('rack-1', 'A01')] });
    expect(after.devices).toBe(first.devices);
    expect(after.rows).toBe(first.rows);
    expect(first.racks.size).toBe(0);
  });

  it('a diff that does not fit is refused', () => {
    const design = applyDiff(emptyDesign('x'), { ...EMPTY_DIFF, added: [rack('rack-1', 'A01')] });
    const row: Row = { kind: 'row', id: 'row-9', name: 'Z', order: 0, place: null };
    expect(() => applyDiff(design, { ...EMPTY_DIFF, added: [rack('rack-1', 'B')] })).toThrow(
      DiffError,
    );
    expect(() => applyDiff(design, { ...EMPTY_DIFF, removed: [rack('rack-2', 'B')] })).toThrow(
      DiffError,
    );
    expect(() => applyDiff(design, { ...EMPTY_DIFF, updated: [[row, row]] })).toThrow(DiffError);
  });
});
