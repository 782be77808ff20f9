import { describe, expect, it } from 'vitest';
import { hall } from '../connect/fixture-hall.ts';
import type { Design } from '../model/design.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, DesignSettings, PortRef } from '../model/records.ts';
import { sayReason } from '../rules/verdict.ts';
import { SAMPLES } from '../samples/index.ts';
import { cableNames, endLabels, parseTemplate } from './index.ts';

const design = hall({ nodes: 2, leaves: 2 });
const ref = (device: string, portId: string): PortRef => ({ deviceId: `device-${device}`, portId });

function cable(over: Partial<Cable> = {}): Cable {
  return newCable({
    id: 'x',
    label: 'C0007',
    medium: 'mmf',
    ends: { a: [ref('dgx-01', 'osfp-1.1')], b: [ref('leaf-1', 'osfp-3.2')] },
    ...over,
  });
}

function withCabling(over: Partial<DesignSettings['cabling']>): Design {
  const { settings } = design;
  return { ...design, settings: { ...settings, cabling: { ...settings.cabling, ...over } } };
}

const labelled = (template: string, over: Partial<Cable> = {}) =>
  endLabels(withCabling({ labelTemplate: template }), cable(over));

describe('what is printed at the ends', () => {
  it('rack, unit and port, near end first, unless somebody says otherwise', () => {
    expect(endLabels(design, cable())).toEqual({
      a: ['N01-03:rail0/L01-39:3/2'],
      b: ['L01-39:3/2/N01-03:rail0'],
    });
  });

  it('every token', () => {
    const template =
      '{row} {rack} {u} {device} {port:2} {cage} {face} | {cable} {fabric} {rail:2} {medium} {length}';
    expect(labelled(template, { fabric: 'compute', rail: 3, lengthM: 2.5 }).b).toEqual([
      'A L01 39 leaf-1 03/2 3 rear | C0007 compute 03 MMF 2.5m',
    ]);
    expect(labelled('{far.device}{rail}{fabric}{length}').a).toEqual(['leaf-1']);
  });

  it('one for each opening: a straight plug has one, a breakout one a leg', () => {
    const straight = {
      medium: 'dac' as const,
      ends: {
        a: [ref('leaf-1', 'osfp-1.1'), ref('leaf-1', 'osfp-1.2')],
        b: [ref('leaf-2', 'osfp-1.1'), ref('leaf-2', 'osfp-1.2')],
      },
    };
    expect(labelled('{device} {port}', straight)).toEqual({
      a: ['leaf-1 1/1+1'],
      b: ['leaf-2 1/1+1'],
    });
    const split = {
      ends: {
        a: [ref('leaf-1', 'osfp-1.1'), ref('leaf-1', 'osfp-1.1')],
        b: [ref('dgx-01', 'osfp-1.1'), ref('dgx-02', 'osfp-1.1')],
      },
    };
    expect(labelled('{device}>{far.device}', split)).toEqual({
      a: ['leaf-1>dgx-01+1'],
      b: ['dgx-01>leaf-1', 'dgx-02>leaf-1'],
    });
  });

  it('no two ends of a sample are called the same', () => {
    for (const sample of SAMPLES) {
      const built = sample.build();
      const labels = [...built.cables.values()].flatMap((each) => {
        const { a, b } = endLabels(built, each);
        return [...a, ...b];
      });
      expect(labels.length).toBeGreaterThan(0);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('an end that the design does not hold is empty', () => {
    expect(endLabels(design, cable({ ends: { a: [ref('gone', 'x')], b: [] } }))).toEqual({
      a: ['-:/-:'],
      b: [],
    });
  });
});

describe('a template that cannot be read says where and why', () => {
  it.each([
    ['{rack', 'label', 0, 'is not closed'],
    ['a}', 'label', 1, 'without a'],
    ['plain', 'label', 0, 'Without a token'],
    ['{rack}{colour}', 'label', 6, '“colour” is no token; there are row, rack'],
    ['{far.cable}', 'label', 0, 'nothing of the far end'],
    ['{n}', 'label', 0, 'counts new cables'],
    ['{cable}', 'id', 0, 'from itself'],
    ['{n:10}', 'id', 0, 'At most 9'],
    ['{}', 'id', 0, '“” is no token'],
  ] as const)('%s', (template, kind, at, text) => {
    const answer = parseTemplate(template, kind);
    expect(answer.ok ? null : [answer.at, sayReason(answer.reason)]).toEqual([
      at,
      expect.stringContaining(text),
    ]);
  });
});

describe('names of new cables', () => {
  it('count on from the cables that are there', () => {
    const cables = new Map([['x', cable({ label: 'C0001' })]]);
    const name = cableNames({ ...design, cables });
    expect([name(cable()), name(cable())]).toEqual(['C0002', 'C0003']);
  });

  it('what is taken is not given', () => {
    const cables = new Map([['x', cable({ label: 'C0002' })]]);
    expect(cableNames({ ...design, cables })(cable())).toBe('C0003');
  });

  it('count within what else is in the template', () => {
    const name = cableNames(withCabling({ idTemplate: '{rack}-{far.rack}-{n:2}' }));
    const other = cable({
      ends: { a: [ref('leaf-1', 'osfp-1.1')], b: [ref('leaf-2', 'osfp-1.1')] },
    });
    expect([name(cable()), name(other), name(cable())]).toEqual([
      'N01-L01-01',
      'L01-L01-01',
      'N01-L01-02',
    ]);
  });

  it('are told apart where the template does not', () => {
    const name = cableNames(withCabling({ idTemplate: '{device}' }));
    expect([name(cable()), name(cable()), name(cable())]).toEqual([
      'dgx-01',
      'dgx-01-2',
      'dgx-01-3',
    ]);
  });
});
