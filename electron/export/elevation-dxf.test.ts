import { describe, expect, it } from 'vitest';
import { SPECIMEN_RACK, SPECIMEN_TYPES, specimen } from '../../shared/drawing/specimen.ts';
import { rackHeightMm, slotTopMm } from '../../shared/model/rack-geometry.ts';
import { elevationDxf } from './elevation-dxf.ts';
import { readDxf } from './faceplate/fixture-measure.ts';

const { variables, layers, entities } = readDxf(elevationDxf(specimen(), SPECIMEN_RACK));
const value = (groups: readonly (readonly [number, string])[], code: number): string =>
  groups.find(([each]) => each === code)?.[1] ?? '';
const on = (type: string, layer: string) =>
  entities.filter((entity) => entity.type === type && entity.layer === layer);

describe('an elevation as DXF', () => {
  it('is in millimetres with a layer for each kind of thing', () => {
    expect(variables.get('$INSUNITS')).toBe('4');
    expect(layers).toEqual(expect.arrayContaining(['RACK', 'UNITS', 'DEVICES', 'NAMES']));
  });

  it('has both faces of the rack at true size, on one floor line', () => {
    const frames = on('POLYLINE', 'RACK').map(({ corners }) => corners);
    expect(frames).toHaveLength(2);
    for (const corners of frames) {
      const xs = corners.map(([x]) => x);
      const ys = corners.map(([, y]) => y);
      expect(Math.max(...xs) - Math.min(...xs)).toBeCloseTo(SPECIMEN_RACK.widthMm, 3);
      expect([Math.min(...ys), Math.max(...ys)]).toEqual([0, rackHeightMm(SPECIMEN_RACK)]);
    }
  });

  it('puts a switch as a block where its unit is, under its name', () => {
    const top = rackHeightMm(SPECIMEN_RACK) - slotTopMm(SPECIMEN_RACK, 20, 1);
    const left = (SPECIMEN_RACK.widthMm - 482.6) / 2;
    const leaf = on('INSERT', 'DEVICES').find(
      ({ groups }) =>
        Math.abs(Number(value(groups, 20)) - top) < 0.01 &&
        Math.abs(Number(value(groups, 10)) - left) < 0.01,
    );
    expect(leaf && value(leaf.groups, 2)).toMatch(/^SWITCH-32.*-FRONT-/);
    expect(on('TEXT', 'NAMES').map(({ groups }) => value(groups, 1))).toContain('leaf-01');
  });

  it('numbers every unit at both sides of both faces', () => {
    expect(on('TEXT', 'UNITS')).toHaveLength(4 * SPECIMEN_RACK.heightU);
  });

  it('draws each type once, with all its openings, however often it stands there', () => {
    const text = elevationDxf(specimen(), SPECIMEN_RACK);
    const blocks = [...text.matchAll(/^BLOCK\r\n {2}8\r\n0\r\n {2}2\r\n(.+)\r$/gm)].map(
      ([, name]) => name,
    );
    expect(new Set(blocks).size).toBe(blocks.length);
    const used = new Set(on('INSERT', 'DEVICES').map(({ groups }) => value(groups, 2)));
    expect(used).toEqual(new Set(blocks));
    const name = blocks.find((each) => /^SWITCH-32.*-FRONT-/.test(each ?? ''))!;
    const body = text.slice(
      text.indexOf(`\r\n${name}\r\n`),
      text.indexOf('ENDBLK', text.indexOf(`\r\n${name}\r\n`)),
    );
    const openings = body.match(/POLYLINE\r\n {2}8\r\nOPENINGS/g) ?? [];
    expect(openings).toHaveLength(SPECIMEN_TYPES.switch.cages.length);
  });
});
