/** Reads fields of a YAML map one by one, remembers which were read, and collects what was odd. */
import { type MessageArgs, say } from '../../text/index.ts';
import type { YamlMap, YamlValue } from '../yaml-door.ts';

export interface ImportWarning {
  readonly code: string;
  /** Where in the document, e.g. `interfaces[3].type`. */
  readonly path: string;
  readonly message: string;
}

/** Keys that real files misspell, and what they mean (field/interop.md, 1.1, trap 5). */
const MISSPELT: Readonly<Record<string, string>> = {
  'maximum-draw': 'maximum_draw',
  maxium_draw: 'maximum_draw',
  'allocated-draw': 'allocated_draw',
  'poe-mode': 'poe_mode',
  'poe-type': 'poe_type',
  'management-only': 'mgmt_only',
  management_only: 'mgmt_only',
  'rear-port': 'rear_port',
  'rear-ports': 'rear_port',
  position: 'rear_port_position',
};

export class FieldReader {
  private readonly unread: Map<string, YamlValue>;
  private readonly path: string;
  private readonly warnings: ImportWarning[];

  constructor(map: YamlMap, path: string, warnings: ImportWarning[]) {
    this.unread = new Map(Object.entries(map));
    this.path = path;
    this.warnings = warnings;
  }

  warn(code: string, field: string, args: MessageArgs = {}): void {
    const path = field === '' ? this.path : this.path === '' ? field : `${this.path}.${field}`;
    this.warnings.push({ code, path, message: say(`formats.${code}`, { path, ...args }) });
  }

  /** Maps the known misspellings to their right keys and says so. */
  mendKeys(): this {
    for (const [wrong, right] of Object.entries(MISSPELT)) {
      const value = this.unread.get(wrong);
      if (value === undefined || this.unread.has(right)) continue;
      this.unread.delete(wrong);
      this.unread.set(right, value);
      this.warn('misspelt-key', wrong, { key: wrong, meant: right });
    }
    return this;
  }

  take(field: string): YamlValue | undefined {
    const value = this.unread.get(field);
    this.unread.delete(field);
    return value;
  }

  /** A text field; empty where there is none. */
  text(field: string): string {
    const value = this.take(field);
    if (value === undefined) return '';
    if (typeof value === 'string') return value;
    this.warn('not-text-field', field);
    return '';
  }

  /** A number; null where there is none or it is none. */
  number(field: string): number | null {
    const text = this.text(field).trim();
    if (text === '') return null;
    const number = Number(text);
    if (Number.isFinite(number)) return number;
    this.warn('not-a-number', field, { text });
    return null;
  }

  flag(field: string): boolean {
    const text = this.text(field).trim().toLowerCase();
    if (text === 'true' || text === 'yes') return true;
    if (text !== '' && text !== 'false' && text !== 'no') this.warn('not-a-flag', field, { text });
    return false;
  }

  /** What was not read: kept verbatim for the way back. */
  rest(): Record<string, YamlValue> {
    return Object.fromEntries(this.unread);
  }
}
