import { expect, test } from 'vitest';
import { changeText, waiverText } from './waiver-text.ts';

const WAIVER = {
  id: 'waiver-1',
  reason: 'the feed is good for 8 kW',
  by: 'A. Ng',
  on: '2026-11-26',
};

test('a waiver says who, when and why, and when it has lapsed what changed', () => {
  expect(waiverText({ ...WAIVER, lapsed: false, changed: [] })).toBe(
    'Waived by A. Ng, 2026-11-26: the feed is good for 8 kW',
  );
  const changed = [
    { name: 'severity', before: 'warning', after: 'error' },
    { name: 'sum', before: '6000 W', after: '7500 W' },
  ];
  expect(waiverText({ ...WAIVER, lapsed: true, changed })).toBe(
    'Waiver of A. Ng, 2026-11-26, has lapsed (severity: warning → error, sum: 6000 W → 7500 W): the feed is good for 8 kW',
  );
});

test('a number that was not there before has none', () => {
  expect(changeText({ name: 'inlet', before: null, after: '30 °C' })).toBe(
    'inlet air: none → 30 °C',
  );
});
