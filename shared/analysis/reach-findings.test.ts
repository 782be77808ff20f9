import { describe, expect, test } from 'vitest';
import { design, device, found, twin, valueOf, workedSwitch } from './fixture-design.ts';
import { analyse } from './index.ts';

describe('reach', () => {
  const pair = [device('low', 2), device('high', 40)];

  test('the row says how the length was found', () => {
    const row = analyse(design([...pair, twin(0, 'low', 'high')])).cables[0]!;
    expect(row.slackM).toBe(0.3);
    expect(row.requiredM).toBeCloseTo((row.pathM! + 0.3) * 1.05, 3);
    expect(row.stockM).toBeGreaterThanOrEqual(row.requiredM!);
    expect(row).toMatchObject({ laneGbps: 100, lanes: 8, odMm: 9.43, lengthSource: 'estimated' });
    expect(row.weightKg).toBeCloseTo(0.11 * row.lengthM!, 6);
  });

  test('over: an error that says what, where and how much', () => {
    const finding = found(analyse(design([...pair, twin(0, 'low', 'high')])), 'reach:cable-1')!;
    expect(finding.severity).toBe('error');
    expect(finding.message).toMatch(
      /^Passive copper C1, low → high, needs 2\.\d\d m\. It reaches 2\.00 m: 800GBASE-CR8/,
    );
    expect(valueOf(finding, 'margin')).toBeLessThan(0);
    expect(finding.subjects.map(({ id }) => id)).toEqual(['cable-1', 'low', 'high']);
  });

  test('over the standard, but a product is sold: a warning that names it', () => {
    const split = twin(0, 'low', 'high', {
      lengthM: 2.9,
      ends: {
        a: [0, 1].map((i) => ({ deviceId: 'low', portId: `port-0${'ab'[i]}` })),
        b: [0, 1].map((i) => ({ deviceId: 'high', portId: `port-${i}a` })),
      },
    });
    const finding = found(analyse(design([...pair, split])), 'reach:cable-1')!;
    expect(finding.severity).toBe('warning');
    expect(finding.message).toContain('NVIDIA MCP7Y10');
    expect(valueOf(finding, 'limit')).toBe(2);
    expect(valueOf(finding, 'productReach')).toBe(3);
  });

  test('within a tenth of the limit: a warning', () => {
    const near = twin(0, 'low', 'high', { lengthM: 1.95 });
    const analysis = analyse(design([device('low', 2), device('high', 4), near]));
    expect(found(analysis, 'reach:cable-1')!.message).toContain('0.05 m to spare');
    expect(analysis.cables[0]!.verdict).toBe('ok');
  });

  test('an unknown gauge that decides: a warning that asks for it', () => {
    const cable = twin(0, 'low', 'high', { awg: null, lengthM: 1.5 });
    const analysis = analyse(design([device('low', 2), device('high', 4), cable]));
    const finding = found(analysis, 'reach:cable-1')!;
    expect(finding.severity).toBe('warning');
    expect(finding.missing).toEqual(['cable cable-1: wire gauge']);
    expect(analysis.cables[0]!.verdict).toBe('over');
  });

  test('a length that was entered and is too short', () => {
    const analysis = analyse(design([...pair, twin(0, 'low', 'high', { lengthM: 1 })]));
    const finding = found(analysis, 'reach:cable-1:short')!;
    expect(finding.severity).toBe('error');
    expect(valueOf(finding, 'missingLength')).toBeCloseTo(valueOf(finding, 'required') - 1, 9);
    expect(analysis.cables[0]).toMatchObject({
      lengthM: 1,
      lengthSource: 'entered',
      verdict: 'ok',
    });
  });

  test('light within its reach is fine; beyond it is over', () => {
    const cable = (lengthM: number) =>
      twin(0, 'low', 'high', { medium: 'aoc', awg: null, lengthM });
    expect(analyse(design([...pair, cable(20)])).cables[0]!.verdict).toBe('ok');
    expect(analyse(design([...pair, cable(60)])).cables[0]!.verdict).toBe('over');
  });

  test('lanes that nobody knows: not judged, and said', () => {
    const type = workedSwitch();
    const blind = { ...type, ports: type.ports.map((port) => ({ ...port, speedGbps: null })) };
    const analysis = analyse(design([...pair, twin(0, 'low', 'high')], blind));
    expect(analysis.cables[0]!.verdict).toBe('unknown');
    const finding = found(analysis, 'reach:unknown:dac')!;
    expect(finding.missing).toContain('device type Worked: port 1a: speed');
  });

  test('a cable into the void is an error', () => {
    const analysis = analyse(design([device('low', 2), twin(0, 'low', 'gone')]));
    expect(found(analysis, 'data:ends:dac')!.severity).toBe('error');
    expect(analysis.cables[0]).toMatchObject({ pathM: null, verdict: 'unknown' });
  });
});
