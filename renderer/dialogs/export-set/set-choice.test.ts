import { describe, expect, it } from 'vitest';
import { specimen } from '../../../shared/drawing/specimen.ts';
import { chosenRacks, pagesOf, WHOLE_SET, withRacks, withSheet } from './set-choice.ts';

describe('what of the set is chosen', () => {
  it('keeps the order of print, in whatever order kinds are ticked', () => {
    const none = { ...WHOLE_SET, sheets: [] };
    const both = withSheet(withSheet(none, 'racks', true), 'cover', true);
    expect(both.sheets).toEqual(['cover', 'racks']);
    expect(withSheet(both, 'cover', false).sheets).toEqual(['racks']);
  });

  it('says all where every rack is chosen, and forgets racks that are gone', () => {
    const design = specimen();
    const ids = new Set(design.racks.keys());
    expect(withRacks(design, WHOLE_SET, ids).racks).toBeNull();
    const [first] = ids;
    const one = withRacks(design, WHOLE_SET, new Set([first!]));
    expect(one.racks).toEqual(ids.size === 1 ? null : [first]);
    const gone = { ...WHOLE_SET, racks: [first!, 'rack-gone' as never] };
    expect([...chosenRacks(design, gone)]).toEqual([first]);
  });

  it('comes to the pages of its kinds', () => {
    const counts = Object.fromEntries(WHOLE_SET.sheets.map((kind) => [kind, 2])) as never;
    expect(pagesOf({ ...WHOLE_SET, sheets: ['cover', 'racks'] }, counts)).toBe(4);
    expect(pagesOf(WHOLE_SET, null)).toBeNull();
  });
});
