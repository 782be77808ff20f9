import { describe, expect, it } from 'vitest';
import { drawnPitchMm, stripOnGrid, trayOnGrid } from './lane-grid.ts';

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
    expect(stripOnGrid([103, 51, 103, 46, 31, 46, 31, 0], 10)).toEqual([
      103, 51, 103, 46, 30, 46, 30, 0,
    ]);
  });

  it('meet the rack’s lane in the tray, and end at the rack’s top', () => {
    const strip = stripOnGrid([103, 51, 103, 46, 31, 46, 31, 7], 10);
    const tray = trayOnGrid([31, 7, 31, -48, 118, -48, 118, 7], 10);
    expect(tray).toEqual([30, 7, 30, -50, 120, -50, 120, 7]);
    expect(tray[0]).toBe(strip.at(-2));
  });
});
