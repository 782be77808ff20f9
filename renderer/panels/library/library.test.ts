import { describe, expect, it } from 'vitest';
import { CATALOG_TYPES } from '../../../shared/catalog/index.ts';
import { portGroups, speedText } from '../../../shared/library/port-groups.ts';
import type { DeviceType } from '../../../shared/model/device-type.ts';
import { libraryEntries } from './library-entries.ts';
import { type LibraryRow, libraryRows } from './library-rows.ts';
import { portGroupText, unknownFacts } from './type-facts.ts';

const typeNamed = (model: string): DeviceType =>
  CATALOG_TYPES.find((type) => type.model === model) ?? expect.fail(`no ${model}`);

describe('the rows of the library', () => {
  const inWords = (rows: readonly LibraryRow[]): string[] =>
    rows.map((row) =>
      row.kind === 'section'
        ? `${row.section} ${row.count}`
        : `${row.entry.type.model} of ${row.entry.source}${row.entry.other ? ' differs' : ''}`,
    );
  const qm9700 = typeNamed('QM9700');
  const imported: DeviceType = { ...qm9700, id: 'netbox:acme-1', model: 'Acme 1' };
  const mine: DeviceType = { ...imported, description: 'Mine' };
  const blank = CATALOG_TYPES.find(({ category }) => category === 'blank') ?? expect.fail('none');
  const entries = libraryEntries({
    design: [qm9700, imported],
    own: [mine],
    catalogue: [qm9700, blank],
  });
  const marks = { favourites: new Set([blank.id]), recent: [imported.id, 'gone'] };
  const all = { query: '', group: null, source: null, favouritesOnly: false };

  it('are favourites, recent types, and each source with all that is in it', () => {
    expect(inWords(libraryRows(entries, marks, all))).toEqual([
      'favourite 1',
      `${blank.model} of catalogue`,
      'recent 1',
      'Acme 1 of design differs',
      'design 2',
      'QM9700 of design',
      'Acme 1 of design differs',
      'own 1',
      'Acme 1 of own differs',
      'catalogue 2',
      'QM9700 of catalogue',
      `${blank.model} of catalogue`,
    ]);
  });

  it('are one ranked list while one searches; what sources say alike stands once, what differs twice', () => {
    const found = libraryRows(entries, marks, { ...all, query: '400g' });
    expect(inWords(found)).toEqual([
      'found 3',
      'QM9700 of design',
      'Acme 1 of design differs',
      'Acme 1 of own differs',
    ]);
    expect(libraryRows(entries, marks, { ...all, query: 'zzzzqq' })).toEqual([]);
  });

  it('are of one source, one kind, or only the favourites', () => {
    const own = libraryRows(entries, marks, { ...all, source: 'own', query: 'acme' });
    expect(inWords(own)).toEqual(['found 1', 'Acme 1 of own differs']);
    const fillers = libraryRows(entries, marks, { ...all, group: 'fillers', source: 'catalogue' });
    expect(inWords(fillers)).toEqual(['catalogue 1', `${blank.model} of catalogue`]);
    const favourites = libraryRows(entries, marks, { ...all, favouritesOnly: true });
    expect(inWords(favourites)).toEqual(['favourite 1', `${blank.model} of catalogue`]);
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
