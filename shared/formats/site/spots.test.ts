import { describe, expect, it } from 'vitest';
import { cagePlace, portRange, rackSpot, unitOf } from './spots.ts';
import { colourOf, lengthInMm, mediumOf, quantityOf } from './words.ts';

describe('a place in a rack', () => {
  it('is a rack and a unit in one cell', () => {
    expect(rackSpot('R01/U12', true)).toEqual({ rack: 'R01', u: 12 });
    expect(rackSpot('DC1-A-07 U10.5', true)).toEqual({ rack: 'DC1-A-07', u: 10.5 });
    expect(rackSpot('R01-12', false)).toEqual({ rack: 'R01', u: 12 });
    expect(rackSpot('R01-12', true)).toEqual({ rack: 'R01-12', u: null });
    expect(rackSpot('316', false)).toEqual({ rack: '316', u: null });
  });
  it('is the lower unit where a range is written', () => {
    expect(['12', 'U12', 'RU 07', 'U12-U19', '19-12', '10.5', 'top'].map(unitOf)).toEqual([
      12,
      12,
      7,
      12,
      12,
      10.5,
      null,
    ]);
  });
});

describe('a port', () => {
  it('may stand for a range', () => {
    expect(portRange('swp1-4')).toEqual(['swp1', 'swp2', 'swp3', 'swp4']);
    expect(portRange('1/1-1/3')).toEqual(['1/1', '1/2', '1/3']);
    expect(portRange('P[08-10]/1')).toEqual(['P08/1', 'P09/1', 'P10/1']);
    expect(portRange('swp1-eth4')).toBeNull();
    expect(portRange('4-1')).toBeNull();
    expect(portRange('mlx5_0')).toBeNull();
    expect(portRange('1-99999999')).toBeNull();
  });
  it('names an opening and a place in it in the spellings of the field', () => {
    for (const name of ['7/2', 'sw7p2', 'swp7s1', 'P6.1', 'OSFP7.2', 'OSFP7/2', 'QSFP-DD7/2']) {
      expect([name, cagePlace(name)]).toEqual([name, { cage: 7, sub: 2 }]);
    }
    expect(cagePlace('swp12')).toEqual({ cage: 12, sub: null });
    expect(cagePlace('mlx5_0')).toBeNull();
  });
});

describe('words of the field', () => {
  it('mean media, colours and lengths', () => {
    const words = [
      'dac-passive',
      'DAC',
      'aec',
      'dac-active',
      'AOC',
      'MMF-OM4',
      'smf-os2',
      'cat6a',
      'Power',
    ];
    expect(words.map(mediumOf)).toEqual([
      'dac',
      'dac',
      'aec',
      'acc',
      'aoc',
      'mmf',
      'smf',
      'base-t',
      'power',
    ]);
    expect(mediumOf('coaxial')).toBeNull();
    expect([colourOf('#FF5500'), colourOf('Black'), colourOf('plaid')]).toEqual([
      '#ff5500',
      '#000000',
      null,
    ]);
    expect([lengthInMm(6, 'ft'), lengthInMm(1, 'ell')]).toEqual([1828.8, null]);
    expect([quantityOf('1,5 m'), quantityOf('x')]).toEqual([{ value: 1.5, unit: 'm' }, null]);
  });
});
