/** Designs by chance, for the laws: two racks in two rows with doors, managers, panels, gear of every kind of air. */
import fc from 'fast-check';
import { catalogType } from '../catalog/index.ts';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import {
  AREA_PURPOSES,
  type Cable,
  type DesignRecord,
  PATHWAY_LEVELS,
  type PlanPoint,
  type RowPlace,
} from '../model/records.ts';
import { design, device, fact, twin, workedSwitch } from './fixture-design.ts';

const MANAGER = catalogType('catalog:generic-hm-1u');
const PANEL = catalogType('catalog:generic-blank-1u');

/** The worked switch, and what differs from it in what its air and its ports are known to do. */
const CABLED: readonly DeviceType[] = [
  workedSwitch(),
  workedSwitch({ id: 'node', model: 'Node', category: 'node', heightU: 2, criticalPa: null }),
  workedSwitch({ id: 'reverse', model: 'Reverse', airflow: fact('rear-to-front') }),
  workedSwitch({ id: 'sideways', model: 'Sideways', airflow: fact('left-to-right') }),
  workedSwitch({ id: 'mute', model: 'Mute', airflowCfm: null, weightKg: null }),
  workedSwitch({ id: 'dark', model: 'Dark', powerMaxW: null, airflow: null }),
  workedSwitch({ id: 'weak', model: 'Weak', airflowCfm: fact(40), criticalPa: fact(60) }),
];
const TYPES: readonly DeviceType[] = [...CABLED, MANAGER, PANEL];
const CABLED_IDS = new Set(CABLED.map(({ id }) => id));

/** What stands in a unit: which type, how many units are left open below it, and which way it faces. */
const STANDING = fc.record({
  type: fc.nat(TYPES.length - 1),
  open: fc.constantFrom(0, 0, 0, 1, 3),
  turned: fc.integer({ min: 0, max: 4 }).map((n) => n === 0),
});
const DOOR = fc.constantFrom(null, 0.1, 0.4, 0.64, 0.8);

const COORDINATE = fc.constantFrom(-1200, 0, 300, 600, 2400, 5000);
const PLACE = fc.record<RowPlace>({
  xMm: COORDINATE,
  yMm: COORDINATE,
  facing: fc.constantFrom('north', 'east', 'south', 'west'),
});
const AREA = fc.record({
  purpose: fc.constantFrom(...AREA_PURPOSES),
  xMm: COORDINATE,
  yMm: COORDINATE,
  widthMm: fc.constantFrom(400, 1200, 9000),
  depthMm: fc.constantFrom(400, 1200, 9000),
});
/** Narrow ones, so that some are too full. */
const PATHWAY = fc.record({
  level: fc.constantFrom(...PATHWAY_LEVELS),
  from: fc.record<PlanPoint>({ xMm: COORDINATE, yMm: COORDINATE }),
  across: fc.integer({ min: -6000, max: 6000 }),
  down: fc.integer({ min: -6000, max: 6000 }),
  widthMm: fc.constantFrom(15, 300),
  riseMm: fc.constantFrom(0, 200, 500),
});

const DRAWN = fc.record({
  doors: fc.array(fc.tuple(DOOR, DOOR), { minLength: 2, maxLength: 2 }),
  standing: fc.array(fc.array(STANDING, { minLength: 1, maxLength: 8 }), {
    minLength: 2,
    maxLength: 2,
  }),
  cables: fc.array(
    fc.record({
      from: fc.nat(30),
      to: fc.nat(30),
      medium: fc.constantFrom(...MEDIUM_IDS),
      awg: fc.constantFrom(null, 26, 30, 32),
      lengthM: fc.constantFrom(null, null, 0.5, 2, 2.5, 7, 60, 3000),
      side: fc.constantFrom<Cable['side']>('auto', 'left', 'right'),
      rail: fc.constantFrom(null, 1, 2),
    }),
    { minLength: 1, maxLength: 24 },
  ),
  floor: fc.record({
    places: fc.array(fc.option(PLACE, { nil: null }), { minLength: 2, maxLength: 2 }),
    gaps: fc.array(fc.constantFrom(0, 0, 300), { minLength: 2, maxLength: 2 }),
    turned: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
    areas: fc.array(AREA, { maxLength: 2 }),
    pathways: fc.array(PATHWAY, { maxLength: 3 }),
  }),
  settings: fc.record({
    altitudeM: fc.constantFrom(0, 1500),
    supplyTempC: fc.constantFrom(5, 20, 30),
  }),
});
type Drawn = typeof DRAWN extends fc.Arbitrary<infer T> ? T : never;

/** A design in which cable n joins cage n of two devices with ports; its first cable may be left out. */
export interface RandomDesign {
  readonly full: Design;
  readonly withoutFirst: Design;
  readonly first: Cable;
}

function built({ doors, standing, cables, floor, settings }: Drawn): RandomDesign | null {
  const records: DesignRecord[] = TYPES.slice(1);
  const cabled: string[] = [];
  for (const [at, stack] of standing.entries()) {
    const id = `rack-${at + 1}`;
    const rowId = at === 0 ? 'row-a' : 'row-b';
    const [frontDoorOpen = null, rearDoorOpen = null] = doors[at] ?? [];
    const [gapMm = 0, turned = false] = [floor.gaps[at], floor.turned[at]];
    const stands = { gapMm, turned, heightU: 42, frontDoorOpen, rearDoorOpen };
    records.push(fixtureRack({ id, name: id, rowId, ...stands }));
    let u = 1;
    for (const { type: index, open, turned } of stack) {
      const type = TYPES[index] ?? PANEL;
      u += open;
      const its = device(`${id}-u${u}`, u, { typeId: type.id, rackId: id });
      records.push(turned ? { ...its, face: 'rear' } : its);
      if (CABLED_IDS.has(type.id)) cabled.push(its.id);
      u += type.heightU;
    }
  }
  if (cabled.length < 2) return null;
  const drawn = cables.map(({ from, to, ...over }, n): Cable => {
    const a = from % cabled.length;
    const b = (a + 1 + (to % (cabled.length - 1))) % cabled.length;
    return twin(n, cabled[a] ?? '', cabled[b] ?? '', over);
  });
  const [first, ...others] = drawn;
  if (!first) return null;
  const all = [{ kind: 'row', id: 'row-b', name: 'B', order: 1, place: null } as const, ...records];
  const of = (some: readonly Cable[]): Design =>
    onFloor(design([...all, ...some], TYPES[0], settings), floor);
  return { full: of(drawn), withoutFirst: of(others), first };
}

/** The design with its rows placed, and with areas and pathways around them. */
function onFloor(of: Design, { places, areas, pathways }: Drawn['floor']): Design {
  const rows = [...of.rows.values()].map((row, at) => ({ ...row, place: places[at] ?? null }));
  const records = [...recordsOf(of)].filter(({ kind }) => kind !== 'row');
  return designFromRecords([
    ...records,
    ...rows,
    ...areas.map((area, n): DesignRecord => {
      const id = `area-${n}`;
      return { kind: 'area', id, name: id, contained: false, ...area };
    }),
    ...pathways.map(({ from, across, down, ...pathway }, n): DesignRecord => {
      const id = `pathway-${n}`;
      const corner = { xMm: from.xMm + across, yMm: from.yMm };
      const points = [from, corner, { xMm: corner.xMm, yMm: from.yMm + down }];
      return { kind: 'pathway', id, name: id, points, heightMm: 100, ...pathway };
    }),
  ]);
}

export const RANDOM_DESIGN: fc.Arbitrary<RandomDesign> = DRAWN.map(built).filter(
  (one) => one !== null,
);
