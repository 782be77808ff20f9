import { expect, it } from 'vitest';
import { fixtureRack } from '../model/fixture-rack.ts';
import { panelLeftMm, verticalManagerMm } from '../model/rack-geometry.ts';
import type { Rack } from '../model/records.ts';
import { PANEL_WIDTH_MM } from '../units/length.ts';
import { paletteFor } from './palette.ts';
import { RecordingSurface } from './recording-surface.ts';
import { paintVerticalManagers } from './vertical-manager.ts';

function painted(rack: Rack, pxPerMm = Infinity) {
  const surface = new RecordingSurface();
  const options = { palette: paletteFor('light'), pxPerMm, showLabels: true, showCables: true };
  paintVerticalManagers(surface, rack, options);
  return surface.marks;
}

it.each([
  [600, 0],
  [700, 86.7],
  [750, 111.7],
  [800, 136.7],
])('a cabinet of %d mm has managers of %d mm', (widthMm, manager) => {
  expect(verticalManagerMm(fixtureRack({ widthMm }))).toBeCloseTo(manager, 6);
});

it('open frames have none', () => {
  expect(verticalManagerMm(fixtureRack({ widthMm: 800, frame: 'four-post' }))).toBe(0);
  expect(painted(fixtureRack({ widthMm: 800, frame: 'orv3' }))).toEqual([]);
});

it('has a channel on both sides and a finger at every unit, beside the panels', () => {
  const rack = fixtureRack({ widthMm: 800, heightU: 12 });
  const shapes = painted(rack);
  expect(shapes).toHaveLength(2 + 2 * 12);
  for (const { points } of shapes) {
    const [left = NaN, , right = NaN] = points;
    const beside = right <= panelLeftMm(rack) + 1e-9 || left >= panelLeftMm(rack) + PANEL_WIDTH_MM;
    expect(beside && left >= 0 && right <= rack.widthMm).toBe(true);
  }
});

it('shows the channels alone from far away', () => {
  expect(painted(fixtureRack({ widthMm: 800 }), 0.1)).toHaveLength(2);
});
