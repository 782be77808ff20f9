import { describe, expect, it } from 'vitest';
import { analyse } from '../../analysis/index.ts';
import { reachMargin } from '../../analysis/reach-margin.ts';
import type { CableRow } from '../../analysis/types.ts';
import { buildSample } from '../../samples/index.ts';
import { reachStep, signedMetres } from './cable-reach.ts';
import { overlayLens } from './lens.ts';
import { stepOf } from './overlay-kind.ts';

const design = buildSample('superpod-su');
const analysis = analyse(design);

describe('the steps of a scale', () => {
  it('begin where the legend says', () => {
    expect([0, 0.24, 0.25, 0.5, 0.99, 1].map((share) => stepOf('ports', share))).toEqual([
      0, 0, 1, 2, 3, 4,
    ]);
    expect([9.9, 10, 44.4, 44.45].map((mm) => stepOf('bundles', mm))).toEqual([0, 1, 3, 4]);
    expect([0.09, 0.1, 0.2, 0.35, 0.5].map((share) => stepOf('blocked', share))).toEqual([
      0, 1, 2, 3, 4,
    ]);
    expect([29.9, 30, 45, 50, 60].map((celsius) => stepOf('outlet', celsius))).toEqual([
      0, 1, 2, 3, 4,
    ]);
  });
});

describe('the reach of a cable', () => {
  const row: CableRow = {
    ...analysis.cables[0]!,
    lengthSource: 'estimated',
    requiredM: 1.5,
    reachStandardM: 2,
    reachProductM: 3,
    verdict: 'ok',
  };

  it('is judged by the share of its limit that is left', () => {
    expect(reachMargin(row)).toEqual({ neededM: 1.5, limitM: 2, spareM: 0.5 });
    expect(reachStep(row)).toBe(0);
    expect(reachStep({ ...row, requiredM: 1.7 })).toBe(1);
    expect(reachStep({ ...row, requiredM: 1.9 })).toBe(2);
    expect(reachStep({ ...row, verdict: 'vendor-only', requiredM: 2.5 })).toBe(3);
    expect(reachStep({ ...row, verdict: 'over', requiredM: 3.5 })).toBe(4);
    expect(reachMargin({ ...row, verdict: 'over', requiredM: 3.5 })?.spareM).toBe(-0.5);
  });

  it('is unknown where nobody knows, and never at ease', () => {
    expect(reachStep({ ...row, verdict: 'unknown' })).toBeNull();
  });

  it('is written with its sign', () => {
    expect(signedMetres(0.5)).toBe('+0.5\u202fm');
    expect(signedMetres(-0.54)).toBe('−0.54\u202fm');
  });
});

describe('what an overlay reads', () => {
  it('are the numbers of the analysis', () => {
    for (const row of analysis.devices) {
      const blocked = overlayLens('blocked', analysis, design).read(row.id, 'rear');
      if (blocked) expect(blocked.step).toBe(stepOf('blocked', row.blockedFraction.rear));
      const outlet = overlayLens('outlet', analysis, design).read(row.id, 'rear');
      if (!outlet) continue;
      expect(outlet.step).toBe(row.outletC && stepOf('outlet', row.outletC.nominal));
    }
  });

  it('counts ports for data, without consoles and power', () => {
    const { read } = overlayLens('ports', analysis, design);
    const row = analysis.ports.find(({ kind, used }) => kind === 'interface' && used > 0)!;
    const own = analysis.ports.filter(
      ({ device, kind }) =>
        device === row.device && (kind === 'interface' || kind === 'front' || kind === 'rear'),
    );
    const used = own.reduce((sum, each) => sum + each.used, 0);
    const total = own.reduce((sum, each) => sum + each.total, 0);
    expect(read(row.device, 'front')?.text()).toBe(`${used}/${total}`);
  });

  it('is unknown where a cable has no known diameter', () => {
    const [cable] = analysis.cables;
    const cables = analysis.cables.map((row) => (row === cable ? { ...row, odMm: null } : row));
    const { deviceId } = design.cables.get(cable!.id)!.ends.a[0]!;
    for (const kind of ['bundles', 'blocked'] as const) {
      const reading = overlayLens(kind, { ...analysis, cables }, design).read(deviceId, 'rear');
      expect(reading?.step).toBeNull();
      expect(reading?.told()).toBe('1 cable is of unknown diameter');
    }
  });

  it('takes the worst cable of a device', () => {
    const lens = overlayLens('reach', analysis, design);
    const over = analysis.cables.filter(({ verdict }) => verdict === 'over');
    expect(over.length).toBeGreaterThan(0);
    for (const { id } of over) {
      expect(lens.cableStep(id)).toBe(4);
      for (const { deviceId } of design.cables.get(id)!.ends.a) {
        expect(lens.read(deviceId, 'front')?.step).toBe(4);
      }
    }
  });
});
