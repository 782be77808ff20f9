import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixtureArea,
  fixtureFloor,
  fixturePathway,
  fixtureRacks,
  fixtureRow,
} from '../../../shared/floor/fixture-floor.ts';
import { floorPlan } from '../../../shared/floor/floor-plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { applyDiff, reverseDiff } from '../../../shared/model/diff.ts';
import { countingIds } from '../../../shared/model/ids.ts';
import type { Facing } from '../../../shared/model/records.ts';
import type { EditAnswer } from './edit.ts';
import * as edits from './floor-edits.ts';
import { numberRacks } from './number-racks.ts';

const HALL = fixtureFloor(
  fixtureRow('a', 0, { xMm: 1000, yMm: 0, facing: 'south' }),
  fixtureRow('b', 1),
  fixtureRow('c', 2, { xMm: 300, yMm: 9000, facing: 'west' }),
  ...fixtureRacks('a', 3),
  ...fixtureRacks('b', 2),
  ...fixtureRacks('c', 2, { widthMm: 800 }),
  fixtureArea('column', [3000, 0, 400, 400]),
  fixturePathway('tray', [
    [0, 0],
    [3000, 0],
    [3000, 5000],
  ]),
);
const ROWS = ['row-a', 'row-b', 'row-c'];

function made(design: Design, answer: EditAnswer): Design {
  if (!answer.ok) throw new Error(answer.reason.key);
  const after = applyDiff(design, answer.edit.diff);
  expect(applyDiff(after, reverseDiff(answer.edit.diff))).toEqual(design);
  return after;
}

function refusal(answer: EditAnswer): string {
  return answer.ok ? '' : answer.reason.key;
}

const boxOf = (design: Design, rack: string) => floorPlan(design).racks.get(rack)!.box;

describe('moving', () => {
  it('takes rows, areas and pathways along together, and gives a row a place', () => {
    const after = made(
      HALL,
      edits.moveOnFloor(HALL, { rows: ['row-b'], areas: ['column'], pathways: ['tray'] }, 100, -50),
    );
    expect(after.rows.get('row-b')?.place).toEqual({ xMm: 100, yMm: 2350, facing: 'south' });
    expect(after.areas.get('column')).toMatchObject({ xMm: 3100, yMm: -50 });
    expect(after.pathways.get('tray')?.points.at(-1)).toEqual({ xMm: 3100, yMm: 4950 });
    expect(after.rows.get('row-a')).toBe(HALL.rows.get('row-a'));
  });

  it('there and back again is where one was', () => {
    const way = fc.integer({ min: -20_000, max: 20_000 });
    fc.assert(
      fc.property(way, way, (x, y) => {
        const things = { rows: ['row-a', 'row-c'], areas: ['column'], pathways: ['tray'] };
        const there = made(HALL, edits.moveOnFloor(HALL, things, x, y));
        expect(made(there, edits.moveOnFloor(there, things, -x, -y))).toEqual(HALL);
      }),
    );
  });

  it('to a place, or back to where its order puts it', () => {
    const place = { xMm: 5000, yMm: 100, facing: 'east' } as const;
    const there = made(HALL, edits.placeRow(HALL, 'row-b', place));
    expect(there.rows.get('row-b')?.place).toEqual(place);
    expect(made(there, edits.placeRow(there, 'row-b', null))).toEqual(HALL);
    expect(refusal(edits.placeRow(HALL, 'none', null))).toBe('editor.refused.noRow');
  });

  it('beyond what a file holds is refused', () => {
    expect(refusal(edits.moveOnFloor(HALL, { rows: ['row-a'] }, 2e6, 0))).toBe(
      'editor.refused.offPlan',
    );
  });
});

describe('turning a row', () => {
  it('keeps its middle; four quarters are none', () => {
    const once = made(HALL, edits.turnRows(HALL, ['row-a']));
    expect(floorPlan(once).rowOf.get('row-a')).toMatchObject({
      box: { x: 1300, y: -1500, width: 1200, height: 1800 },
      place: { facing: 'west' },
    });
    let design = HALL;
    for (let quarter = 0; quarter < 4; quarter += 1) {
      design = made(design, edits.turnRows(design, ['row-a', 'row-c']));
    }
    expect(design).toEqual(HALL);
  });
});

describe('mirroring a row', () => {
  it('turns fronts about, and leaves every rack where it stands along the row', () => {
    const after = made(HALL, edits.mirrorRows(HALL, ['row-a']));
    for (const rack of ['a1', 'a2', 'a3']) expect(boxOf(after, rack)).toEqual(boxOf(HALL, rack));
    expect(floorPlan(after).racks.get('a1')?.facing).toBe('north');
    expect(
      floorPlan(after)
        .rowOf.get('row-a')
        ?.racks.map(({ rackId }) => rackId),
    ).toEqual(['a3', 'a2', 'a1']);
  });

  it('twice is none, whatever its racks, gaps and place', () => {
    const rack = fc.record({
      widthMm: fc.constantFrom(600, 750, 800),
      depthMm: fc.constantFrom(1000, 1200),
      gapMm: fc.constantFrom(0, 0, 300, 1200),
      turned: fc.boolean(),
      step: fc.integer({ min: 1, max: 4 }),
    });
    const facing = fc.constantFrom<Facing>('north', 'east', 'south', 'west');
    const coordinate = fc.integer({ min: -9000, max: 9000 });
    fc.assert(
      fc.property(
        fc.array(rack, { maxLength: 6 }),
        facing,
        coordinate,
        coordinate,
        (shapes, looks, xMm, yMm) => {
          let order = 0;
          const racks = fixtureRacks('a', shapes.length).map((each, at) => {
            const { step, ...shape } = shapes[at]!;
            order += step;
            return { ...each, ...shape, order };
          });
          const design = fixtureFloor(fixtureRow('a', 0, { xMm, yMm, facing: looks }), ...racks);
          const once = made(design, edits.mirrorRows(design, ['row-a']));
          const along = (of: Design) =>
            racks.map(({ id }) => {
              const { x, y } = boxOf(of, id);
              return looks === 'north' || looks === 'south' ? x : y;
            });
          expect(along(once)).toEqual(along(design));
          expect(made(once, edits.mirrorRows(once, ['row-a']))).toEqual(design);
        },
      ),
    );
  });
});

describe('aligning and spacing', () => {
  it('aligns by the outermost edge', () => {
    const left = made(HALL, edits.alignOnFloor(HALL, { rows: ROWS, areas: ['column'] }, 'left'));
    expect(['a1', 'b1', 'c1'].map((rack) => boxOf(left, rack).x)).toEqual([0, 0, 0]);
    expect(left.areas.get('column')?.xMm).toBe(0);
    const bottom = made(HALL, edits.alignOnFloor(HALL, { rows: ['row-a', 'row-b'] }, 'bottom'));
    expect(['a1', 'b1'].map((rack) => boxOf(bottom, rack).y)).toEqual([1200, 1200]);
    expect(refusal(edits.alignOnFloor(HALL, { rows: ['row-a'] }, 'top'))).toBe(
      'editor.refused.alignTwo',
    );
  });

  it('makes what is clear between rows the same', () => {
    const after = made(HALL, edits.spaceOnFloor(HALL, { rows: ROWS }, 'down'));
    // From −1200 to 10 600, of which 1200 + 1200 + 1600 are taken: 3900 between each.
    expect(boxOf(after, 'a1').y).toBe(-1200);
    expect(boxOf(after, 'b1').y).toBe(3900);
    expect(boxOf(after, 'c1').y).toBe(9000);
    expect(refusal(edits.spaceOnFloor(HALL, { rows: ['row-a', 'row-b'] }, 'down'))).toBe(
      'editor.refused.spaceThree',
    );
  });
});

describe('areas and pathways', () => {
  it('are drawn, changed and taken away', () => {
    const { area, answer } = edits.addArea(countingIds(), {
      ...fixtureArea('room', [0, 0, 9000, 9000]),
      name: 'Hall',
    });
    const drawn = made(HALL, answer);
    expect(drawn.areas.get(area.id)).toEqual(area);
    const wider = made(
      drawn,
      edits.changeAreas(drawn, [area.id], { widthMm: 12_000, contained: true }),
    );
    expect(wider.areas.get(area.id)).toMatchObject({
      widthMm: 12_000,
      contained: true,
      name: 'Hall',
    });
    const none = made(
      wider,
      edits.removeFromFloor(wider, { areas: [area.id], pathways: ['tray'] }),
    );
    expect([...none.areas.keys()]).toEqual(['column']);
    expect(none.pathways.size).toBe(0);
  });

  it('that cannot be are refused', () => {
    expect(refusal(edits.changeAreas(HALL, ['column'], { widthMm: 0 }))).toBe(
      'editor.refused.areaSize',
    );
    const slanted = [
      { xMm: 0, yMm: 0 },
      { xMm: 100, yMm: 100 },
    ];
    expect(refusal(edits.changePathways(HALL, ['tray'], { points: slanted }))).toBe(
      'editor.refused.pathwayPoints',
    );
    expect(
      refusal(
        edits.addPathway(countingIds(), { ...HALL.pathways.get('tray')!, points: [] }).answer,
      ),
    ).toBe('editor.refused.pathwayPoints');
    expect(refusal(edits.removeFromFloor(HALL, {}))).toBe('editor.refused.nothingSelected');
  });
});

describe('numbering racks', () => {
  it('counts along the row, from either end', () => {
    const left = made(
      HALL,
      numberRacks(HALL, 'row-a', { pattern: '{row}-##', from: 9, fromRight: false }),
    );
    expect(['a1', 'a2', 'a3'].map((id) => left.racks.get(id)?.name)).toEqual([
      'A-09',
      'A-10',
      'A-11',
    ]);
    const right = made(
      HALL,
      numberRacks(HALL, 'row-a', { pattern: 'R#', from: 1, fromRight: true }),
    );
    expect(['a1', 'a2', 'a3'].map((id) => right.racks.get(id)?.name)).toEqual(['R3', 'R2', 'R1']);
  });

  it('refuses a name that another row has, and a pattern without a number', () => {
    const numbers = { from: 1, fromRight: false };
    expect(refusal(numberRacks(HALL, 'row-a', { ...numbers, pattern: 'B#' }))).toBe(
      'editor.refused.rackName',
    );
    expect(refusal(numberRacks(HALL, 'row-a', { ...numbers, pattern: 'B' }))).toBe(
      'editor.refused.noNumber',
    );
  });
});
