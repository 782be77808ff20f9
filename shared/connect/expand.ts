/**
 * From a pattern to pairs of ports. The left side is gone through in order: its devices as they are written or
 * counted, and of each its ports. For every end on the left the right side is filled in; ends for which it reads the
 * same share what it names, one after the other.
 */
import type { Design } from '../model/design.ts';
import { typeOf } from '../model/design-index.ts';
import type { Device, PortRef } from '../model/records.ts';
import { isKept } from '../rules/free-ports.ts';
import { freeDataPorts } from '../rules/index.ts';
import { type Reason, reason } from '../rules/verdict.ts';
import { type Values, valueOf } from './expression.ts';
import { byName, likeliest, NameIndex } from './names.ts';
import type { Asked, AskedEnd, AskedPair } from './pairs.ts';
import type { Pattern, PatternSide, Piece, Pieces } from './pattern.ts';
import { portsCalled, portsLike } from './port-names.ts';
import { MOST_VALUES } from './range.ts';

/** A text that a side stands for, with what its variables are there. */
interface Written {
  readonly text: string;
  readonly values: Values;
}

/** An end of the left side. */
export interface LeftEnd {
  readonly end: AskedEnd;
  readonly values: Values;
}

const NO_VALUES: Values = new Map();

/**
 * The pairs that a pattern stands for.
 * @param times how many ends of the right side each end of the left side takes
 */
export function expandPattern(design: Design, pattern: Pattern, times = 1): Asked {
  const devices = new DeviceBook(design);
  const right = new RightSide(design, devices, pattern.b);
  const pairs: AskedPair[] = [];
  for (const left of leftEnds(design, devices, pattern.a)) {
    for (let turn = 0; turn < times; turn += 1) {
      if (pairs.length >= MOST_VALUES) return { pairs, leftOver: 0 };
      const b: AskedEnd = left.end.end === 'none' ? NOTHING : right.next(left.values);
      pairs.push({ a: left.end, b, values: left.values });
    }
  }
  return { pairs, leftOver: right.leftOver() };
}

/** The other side of an end that is not there. */
const NOTHING: AskedEnd = { end: 'none', text: '', reason: reason('connect.why.noLeft') };

class DeviceBook {
  readonly #design: Design;
  readonly #byName = new NameIndex<Device>();
  #sorted: readonly Device[] | null = null;

  constructor(design: Design) {
    this.#design = design;
    for (const device of design.devices.values()) this.#byName.add(device.name, device);
  }

  called(name: string): Device | Reason {
    const [device, ...others] = this.#byName.get(name);
    if (device && others.length === 0) return device;
    if (device) return reason('connect.why.severalDevices', { name, count: others.length + 1 });
    const like = likeliest(name, names(this.#design));
    return like === null
      ? reason('connect.why.noDevice', { name })
      : reason('connect.why.noDeviceLike', { name, like });
  }

  like(pattern: RegExp): readonly { device: Device; match: RegExpExecArray }[] {
    this.#sorted ??= [...this.#design.devices.values()].sort(byName);
    return this.#sorted.flatMap((device) => {
      const match = pattern.exec(device.name);
      return match ? [{ device, match }] : [];
    });
  }
}

function* names(design: Design): Generator<string> {
  for (const { name } of design.devices.values()) yield name;
}

function* leftEnds(design: Design, devices: DeviceBook, side: PatternSide): Generator<LeftEnd> {
  let n = 0;
  let k = 0;
  for (const { device, text, why, values } of devicesMeant(devices, side.device, NO_VALUES)) {
    n += 1;
    if (!device) {
      yield {
        end: { end: 'none', text, reason: why ?? reason('connect.why.noDevice', { name: text }) },
        values,
      };
      continue;
    }
    let p = 0;
    for (const end of portsMeant(design, device, side.port, values)) {
      p += 1;
      k += 1;
      const counted = new Map<string, number>([['n', n], ['p', p], ['k', k], ...end.values]);
      yield { end: end.end, values: counted };
    }
  }
}

interface MeantDevice {
  readonly device: Device | null;
  readonly text: string;
  readonly why: Reason | null;
  readonly values: Values;
}

function* devicesMeant(
  devices: DeviceBook,
  pieces: Pieces,
  values: Values,
): Generator<MeantDevice> {
  if (hasWildcard(pieces)) {
    const pattern = patternOf(pieces, values);
    const found = pattern ? devices.like(pattern.like) : [];
    for (const { device, match } of found) {
      const taken = withTaken(values, pattern?.names ?? [], match);
      if (taken) yield { device, text: device.name, why: null, values: taken };
    }
    if (found.length > 0) return;
    const text = shown(pieces);
    yield { device: null, text, why: reason('connect.why.noDeviceFits', { name: text }), values };
    return;
  }
  for (const written of texts(pieces, values)) {
    if ('key' in written) {
      yield { device: null, text: shown(pieces), why: written, values };
      continue;
    }
    const found = devices.called(written.text);
    const isReason = 'key' in found;
    yield {
      device: isReason ? null : found,
      text: written.text,
      why: isReason ? found : null,
      values: written.values,
    };
  }
}

/** The ports of a device that the pattern means, each as an end. */
export function* portsMeant(
  design: Design,
  device: Device,
  port: PatternSide['port'],
  values: Values,
): Generator<LeftEnd> {
  const type = typeOf(design, device);
  const end = (portId: string): AskedEnd => ({ end: 'port', ref: { deviceId: device.id, portId } });
  if (port === 'free') {
    for (const ref of freePortsOf(design, device)) yield { end: end(ref.portId), values };
    return;
  }
  if (hasWildcard(port)) {
    const pattern = patternOf(port, values);
    const found = pattern ? portsLike(type, pattern.like) : [];
    for (const { port: each, match } of found) {
      const taken = withTaken(values, pattern?.names ?? [], match);
      if (taken) yield { end: end(each.id), values: taken };
    }
    if (found.length > 0) return;
    yield { end: noPort(device, shown(port)), values };
    return;
  }
  for (const written of texts(port, values)) {
    if ('key' in written) {
      yield {
        end: { end: 'none', text: `${device.name} ${shown(port)}`, reason: written },
        values,
      };
      continue;
    }
    const ports = portsCalled(type, written.text);
    if (ports.length === 0) yield { end: noPort(device, written.text), values: written.values };
    for (const each of ports) yield { end: end(each.id), values: written.values };
  }
}

/** Network ports without a cable that nobody keeps for something else. */
export function freePortsOf(design: Design, device: Device): readonly PortRef[] {
  return freeDataPorts(design, device)
    .map((portId) => ({ deviceId: device.id, portId }))
    .filter((ref) => !isKept(design, ref));
}

function noPort({ name }: Device, port: string): AskedEnd {
  return {
    end: 'none',
    text: `${name} ${port}`,
    reason: reason('connect.why.noPort', { device: name, port }),
  };
}

/** The right side: for each reading of it, what it names and how far that is used up. */
class RightSide {
  readonly #design: Design;
  readonly #devices: DeviceBook;
  readonly #side: PatternSide;
  readonly #readings = new Map<string, { readonly ends: readonly AskedEnd[]; used: number }>();

  constructor(design: Design, devices: DeviceBook, side: PatternSide) {
    this.#design = design;
    this.#devices = devices;
    this.#side = side;
  }

  next(values: Values): AskedEnd {
    const key = JSON.stringify(this.#numbers(values));
    let reading = this.#readings.get(key);
    if (!reading) {
      reading = { ends: this.#read(values), used: 0 };
      this.#readings.set(key, reading);
    }
    const { ends } = reading;
    const [first, ...others] = ends;
    const end = others.length === 0 ? first : ends[reading.used];
    reading.used += 1;
    if (end) return end;
    const text = shown(this.#side.device);
    return { end: 'none', text, reason: reason('connect.why.usedUp', { count: ends.length }) };
  }

  /** What is named and not used; a single end is used by all. */
  leftOver(): number {
    let left = 0;
    for (const { ends, used } of this.#readings.values()) {
      if (ends.length > 1) left += Math.max(0, ends.length - used);
    }
    return left;
  }

  #numbers(values: Values): readonly (number | null)[] {
    const { device, port } = this.#side;
    return [...device, ...(port === 'free' ? [] : port)].map((piece) =>
      piece.piece === 'number' ? valueOf(piece.expression, values) : null,
    );
  }

  #read(values: Values): readonly AskedEnd[] {
    const found = [...devicesMeant(this.#devices, this.#side.device, values)];
    if (this.#side.port === 'free') {
      const there = found.flatMap(({ device }) => device ?? []);
      if (there.length > 0) return [{ end: 'free', devices: there.map(({ id }) => id) }];
    }
    return found.flatMap(({ device, text, why }): readonly AskedEnd[] => {
      if (device) {
        const ends = [...portsMeant(this.#design, device, this.#side.port, values)];
        return ends.map(({ end }) => end);
      }
      return [{ end: 'none', text, reason: why ?? reason('connect.why.noDevice', { name: text }) }];
    });
  }
}

function hasWildcard(pieces: Pieces): boolean {
  return pieces.some(({ piece }) => piece === 'any' || piece === 'digits');
}

/** All texts that pieces without wildcards stand for: the last of them changes first. */
function* texts(pieces: Pieces, values: Values): Generator<Written | Reason> {
  let written: readonly Written[] = [{ text: '', values }];
  for (const piece of pieces) {
    const next: Written[] = [];
    for (const before of written) {
      for (const each of textsOf(piece, before.values)) {
        if ('key' in each) {
          yield each;
          return;
        }
        next.push({ text: before.text + each.text, values: each.values });
        if (next.length > MOST_VALUES) {
          yield reason('connect.error.tooMany', { most: MOST_VALUES });
          return;
        }
      }
    }
    written = next;
  }
  yield* written;
}

function* textsOf(piece: Piece, values: Values): Generator<Written | Reason> {
  switch (piece.piece) {
    case 'text':
      yield { text: piece.text, values };
      return;
    case 'each':
      for (const text of piece.values) {
        yield { text, values: piece.name === null ? values : withValue(values, piece.name, text) };
      }
      return;
    case 'number': {
      const value = valueOf(piece.expression, values);
      yield value === null ? reason('connect.why.noNumber') : { text: String(value), values };
      return;
    }
    case 'any':
    case 'digits':
      return;
    default:
      piece satisfies never;
  }
}

interface NamePattern {
  readonly like: RegExp;
  /** Names of the groups, by their number from 1. */
  readonly names: readonly string[];
}

/** What names must look like; null where a number in it is none. Zeros in front of numbers do not count. */
function patternOf(pieces: Pieces, values: Values): NamePattern | null {
  const kept: string[] = [];
  let source = '';
  for (const piece of pieces) {
    switch (piece.piece) {
      case 'text':
        source += escaped(piece.text);
        break;
      case 'any':
        source += piece.length === 'all' ? '.*' : '.';
        break;
      case 'each': {
        const each = piece.values.map(loose).join('|');
        source += piece.name === null ? `(?:${each})` : `(${each})`;
        if (piece.name !== null) kept.push(piece.name);
        break;
      }
      case 'digits':
        source += '(\\d+)';
        kept.push(piece.name);
        break;
      case 'number': {
        const value = valueOf(piece.expression, values);
        if (value === null) return null;
        source += loose(String(value));
        break;
      }
      default:
        piece satisfies never;
    }
  }
  return { like: new RegExp(`^${source}$`, 'i'), names: kept };
}

function loose(value: string): string {
  return /^\d+$/.test(value) ? `0*${String(Number(value))}` : escaped(value);
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`);
}

/** The values with what the groups of a match took. A name that is taken twice must be the same number. */
function withTaken(values: Values, kept: readonly string[], match: RegExpExecArray): Values | null {
  let after = values;
  for (const [index, name] of kept.entries()) {
    const number = Number(match[index + 1]);
    if (!Number.isSafeInteger(number)) return null;
    after = withValue(after, name, String(number));
  }
  return after;
}

function withValue(values: Values, name: string, text: string): Values {
  return new Map([...values, [name, Number(text)]]);
}

/** Pieces as a person would write them, for a name that means nothing. */
function shown(pieces: Pieces): string {
  return pieces
    .map((piece) => {
      switch (piece.piece) {
        case 'text':
          return piece.text;
        case 'any':
          return piece.length === 'all' ? '*' : '?';
        case 'each':
          return `[${piece.values[0] ?? ''}…]`;
        case 'digits':
          return `{${piece.name}}`;
        case 'number':
          return '{…}';
        default:
          return piece satisfies never;
      }
    })
    .join('');
}
