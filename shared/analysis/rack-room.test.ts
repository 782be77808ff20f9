import { expect, test } from 'vitest';
import { defaultSettings, designFromRecords } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { roomOf } from './rack-room.ts';

const NOTHING_IN_IT = designFromRecords([defaultSettings('Empty')]);

test('a strip without width, and a manager that is not there, have no limit that could be passed', () => {
  const narrow = roomOf(NOTHING_IN_IT, fixtureRack({ frame: 'four-post', widthMm: 482.6 }));
  expect(narrow.stripSquares).toBe(Number.POSITIVE_INFINITY);
  expect(narrow.managerSquares('nobody')).toBe(Number.POSITIVE_INFINITY);
  const wide = roomOf(NOTHING_IN_IT, fixtureRack({ widthMm: 800 }));
  const wider = roomOf(NOTHING_IN_IT, fixtureRack({ widthMm: 1000 }));
  expect(wide.stripSquares).toBeGreaterThan(0);
  expect(wider.stripSquares).toBeGreaterThan(wide.stripSquares);
});
