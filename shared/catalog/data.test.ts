import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { FORM_FACTORS } from '../model/device-type.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import { hasMessage } from '../text/index.ts';
import { cableGeometryRows } from './cable-geometry.ts';
import {
  ashraeClass,
  cableGeometry,
  cableProducts,
  endPowerW,
  formFactorFacts,
  latencyRows,
  MEDIA,
  mediumFacts,
  packingFactors,
  packingRatios,
  pathwayFills,
  reachRows,
  stockLengthsM,
} from './index.ts';
import { cablePowerRows } from './media.ts';
import { sourceText } from './sources.ts';

const sourced = {
  source: z.string().min(1),
  confidence: z.enum(['high', 'medium', 'low']),
  recalled: z.boolean(),
};
const medium = z.enum(MEDIUM_IDS);
const positive = z.number().positive();
const text = z.string();

const reach = z.strictObject({
  name: text.min(1),
  medium,
  speedGbps: positive.nullable(),
  laneGbps: positive,
  lanes: z.int().positive(),
  maxM: z.number().min(0),
  minM: positive.nullable(),
  awg: z.int().min(20).max(36).nullable(),
  assembly: z.enum(['straight', 'splitter']).nullable(),
  basis: z.enum(['standard', 'product', 'consortium', 'msa', 'vendor-typical']),
  fec: text,
  note: text,
  ...sourced,
});

const geometry = z.strictObject({
  name: text.min(1),
  media: z.array(medium).min(1),
  odMm: positive.nullable(),
  odToleranceMm: z.tuple([z.number().max(0), z.number().min(0)]).nullable(),
  awg: z.int().nullable(),
  lanes: z.int().positive().nullable(),
  bendSingleMm: positive.nullable(),
  bendRepeatedMm: positive.nullable(),
  kgPerM: positive.nullable(),
  status: z.enum(['published', 'derived', 'estimate']),
  note: text,
  ...sourced,
});

const power = z.strictObject({
  name: text.min(1),
  medium,
  speedGbps: positive,
  typicalW: positive.nullable(),
  maxW: positive.nullable(),
  note: text,
  ...sourced,
});

const latency = z.strictObject({
  name: text.min(1),
  value: positive,
  low: positive.nullable(),
  high: positive.nullable(),
  unit: z.enum(['ns', 'ns/m']),
  note: text,
  ...sourced,
});

const formFactor = z.strictObject({
  formFactor: z.enum(FORM_FACTORS),
  cageWidthMm: positive,
  cageHeightMm: positive,
  moduleLengthMm: positive.nullable(),
  cagePitchMinMm: positive.nullable(),
  portsPerUMax: z.int().positive().nullable(),
  lanes: z.int().positive().nullable(),
  powerClassMaxW: positive.nullable(),
  note: text,
  ...sourced,
});

const range = z.tuple([z.number(), z.number()]).refine(([low, high]) => low < high);
const ashrae = z.strictObject({
  id: z.enum(['A1', 'A2', 'A3', 'A4', 'H1']),
  recommendedC: range,
  allowableC: range,
  derateMPerK: positive,
  note: text,
  ...sourced,
});

const packing = z.strictObject({ name: text, phi: positive.max(1), note: text, ...sourced });
const fill = z.strictObject({ name: text, fillMax: positive.max(1), note: text, ...sourced });

describe('the data files', () => {
  it.each([
    ['reach', reachRows, reach],
    ['cable geometry', cableGeometryRows, geometry],
    ['cable power', cablePowerRows, power],
    ['latency', latencyRows, latency],
    ['packing', packingFactors, packing],
    ['pathway fill', pathwayFills, fill],
    ['ASHRAE', (['A1', 'A2', 'A3', 'A4', 'H1'] as const).map(ashraeClass), ashrae],
    ['form factors', FORM_FACTORS.flatMap((name) => formFactorFacts(name) ?? []), formFactor],
  ] as const)('hold %s rows of one shape, each with its sources', (_name, rows, schema) => {
    expect(rows.length).toBeGreaterThan(0);
    expect(z.array(schema).safeParse(rows).error?.message).toBeUndefined();
  });

  it('know the size of every form factor but `other`', () => {
    const unknown = FORM_FACTORS.filter((name) => formFactorFacts(name) === null);
    expect(unknown).toEqual(['other']);
  });

  it('refuse a source that nobody wrote down', () => {
    expect(() => sourceText('S03 S999')).toThrow(/S999/);
  });
});

describe('media', () => {
  it.each(MEDIUM_IDS)('%s has a name, a ladder of lengths and a jacket', (id) => {
    const facts = mediumFacts(id);
    expect(hasMessage(facts.nameKey)).toBe(true);
    expect(hasMessage(`${facts.nameKey}.short`)).toBe(true);
    const ladder = stockLengthsM(id, 800);
    expect(ladder.length).toBeGreaterThan(1);
    expect([...ladder].sort((a, b) => a - b)).toEqual(ladder);
    expect(cableGeometry(id, 8, null)?.odMm).toBeGreaterThan(0);
  });

  it('has each medium once', () => {
    expect([...MEDIA.keys()].toSorted()).toEqual([...MEDIUM_IDS].toSorted());
  });

  it('sells passive copper of 800G to 3 m as a splitter, and of 100G to 5 m', () => {
    expect(stockLengthsM('dac', 800)).toEqual([0.5, 1, 1.5, 2, 2.5, 3]);
    expect(stockLengthsM('dac', 100).at(-1)).toBe(5);
  });

  it('lets a copper plug take the cage, and a fibre plug one port of it', () => {
    expect(mediumFacts('dac').plug).toBe('cage');
    expect(mediumFacts('mmf').plug).toBe('port');
  });

  it('knows the power of an end, scales it to a rate without a row, and says so', () => {
    expect(endPowerW('mmf', 400)).toMatchObject({ value: 8, provenance: 'datasheet' });
    expect(endPowerW('lpo', 400)).toMatchObject({ value: 4.25, provenance: 'derived' });
    expect(endPowerW('dac', 400)).toMatchObject({ value: 0.02, provenance: 'datasheet' });
    expect(endPowerW('base-t', 1)).toBeNull();
  });
});

describe('reach', () => {
  const straight800 = reachRows.filter(
    (row) => row.medium === 'dac' && row.laneGbps === 100 && row.assembly === 'straight',
  );

  it('keeps straight and splitter products apart: 2 m and 3 m at 800G', () => {
    expect(Math.max(...straight800.map((row) => row.maxM))).toBe(2);
    const splitters = cableProducts.filter(
      (row) => row.medium === 'dac' && row.laneGbps === 100 && row.assembly === 'splitter',
    );
    expect(Math.max(...splitters.map((row) => row.maxM))).toBe(3);
  });

  it('has the IEEE objectives of 802.3cd, 802.3ck and P802.3dj', () => {
    const standard = (laneGbps: number): number[] =>
      reachRows
        .filter(
          (row) => row.basis === 'standard' && row.medium === 'dac' && row.laneGbps === laneGbps,
        )
        .map((row) => row.maxM);
    expect(standard(50)).toEqual([3]);
    expect(standard(100)).toEqual([2, 2]);
    expect(standard(200)).toEqual([1]);
  });
});

describe('jackets', () => {
  it('takes the published planning value where the gauge is open', () => {
    expect(cableGeometry('dac', 8, null)).toMatchObject({ odMm: 9.43, kgPerM: 0.045 });
    expect(cableGeometry('dac', 8, 26)).toMatchObject({ odMm: 9.43, kgPerM: 0.11 });
    expect(cableGeometry('dac', 8, 30)?.odMm).toBe(6.7);
    expect(cableGeometry('dac', 4, 30)?.odMm).toBe(4.5);
  });

  it('takes an LC jacket for one lane and an MPO jacket for four', () => {
    expect(cableGeometry('smf', 1, null)?.odMm).toBe(2);
    expect(cableGeometry('smf', 4, null)?.odMm).toBe(3);
  });
});

describe('packing', () => {
  it('has the ratios of physics.md, case V13', () => {
    expect([2, 3, 7, 12, 19].map((n) => packingRatios[n - 1])).toEqual([
      2, 2.1547, 3, 4.0296, 4.8637,
    ]);
  });
});
