import { describe, expect, it } from 'vitest';
import { fixturePathway } from '../floor/fixture-floor.ts';
import type { Design } from '../model/design.ts';
import { deviceBox, typeFaceSeen } from '../model/rack-geometry.ts';
import type { Face, Rack } from '../model/records.ts';
import { routesInRack } from '../routing/index.ts';
import { buildSample } from '../samples/index.ts';
import { bundleMm, rackBundles } from './bundles.ts';
import type { CableStroke } from './cable-stroke.ts';
import { cableStrokes } from './cable-strokes.ts';
import { paintCables } from './cables.ts';
import { layoutDesign } from './layout.ts';
import { managerLanes } from './manager-lanes.ts';
import { paletteFor } from './palette.ts';
import { RecordingSurface } from './recording-surface.ts';
import { SPECIMEN_RACK, specimen } from './specimen.ts';
import { trayStrokes } from './tray-strokes.ts';

const design = specimen();
const strokes = cableStrokes(design, 'rack-1');
const strokesOf = (id: string): CableStroke[] => strokes.filter((stroke) => stroke.cableId === id);

interface Box {
  readonly id: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Every opening that is seen on a face of the rack, with the cables that end in it. */
function openings(
  from: Design,
  face: Face,
  rack: Rack = SPECIMEN_RACK,
): (Box & { readonly cables: ReadonlySet<string> })[] {
  return [...from.devices.values()].flatMap((device) => {
    const type = from.deviceTypes.get(device.typeId);
    if (!type || device.rackId !== rack.id) return [];
    const box = deviceBox(rack, device, type, face);
    const seen = type.cages.filter((cage) => cage.face === typeFaceSeen(device, face));
    return seen.map((cage) => {
      const ports = new Set(type.ports.flatMap((p) => (p.cageId === cage.id ? p.id : [])));
      const ends = [...from.cables.values()].filter(({ ends: { a, b } }) =>
        [...a, ...b].some((ref) => ref.deviceId === device.id && ports.has(ref.portId)),
      );
      return {
        id: `${device.id} ${cage.id}`,
        left: box.x + cage.xMm,
        right: box.x + cage.xMm + cage.widthMm,
        top: box.y + cage.yMm,
        bottom: box.y + cage.yMm + cage.heightMm,
        cables: new Set(ends.map((cable) => cable.id)),
      };
    });
  });
}

/** Whether a line along the axes passes through the inside of a box. */
function crosses(points: readonly number[], box: Box): boolean {
  for (let i = 0; i + 3 < points.length; i += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(i, i + 4);
    const overX = Math.min(x0, x1) < box.right - 0.01 && Math.max(x0, x1) > box.left + 0.01;
    const overY = Math.min(y0, y1) < box.bottom - 0.01 && Math.max(y0, y1) > box.top + 0.01;
    if (overX && overY) return true;
  }
  return false;
}

describe('the cables of a rack', () => {
  it('run along the axes', () => {
    for (const { points } of strokes) {
      for (let i = 0; i + 3 < points.length; i += 2) {
        const level = points[i + 1] === points[i + 3];
        expect(level || points[i] === points[i + 2]).toBe(true);
      }
    }
  });

  it('lie over no port on the rails but those they end in', () => {
    for (const face of ['front', 'rear'] as const) {
      const seen = openings(design, face).filter((opening) => !opening.id.startsWith('pdu'));
      for (const stroke of strokes.filter((each) => each.face === face)) {
        for (const opening of seen) {
          if (opening.cables.has(stroke.cableId)) continue;
          expect(crosses(stroke.points, opening), `${stroke.cableId} over ${opening.id}`).toBe(
            false,
          );
        }
      }
    }
  });

  it('lie over no port either where they run in horizontal managers, each in its own lane', () => {
    const sample = buildSample('superpod-su');
    const rack = sample.racks.get('rack-a05')!;
    const rear = cableStrokes(sample, rack.id).filter((stroke) => stroke.face === 'rear');
    const led = routesInRack(sample, rack.id).filter(({ end }) => end.managerId !== null);
    expect(led.length).toBeGreaterThan(200);
    for (const opening of openings(sample, 'rear', rack)) {
      const over = rear.filter(
        ({ cableId, points }) => !opening.cables.has(cableId) && crosses(points, opening),
      );
      expect(over.map(({ cableId }) => `${cableId} over ${opening.id}`)).toEqual([]);
    }
    const lanes = managerLanes(sample, rack, led);
    const perManager = Map.groupBy(lanes, ([end]) => `${end.managerId} ${end.side}`);
    for (const [key, inOne] of perManager) {
      const ys = new Set(inOne.map(([, y]) => y.toFixed(3)));
      expect(ys.size, key).toBe(inOne.length);
      const manager = sample.devices.get(key.split(' ')[0] ?? '')!;
      const box = deviceBox(rack, manager, sample.deviceTypes.get(manager.typeId)!, 'rear');
      for (const [, y] of inOne) {
        expect(y).toBeGreaterThan(box.y);
        expect(y).toBeLessThan(box.y + box.height);
      }
    }
  });

  it('take lanes of their own where they run beside each other', () => {
    const lane = (id: string): number => strokesOf(id)[0]?.points[4] ?? 0;
    expect(new Set([lane('c1'), lane('c2'), lane('c3')]).size).toBe(3);
  });

  it('join both ends on one face in one line, and pass to the other face with a dot', () => {
    expect(strokesOf('c1').map((stroke) => stroke.onward)).toEqual(['none']);
    expect(strokesOf('c1')[0]?.points).toHaveLength(12);
    expect(new Set(strokesOf('c4').map((stroke) => stroke.face))).toEqual(
      new Set(['front', 'rear']),
    );
    expect(strokesOf('c4').every((stroke) => stroke.onward === 'depth')).toBe(true);
  });

  it('leave over the top to another rack and join in the tray', () => {
    const [up] = strokesOf('c5');
    expect(up?.onward).toBe('top');
    expect(up?.points.at(-1)).toBe(0);
    const layout = layoutDesign(design, 'front');
    const tray = trayStrokes(design, layout, 'row-a');
    expect(tray.map((stroke) => stroke.cableId)).toEqual(['c5']);
    const ys = tray[0]?.points.filter((_, i) => i % 2 === 1) ?? [];
    expect(Math.min(...ys)).toBeLessThan(0);
    expect(tray[0]?.points[0]).toBeCloseTo(up?.points.at(-2) ?? 0);
  });

  it('leave under the feet where a duct leads them, and join under the row', () => {
    const layout = layoutDesign(design, 'front');
    expect(trayStrokes(design, layout, 'row-a')[0]?.points[1]).toBeLessThan(2100);
    const points = [
      [-300, -600],
      [3000, -600],
    ] as const;
    const duct = fixturePathway('duct', points, { level: 'underfloor' });
    const withDuct = { ...design, pathways: new Map([[duct.id, duct]]) };
    const [under] = trayStrokes(withDuct, layout, 'row-a');
    const floorMm = layout.rows[0]!.y + layout.rows[0]!.height;
    const ys = under?.points.filter((_, i) => i % 2 === 1) ?? [];
    expect(ys[0]).toBeCloseTo(floorMm, 6);
    expect(Math.max(...ys)).toBeGreaterThan(floorMm);
  });
});

describe.each(['first-rack', 'superpod-su'] as const)('the cables of the sample %s', (name) => {
  const sample = buildSample(name);
  it.each([...sample.racks.values()])('lie over no foreign port of $name', (rack) => {
    const drawn = cableStrokes(sample, rack.id);
    for (const face of ['front', 'rear'] as const) {
      const onFace = drawn.filter((stroke) => stroke.face === face);
      for (const opening of openings(sample, face, rack)) {
        const over = onFace.filter(
          ({ cableId, points }) => !opening.cables.has(cableId) && crosses(points, opening),
        );
        expect(over.map(({ cableId }) => `${cableId} over ${opening.id}`)).toEqual([]);
      }
    }
  });
});

describe('painting cables', () => {
  const palette = paletteFor('dark');

  function painted(pxPerMm: number, more = {}): RecordingSurface {
    const surface = new RecordingSurface();
    paintCables(surface, design, layoutDesign(design, 'both'), { palette, pxPerMm, ...more });
    return surface;
  }

  it('draws each stroke once from the middle distance', () => {
    const lines = painted(0.5).marks.filter((mark) => mark.shape === 'line');
    expect(lines).toHaveLength(strokes.length + cableStrokes(design, 'rack-2').length + 1);
  });

  it('draws only what is asked for', () => {
    const lines = painted(0.5, { only: new Set(['c1']) }).marks.filter(
      ({ shape }) => shape === 'line',
    );
    expect(lines).toHaveLength(1);
    expect(painted(0.5, { visible: { x: 9000, y: 0, width: 10, height: 10 } }).marks).toEqual([]);
  });

  it('draws what steps back below what is meant, faintly, and leaves out the rest', () => {
    const faint = paletteFor('dark').tokens.faint;
    const strokesFrom = (more: object): string[] =>
      painted(0.5, more).marks.flatMap(({ shape, paint }) =>
        shape === 'line' ? String(paint?.stroke) : [],
      );
    const all = strokesFrom({}).length;
    const behind = strokesFrom({ only: new Set(['c1']), behind: 'others' });
    expect(behind).toHaveLength(all);
    expect(behind.at(-1)).not.toBe(faint);
    expect(behind.slice(0, -1).every((stroke) => stroke === faint)).toBe(true);
    const some = strokesFrom({ only: new Set(['c1']), behind: new Set(['c2']) });
    expect(some).toHaveLength(2);
  });

  it('draws bundles as thick as they are, of the cables that are meant', () => {
    const unit = buildSample('superpod-su');
    const surface = new RecordingSurface();
    const rails = [...unit.cables.values()].filter(({ rail }) => rail === 3);
    const only = new Set(rails.map(({ id }) => id));
    paintCables(surface, unit, layoutDesign(unit, 'both'), { palette, pxPerMm: 0.08, only });
    const bundles = rackBundles(unit, only);
    expect(surface.marks).toHaveLength(bundles.length);
    expect(new Set(bundles.flatMap(({ cables }) => cables)).size).toBeLessThanOrEqual(only.size);
    const [thick] = rackBundles(unit).toSorted((a, b) => b.cables.length - a.cables.length);
    const each = thick!.cables.length;
    expect(each).toBeGreaterThan(30);
    // Between what they would take with no gap at all and with as much gap as cable.
    expect(bundleMm(unit, thick!)).toBeGreaterThan(2 * Math.sqrt(each));
    expect(bundleMm(unit, thick!)).toBeLessThan(15 * Math.sqrt(each));
  });

  it('draws bundles between racks from far away', () => {
    expect(rackBundles(design)).toMatchObject([{ from: 'rack-1', to: 'rack-2', cables: ['c5'] }]);
    expect(painted(0.05).marks).toHaveLength(1);
  });
});
