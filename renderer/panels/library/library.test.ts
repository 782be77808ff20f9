import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { type LibraryRow, libraryRows } from './library-rows.ts';
import { portGroups, portGroupText, speedText, unknownFacts } from './type-facts.ts';
import { searchTypes } from './type-search.ts';

const models = (types: readonly DeviceType[]): string[] => types.map(({ model }) => model);
const typeNamed = (model: string): DeviceType =>
  CATALOG_TYPES.find((type) => type.model === model) ?? expect.fail(`no ${model}`);

describe('searching the library', () => {
  it('finds a model by its first letters, before others that only mention it', () => {
    expect(models(searchTypes(CATALOG_TYPES, 'qm97', null))[0]).toBe('QM9700');
  });

  it('takes words in any order: maker, kind, height, ports', () => {
    expect(models(searchTypes(CATALOG_TYPES, '400g switch 1u nvidia', null))).toContain('QM9700');
    expect(models(searchTypes(CATALOG_TYPES, '64x400g', null))).toContain('QM9700');
  });

  it('finds gear by how wide it is', () => {
    const found = searchTypes(CATALOG_TYPES, 'half', null);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every(({ width }) => width === 'half')).toBe(true);
  });

  it('forgives letters that are left out', () => {
    expect(models(searchTypes(CATALOG_TYPES, 'nvdqm9700', null))).toEqual(['QM9700']);
  });

  it('shows one kind only when asked', () => {
    const switches = searchTypes(CATALOG_TYPES, '', 'switches');
    expect(switches.length).toBeGreaterThan(5);
    expect(switches.every(({ category }) => category === 'switch')).toBe(true);
  });

  it('finds nothing for what nobody makes', () => {
    expect(searchTypes(CATALOG_TYPES, 'zzzzqq', null)).toEqual([]);
  });
});

describe('the rows of the library', () => {
  const inWords = (rows: readonly LibraryRow[]): string[] =>
    rows.map((row) => (row.kind === 'section' ? `${row.section} ${row.count}` : row.type.model));
  const qm9700 = typeNamed('QM9700');
  const imported: DeviceType = { ...qm9700, id: 'netbox:acme-1', model: 'Acme 1' };
  const content = {
    catalogue: [qm9700],
    inDesign: [qm9700, imported],
    recent: [imported.id, 'gone'],
  };

  it('are recent types, imported types and the catalogue; a type of the catalogue is not imported', () => {
    expect(inWords(libraryRows(content, '', null))).toEqual([
      'recent 1',
      'Acme 1',
      'design 1',
      'Acme 1',
      'catalogue 1',
      'QM9700',
    ]);
  });

  it('are one ranked list while one searches', () => {
    expect(inWords(libraryRows(content, 'acme', null))).toEqual(['found 1', 'Acme 1']);
    expect(libraryRows(content, 'zzzzqq', null)).toEqual([]);
  });
});

describe('a type at a glance', () => {
  it('counts its ports, the fastest network first', () => {
    const [first] = portGroups(typeNamed('QM9700'));
    expect(first && portGroupText(first)).toBe('64 × 400G OSFP');
  });

  it('writes rates as engineers do', () => {
    expect([0.1, 1, 400, 1600].map(speedText)).toEqual(['100M', '1G', '400G', '1.6T']);
  });

  it('names what nobody knows, but asks nothing of a blank', () => {
    const blank =
      CATALOG_TYPES.find(({ category }) => category === 'blank') ?? expect.fail('no blank');
    expect(unknownFacts(blank)).toEqual([]);
    const nothingKnown: DeviceType = { ...typeNamed('QM9700'), airflowCfm: null, weightKg: null };
    expect(unknownFacts(nothingKnown)).toEqual(expect.arrayContaining(['weightKg', 'airflowCfm']));
  });
});
