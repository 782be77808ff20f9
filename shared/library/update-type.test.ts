import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { design, device, link, twin, workedSwitch } from '../analysis/fixture-design.ts';
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import { applyDiff, reverseDiff } from '../model/diff.ts';
import { fixtureDevice } from '../model/fixture-device.ts';
import { unusedTypes, withoutTypes } from './unused-types.ts';
import {
  planTypeUpdate,
  type UpdateAnswer,
  updateType,
  type VanishingChoice,
} from './update-type.ts';

const OLD = workedSwitch();
const PAIR = [device('a', 10), device('b', 12), device('c', 14)];

function without(type: DeviceType, ...ids: readonly string[]): DeviceType {
  return { ...type, ports: type.ports.filter(({ id }) => !ids.includes(id)) };
}

function made(answer: UpdateAnswer): Extract<UpdateAnswer, { ok: true }> {
  return answer.ok ? answer : expect.fail(answer.reason.key);
}

function refusal(answer: UpdateAnswer): string {
  return answer.ok ? 'made' : answer.reason.key;
}

const choose = (entries: Readonly<Record<string, VanishingChoice>>) =>
  new Map(Object.entries(entries));

describe('a type that takes over another', () => {
  it('keeps its id, its devices and their cables', () => {
    const before = design([...PAIR, twin(0, 'a', 'b')]);
    const plan = planTypeUpdate(before, 'worked', { ...OLD, id: 'mine:x', description: 'Better' });
    const answer = made(updateType(before, plan, new Map()));
    const after = applyDiff(before, answer.diff);
    expect(after.deviceTypes.get('worked')?.description).toBe('Better');
    expect(after.devices).toEqual(before.devices);
    expect(after.cables).toEqual(before.cables);
    expect(answer).toMatchObject({ updated: 3, kept: 0 });
    expect(applyDiff(after, reverseDiff(answer.diff))).toEqual(before);
  });

  it('names the cables of every port that vanishes, and waits until each has its place', () => {
    const before = design([...PAIR, link(0, 'a', 'b'), link(1, 'b', 'c')]);
    const plan = planTypeUpdate(before, 'worked', without(OLD, 'port-0a', 'port-1a', 'port-9a'));
    expect(
      plan.vanishing.map(({ port, plugged }) => [
        port.name,
        plugged.map((at) => `${at.device.id} ${at.cable.label}`),
      ]),
    ).toEqual([
      ['1a', ['a C1', 'b C1']],
      ['2a', ['b C2', 'c C2']],
    ]);
    expect(refusal(updateType(before, plan, new Map()))).toBe('library.refused.cablesLeft');
    const one = choose({ 'port-0a': 'keep-devices' });
    expect(refusal(updateType(before, plan, one))).toBe('library.refused.cablesLeft');
  });

  it('leads cables to the port that the person chose', () => {
    const before = design([...PAIR, link(0, 'a', 'b')]);
    const next = { ...without(OLD, 'port-0a') };
    const grown = { ...next, ports: [...next.ports, { ...OLD.ports[0]!, id: 'new', name: 'new' }] };
    const plan = planTypeUpdate(before, 'worked', grown);
    expect(plan.free.map(({ id }) => id)).toEqual(['new']);
    const { diff } = made(updateType(before, plan, choose({ 'port-0a': { to: 'new' } })));
    const [cable] = applyDiff(before, diff).cables.values();
    expect(cable?.ends).toEqual({
      a: [{ deviceId: 'a', portId: 'new' }],
      b: [{ deviceId: 'b', portId: 'new' }],
    });
  });

  it('follows a port that is called the same under another id', () => {
    const before = design([...PAIR, link(0, 'a', 'b')]);
    const ports = OLD.ports.map((port) => ({ ...port, id: `swp-${port.name}` }));
    const plan = planTypeUpdate(before, 'worked', { ...OLD, ports });
    const { diff } = made(updateType(before, plan, new Map()));
    const [cable] = applyDiff(before, diff).cables.values();
    expect(cable?.ends.a).toEqual([{ deviceId: 'a', portId: 'swp-1a' }]);
  });

  it('leaves devices with the old type, under an id of its own, where the person says so', () => {
    const before = design([...PAIR, link(0, 'a', 'b')]);
    const plan = planTypeUpdate(before, 'worked', without(OLD, 'port-0a'));
    const answer = made(updateType(before, plan, choose({ 'port-0a': 'keep-devices' })));
    const after = applyDiff(before, answer.diff);
    expect(answer).toMatchObject({ updated: 1, kept: 2 });
    expect([...after.devices.values()].map(({ typeId }) => typeId)).toEqual([
      'worked~2',
      'worked~2',
      'worked',
    ]);
    expect(after.deviceTypes.get('worked~2')).toEqual({ ...OLD, id: 'worked~2' });
    expect(after.cables).toEqual(before.cables);
  });

  it('does not put two cables of one device into one port', () => {
    const before = design([...PAIR, link(0, 'a', 'b'), link(1, 'a', 'c')]);
    const next = without(OLD, 'port-0a', 'port-1a');
    const grown = { ...next, ports: [...next.ports, { ...OLD.ports[0]!, id: 'new', name: 'new' }] };
    const plan = planTypeUpdate(before, 'worked', grown);
    const both = choose({ 'port-0a': { to: 'new' }, 'port-1a': { to: 'new' } });
    expect(refusal(updateType(before, plan, both))).toBe('library.refused.twoInOne');
  });

  it('takes no port that is not there, nor one of another kind', () => {
    const before = design([...PAIR, link(0, 'a', 'b')]);
    const plan = planTypeUpdate(before, 'worked', without(OLD, 'port-0a'));
    expect(() => updateType(before, plan, choose({ 'port-0a': { to: 'nowhere' } }))).toThrow(
      RangeError,
    );
  });

  it('must fit where its devices stand', () => {
    const before = design(PAIR);
    const fits = planTypeUpdate(before, 'worked', { ...OLD, heightU: 2 });
    expect(refusal(updateType(before, fits, new Map()))).toBe('made');
    const tall = planTypeUpdate(before, 'worked', { ...OLD, heightU: 3 });
    expect(refusal(updateType(before, tall, new Map()))).toMatch(/^rules\./);
  });

  it('keeps ports reserved that go on, under their new ids, and forgets those that vanish', () => {
    const reserved = ['port-0a', 'port-1a'];
    const before = design([device('a', 10, { reserved })]);
    const ports = without(OLD, 'port-0a').ports.map((port) => ({ ...port, id: `n-${port.name}` }));
    const plan = planTypeUpdate(before, 'worked', { ...OLD, ports });
    const { diff } = made(updateType(before, plan, new Map()));
    expect(applyDiff(before, diff).devices.get('a')?.reserved).toEqual(['n-2a']);
  });

  it('does not leave a device in a bay that is gone', () => {
    const bay = {
      id: 'bay-1',
      name: 'Node 1',
      kind: 'device',
      position: '1',
      label: '',
      area: null,
    } as const;
    const chassis = workedSwitch({ bays: [bay] });
    const blade = workedSwitch({ id: 'blade', lodging: 'device-bay', ports: [], cages: [] });
    const lodger = fixtureDevice({
      id: 'x',
      typeId: 'blade',
      u: 10,
      mount: 'bay',
      bay: { deviceId: 'a', bayId: 'bay-1' },
    });
    const before = design([blade, device('a', 10), lodger], chassis);
    const gone = planTypeUpdate(before, 'worked', { ...chassis, bays: [] });
    expect(refusal(updateType(before, gone, new Map()))).toBe('library.refused.bayGone');
    const other = planTypeUpdate(before, 'worked', { ...chassis, bays: [{ ...bay, id: 'n1' }] });
    const { diff } = made(updateType(before, other, new Map()));
    expect(applyDiff(before, diff).devices.get('x')?.bay).toEqual({ deviceId: 'a', bayId: 'n1' });
  });
});

/** Every cable of one design is in the other, with as many ends, each in a port that is there and its own. */
function expectNoneLost(before: Design, after: Design): void {
  expect([...after.cables.keys()]).toEqual([...before.cables.keys()]);
  const taken = new Set<string>();
  for (const cable of after.cables.values()) {
    const was = before.cables.get(cable.id)!;
    expect(cable.ends.a.length).toBe(was.ends.a.length);
    for (const { deviceId, portId } of [...cable.ends.a, ...cable.ends.b]) {
      const type = typeOf(after, after.devices.get(deviceId)!);
      expect(type.ports.some(({ id }) => id === portId)).toBe(true);
      const key = `${deviceId} ${portId}`;
      expect(taken.has(key)).toBe(false);
      taken.add(key);
    }
  }
}

it('loses no cable, whatever the new type is and wherever its cables are led; undo brings all back', () => {
  const fates = fc.array(fc.constantFrom('stays', 'renamed', 'other id', 'goes'), {
    minLength: OLD.ports.length,
    maxLength: OLD.ports.length,
  });
  const cabled = fc.uniqueArray(fc.nat(31), { maxLength: 12 });
  const leads = fc.array(fc.boolean(), { minLength: 32, maxLength: 32 });
  fc.assert(
    fc.property(fates, cabled, leads, (fate, cages, lead) => {
      const cables = cages.map((n, k) => twin(n, 'a', k % 2 === 0 ? 'b' : 'c'));
      const before = design([...PAIR, ...cables]);
      const ports = OLD.ports.flatMap((port, k) => {
        if (fate[k] === 'renamed') return [{ ...port, name: `r${port.name}` }];
        if (fate[k] === 'other id') return [{ ...port, id: `o${port.id}` }];
        if (fate[k] === 'stays') return [port];
        // Some that go make room for one that an unlucky cable may be led to.
        return lead[k % 32] ? [{ ...port, id: `f${port.id}`, name: `f${port.name}` }] : [];
      });
      const plan = planTypeUpdate(before, 'worked', { ...OLD, ports });
      const free = [...plan.free];
      const choices = new Map(
        plan.vanishing.map(({ port }, k): [string, VanishingChoice] => {
          const to = lead[k % 32] ? free.shift() : undefined;
          return [port.id, to ? { to: to.id } : 'keep-devices'];
        }),
      );
      const { diff } = made(updateType(before, plan, choices));
      const after = applyDiff(before, diff);
      expectNoneLost(before, after);
      expect(applyDiff(after, reverseDiff(diff))).toEqual(before);
    }),
    { numRuns: 60 },
  );
});

describe('types that nobody needs', () => {
  it('are those without devices that nothing is planned with; their pictures go along', () => {
    const area = { face: 'front', xMm: 0, yMm: 0, widthMm: 9, heightMm: 9 } as const;
    const crop = { left: 0, top: 0, right: 1, bottom: 1 };
    const backdrop = (pictureId: string) => ({
      pictureId,
      area,
      crop,
      inRacks: true,
      inPrint: true,
    });
    const picture = (id: string) =>
      ({
        kind: 'picture',
        id,
        name: id,
        mime: 'image/png',
        widthPx: 1,
        heightPx: 1,
        data: '',
      }) as const;
    const unused = workedSwitch({ id: 'unused', backdrops: [backdrop('own'), backdrop('shared')] });
    const planned = workedSwitch({ id: 'planned' });
    const before = design(
      [picture('own'), picture('shared'), unused, planned, ...PAIR],
      workedSwitch({ backdrops: [backdrop('shared')] }),
      { growth: [{ typeId: 'planned', count: 2 }] },
    );
    expect(unusedTypes(before)).toEqual([unused]);
    const diff = withoutTypes(before, unusedTypes(before));
    const after = applyDiff(before, diff);
    expect([...after.deviceTypes.keys()]).toEqual(['worked', 'planned']);
    expect([...after.pictures.keys()]).toEqual(['shared']);
    expect(applyDiff(after, reverseDiff(diff)).deviceTypes).toEqual(
      new Map([...after.deviceTypes, ['unused', unused]]),
    );
  });
});
