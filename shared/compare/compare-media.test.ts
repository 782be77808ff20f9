/** The comparison on the worked switch (physics.md, section 7): the arithmetic stands beside each number. */
import { describe, expect, it } from 'vitest';
import { design, device, link, twin, workedSwitch } from '../analysis/fixture-design.ts';
import { analyse } from '../analysis/index.ts';
import type { Cable } from '../model/records.ts';
import { buildSample } from '../samples/index.ts';
import { COLUMN_IDS, type ColumnId } from './columns.ts';
import { compareMedia, comparisonSteps } from './compare-media.ts';
import type { Column, Comparison, FigureName } from './types.ts';

function column(comparison: Comparison, id: ColumnId): Column {
  const found = comparison.columns.find((each) => each.id === id);
  if (!found) throw new Error(`no column ${id}`);
  return found;
}

function value(comparison: Comparison, id: ColumnId, name: FigureName): number | null {
  return column(comparison, id).figures[name].value;
}

/** One straight 800G cable between two switches, two links of 400G over four lanes of 100G each. */
const one = design([
  device('low', 10),
  device('high', 12),
  twin(0, 'low', 'high', { lengthM: null }),
]);

describe('one straight 800G cable in every medium', () => {
  const compared = compareMedia(one);
  const row = analyse(one).cables[0]!;

  it('is made column by column, and says the same on an analysis that is there', () => {
    const steps = comparisonSteps(one, () => analyse(one));
    const done: number[] = [];
    let step = steps.next();
    for (; step.done !== true; step = steps.next()) done.push(step.value);
    expect(done).toEqual(COLUMN_IDS.slice(1).map((_, i) => i + 1));
    expect(step.value).toEqual(compared);
  });

  it('has all columns in their order', () => {
    expect(compared.format).toBe('plenum.comparison/1');
    expect(compared.columns.map(({ id }) => id)).toEqual([...COLUMN_IDS]);
    expect(compared.kept).toEqual({ power: 0, baseT: 0 });
  });

  it.each<[ColumnId, number]>([
    ['dac', 2 * 2 * 0.02], // two links, two ends, 0.02 W typical at any rate
    ['aec', 2 * 2 * 4.5], // Credo 400G: 4.5 W typical an end
    ['aoc', 2 * 2 * 8], // 400G AOC: 8 W
    ['smf', 2 * 2 * 8], // 400G DR4: 8 W; the 800G module that holds two draws 16 W
    ['lpo', 2 * 2 * 4.25], // 800G LPO 8.5 W, half for 400G
    ['cpo', 2 * 2 * 2.25], // 9 W for a 1.6T port, a quarter for 400G
  ])('%s draws %d W', (id, watts) => {
    expect(value(compared, id, 'watts')).toBeCloseTo(watts, 9);
    // Over 2 x 400 Gb/s one way: W / 800 Gb/s = nJ a bit.
    expect(value(compared, id, 'picojoulesPerBit')).toBeCloseTo((1000 * watts) / 800, 9);
  });

  it.each<[ColumnId, number | null]>([
    ['dac', 0],
    ['acc', 3],
    ['aec', 120], // two retimers of 60 ns
    ['aoc', 80], // a DSP of 40 ns at each end
    ['smf', 80],
    ['lpo', 6],
    ['cpo', null], // not published
  ])('%s adds %s ns', (id, ns) => {
    expect(value(compared, id, 'addedNs')).toBe(ns);
  });

  it('says what is missing where the delay is not published', () => {
    const { addedNs } = column(compared, 'cpo').figures;
    expect(addedNs).toMatchObject({ value: null, unknownParts: 2, atLeast: false });
    expect(addedNs.missing).toEqual(['medium cpo: addedLatencyNs']);
  });

  it('parts one straight plug into one fibre a port, and leaves it whole for fixed ends', () => {
    expect(compared.columns.map(({ cables }) => cables)).toEqual([1, 1, 1, 1, 1, 2, 2, 2, 1]);
  });

  it('adds up sections: pi/4 of 8.2 or 9.43 mm copper, of two 3 mm fibres', () => {
    const mm2 = (id: ColumnId): number | null => value(compared, id, 'crossSectionMm2');
    expect(mm2('as-drawn')).toBeCloseTo((Math.PI / 4) * (row.odMm ?? 0) ** 2, 6);
    expect(mm2('aoc')).toBeCloseTo((Math.PI / 4) * 9, 6);
    expect(mm2('smf')).toBeCloseTo((2 * Math.PI * 9) / 4, 6);
  });

  it('weighs per metre sold: AOC 0.009 kg/m, two fibres of 0.009 kg/m each', () => {
    // Both need row.requiredM or 0.315 m more for fibre; the shortest sold are 1 m of AOC and 2 m of fibre.
    expect(row.requiredM).toBeLessThan(1);
    expect(value(compared, 'aoc', 'cableKg')).toBeCloseTo(0.009 * 1, 9);
    expect(value(compared, 'smf', 'cableKg')).toBeCloseTo(2 * 0.009 * 2, 9);
    // 2 m at 4.9 ns/m and 80 ns of DSP.
    expect(value(compared, 'smf', 'linkNs')).toBeCloseTo(2 * 4.9 + 80, 9);
  });

  it('needs a cage an end, 32 to 36 to the unit; co-packaged an MPO of 8 fibres a port', () => {
    expect(value(compared, 'dac', 'cages')).toBe(2);
    expect(column(compared, 'dac').figures.faceplateU.band).toEqual({
      low: 2 / 36,
      nominal: 2 / 32,
      high: 2 / 32,
    });
    // Four ports of four lanes: ceil(2*4/8) = 1 MPO each, 36 to the unit.
    expect(value(compared, 'cpo', 'cages')).toBe(4);
    expect(value(compared, 'cpo', 'faceplateU')).toBeCloseTo(4 / 36, 9);
  });

  it('flags what cannot be plugged, with the reason, and still counts', () => {
    const cpo = column(compared, 'cpo');
    expect(cpo.hypothetical).toBe(true);
    expect(cpo.links).toMatchObject({ total: 2, ok: 2, cannotPlug: 2 });
    expect(cpo.refused).toMatchObject([{ key: 'rules.mediumMisfit', links: 2 }]);
    expect(column(compared, 'dac').hypothetical).toBe(false);
  });

  it('takes the cheapest that reaches', () => {
    expect(column(compared, 'cheapest').media).toEqual({ dac: 2 });
  });
});

describe('what is not compared', () => {
  const kept = (ends: Partial<Cable['ends']>): Comparison => {
    const beside = link(1, 'low', 'high', { medium: 'base-t' });
    return compareMedia(
      design([
        device('low', 10),
        device('high', 12),
        link(0, 'low', 'high', { medium: 'mmf' }),
        { ...beside, ends: { ...beside.ends, ...ends } },
      ]),
    );
  };

  it('keeps others out of the opening that it fills', () => {
    const inOneCage = kept({ a: [{ deviceId: 'low', portId: 'port-0b' }] });
    expect(inOneCage.kept.baseT).toBe(1);
    for (const id of ['dac', 'smf'] as const) {
      expect(column(inOneCage, id).refused).toMatchObject([{ key: 'rules.cageTaken', links: 1 }]);
    }
  });

  it('is in nobody’s way elsewhere', () => {
    for (const id of ['dac', 'smf'] as const) expect(column(kept({}), id).refused).toEqual([]);
  });
});

describe('links over the reach of copper', () => {
  const su = compareMedia(buildSample('superpod-su'));

  it('counts every link once', () => {
    for (const { links } of su.columns) {
      expect(links.total).toBe(508);
      expect(links.ok + links.vendorOnly + links.over + links.unknown).toBe(508);
    }
  });

  it('never turns an unknown reach green', () => {
    // 400G AEC of four lanes is in no table.
    expect(column(su, 'aec').links.unknown).toBeGreaterThan(0);
    expect(column(su, 'cheapest').links).toMatchObject({ over: 0, unknown: 0 });
    expect(column(su, 'cheapest').links.ok).toBe(508);
  });

  it('shares no cage between plugs with fixed ends', () => {
    // 31 nodes x 4, the manager 4; of 8 leaves 16 down and 16 up; 4 spines x 32: 124 + 4 + 256 + 128.
    expect(value(su, 'smf', 'cages')).toBe(512);
    // 248 links that part at both ends need two each, two breakouts three, 128 straight cables two: 496 + 6 + 256.
    expect(value(su, 'aoc', 'cages')).toBe(758);
    expect(column(su, 'aoc').links.cannotPlug).toBe(248);
  });

  it('adds up what the fans need to keep the flow, of the devices whose airflow is known', () => {
    const { fanWatts } = column(su, 'smf').figures;
    expect(fanWatts.value).toBeGreaterThan(0);
    // The manager's airflow is not published.
    expect(fanWatts).toMatchObject({ provenance: 'assumed', atLeast: true, unknownParts: 1 });
    expect(value(su, 'dac', 'fanWatts')).toBeGreaterThan(fanWatts.value ?? 0);
  });

  it('is fullest where the analysis says, and copper fills more than fibre', () => {
    const { fullestPlace, figures } = column(su, 'as-drawn');
    const { pathways } = analyse(buildSample('superpod-su'));
    const most = Math.max(...pathways.map(({ sectionMm2 }) => sectionMm2));
    expect(figures.fullestMm2.value).toBe(most);
    expect(pathways.find(({ id }) => id === fullestPlace?.id)?.sectionMm2).toBe(most);
    expect(value(su, 'smf', 'fullestMm2')).toBeLessThan(most);
  });

  it('has a slowest way between nodes, a lower bound where the medium is not published', () => {
    const { slowestPath, figures } = column(su, 'smf');
    const { flightNs, addedNs, switchNs, knownNs } = slowestPath!;
    expect((flightNs ?? 0) + (addedNs ?? 0) + switchNs).toBeCloseTo(knownNs, 6);
    expect(figures.pathNs).toMatchObject({ value: knownNs, atLeast: false });
    expect(column(su, 'cpo').figures.pathNs.atLeast).toBe(true);
  });
});

describe('truth of conversion', () => {
  /** Cage 0 of the low switch feeds cages 0 and 1 of the high one: a breakout. */
  const split = (over: Partial<Cable> = {}): Cable =>
    twin(0, 'low', 'high', {
      ends: {
        a: [
          { deviceId: 'low', portId: 'port-0a' },
          { deviceId: 'low', portId: 'port-0b' },
        ],
        b: [
          { deviceId: 'high', portId: 'port-0a' },
          { deviceId: 'high', portId: 'port-1a' },
        ],
      },
      ...over,
    });

  it('a breakout stays one cable in every medium', () => {
    const compared = compareMedia(design([device('low', 10), device('high', 12), split()]));
    expect(compared.columns.map(({ cables }) => cables)).toEqual(COLUMN_IDS.map(() => 1));
    // One cage on one side, two on the other.
    expect(value(compared, 'aec', 'cages')).toBe(3);
  });

  it('fibres that part from one cage become a breakout, those between two cages a straight cable', () => {
    const fibres = (b: 'port-0b' | 'port-1a') => [
      link(0, 'low', 'high', { id: 'f1', medium: 'smf', awg: null }),
      link(0, 'low', 'high', {
        id: 'f2',
        medium: 'smf',
        awg: null,
        ends: {
          a: [{ deviceId: 'low', portId: 'port-0b' }],
          b: [{ deviceId: 'high', portId: b }],
        },
      }),
    ];
    for (const b of ['port-0b', 'port-1a'] as const) {
      const compared = compareMedia(design([device('low', 10), device('high', 12), ...fibres(b)]));
      expect(column(compared, 'as-drawn').cables).toBe(2);
      expect(column(compared, 'dac')).toMatchObject({ cables: 1, hypothetical: false });
      expect(value(compared, 'dac', 'cages')).toBe(b === 'port-0b' ? 2 : 3);
    }
  });

  it('a sum over ports of unknown speed is a lower bound', () => {
    const type = workedSwitch();
    const half = {
      ...type,
      ports: type.ports.map((p, at) => ({ ...p, speedGbps: at < 2 ? p.speedGbps : null })),
    };
    const compared = compareMedia(
      design(
        [device('low', 10), device('high', 12), twin(0, 'low', 'high'), twin(1, 'low', 'high')],
        half,
      ),
    );
    const { watts } = column(compared, 'smf').figures;
    expect(watts).toMatchObject({ value: 32, atLeast: true, unknownParts: 2 });
    expect(watts.missing.length).toBeGreaterThan(0);
  });
});
