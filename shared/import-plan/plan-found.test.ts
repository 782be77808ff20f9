import { expect, test } from 'vitest';
import { emptyDesign } from '../model/design.ts';
import type { FoundLink } from '../model/records.ts';
import { freeIds, planImport } from './index.ts';

const UP: FoundLink = {
  a: { device: 'leaf01', port: '1' },
  b: { device: 'dgx01', port: 'mlx5_0' },
  state: 'up',
  speedGbps: 400,
  note: '',
};
const DOWN: FoundLink = { ...UP, b: null, state: 'down', speedGbps: null };

function detailOf(links: readonly FoundLink[]): string | undefined {
  const design = emptyDesign('Found');
  const reading = { format: 'iblinkinfo', links, faults: [] } as const;
  const sources = [{ file: 'iblinkinfo.txt', reading, on: '2026-01-01' }];
  const { makes } = planImport(design, [], freeIds(design), sources);
  return makes.find(({ kind }) => kind === 'found')?.detail;
}

test('a port that is down is no link, and is counted by itself', () => {
  expect(detailOf([UP])).toBe('1 link found');
  expect(detailOf([UP, DOWN])).toBe('1 link found, 1 port without a link');
  expect(detailOf([UP, UP, DOWN, DOWN])).toBe('2 links found, 2 ports without a link');
});
