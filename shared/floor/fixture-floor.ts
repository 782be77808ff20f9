/** Small floors for tests: rows, racks of 600 by 1200 mm in them, and what stands around. */
import { type Design, defaultSettings, designFromRecords } from '../model/design.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { Area, DesignRecord, Pathway, Rack, Row, RowPlace } from '../model/records.ts';

export function fixtureRow(letter: string, order: number, place: RowPlace | null = null): Row {
  return { kind: 'row', id: `row-${letter}`, name: letter.toUpperCase(), order, place };
}

/** The racks of a row, named after it: `a1`, `a2`, and so on. */
export function fixtureRacks(letter: string, count: number, over: Partial<Rack> = {}): Rack[] {
  return Array.from({ length: count }, (_, order) => {
    const id = `${letter}${order + 1}`;
    return fixtureRack({ id, name: id.toUpperCase(), rowId: `row-${letter}`, order, ...over });
  });
}

export function fixtureArea(
  purpose: Area['purpose'],
  [xMm, yMm, widthMm, depthMm]: readonly [number, number, number, number],
  over: Partial<Area> = {},
): Area {
  const box = { xMm, yMm, widthMm, depthMm };
  return { kind: 'area', id: purpose, name: purpose, purpose, contained: false, ...box, ...over };
}

/** A tray of 300 by 100 mm, 300 mm over the racks, along these points. */
export function fixturePathway(
  id: string,
  points: readonly (readonly [xMm: number, yMm: number])[],
  over: Partial<Pathway> = {},
): Pathway {
  return {
    kind: 'pathway',
    id,
    name: id,
    level: 'overhead',
    points: points.map(([xMm, yMm]) => ({ xMm, yMm })),
    widthMm: 300,
    heightMm: 100,
    riseMm: 300,
    ...over,
  };
}

export function fixtureFloor(...records: readonly DesignRecord[]): Design {
  return designFromRecords([defaultSettings('Hall'), ...records]);
}
