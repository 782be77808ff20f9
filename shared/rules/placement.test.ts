import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, emptyDesign } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { DesignRecord, Device, Rack } from '../model/records.ts';
import {
  firstFreeSlot,
  nearestPlacement,
  nextFreeSlot,
  openPlacements,
  stepU,
} from './free-slot.ts';
import { canPlace, canPlaceAll, type Placement } from './placement.ts';
import { sayReason, type Verdict } from './verdict.ts';

const RACK = fixtureRack();
const NODE = catalogType('catalog:nvidia-dgx-h100');
const PDU = catalogType('catalog:generic-pdu-0u-24c19');
const PANEL: DeviceType = { ...catalogType('catalog:generic-lc-24'), depthUse: 'half' };
const SHELF = catalogType('catalog:generic-shelf-1u');
const HALF: DeviceType = { ...SHELF, id: 'half', width: 'half', depthUse: 'full' };
const THIRD: DeviceType = { ...SHELF, id: 'third', width: 'third', depthUse: 'full' };
const FULL: DeviceType = { ...SHELF, id: 'full', width: 'full', depthUse: 'full' };

const at = (u: number, more: Partial<Placement> = {}): Placement => ({
  rackId: 'rack-1',
  mount: 'rails',
  bay: null,
  u,
  face: 'front',
  column: 0,
  ...more,
});

const strip = (column: number, more: Partial<Placement> = {}): Placement =>
  at(1, { mount: 'side', column, face: 'rear', ...more });

let made = 0;
function device(type: DeviceType, placement: Placement, name: string): Device {
  made += 1;
  return {
    kind: 'device',
    id: `device-${made}`,
    name,
    typeId: type.id,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
    ...placement,
  };
}

function designWith(rack: Rack, ...stock: (readonly [DeviceType, Placement, string])[]): Design {
  const types = [...new Set(stock.map(([type]) => type))];
  const devices = stock.map(([type, placement, name]) => device(type, placement, name));
  const added: DesignRecord[] = [rack, ...types, ...devices];
  return applyDiff(emptyDesign('x'), { ...EMPTY_DIFF, added });
}

const keys = (verdict: Verdict): string[] => verdict.reasons.map((why) => why.key);

describe('on the rails', () => {
  it('says which units are taken, and by what', () => {
    const design = designWith(RACK, [NODE, at(12), 'dgx-03']);
    const verdict = canPlace(design, NODE, at(15));
    expect(verdict.allowed).toBe(false);
    expect(verdict.reasons.map(sayReason)).toEqual(['U12–U19 front and rear is taken by dgx-03']);
    expect(verdict.reasons[0]?.subjects).toEqual([{ kind: 'device', id: expect.any(String) }]);
  });

  it('allows the very next unit', () => {
    const design = designWith(RACK, [NODE, at(12), 'dgx-03']);
    expect(canPlace(design, NODE, at(20)).allowed).toBe(true);
    expect(canPlace(design, NODE, at(4)).allowed).toBe(true);
  });

  it('keeps inside the rack', () => {
    const design = designWith(RACK);
    expect(canPlace(design, NODE, at(35)).allowed).toBe(true);
    expect(keys(canPlace(design, NODE, at(36)))).toEqual(['rules.outside']);
    expect(keys(canPlace(design, NODE, at(0)))).toEqual(['rules.outside']);
    expect(keys(canPlace(design, NODE, at(1.25)))).toEqual(['rules.offGrid']);
  });

  it('lets half-depth gear share a unit from both faces, and full depth takes both', () => {
    const design = designWith(RACK, [PANEL, at(10), 'panel-1']);
    expect(canPlace(design, PANEL, at(10, { face: 'rear' })).allowed).toBe(true);
    expect(keys(canPlace(design, PANEL, at(10)))).toEqual(['rules.taken']);
    expect(keys(canPlace(design, FULL, at(10, { face: 'rear' })))).toEqual(['rules.taken']);
  });

  it('puts narrow gear side by side, counted from the face it hangs on', () => {
    const design = designWith(RACK, [HALF, at(10, { column: 0 }), 'half-1']);
    expect(canPlace(design, HALF, at(10, { column: 1 })).allowed).toBe(true);
    expect(canPlace(design, HALF, at(10, { column: 0, face: 'rear' })).allowed).toBe(true);
    expect(canPlace(design, HALF, at(10, { column: 1, face: 'rear' })).allowed).toBe(false);
    expect(canPlace(design, THIRD, at(10, { column: 2 })).allowed).toBe(true);
    expect(canPlace(design, THIRD, at(10, { column: 1 })).allowed).toBe(false);
    expect(keys(canPlace(design, FULL, at(10)))).toEqual(['rules.taken']);
    expect(keys(canPlace(design, HALF, at(11, { column: 2 })))).toEqual(['rules.noColumn']);
  });

  it('sees through devices that are moved along', () => {
    const design = designWith(RACK, [NODE, at(12), 'dgx-03']);
    const ignore = new Set(design.devices.keys());
    expect(canPlace(design, NODE, at(13), { ignore }).allowed).toBe(true);
  });

  it('a group may not stand in its own way', () => {
    const design = designWith(RACK);
    const twice = ['a', 'b'].map((id) => ({ ...at(3), id, name: id, type: FULL }));
    expect(keys(canPlaceAll(design, twice))).toEqual(['rules.taken']);
  });
});

describe('beside the rails', () => {
  it('takes 0U gear and nothing else', () => {
    const design = designWith(RACK);
    expect(canPlace(design, PDU, strip(0)).allowed).toBe(true);
    expect(keys(canPlace(design, PDU, at(1)))).toEqual(['rules.zeroUOnRails']);
    expect(keys(canPlace(design, FULL, strip(0)))).toEqual(['rules.notZeroU']);
  });

  it('needs a strip that is wide enough', () => {
    const verdict = canPlace(designWith({ ...RACK, widthMm: 550 }), PDU, strip(0));
    expect(keys(verdict)).toEqual(['rules.stripNarrow']);
  });

  it('holds one device in one place of a strip; the left one in front is the right one behind', () => {
    const design = designWith(RACK, [PDU, strip(0), 'pdu-1']);
    expect(keys(canPlace(design, PDU, strip(0)))).toEqual(['rules.stripTaken']);
    expect(canPlace(design, PDU, strip(1)).allowed).toBe(true);
    expect(keys(canPlace(design, PDU, strip(1, { face: 'front' })))).toEqual(['rules.stripTaken']);
  });

  it('does not stick out at the top', () => {
    expect(keys(canPlace(designWith({ ...RACK, heightU: 12 }), PDU, strip(0)))).toEqual([
      'rules.stripShort',
    ]);
  });
});

describe('limits', () => {
  it('warns of weight and power over the rack, and allows', () => {
    const rack: Rack = { ...RACK, maxWeightKg: 200, maxPowerW: 12_000 };
    const verdict = canPlace(designWith(rack, [NODE, at(1), 'dgx-01']), NODE, at(9));
    expect(verdict.allowed).toBe(true);
    expect(verdict.warnings.map((why) => why.key)).toEqual(['rules.overWeight', 'rules.overPower']);
  });

  it('says nothing where the limit is not known', () => {
    expect(canPlace(designWith(RACK, [NODE, at(1), 'dgx-01']), NODE, at(9)).warnings).toEqual([]);
  });
});

describe('free slots', () => {
  const design = designWith(RACK, [NODE, at(12), 'dgx-03'], [FULL, at(42), 'top']);

  it('the first is the highest', () => {
    expect(firstFreeSlot(design, FULL, { rackId: 'rack-1', face: 'front' })?.u).toBe(41);
    expect(firstFreeSlot(design, PDU, { rackId: 'rack-1', face: 'rear' })).toEqual(strip(0));
  });

  it('the nearest is next to the wish', () => {
    expect(nearestPlacement(design, FULL, at(13))?.u).toBe(11);
    expect(nearestPlacement(design, FULL, at(18))?.u).toBe(20);
  });

  it('the next jumps over what is taken', () => {
    expect(nextFreeSlot(design, FULL, at(11), 1)?.u).toBe(20);
    expect(nextFreeSlot(design, FULL, at(20), -1)?.u).toBe(11);
    expect(nextFreeSlot(design, FULL, at(1), -1)).toBeNull();
  });

  it('a rack that is not there has none, and takes nothing', () => {
    const nowhere = { ...at(1), rackId: 'gone' };
    expect(nearestPlacement(design, FULL, nowhere)).toBeNull();
    expect(openPlacements(design, FULL, nowhere)).toEqual([]);
    expect(canPlace(design, FULL, nowhere).reasons.map(({ key }) => key)).toEqual(['rules.noRack']);
  });

  it('gear of half a unit moves by half units, all other by whole ones', () => {
    expect(stepU({ heightU: 1.5 })).toBe(0.5);
    expect(stepU({ heightU: 2 })).toBe(1);
  });

  it('a full rack has none', () => {
    const full = designWith({ ...RACK, heightU: 12 }, [NODE, at(1), 'a'], [NODE, at(9), 'b']);
    expect(firstFreeSlot(full, NODE, { rackId: 'rack-1', face: 'front' })).toBeNull();
  });
});
