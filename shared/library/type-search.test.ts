import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../catalog/index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { parseQuery } from './type-query.ts';
import { searchTypes } from './type-search.ts';

const models = (query: string, types: readonly DeviceType[] = CATALOG_TYPES): string[] =>
  searchTypes(types, query).map(({ model }) => model);
const found = (query: string): readonly DeviceType[] => searchTypes(CATALOG_TYPES, query);
const cagesOf = (type: DeviceType, formFactor: string): number =>
  type.cages.filter((cage) => cage.formFactor === formFactor).length;
const qm9700 = CATALOG_TYPES.find(({ model }) => model === 'QM9700') ?? expect.fail('no QM9700');

describe('words', () => {
  it('find a model by its first letters, before others that only mention it', () => {
    expect(models('qm97')[0]).toBe('QM9700');
  });

  it('stand in any order: maker, kind, height, ports', () => {
    expect(models('400g switch 1u nvidia')).toContain('QM9700');
    expect(models('64x400g')).toContain('QM9700');
    expect(models('nvidia 64×400G')).toContain('QM9700');
  });

  it('find gear by how wide it is', () => {
    expect(found('half').length).toBeGreaterThan(0);
    expect(found('half').every(({ width }) => width === 'half')).toBe(true);
  });

  it('forgive letters that are left out, changed or swapped', () => {
    expect(models('nvdqm9700')).toEqual(['QM9700']);
    expect(models('nvidai')).toContain('QM9700');
    expect(models('nvidea')).toContain('QM9700');
    expect(models('nvvidia')).toContain('QM9700');
  });

  it('find nothing for what nobody makes', () => {
    expect(models('zzzzqq')).toEqual([]);
  });

  it('of heights and speeds mean exactly these', () => {
    expect(found('1u').every(({ heightU }) => heightU === 1)).toBe(true);
    expect(
      found('400g').every(({ ports }) => ports.some(({ speedGbps }) => speedGbps === 400)),
    ).toBe(true);
    expect(models('1.6t')).not.toContain('QM9700');
  });
});

describe('expressions', () => {
  it.each(['free osfp >= 32', 'free OSFP ≥ 32', 'osfp>=32', 'OSFP >=32'])('%s', (query) => {
    const types = found(query);
    expect(types).toContain(qm9700);
    expect(types.every((type) => cagesOf(type, 'osfp') >= 32)).toBe(true);
    const missed = CATALOG_TYPES.filter((type) => !types.includes(type));
    expect(missed.every((type) => cagesOf(type, 'osfp') < 32)).toBe(true);
  });

  it('compare numbers in the units that are typed', () => {
    const light = found('switch power < 1 kW');
    expect(light.length).toBeGreaterThan(0);
    expect(light.every((type) => (type.powerMaxW ?? type.powerTypicalW)!.value < 1000)).toBe(true);
    expect(found('power<1000w switch')).toEqual(light);
    expect(found('bandwidth >= 50t').every(({ category }) => category === 'switch')).toBe(true);
  });

  it('an unknown number meets no comparison, either way round', () => {
    const unknown = { ...qm9700, powerMaxW: null, powerTypicalW: null };
    expect(models('power > 0', [unknown])).toEqual([]);
    expect(models('power < 100000', [unknown])).toEqual([]);
    expect(models('unknown:power', [unknown, qm9700])).toEqual(['QM9700']);
    expect(searchTypes([unknown, qm9700], 'unknown:power')).toEqual([unknown]);
  });

  it('look in one field only', () => {
    expect(models('maker:nvidia')).toContain('QM9700');
    expect(models('model:nvidia', [qm9700])).toEqual([]);
    const blowing = (value: 'front-to-rear' | 'rear-to-front'): DeviceType => ({
      ...qm9700,
      airflow: { value, provenance: 'assumed', source: '' },
    });
    const types = [blowing('front-to-rear'), blowing('rear-to-front')];
    expect(searchTypes(types, 'airflow:rear-to-front')).toEqual([types[1]]);
    expect(found('kind:patch').every(({ category }) => category === 'patch-panel')).toBe(true);
  });

  it('find what only descriptions name, where nothing bears the name', () => {
    const tomahawks = found('tomahawk 4');
    expect(tomahawks.length).toBeGreaterThan(0);
    expect(tomahawks.every(({ description }) => description.includes('Tomahawk'))).toBe(true);
    const named = { ...qm9700, id: 'named', model: 'Tomahawk' };
    const told = { ...qm9700, id: 'told', description: 'Built on Tomahawk' };
    expect(searchTypes([told, named], 'tomahawk')).toEqual([named]);
    expect(searchTypes([told, qm9700], 'tomahawk')).toEqual([told]);
    expect(models('tomahawk', [qm9700])).toEqual([]);
  });

  it('ask for ports of a speed by their number', () => {
    expect(models('400g >= 64')).toContain('QM9700');
    expect(models('400g > 64', [qm9700])).toEqual([]);
  });
});

describe('what is not yet whole', () => {
  it('is a word like any other', () => {
    expect(models('osfp >=')).toContain('QM9700');
    expect(models('osfp >')).toContain('QM9700');
    expect(models('maker:')).toEqual([]);
    expect(parseQuery('  ')).toEqual([]);
    expect(parseQuery('>= 4')).toEqual([{ term: 'word', word: '4' }]);
  });

  it('never hangs, however long and strange it is', () => {
    const strange = `${'a-'.repeat(20_000)}>=${'9'.repeat(20_000)}`;
    const started = performance.now();
    expect(models(strange)).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});
