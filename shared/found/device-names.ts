/** Which device a name of a discovery file means. */
import type { DeviceId } from '../model/ids.ts';
import type { Device, FoundNetwork } from '../model/records.ts';

/** What a name means: a device, nothing in the design, or more than one thing. */
export type NameMatch =
  | { readonly device: Device }
  | { readonly device: null; readonly why: 'unknown' | 'ambiguous' };

const UNKNOWN: NameMatch = { device: null, why: 'unknown' };

/**
 * How names are told apart, the strictest first: as they are written but for case; without a domain behind them;
 * without separators and leading zeros, so that `Leaf-01` is `leaf1`.
 */
const FOLDS: readonly ((name: string) => string)[] = [
  (name) => name.trim().toLowerCase(),
  (name) => withoutDomain(name.trim().toLowerCase()),
  (name) =>
    withoutDomain(name.trim().toLowerCase())
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/(?<=[a-z])-|-(?=[a-z])/g, '')
      .replaceAll(/0+(?=\d)/g, (zeros, at: number, whole: string) =>
        /\d/.test(whole.charAt(at - 1)) ? zeros : '',
      ),
];

function withoutDomain(name: string): string {
  const dot = name.indexOf('.');
  return dot > 0 && /[a-z]/.test(name.slice(dot)) ? name.slice(0, dot) : name;
}

/** The names of a design's devices, and those that a person said stand for one of them. */
export class DeviceNames {
  readonly #tables: readonly ReadonlyMap<string, readonly Device[]>[];
  readonly #devices: ReadonlyMap<DeviceId, Device>;

  constructor(devices: ReadonlyMap<DeviceId, Device>) {
    this.#devices = devices;
    const named = [...devices.values()].filter(({ name }) => name.trim() !== '');
    this.#tables = FOLDS.map((fold) => Map.groupBy(named, ({ name }) => fold(name)));
  }

  /** The device of a name in one network; an alias goes before every likeness. */
  match(name: string, aliases: FoundNetwork['aliases']): NameMatch {
    const alias = aliases.find((each) => each.name === name);
    const meant = alias && this.#devices.get(alias.deviceId);
    if (meant) return { device: meant };
    for (const [n, fold] of FOLDS.entries()) {
      const [device, other] = this.#tables[n]?.get(fold(name)) ?? [];
      if (device) return other ? { device: null, why: 'ambiguous' } : { device };
    }
    return UNKNOWN;
  }
}
