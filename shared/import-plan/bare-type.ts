/** Types of which a file names no more than the ports: they are made bare, with those ports. */

import { type LooseOpening, layOut } from '../faceplate/index.ts';
import { slugOf } from '../formats/netbox/type-facts.ts';
import { BARE_TYPE } from '../model/bare-type.ts';
import type {
  DeviceCategory,
  DeviceType,
  FormFactor,
  Port,
  PortKind,
} from '../model/device-type.ts';
import { countingIds, type DeviceTypeId } from '../model/ids.ts';
import { say } from '../text/index.ts';

/** A port as the rows of cables use it. */
export interface PortUse {
  readonly name: string;
  readonly kind: PortKind;
  readonly connector: FormFactor | null;
  readonly speedGbps: number | null;
}

export interface BareTypeSpec {
  readonly id: DeviceTypeId;
  readonly manufacturer: string;
  readonly model: string;
  readonly role: 'host' | 'switch' | '';
  readonly heightU: number;
  readonly uses: readonly PortUse[];
}

/** A type with these ports, laid out where such gear has them; all of it is assumed. */
export function bareType(spec: BareTypeSpec): DeviceType {
  const { id, manufacturer, model, role, heightU, uses } = spec;
  const type: DeviceType = {
    ...BARE_TYPE,
    id,
    manufacturer,
    model,
    slug: slugOf(`${manufacturer}-${model}`).slice(0, 100),
    category: categoryOf(role, uses),
    heightU,
    origin: 'user',
    description: say('import.bare.description'),
  };
  return withPorts(type, uses, true);
}

function categoryOf(role: BareTypeSpec['role'], uses: readonly PortUse[]): DeviceCategory {
  if (uses.some(({ kind }) => kind === 'powerOutlet')) return 'pdu';
  if (uses.length > 0 && uses.every(({ kind }) => kind === 'front' || kind === 'rear'))
    return 'patch-panel';
  if (role === 'host') return 'server';
  return role === 'switch' ? 'switch' : 'other';
}

/**
 * The type with further ports behind its own.
 * @param placed whether they get an opening on a face, or stay without a place
 */
export function withPorts(type: DeviceType, uses: readonly PortUse[], placed: boolean): DeviceType {
  const taken = new Set(type.ports.map((port) => port.id));
  const count = countingIds();
  const freeId = (): string => {
    for (;;) {
      const id = count('p').replace('-', '');
      if (!taken.has(id)) return id;
    }
  };
  const made = uses.map(({ name, kind, connector, speedGbps }) => ({
    connector,
    port: {
      id: freeId(),
      name,
      kind,
      cageId: null,
      slug: '',
      speedGbps,
      lanes: null,
      managementOnly: false,
      label: '',
      maximumDrawW: null,
    } satisfies Port,
  }));
  const wider = { ...type, ports: [...type.ports, ...made.map(({ port }) => port)] };
  if (!placed) return wider;
  const openings = made.map(
    ({ connector, port }): LooseOpening => ({
      name: port.name,
      formFactor: connector ?? 'other',
      ports: [port.id],
    }),
  );
  const cages = countingIds();
  return layOut(wider, openings, () => cages('c').replace('-', '')).type;
}

/** What devices that are called alike have in common: `leaf#` for leaf01 and leaf02. */
export function stemOf(name: string): string {
  return name.replaceAll(/\d+/g, '#');
}
