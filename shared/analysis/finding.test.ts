import { describe, expect, test } from 'vitest';
import { defaultSettings } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { compareIds, subjectOf } from './finding.ts';
import { device, twin, workedSwitch } from './fixture-design.ts';

describe('the subject of a finding', () => {
  test('is called as a person calls the record', () => {
    expect(subjectOf(defaultSettings('hall'))).toMatchObject({ kind: 'settings', name: 'hall' });
    expect(subjectOf({ kind: 'row', id: 'r', name: 'A', order: 0, place: null }).name).toBe('A');
    expect(subjectOf(fixtureRack()).name).toBe('A01');
    expect(subjectOf(device('leaf', 1)).name).toBe('leaf');
    expect(subjectOf(workedSwitch({ manufacturer: 'Acme' })).name).toBe('Acme Worked');
    expect(subjectOf(workedSwitch({ manufacturer: '' })).name).toBe('Worked');
    const waiver = { findingId: 'x', reason: 'known', by: 'A. Ng', on: '2026-11-26', numbers: '' };
    expect(subjectOf({ kind: 'waiver', id: 'w', ...waiver }).name).toBe('known');
  });

  test('is a cable by its label, and by its id where it has none', () => {
    expect(subjectOf(twin(0, 'a', 'b')).name).toBe('C1');
    expect(subjectOf(twin(0, 'a', 'b', { label: '' })).name).toBe('cable-1');
  });
});

test('ids stand shorter first, then by letters', () => {
  const ids = ['cable-12', 'cable-2', 'b', 'cable-1', 'a'];
  expect(ids.sort(compareIds)).toEqual(['a', 'b', 'cable-1', 'cable-2', 'cable-12']);
  expect(compareIds('a', 'a')).toBe(0);
});
