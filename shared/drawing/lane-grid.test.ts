import { describe, expect, it } from 'vitest';
import { drawnPitchMm, inStripLane, inTrayLane } from './lane-grid.ts';

describe('lanes that lie too close', () => {
  it('stay as they are where they can be told apart', () => {
    expect(drawnPitchMm(4, 0.5)).toBe(4);
    expect(drawnPitchMm(4, Number.POSITIVE_INFINITY)).toBe(4);
  });

  it('are drawn three pixels apart where they would run into one bar', () => {
    expect(drawnPitchMm(4, 0.15)).toBeCloseTo(20);
    expect(drawnPitchMm(0.5, 1.5)).toBeCloseTo(2);
  });

  it('keep the port and the way along the face in a rack', () => {
    const line = inStripLane([103, 51, 103, 46, 31, 46, 31, 0], 1, 0.3);
    expect(line).toEqual([103, 51, 103, 46, 30, 46, 30, 0]);
  });

  it('stay with their rack’s lanes up to the tray, and end at the rack’s top', () => {
    const strip = inStripLane([103, 51, 103, 46, 31, 46, 31, 7], 1, 0.3);
    const pitches = { from: 1, to: 10, tray: 4 };
    const tray = inTrayLane([31, 7, 31, -48, 118, -48, 118, 7], pitches, 0.3);
    expect(tray).toEqual([30, 7, 30, -50, 118, -50, 118, 7]);
    expect(tray[0]).toBe(strip.at(-2));
  });
});
