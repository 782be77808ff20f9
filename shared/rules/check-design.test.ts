import { describe, expect, it } from 'vitest';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import type { Cable, DesignRecord } from '../model/records.ts';
import { buildSample } from '../samples/index.ts';
import { checkDesign } from './check-design.ts';

const SAMPLE = buildSample('first-rack');
const [CABLE] = SAMPLE.cables.values();

function without(gone: (record: DesignRecord) => boolean, ...more: DesignRecord[]): Design {
  return designFromRecords([...[...recordsOf(SAMPLE)].filter((one) => !gone(one)), ...more]);
}

function keys(design: Design): readonly string[] {
  return checkDesign(design).map(({ key }) => key);
}

describe('a whole design', () => {
  it('holds when nothing is broken', () => {
    expect(keys(SAMPLE)).toEqual([]);
  });

  it('tells of a rack without a row, and a device without a rack or a type', () => {
    expect(keys(without(({ kind }) => kind === 'row'))).toEqual(['rules.lostReference']);
    const noRack = keys(without(({ kind }) => kind === 'rack' || kind === 'cable'));
    expect(new Set(noRack)).toEqual(new Set(['rules.lostReference']));
    expect(noRack).toHaveLength(SAMPLE.devices.size);
    const noTypes = keys(without(({ kind }) => kind === 'deviceType' || kind === 'cable'));
    expect(noTypes).toHaveLength(SAMPLE.devices.size);
  });

  it('tells of a port that is used twice, and by which cable, by its id where it has no label', () => {
    const copy: Cable = { ...CABLE!, id: 'copy', label: '' };
    const bare = { ...CABLE!, label: '' };
    const broken = checkDesign(without(({ id }) => id === CABLE!.id, bare, copy));
    const twice = broken.filter(({ key }) => key === 'rules.portTwice');
    expect(twice).toHaveLength(CABLE!.ends.a.length + CABLE!.ends.b.length);
    expect(twice[0]?.args).toEqual({ cable: 'copy', other: CABLE!.id });
    const labelled = checkDesign(without(() => false, { ...CABLE!, id: 'copy', label: 'X' }));
    expect(labelled.find(({ key }) => key === 'rules.portTwice')?.args).toEqual({
      cable: 'X',
      other: CABLE!.label,
    });
  });

  it('tells of a cable whose ends are gone, or of unequal number', () => {
    const gone: Cable = {
      ...CABLE!,
      id: 'gone',
      ends: { a: [{ deviceId: 'x', portId: 'y' }], b: [{ deviceId: 'x', portId: 'z' }] },
    };
    expect(keys(without(() => false, gone))).toEqual(['rules.portGone']);
    const uneven: Cable = { ...gone, ends: { a: gone.ends.a, b: [] } };
    expect(keys(without(() => false, uneven))).toEqual(['rules.endsUneven']);
  });
});
