import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/index.ts';
import { orderedRacks } from '../../model/design-index.ts';
import { slotTopMm, unitMm } from '../../model/rack-geometry.ts';
import type { Device } from '../../model/records.ts';
import { buildSample } from '../../samples/index.ts';
import { paletteFor } from '../palette.ts';
import { RecordingSurface } from '../recording-surface.ts';
import { textWidthMm } from '../text-fit.ts';
import { airPageOf } from './air-page.ts';
import { airPageSizeMm, paintAirPage } from './paint-air-page.ts';

const design = buildSample('first-rack');
const analysis = analyse(design);
const [rack] = orderedRacks(design);
const page = airPageOf(design, analysis, rack!.id)!;
const palette = paletteFor('light');

describe('the air page of a rack', () => {
  it('holds the rows of the analysis, from the top down', () => {
    expect(page.devices.length).toBeGreaterThan(0);
    const units = page.devices.map(({ u }) => u);
    expect(units).toEqual(units.toSorted((a, b) => b - a));
    for (const device of page.devices) {
      const row = analysis.devices.find(({ id }) => id === device.id)!;
      expect(device).toMatchObject({
        blocked: row.blockedFraction,
        flowRatio: row.flowRatio,
        inletC: row.inletC,
      });
      expect(device.outletC).toEqual(row.outletC);
    }
  });

  it('knows every unit as taken, closed or open', () => {
    const open = page.gaps.reduce((sum, { topU, bottomU }) => sum + topU - bottomU + 1, 0);
    const taken = page.devices.reduce((sum, { heightU }) => sum + heightU, 0);
    expect(open + taken).toBe(rack!.heightU);
  });

  it('turns the air of a device round with its face', () => {
    const device = [...design.devices.values()].find(
      ({ id }) => page.devices.find((each) => each.id === id)?.way === 'rearwards',
    ) as Device;
    const turned: Device = { ...device, face: device.face === 'front' ? 'rear' : 'front' };
    const devices = new Map(design.devices).set(device.id, turned);
    const round = { ...design, devices };
    const again = airPageOf(round, analyse(round), device.rackId)!;
    expect(again.devices.find(({ id }) => id === device.id)?.way).toBe('forwards');
  });

  it('is nothing for a rack that is not there', () => {
    expect(airPageOf(design, analysis, 'gone')).toBeNull();
  });
});

describe('the drawing of an air page', () => {
  const surface = new RecordingSurface();
  paintAirPage(surface, page, palette);
  const { width, height } = airPageSizeMm(page);
  const left = (width - rack!.depthMm) / 2;

  it('stays within its size', () => {
    for (const { points } of surface.marks) {
      for (let at = 0; at < points.length; at += 2) {
        expect(points[at]).toBeGreaterThanOrEqual(0);
        expect(points[at]).toBeLessThanOrEqual(width);
        expect(points[at + 1]).toBeGreaterThanOrEqual(0);
        expect(points[at + 1]).toBeLessThanOrEqual(height);
      }
    }
  });

  it('draws each device at its units and as deep as it is', () => {
    const boxes = surface.marks.filter(({ paint }) => paint === palette.ink.deviceSide);
    expect(boxes).toHaveLength(page.devices.length);
    const top =
      boxes[0]!.points[1]! - 1 - slotTopMm(rack!, page.devices[0]!.u, page.devices[0]!.heightU);
    for (const [at, { u, heightU, fromMm, toMm }] of page.devices.entries()) {
      const y = top + slotTopMm(rack!, u, heightU);
      const expected = [left + fromMm, y + 1, left + toMm, y + heightU * unitMm(rack!) - 1];
      for (const [i, value] of expected.entries())
        expect(boxes[at]!.points[i]).toBeCloseTo(value, 6);
    }
  });

  it('draws bars as long as the blocked shares', () => {
    const bars = surface.marks.filter(({ paint }) => paint === palette.ink.blocked);
    const shares = page.devices
      .flatMap(({ blocked }) => [blocked.front, blocked.rear])
      .filter((s) => s > 0);
    expect(bars.map(({ points: [x0 = 0, , x1 = 0] }) => Math.round(x1 - x0))).toEqual(
      shares.map((share) => Math.round(share * 220)),
    );
  });

  it('keeps bars and their numbers off the temperatures, all of them by one scale', () => {
    const outletC = { low: 45.5, nominal: 50.5, high: 65.2 };
    const devices = page.devices.map((device, at) => ({
      ...device,
      way: 'rearwards' as const,
      blocked: { front: 1, rear: at === 0 ? 1 : 0.5 },
      outletC,
    }));
    const crowded = new RecordingSurface();
    paintAirPage(crowded, { ...page, devices }, palette);
    const bars = crowded.marks.filter(({ paint }) => paint === palette.ink.blocked);
    const lengths = bars.map(({ points: [x0 = 0, , x1 = 0] }) => x1 - x0);
    const [whole = 0] = lengths;
    expect(whole).toBeGreaterThan(40);
    for (const length of lengths.slice(2).filter((_, at) => at % 2 === 1)) {
      expect(length).toBeCloseTo(whole / 2, 6);
    }
    const words = crowded.marks.filter(({ shape }) => shape === 'text');
    const outlets = words.filter(({ text, style }) => text.includes('65.2') && style !== null);
    expect(outlets).toHaveLength(devices.length);
    for (const { points, text, style } of outlets) {
      const [x = 0, y = 0] = points;
      const from = x - textWidthMm(text, style!);
      const beside = words.filter((each) => each.points[1] === y && each.text.endsWith('%'));
      const ends = beside.map((each) => each.points[0]! + textWidthMm(each.text, each.style!));
      expect(ends.length).toBeGreaterThan(0);
      expect(Math.max(...ends)).toBeLessThanOrEqual(from);
    }
  });

  it('shows a leak for each run of open units, and what is unknown in words', () => {
    const leaks = surface.marks.filter(({ paint }) => paint === palette.ink.leak);
    expect(leaks).toHaveLength(page.gaps.filter(({ closed }) => !closed).length);
    const dark = new RecordingSurface();
    const devices = page.devices.map((device) => ({
      ...device,
      inletC: null,
      outletC: null,
      step: null,
    }));
    paintAirPage(dark, { ...page, devices }, palette);
    expect(dark.texts).toContain('unknown');
    expect(dark.marks.some(({ paint }) => paint !== null && palette.overlay.includes(paint))).toBe(
      false,
    );
  });
});
