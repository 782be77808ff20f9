/** Laws of the analysis: the way to a design does not matter, the order of its records neither. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff, type Diff, DiffError, reverseDiff } from '../model/diff.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import { newCable } from '../model/new-cable.ts';
import {
  AREA_PURPOSES,
  type Area,
  type Cable,
  type DesignRecord,
  type Device,
  type Face,
  type Facing,
  type Pathway,
  type RowPlace,
  type Waiver,
} from '../model/records.ts';
import { routeCable } from '../routing/index.ts';
import { buildSample } from '../samples/index.ts';
import { hasMessage } from '../text/index.ts';
import { derivationOf } from './derivation.ts';
import { analyse, createAnalyser } from './index.ts';
import { notationText } from './notation.ts';
import type { Analysis } from './types.ts';
import { numbersOf } from './waiver.ts';

const FIRST_RACK = buildSample('first-rack');

/** What leaves the analysis: as JSON, so that sentences and lazily made tables are compared too. */
function plain(analysis: Analysis): unknown {
  return JSON.parse(JSON.stringify(analysis));
}

const MANAGER_TYPE = catalogType('catalog:generic-hm-1u');

/** A cable manager below the lower leaf, in which the leaf's lower row of cables runs. */
const MANAGER: Device = {
  kind: 'device',
  id: 'device-manager',
  name: 'hm',
  typeId: MANAGER_TYPE.id,
  rackId: 'rack-a01',
  mount: 'rails',
  bay: null,
  u: 36,
  face: 'rear',
  column: 0,
  locked: false,
  reserved: [],
  notes: '',
  extra: '',
};

/** A cable from the leaf of one rack to that of the other: over the tray and across the aisle. */
const ACROSS: Cable = newCable({
  id: 'cable-across',
  label: 'ACROSS',
  medium: 'aoc',
  fabric: 'compute',
  ends: {
    a: [{ deviceId: 'device-leaf-1', portId: 'osfp-9.1' }],
    b: [{ deviceId: 'device-leaf-1-2', portId: 'osfp-9.1' }],
  },
});

/** Two racks in two rows that are like one another, so that cables may run between them. */
function twoRacks(): Design {
  const records = [...recordsOf(FIRST_RACK), MANAGER_TYPE, MANAGER];
  const copies = records.flatMap((record): DesignRecord[] => {
    if (record.kind === 'row') return [{ ...record, id: 'row-2', order: 1 }];
    if (record.kind === 'rack') return [{ ...record, id: `${record.id}-2`, rowId: 'row-2' }];
    if (record.kind !== 'device') return [];
    return [{ ...record, id: `${record.id}-2`, rackId: `${record.rackId}-2` }];
  });
  return designFromRecords([...records, ...copies, ACROSS]);
}

/** One edit, chosen by two numbers: what, and of which record. */
type Choice = readonly [what: number, which: number];

function pick<T>(list: Iterable<T>, which: number): T | undefined {
  const all = [...list];
  return all[which % Math.max(1, all.length)];
}

function updated(before: DesignRecord | undefined, after: DesignRecord | undefined): Diff {
  return { added: [], updated: before && after ? [[before, after]] : [], removed: [] };
}

function editOf(design: Design, [what, which]: Choice): Diff {
  const { settings } = design;
  const device = pick(design.devices.values(), which);
  const manager = design.devices.get(MANAGER.id);
  const cable = pick(design.cables.values(), which);
  const rack = pick(design.racks.values(), which);
  const type = pick(design.deviceTypes.values(), which);
  const row = pick(design.rows.values(), which);
  const otherPort = type && pick(type.ports, which);
  const edits: (() => Diff)[] = [
    () => updated(device, device && { ...device, u: 1 + (which % 40) }),
    () => updated(manager, manager && { ...manager, u: 36 + (which % 4) }),
    () => updated(device, device && rack && { ...device, rackId: rack.id }),
    () => updated(device, device && { ...device, name: `device ${which}` }),
    () =>
      updated(device, device && { ...device, face: device.face === 'front' ? 'rear' : 'front' }),
    () => ({ added: [], updated: [], removed: device ? [device] : [] }),
    () => ({ added: device ? [{ ...device, id: `copy-${which}` }] : [], updated: [], removed: [] }),
    () => ({ added: cable ? [{ ...cable, id: `copy-${which}` }] : [], updated: [], removed: [] }),
    () => ({ added: [], updated: [], removed: cable ? [cable] : [] }),
    () =>
      updated(cable, cable && { ...cable, medium: MEDIUM_IDS[which % MEDIUM_IDS.length] ?? 'dac' }),
    () => updated(cable, cable && { ...cable, lengthM: which % 3 === 0 ? null : which / 20 }),
    () =>
      updated(cable, cable && { ...cable, side: which % 2 === 0 ? 'left' : 'right', label: 'X' }),
    () => {
      const end = device && otherPort && { deviceId: device.id, portId: otherPort.id };
      return updated(
        cable,
        cable && end && { ...cable, ends: { a: cable.ends.a.slice(0, 1), b: [end] } },
      );
    },
    () => {
      const face: Face = which % 3 === 0 ? 'rear' : 'front';
      const point = rack && {
        rackId: rack.id,
        face,
        xMm: (29 * which) % 600,
        yMm: 40 * which - 300,
      };
      return updated(
        cable,
        cable && point && { ...cable, waypoints: [...cable.waypoints, point].slice(-2) },
      );
    },
    () => updated(cable, cable && { ...cable, lengthM: 2, lengthForMm: 100 * which }),
    () =>
      updated(settings, {
        ...settings,
        cabling: { ...settings.cabling, slackPerEndM: which / 10, roundingM: 0.5 },
      }),
    () =>
      updated(rack, rack && { ...rack, widthMm: which % 2 === 0 ? 800 : 600, name: `R${which}` }),
    () =>
      updated(rack, rack && { ...rack, rowId: 'row-2', order: which % 3, maxPowerW: 100 * which }),
    () => ({ added: [], updated: [], removed: rack ? [rack] : [] }),
    () => ({ added: [], updated: [], removed: row ? [row] : [] }),
    () => ({ added: [], updated: [], removed: type ? [type] : [] }),
    () => updated(row, row && { ...row, order: which % 3 }),
    () => updated(type, type && { ...type, airflowCfm: null, model: `${type.model}'` }),
    () => updated(type, type && { ...type, category: which % 2 === 0 ? 'switch' : 'node' }),
    () =>
      updated(settings, { ...settings, supplyTempC: 20 + (which % 10), trayRiseMm: 10 * which }),
    () =>
      updated(settings, {
        ...settings,
        inputs: { ...settings.inputs, pathBudgetNs: which % 2 === 0 ? null : 10 * which },
      }),
    () =>
      updated(
        cable,
        cable && {
          ...cable,
          rail: which % 3 === 0 ? null : which % 3,
          fabric: which % 2 === 0 ? 'compute' : 'storage',
        },
      ),
    () =>
      updated(
        type,
        type && { ...type, hopNs: { value: 10 * which, provenance: 'datasheet', source: 'x' } },
      ),
    () => updated(row, row && { ...row, name: `row ${which}` }),
    () => {
      const inputs = {
        ...settings.inputs,
        trayWidthMm: which % 2 === 0 ? null : 1 + (which % 3),
        managerDepthMm: which % 3 === 0 ? null : which,
        standoffMm: which % 5 === 0 ? which : null,
      };
      return updated(settings, { ...settings, inputs });
    },
    () => updated(settings, { ...settings, name: `design ${which}` }),
    () => {
      const typeIds = [...design.deviceTypes.keys()].filter((_, at) => at % 3 === which % 3);
      const growth = typeIds.map((typeId) => ({ typeId, count: 1 + (which % 9) }));
      return updated(settings, { ...settings, growth });
    },
    () => {
      const held = device && design.deviceTypes.get(device.typeId);
      const reserved = held?.ports.filter((_, at) => at % 5 === which % 5).map(({ id }) => id);
      return updated(device, device && { ...device, reserved: reserved ?? [] });
    },
    () => {
      const doors = [null, 0.1, 0.4, 0.64, 0.9];
      const [frontDoorOpen = null, rearDoorOpen = null] = [doors[which % 5], doors[which % 4]];
      return updated(rack, rack && { ...rack, frontDoorOpen, rearDoorOpen });
    },
    () => updated(rack, rack && { ...rack, heightU: 36 + (which % 12) }),
    () => {
      const airflows = ['rear-to-front', 'left-to-right', 'passive'] as const;
      const airflow = airflows[which % 3] ?? 'mixed';
      const changed = { value: airflow, provenance: 'datasheet', source: 'x' } as const;
      return updated(type, type && { ...type, airflow: changed, powerMaxW: null });
    },
    () => {
      const [from, to] = [1 + (which % 30), 9 + (which % 30)];
      const opened = [...design.devices.values()].filter(
        ({ rackId, u }) => rackId === rack?.id && u >= from && u <= to,
      );
      return { added: [], updated: [], removed: opened };
    },
    () => ({ added: [waiverOf(design, which)], updated: [], removed: [] }),
    () => {
      const waiver = pick(design.waivers.values(), which);
      const on = `2026-11-${10 + (which % 20)}`;
      return updated(waiver, waiver && { ...waiver, on, numbers: `severity=note; n=${which}` });
    },
    () => {
      const waiver = pick(design.waivers.values(), which);
      return { added: [], updated: [], removed: waiver ? [waiver] : [] };
    },
    () => updated(row, row && { ...row, place: which % 4 === 0 ? null : placeOf(which) }),
    () => updated(rack, rack && { ...rack, gapMm: 100 * (which % 4), turned: which % 3 === 0 }),
    () => {
      const id = `area-${which % 3}`;
      const area = areaOf(id, which);
      const there = design.areas.get(id);
      if (there && which % 2 === 0) return { added: [], updated: [], removed: [there] };
      return there ? updated(there, area) : { added: [area], updated: [], removed: [] };
    },
    () => {
      const id = `pathway-${which % 3}`;
      const pathway = pathwayOf(id, which);
      const there = design.pathways.get(id);
      if (there && which % 2 === 0) return { added: [], updated: [], removed: [there] };
      return there ? updated(there, pathway) : { added: [pathway], updated: [], removed: [] };
    },
    () => {
      const settingsOf = { ...settings, rowPitchMm: 1200 + 100 * (which % 20) };
      return updated(settings, settingsOf);
    },
  ];
  return edits[what % edits.length]?.() ?? { added: [], updated: [], removed: [] };
}

const FACINGS: readonly Facing[] = ['north', 'east', 'south', 'west'];

function placeOf(which: number): RowPlace {
  const facing = FACINGS[which % 4] ?? 'south';
  return { xMm: 300 * (which % 9), yMm: 300 * (which % 13), facing };
}

function areaOf(id: string, which: number): Area {
  const purpose = AREA_PURPOSES[which % 5] ?? 'room';
  const at = { xMm: 200 * (which % 7) - 600, yMm: 200 * (which % 11) - 1200 };
  const size = { widthMm: 400 + 100 * which, depthMm: 400 + 50 * which };
  return { kind: 'area', id, name: `area ${which}`, purpose, contained: false, ...at, ...size };
}

/** Over the first row and down across the other; a narrow one is soon too full. */
function pathwayOf(id: string, which: number): Pathway {
  const level = which % 3 === 0 ? 'underfloor' : 'overhead';
  const y = 200 * (which % 5) - 600;
  const points = [
    { xMm: -500, yMm: y },
    { xMm: 300 + 10 * which, yMm: y },
    { xMm: 300 + 10 * which, yMm: 3000 },
  ];
  const size = { widthMm: which % 2 === 0 ? 300 : 5, heightMm: 20, riseMm: 10 * (which % 6) };
  return { kind: 'pathway', id, name: `pathway ${which}`, level, points, ...size };
}

/** A waiver of some finding as it is now. */
function waiverOf(design: Design, which: number): Waiver {
  const finding = pick(analyse(design).findings, which);
  return {
    kind: 'waiver',
    id: `waiver-${which}`,
    findingId: finding?.id ?? 'gone',
    reason: 'accepted',
    by: 'a person',
    on: '2026-11-20',
    numbers: finding ? numbersOf(finding) : '',
  };
}

const CHOICES = fc.array(fc.tuple(fc.nat(44), fc.nat(97)), { minLength: 1, maxLength: 8 });

/** Of the managers in the strips: in narrow ones cables go to the other side, until both are full. */
const NARROW_MM = 7;
const DEPTHS = fc.constantFrom(null, 3, NARROW_MM);

function withStrips(design: Design, managerDepthMm: number | null): Design {
  const { settings } = design;
  const inputs = { ...settings.inputs, managerDepthMm };
  return { ...design, settings: { ...settings, inputs } };
}

describe('laws', () => {
  test('edit by edit, and back again, gives what a fresh analysis gives', () => {
    fc.assert(
      fc.property(CHOICES, DEPTHS, (choices, managerDepthMm) => {
        const start = withStrips(twoRacks(), managerDepthMm);
        const analyser = createAnalyser(start);
        let design = start;
        const done: Diff[] = [];
        for (const choice of choices) {
          const diff = editOf(design, choice);
          const ids = new Set<string>([...recordsOf(design)].map(({ id }) => id));
          const clash = diff.added.some(({ id }) => ids.has(id));
          if (clash) continue;
          design = applyDiff(design, diff);
          done.push(diff);
          expect(plain(analyser.update(diff))).toEqual(plain(analyse(design)));
        }
        expect([...recordsOf(analyser.design)]).toEqual([...recordsOf(design)]);
        // What is drawn goes the same way as what is measured.
        const { cables } = analyser.analysis;
        const drawn = cables.map(({ id }) => routeCable(design, design.cables.get(id)!));
        const pathsM = drawn.map((route) => route && Math.round(route.pathMm) / 1000);
        expect(pathsM).toEqual(cables.map(({ pathM }) => pathM));
        for (const diff of done.reverse()) analyser.update(reverseDiff(diff));
        expect(plain(analyser.analysis)).toEqual(plain(analyse(start)));
      }),
      { numRuns: 60 },
    );
  });

  test('the order of the records does not matter', () => {
    const start = withStrips(twoRacks(), NARROW_MM);
    const wanted = plain(analyse(start));
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...recordsOf(start)], { minLength: [...recordsOf(start)].length }),
        (shuffled) => {
          expect(plain(analyse(designFromRecords(shuffled)))).toEqual(wanted);
        },
      ),
      { numRuns: 20 },
    );
  });

  test('never NaN, never infinite', () => {
    fc.assert(
      fc.property(CHOICES, (choices) => {
        let design = twoRacks();
        for (const choice of choices) {
          const diff = editOf(design, choice);
          if (diff.added.length === 0) design = applyDiff(design, diff);
        }
        const unsound: string[] = [];
        const walk = (value: unknown, path: string): void => {
          if (typeof value === 'number' && !Number.isFinite(value)) unsound.push(path);
          if (typeof value !== 'object' || value === null) return;
          for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
        };
        walk(analyse(design), '');
        expect(unsound).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test('every number of every finding has a name in words, and its derivation can be read', () => {
    fc.assert(
      fc.property(CHOICES, (choices) => {
        let design = twoRacks();
        for (const choice of choices) {
          const diff = editOf(design, choice);
          if (diff.added.length === 0) design = applyDiff(design, diff);
        }
        for (const finding of analyse(design).findings) {
          const { steps, values } = derivationOf(finding);
          const names = values.map(({ name }) => name);
          expect(names.filter((name) => !hasMessage(`analysis.value.${name}`))).toEqual([]);
          const lines = steps.flatMap((step) => step.lines.map(({ numbers }) => numbers ?? []));
          for (const line of lines) expect(notationText(line)).not.toMatch(/NaN|undefined/);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('ids of findings stand once', () => {
    for (const sample of ['first-rack', 'superpod-su']) {
      const ids = analyse(buildSample(sample)).findings.map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('an analysis that was handed out', () => {
  test('stays as it was, also the tables that were not read yet', () => {
    const analyser = createAnalyser(FIRST_RACK);
    const before = analyser.analysis;
    const wanted = plain(analyse(FIRST_RACK));
    const [cable] = FIRST_RACK.cables.values();
    analyser.update({ added: [], updated: [], removed: cable ? [cable] : [] });
    analyser.update({ added: [waiverOf(FIRST_RACK, 0)], updated: [], removed: [] });
    expect(plain(before)).toEqual(wanted);
    expect(analyser.analysis.cables).toHaveLength(before.cables.length - 1);
  });
});

test('a diff that does not fit is refused', () => {
  const analyser = createAnalyser(FIRST_RACK);
  const [cable] = FIRST_RACK.cables.values();
  const gone = { ...cable!, id: 'gone' };
  expect(() => analyser.update({ added: [cable!], updated: [], removed: [] })).toThrow(DiffError);
  expect(() => analyser.update({ added: [], updated: [], removed: [gone] })).toThrow(DiffError);
});
