/** Lines of cables are kept through edits: whatever is edited, they are those of a design that nobody has seen before. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RANDOM_DESIGN } from '../analysis/fixture-random.ts';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff, type Diff } from '../model/diff.ts';
import type { Cable, Device } from '../model/records.ts';
import { routesInRack } from '../routing/index.ts';
import { cableStrokes } from './cable-strokes.ts';
import { layoutDesign } from './layout.ts';
import { drawnTrayStrokes, trayStrokes } from './tray-strokes.ts';

/** All lines, on the racks and over them. */
function linesOf(design: Design): unknown {
  const layout = layoutDesign(design, 'both');
  return {
    onRacks: [...design.racks.keys()].map((id) => cableStrokes(design, id)),
    over: layout.rows.map(({ rowId }) => trayStrokes(design, layout, rowId)),
  };
}

function unseen(design: Design): Design {
  return designFromRecords(structuredClone([...recordsOf(design)]));
}

const EDIT = fc.record({
  at: fc.nat(40),
  u: fc.integer({ min: 1, max: 40 }),
  what: fc.constantFrom('move', 'turn', 'remove', 'side', 'lead', 'relabel', 'unplug', 'rack'),
});
type Edit = typeof EDIT extends fc.Arbitrary<infer T> ? T : never;

function diffOf(design: Design, { at, u, what }: Edit): Diff | null {
  const devices = [...design.devices.values()];
  const cables = [...design.cables.values()];
  const device = devices[at % Math.max(1, devices.length)];
  const cable = cables[at % Math.max(1, cables.length)];
  const of = (next: Partial<Device>): Diff | null =>
    device ? { added: [], updated: [[device, { ...device, ...next }]], removed: [] } : null;
  const by = (next: Partial<Cable>): Diff | null =>
    cable ? { added: [], updated: [[cable, { ...cable, ...next }]], removed: [] } : null;
  switch (what) {
    case 'move':
      return of({ u });
    case 'turn':
      return of({ face: device?.face === 'front' ? 'rear' : 'front' });
    case 'rack':
      return of({ rackId: device?.rackId === 'rack-1' ? 'rack-2' : 'rack-1' });
    case 'remove':
      return device ? { added: [], updated: [], removed: [device] } : null;
    case 'side':
      return by({ side: u % 2 === 0 ? 'left' : 'right' });
    case 'lead':
      return by({ waypoints: [{ rackId: 'rack-2', face: 'front', xMm: 20, yMm: 44 * u }] });
    case 'relabel':
      return by({ label: `C${u}` });
    case 'unplug':
      return cable ? { added: [], updated: [], removed: [cable] } : null;
  }
}

test('after any edits the lines are those of the same design, found anew', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, fc.array(EDIT, { minLength: 1, maxLength: 6 }), (drawn, edits) => {
      let design = drawn.full;
      linesOf(design);
      for (const edit of edits) {
        const diff = diffOf(design, edit);
        if (!diff) continue;
        design = applyDiff(design, diff);
        expect(linesOf(design)).toEqual(linesOf(unseen(design)));
      }
    }),
    { numRuns: 120 },
  );
});

test('an edit in one rack leaves the lines of racks that it does not lead to as they are', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      const alone = [...full.cables.values()].filter(({ ends }) =>
        [...ends.a, ...ends.b].every(
          ({ deviceId }) => full.devices.get(deviceId)?.rackId === 'rack-1',
        ),
      );
      const design = { ...full, cables: new Map(alone.map((cable) => [cable.id, cable])) };
      const runs = routesInRack(design, 'rack-1');
      const moved = [...design.devices.values()].find(({ rackId }) => rackId === 'rack-2');
      if (!moved) return;
      const diff: Diff = { added: [], updated: [[moved, { ...moved, u: 40 }]], removed: [] };
      expect(routesInRack(applyDiff(design, diff), 'rack-1')).toBe(runs);
    }),
    { numRuns: 20 },
  );
});

test('only what was asked for of this design and layout is drawn', () => {
  const [{ full } = { full: null }] = fc.sample(RANDOM_DESIGN, { numRuns: 1, seed: 7 });
  const design = full!;
  const layout = layoutDesign(design, 'both');
  expect(drawnTrayStrokes(design, layout)).toEqual([]);
  const [row] = layout.rows;
  const strokes = trayStrokes(design, layout, row!.rowId);
  expect(drawnTrayStrokes(design, layout)).toEqual([strokes]);
  expect(drawnTrayStrokes(design, layoutDesign(design, 'front'))).toEqual([]);
});
