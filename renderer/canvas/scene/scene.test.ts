import { describe, expect, it } from 'vitest';
import { analyse } from '../../../shared/analysis/index.ts';
import { trayStrokes } from '../../../shared/drawing/index.ts';
import { layoutDesign } from '../../../shared/drawing/layout.ts';
import { orderedRacks } from '../../../shared/model/design-index.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { DRAWN_CABLES } from './cable-lines.ts';
import { rackNotes, racksNotedAnew, rackTitle } from './rack-notes.ts';
import { drawnBox, onFace, visibleFaces } from './visible-faces.ts';

const design = buildSample('superpod-su');
const layout = layoutDesign(design, 'both');
const racks = orderedRacks(design);

describe('the faces that are on screen', () => {
  it('are all of them when all of the drawing is', () => {
    expect(visibleFaces(layout, layout.bounds)).toEqual(layout.faces);
  });

  it('are two when the window lies over the gap between them', () => {
    const [front, rear] = layout.faces;
    const gap = {
      x: front!.x + front!.width,
      y: front!.y,
      width: rear!.x - front!.x - front!.width,
      height: 10,
    };
    expect(visibleFaces(layout, gap)).toEqual([front, rear]);
  });

  it('begin with their title, above the frame', () => {
    const face = layout.faces[0]!;
    const title = { x: face.x, y: face.y - 100, width: 10, height: 10 };
    expect(visibleFaces(layout, title)).toContain(face);
    expect(drawnBox(face).y).toBeLessThan(face.y);
  });

  it('see the window in their own coordinates', () => {
    const face = layout.faces[3]!;
    expect(onFace(face, face)).toEqual({ x: 0, y: 0, width: face.width, height: face.height });
  });
});

describe('what the analysis adds to a rack', () => {
  const analysis = analyse(design);

  it('is nothing before there is one: the title tells the height alone', () => {
    expect(rackTitle(racks[0]!, rackNotes(null)).detail).toBe('42 U');
  });

  it('are its used units, its power and its weight, as far as they are known', () => {
    const notes = rackNotes(analysis);
    const [rack] = racks;
    const row = notes.rows.get(rack!.id)!;
    const detail = (change: Partial<typeof row>, knownW: number): string => {
      const rows = new Map([[rack!.id, { ...row, ...change }]]);
      const knownPowerW = new Map([[rack!.id, knownW]]);
      return rackTitle(rack!, { ...notes, rows, knownPowerW }).detail;
    };
    expect(detail({ usedU: 36, powerW: 41_060, weightKg: 812.4 }, 41_060)).toBe(
      '36 of 42 U · 41.1 kW · 812 kg',
    );
    expect(detail({ usedU: 36, powerW: null, weightKg: null }, 20_400)).toBe(
      '36 of 42 U · ≥ 20.4 kW',
    );
    expect(detail({ usedU: 36, powerW: null, weightKg: null }, 0)).toBe(
      '36 of 42 U · power unknown',
    );
  });

  it('marks the devices of errors and warnings, and those of mere notes not', () => {
    const { severities } = rackNotes(analysis);
    expect(severities.size).toBeGreaterThan(0);
    expect([...severities.values()]).not.toContain('note');
  });

  it('leaves devices unmarked whose findings were accepted, until the waiver lapses', () => {
    const waiver = { id: 'w', reason: 'agreed', by: 'A. Ng', on: '2026-11-26', changed: [] };
    const waived = (lapsed: boolean): number =>
      rackNotes({
        ...analysis,
        findings: analysis.findings.map((each) => ({ ...each, waiver: { ...waiver, lapsed } })),
      }).severities.size;
    expect(waived(false)).toBe(0);
    expect(waived(true)).toBe(rackNotes(analysis).severities.size);
  });

  it('has a rack painted again only when its own numbers or marks are others', () => {
    const before = rackNotes(analysis);
    const rackOf = (id: string): string | undefined => design.devices.get(id)?.rackId;
    expect(racksNotedAnew(before, rackNotes({ ...analysis }), rackOf)).toEqual(new Set());
    const heavier = analysis.racks.map((row, i) => (i === 2 ? { ...row, usedU: 1 } : row));
    const after = rackNotes({ ...analysis, racks: heavier });
    expect(racksNotedAnew(before, after, rackOf)).toEqual(new Set([heavier[2]!.id]));
  });
});

describe('the lines of cables for the hit test', () => {
  it('are the same array as long as nothing changes, so that their index is kept', () => {
    const { id } = racks[4]!;
    const onRear = DRAWN_CABLES.linesOnFace(design, id, 'rear');
    expect(onRear.length).toBeGreaterThan(0);
    expect(DRAWN_CABLES.linesOnFace(design, id, 'rear')).toBe(onRear);
    // Those that are drawn.
    const { rowId } = layout.rows[0]!;
    const drawn = trayStrokes(design, layout, rowId);
    expect(drawn.length).toBeGreaterThan(0);
    const [between, ...others] = DRAWN_CABLES.linesBetweenRacks(design, layout);
    expect([between, others]).toEqual([drawn, []]);
    expect(DRAWN_CABLES.linesBetweenRacks(design, layout)[0]).toBe(between);
  });
});
