import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, emptyDesign } from '../model/design.ts';
import type { FormFactor, PortKind } from '../model/device-type.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import type { MediumId } from '../model/medium.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, DesignRecord, PortRef, Rack } from '../model/records.ts';
import { SAMPLES } from '../samples/index.ts';
import { checkDesign } from './check-design.ts';
import {
  canCable,
  canConnect,
  endsBetween,
  mediaFor,
  mediaThatMate,
  whyNoCable,
} from './connection.ts';
import { portAt } from './port-lookup.ts';
import { sayReason, type Verdict } from './verdict.ts';

const rack = (id: string): Rack => fixtureRack({ id, name: id });

function designWith(devices: Record<string, readonly [type: string, rackId: string]>): Design {
  const types = new Map<string, DesignRecord>();
  const placed = Object.entries(devices).map(([id, [name, rackId]], index): DesignRecord => {
    const type = catalogType(`catalog:${name}`);
    types.set(type.id, type);
    const side = type.heightU === 0;
    return {
      kind: 'device',
      id,
      name: id,
      typeId: type.id,
      rackId,
      mount: side ? 'side' : 'rails',
      bay: null,
      u: side ? 1 : 1 + index * 8,
      face: 'front',
      column: 0,
      locked: false,
      reserved: [],
      notes: '',
      extra: '',
    };
  });
  const added = [rack('A01'), rack('A02'), ...types.values(), ...placed];
  return applyDiff(emptyDesign('x'), { ...EMPTY_DIFF, added });
}

const design = designWith({
  'leaf-1': ['nvidia-qm9700', 'A01'],
  'leaf-2': ['nvidia-qm9700', 'A01'],
  'leaf-3': ['nvidia-qm9700', 'A02'],
  'dgx-1': ['nvidia-dgx-h100', 'A01'],
  'pdu-1': ['generic-pdu-0u-24c19', 'A01'],
  'mgmt-1': ['generic-mgmt-48x1g', 'A01'],
});

function port(deviceId: string, n: number, kind: PortKind = 'interface'): PortRef {
  const device = design.devices.get(deviceId);
  const type = device && design.deviceTypes.get(device.typeId);
  return { deviceId, portId: type!.ports.filter((each) => each.kind === kind)[n]!.id };
}

function withCable(a: PortRef, b: PortRef, medium: MediumId): Design {
  const cable: Cable = newCable({
    id: 'cable-1',
    label: 'C0001',
    medium,
    ends: endsBetween(design, a, b, medium),
  });
  return applyDiff(design, { ...EMPTY_DIFF, added: [cable] });
}

const keys = (verdict: Verdict): string[] => verdict.reasons.map((why) => why.key);

describe('what a cable may join', () => {
  it('a direct cable between twin-port cages carries both links', () => {
    const ends = endsBetween(design, port('leaf-1', 1), port('leaf-2', 2), 'dac');
    expect(ends.a).toEqual([port('leaf-1', 0), port('leaf-1', 1)]);
    expect(ends.b).toEqual([port('leaf-2', 2), port('leaf-2', 3)]);
    expect(canConnect(design, port('leaf-1', 1), port('leaf-2', 2), 'dac').allowed).toBe(true);
  });

  it('fibre takes one port of the cage', () => {
    const ends = endsBetween(design, port('leaf-1', 1), port('leaf-2', 2), 'mmf');
    expect(ends).toEqual({ a: [port('leaf-1', 1)], b: [port('leaf-2', 2)] });
  });

  it('a plug in the cage keeps every other cable out of it', () => {
    const copper = withCable(port('leaf-1', 0), port('leaf-2', 0), 'dac');
    const verdict = canConnect(copper, port('leaf-1', 1), port('leaf-3', 0), 'mmf');
    expect(verdict.allowed).toBe(false);
    expect(verdict.reasons.map(sayReason)[0]).toContain('C0001');
  });

  it('fibre in one port keeps copper out of the cage, and lets fibre into the other', () => {
    const fibre = withCable(port('leaf-1', 0), port('leaf-2', 0), 'mmf');
    expect(keys(canConnect(fibre, port('leaf-1', 1), port('leaf-3', 0), 'dac'))).toContain(
      'rules.portTaken',
    );
    expect(canConnect(fibre, port('leaf-1', 1), port('leaf-3', 0), 'mmf').allowed).toBe(true);
  });

  it('not a port with itself, nor two of one cage', () => {
    expect(keys(canConnect(design, port('leaf-1', 0), port('leaf-1', 0), 'mmf'))).toEqual([
      'rules.samePort',
    ]);
    expect(keys(canConnect(design, port('leaf-1', 0), port('leaf-1', 1), 'mmf'))).toEqual([
      'rules.sameCage',
    ]);
  });

  it('power goes from an outlet to an inlet, by a cord alone', () => {
    const inlet = port('dgx-1', 0, 'powerInlet');
    const outlet = port('pdu-1', 0, 'powerOutlet');
    expect(canConnect(design, inlet, outlet, 'power').allowed).toBe(true);
    expect(keys(canConnect(design, inlet, outlet, 'dac'))).toEqual(['rules.mediumMisfit']);
    expect(keys(canConnect(design, inlet, port('leaf-1', 0), 'power'))).toEqual([
      'rules.kindMismatch',
    ]);
  });

  it('a port that somebody keeps is allowed, and said', () => {
    const leaf = design.devices.get('leaf-1')!;
    const kept = { ...leaf, reserved: [port('leaf-1', 0).portId] };
    const within = applyDiff(design, { ...EMPTY_DIFF, updated: [[leaf, kept]] });
    const verdict = canConnect(within, port('leaf-1', 0), port('leaf-2', 0), 'mmf');
    expect(verdict.allowed).toBe(true);
    expect(verdict.warnings.map(({ key }) => key)).toEqual(['rules.portKept']);
    const beside = canConnect(within, port('leaf-1', 1), port('leaf-2', 0), 'mmf');
    expect(beside.warnings).toEqual([]);
  });

  it('a cable without a label is named by its id where it stands in the way', () => {
    const copper = withCable(port('leaf-1', 0), port('leaf-2', 0), 'dac');
    const cable = copper.cables.get('cable-1')!;
    const bare = applyDiff(copper, {
      ...EMPTY_DIFF,
      updated: [[cable, { ...cable, label: '' }]],
    });
    const verdict = canConnect(bare, port('leaf-1', 0), port('leaf-3', 0), 'mmf');
    expect(verdict.reasons[0]!.args).toMatchObject({ cable: 'cable-1' });
  });

  it('twisted pair only into RJ45', () => {
    const copper = port('mgmt-1', 0);
    expect(canConnect(design, copper, port('mgmt-1', 1), 'base-t').allowed).toBe(true);
    expect(keys(canConnect(design, port('leaf-1', 0), copper, 'base-t'))).toEqual([
      'rules.mediumMisfit',
    ]);
  });

  it('a port that is not there takes nothing', () => {
    const gone: PortRef = { deviceId: 'leaf-9', portId: 'x' };
    expect(keys(canConnect(design, gone, port('leaf-1', 0), 'dac'))).toEqual(['rules.portGone']);
  });
});

describe('a cable of several links', () => {
  const [a0, a1, a2] = [0, 1, 2].map((n) => port('leaf-1', n)) as [PortRef, PortRef, PortRef];
  const [b0, b1] = [0, 1].map((n) => port('leaf-2', n)) as [PortRef, PortRef];
  const c0 = port('leaf-3', 0);
  const keysOf = (a: readonly PortRef[], b: readonly PortRef[], medium: MediumId = 'mmf') =>
    keys(canCable(design, { a, b }, medium));

  it('has as many ends at one side as at the other, and at least one', () => {
    expect(keysOf([a0, a1], [b0])).toEqual(['rules.endsUneven']);
    expect(keysOf([], [])).toEqual(['rules.endsUneven']);
    expect(keysOf([a0, a1], [b0, b1])).toEqual([]);
  });

  it('joins no two ports twice, and no port to one of its own side', () => {
    expect(keysOf([a0, a0], [b0, b0])).toEqual(['rules.linkTwice']);
    expect(keysOf([a0, b0], [b0, a1])).toEqual(['rules.linkTwice']);
  });

  it('with fixed plugs comes out of one opening at one side at least', () => {
    expect(keysOf([a0, a1], [b0, c0], 'dac')).toEqual([]);
    expect(keysOf([a0, a2], [b0, b1], 'dac')).toEqual([]);
    expect(keysOf([a0, a2], [b0, c0], 'dac')).toEqual(['rules.trunkFixed']);
    expect(keysOf([a0, a2], [b0, c0], 'smf')).toEqual([]);
  });

  it('may part at one port only so that each link has as many of its lanes', () => {
    const lanes = portAt(design, a0)!.port.lanes!;
    const others = Array.from({ length: 3 }, (_, n) => port('leaf-2', 2 * n));
    expect(lanes % 3).not.toBe(0);
    const verdict = canCable(design, { a: others.map(() => a0), b: others }, 'mmf');
    expect(keys(verdict)).toEqual(['rules.lanesUneven']);
    expect(verdict.reasons[0]!.args).toMatchObject({ device: 'leaf-1', lanes, links: 3 });
    const turned = canCable(design, { a: others, b: others.map(() => a0) }, 'mmf');
    expect(turned.reasons[0]!.args).toMatchObject({ device: 'leaf-1', lanes, links: 3 });
  });

  it('says once what two of its ends have in the way', () => {
    const copper = withCable(a0, b0, 'dac');
    const verdict = canCable(copper, { a: [a0, a1], b: [c0, port('leaf-3', 1)] }, 'mmf');
    expect(keys(verdict)).toEqual(['rules.portTaken', 'rules.portTaken']);
    const kept = { ...design.devices.get('leaf-1')!, reserved: [a0.portId] };
    const within = applyDiff(design, {
      ...EMPTY_DIFF,
      updated: [[design.devices.get('leaf-1')!, kept]],
    });
    const split = canCable(within, { a: [a0, a0], b: [b0, c0] }, 'mmf');
    expect(split.warnings.filter(({ key }) => key === 'rules.portKept')).toHaveLength(1);
  });

  it('is not in its own way when it is drawn anew, but in that of another that is planned', () => {
    const copper = withCable(a0, b0, 'dac');
    const cable = copper.cables.get('cable-1')!;
    expect(keys(canCable(copper, cable.ends, 'dac', { ignore: 'cable-1' }))).toEqual([]);
    const planned = (ref: PortRef): Cable | undefined =>
      ref.deviceId === 'leaf-3' && ref.portId === c0.portId ? cable : undefined;
    const [far, beside] = [port('leaf-1', 4), port('leaf-3', 1)];
    expect(keys(canCable(copper, { a: [far], b: [c0] }, 'mmf', { planned }))).toEqual([
      'rules.portTaken',
    ]);
    expect(keys(canCable(copper, { a: [far], b: [beside] }, 'mmf', { planned }))).toEqual([
      'rules.cageTaken',
    ]);
  });
});

describe('what mates, whatever is plugged in', () => {
  const place = (deviceId: string, n: number) => portAt(design, port(deviceId, n))!;

  it('copper first within a rack, light first between racks; nothing that does not go in', () => {
    const near = mediaThatMate(place('leaf-1', 0), place('leaf-2', 0));
    expect(near[0]).toBe('dac');
    expect(mediaThatMate(place('leaf-1', 0), place('leaf-3', 0))[0]).toBe('mmf');
    expect(near).not.toContain('power');
    expect(mediaThatMate(place('mgmt-1', 0), place('mgmt-1', 1))).toEqual(['base-t']);
    const copper = withCable(port('leaf-1', 0), port('leaf-2', 0), 'dac');
    const taken = portAt(copper, port('leaf-1', 0))!;
    expect(mediaThatMate(taken, place('leaf-2', 0))).toEqual(near);
  });

  it('of links that part at a port only what its lanes can be shared among', () => {
    const [a, b] = [place('leaf-1', 0), place('leaf-2', 0)];
    expect(mediaThatMate(a, b, 2)).toContain('dac');
    // Three links over two ports of the opening are a port and a half: no lanes can be shared so.
    expect(mediaThatMate(a, b, 3)).not.toContain('dac');
    expect(mediaThatMate(a, b, 3)).not.toContain('mmf');
  });
});

describe('what is offered', () => {
  it('copper first within a rack, light first between racks', () => {
    expect(mediaFor(design, port('leaf-1', 0), port('leaf-2', 0))[0]).toBe('dac');
    expect(mediaFor(design, port('leaf-1', 0), port('leaf-3', 0))[0]).toBe('mmf');
    expect(
      mediaFor(design, port('dgx-1', 0, 'powerInlet'), port('pdu-1', 0, 'powerOutlet')),
    ).toEqual(['power']);
  });

  it('says why nothing fits', () => {
    expect(whyNoCable(design, port('leaf-1', 0), port('leaf-2', 0))).toBeNull();
    const why = whyNoCable(design, port('leaf-1', 0), port('pdu-1', 0, 'powerOutlet'));
    expect(why?.key).toBe('rules.kindMismatch');
  });
});

describe('the check of a whole design', () => {
  it.each(SAMPLES.map((sample) => [sample.id, sample] as const))('%s is sound', (_, sample) => {
    expect(checkDesign(sample.build()).map(sayReason)).toEqual([]);
  });

  it('finds a port used twice and a reference to nothing', () => {
    const once = withCable(port('leaf-1', 0), port('leaf-2', 0), 'mmf');
    const cable = once.cables.get('cable-1')!;
    const twice = applyDiff(once, {
      ...EMPTY_DIFF,
      added: [{ ...cable, id: 'cable-2', label: 'C0002' }],
      removed: [once.racks.get('A02')!],
    });
    const found = checkDesign(twice).map((why) => why.key);
    expect(found).toContain('rules.portTwice');
    expect(found).toContain('rules.lostReference');
  });
});

describe('what is asked of ports that are not there, or that nobody knows', () => {
  it('a cable that starts nowhere has the ends that it is given', () => {
    const gone = { deviceId: 'gone', portId: 'gone' };
    expect(endsBetween(design, gone, port('leaf-1', 0), 'dac')).toEqual({
      a: [gone],
      b: [port('leaf-1', 0)],
    });
  });

  /** The design with every opening of one form factor as another. */
  function reshaped(from: FormFactor, to: FormFactor): Design {
    const types = [...design.deviceTypes.values()];
    const updated = types.map((type): readonly [DesignRecord, DesignRecord] => {
      const cages = type.cages.map((cage) =>
        cage.formFactor === from ? { ...cage, formFactor: to } : cage,
      );
      return [type, { ...type, cages }];
    });
    return applyDiff(design, { ...EMPTY_DIFF, updated });
  }

  it('no cable has both plugs: the first medium that does not fit is told', () => {
    const why = whyNoCable(design, port('mgmt-1', 0), port('leaf-1', 0));
    expect(why?.key).toBe('rules.mediumMisfit');
    expect(whyNoCable(design, port('leaf-1', 0), port('leaf-2', 0))).toBeNull();
  });

  it('an opening nobody knows takes any plug but that of a cord', () => {
    const unknown = reshaped('osfp', 'other');
    const [a, b] = [port('leaf-1', 0), port('leaf-2', 0)];
    expect(canConnect(unknown, a, b, 'dac').allowed).toBe(true);
    expect(canConnect(unknown, a, b, 'cpo').allowed).toBe(true);
    expect(keys(canConnect(unknown, a, b, 'power'))).toEqual(['rules.mediumMisfit']);
  });

  it('a port without an opening takes any plug, and fills none', () => {
    const type = design.deviceTypes.get(design.devices.get('leaf-1')!.typeId)!;
    const ports = type.ports.map((each) => ({ ...each, cageId: null }));
    const loose = applyDiff(design, { ...EMPTY_DIFF, updated: [[type, { ...type, ports }]] });
    const [a, b] = [port('leaf-1', 0), port('leaf-2', 0)];
    expect(canConnect(loose, a, b, 'dac').allowed).toBe(true);
    expect(endsBetween(loose, a, b, 'dac')).toEqual({ a: [a], b: [b] });
    expect(keys(canConnect(loose, a, b, 'power'))).toEqual(['rules.mediumMisfit']);
  });

  it('RJ45 agrees on a speed; elsewhere two speeds are warned of, and an unknown one is not', () => {
    const withSpeed = (id: string, speedGbps: number | null, formFactor: FormFactor): Design => {
      const device = design.devices.get(id)!;
      const type = design.deviceTypes.get(device.typeId)!;
      const other = {
        ...type,
        id: 'other',
        ports: type.ports.map((each) => ({ ...each, speedGbps })),
        cages: type.cages.map((cage) => ({ ...cage, formFactor })),
      };
      const added = [other, { ...device, id: 'other', name: 'other', typeId: 'other', u: 41 }];
      return applyDiff(design, { ...EMPTY_DIFF, added });
    };
    const warned = (one: Design, from: PortRef, medium: MediumId): readonly string[] =>
      canConnect(one, from, { ...from, deviceId: 'other' }, medium).warnings.map(({ key }) => key);
    expect(warned(withSpeed('mgmt-1', 10, 'rj45'), port('mgmt-1', 0), 'base-t')).toEqual([]);
    const leaf = port('leaf-1', 0);
    expect(warned(withSpeed('leaf-1', 200, 'osfp'), leaf, 'mmf')).toEqual(['rules.speedMismatch']);
    expect(warned(withSpeed('leaf-1', null, 'osfp'), leaf, 'mmf')).toEqual([]);
  });

  it('a cord joins C19 to C20 and C14, a socket nobody knows to any, and others to their like', () => {
    const cord = (one: Design): readonly string[] =>
      keys(
        canConnect(one, port('pdu-1', 0, 'powerOutlet'), port('leaf-1', 0, 'powerInlet'), 'power'),
      );
    const outlet = (to: FormFactor): Design => reshaped('c19', to);
    const inletOf = portAt(design, port('leaf-1', 0, 'powerInlet'))!.cage!.formFactor;
    expect(inletOf).toBe('c14');
    expect(cord(design)).toEqual([]);
    expect(cord(outlet('c13'))).toEqual([]);
    expect(cord(outlet('other'))).toEqual([]);
    expect(cord(outlet('dc'))).toEqual(['rules.plugMisfit']);
  });
});
