import { describe, expect, it } from 'vitest';
import { catalogType } from '../catalog/index.ts';
import { type Design, emptyDesign } from '../model/design.ts';
import type { DeviceType, PortKind } from '../model/device-type.ts';
import { FORM_FACTORS } from '../model/device-type.ts';
import { applyDiff, EMPTY_DIFF } from '../model/diff.ts';
import { fixtureRack } from '../model/fixture-rack.ts';
import { isFibreAdapter, isPluggable, kindsMate, portAt, portsOfCage } from './port-lookup.ts';

const KINDS: readonly PortKind[] = [
  'interface',
  'front',
  'rear',
  'console',
  'consoleServer',
  'powerInlet',
  'powerOutlet',
];

const LEAF = catalogType('catalog:nvidia-qm9700');

function holding(type: DeviceType): Design {
  const device = {
    kind: 'device',
    id: 'leaf',
    name: 'leaf',
    typeId: type.id,
    rackId: 'rack-1',
    mount: 'rails',
    bay: null,
    u: 1,
    face: 'front',
    column: 0,
    locked: false,
    reserved: [],
    notes: '',
    extra: '',
  } as const;
  return applyDiff(emptyDesign('x'), { ...EMPTY_DIFF, added: [fixtureRack(), type, device] });
}

describe('which kinds of port are joined', () => {
  it('data with data, console with its server, both over panels, inlet with outlet, and nothing else', () => {
    const mates = KINDS.flatMap((a) =>
      KINDS.filter((b) => kindsMate(a, b)).map((b) => `${a} ${b}`),
    );
    const data = ['interface', 'front', 'rear'];
    expect(mates).toEqual([
      ...data.map((b) => `interface ${b}`),
      ...['front', 'rear'].flatMap((a) =>
        [...data, 'console', 'consoleServer'].map((b) => `${a} ${b}`),
      ),
      ...['front', 'rear', 'consoleServer'].map((b) => `console ${b}`),
      ...['front', 'rear', 'console'].map((b) => `consoleServer ${b}`),
      'powerInlet powerOutlet',
      'powerOutlet powerInlet',
    ]);
  });

  it('either way round', () => {
    for (const a of KINDS) for (const b of KINDS) expect(kindsMate(a, b)).toBe(kindsMate(b, a));
  });
});

describe('what goes into an opening', () => {
  it('transceivers into cages, fibre into adapters, neither into sockets', () => {
    expect(FORM_FACTORS.filter(isPluggable)).toEqual([
      'sfp',
      'sfp-dd',
      'qsfp',
      'qsfp-dd',
      'osfp',
      'osfp-rhs',
      'osfp-xd',
      'cfp',
    ]);
    expect(FORM_FACTORS.filter(isFibreAdapter)).toEqual(['lc', 'mpo', 'sn', 'mmc']);
  });
});

describe('a port and its opening', () => {
  it('is found with what it is part of', () => {
    const place = portAt(holding(LEAF), { deviceId: 'leaf', portId: 'osfp-1.1' });
    expect(place?.cage?.id).toBe('osfp-1');
    expect(portsOfCage(place!).map(({ id }) => id)).toEqual(['osfp-1.1', 'osfp-1.2']);
  });

  it('is none where the design does not hold it', () => {
    expect(portAt(holding(LEAF), { deviceId: 'leaf', portId: 'gone' })).toBeNull();
    expect(portAt(holding(LEAF), { deviceId: 'gone', portId: 'osfp-1.1' })).toBeNull();
  });

  it('stands alone where its type names no opening, or one that is not there', () => {
    const ports = LEAF.ports.map((port) =>
      port.id === 'osfp-1.1' ? { ...port, cageId: null } : { ...port, cageId: 'gone' },
    );
    const loose = holding({ ...LEAF, ports });
    for (const portId of ['osfp-1.1', 'osfp-1.2']) {
      const place = portAt(loose, { deviceId: 'leaf', portId });
      expect(place?.cage).toBeNull();
      expect(portsOfCage(place!).map(({ id }) => id)).toEqual([portId]);
    }
    const empty = portAt(holding({ ...LEAF, ports: LEAF.ports.slice(0, 1) }), {
      deviceId: 'leaf',
      portId: LEAF.ports[0]!.id,
    });
    expect(portsOfCage(empty!)).toHaveLength(1);
  });
});
