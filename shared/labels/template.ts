/**
 * Templates of ids and labels: text with tokens in braces, such as `{rack}-{u:2}:{port}/{far.rack}`. A number
 * behind a colon is the least count of digits that a value begins with: `{u:2}` writes unit 7 as `07`.
 */
import { type Reason, reason } from '../rules/verdict.ts';

/** What a template can say of an end, near or far. */
export const END_TOKENS = ['row', 'rack', 'u', 'device', 'port', 'cage', 'face'] as const;
/** What it can say of the cable. */
export const CABLE_TOKENS = ['cable', 'fabric', 'rail', 'medium', 'length'] as const;
/** Counts new cables; only ids have it. */
export const SEQUENCE_TOKEN = 'n';

export type EndToken = (typeof END_TOKENS)[number];
export type CableToken = (typeof CABLE_TOKENS)[number];

/** Which template it is: what is printed at an end, or what a new cable is called. */
export type TemplateKind = 'label' | 'id';

export type TemplatePart =
  | { readonly part: 'text'; readonly text: string }
  | { readonly part: 'near' | 'far'; readonly token: EndToken; readonly digits: number }
  | { readonly part: 'cable'; readonly token: CableToken; readonly digits: number }
  | { readonly part: 'sequence'; readonly digits: number };

export type Template = readonly TemplatePart[];

/** A template, or what is wrong with it and at which character, from 0. */
export type TemplateAnswer =
  | { readonly ok: true; readonly template: Template }
  | { readonly ok: false; readonly at: number; readonly reason: Reason };

/** Usual templates, in place of an empty one. */
export const USUAL_TEMPLATES: Readonly<Record<TemplateKind, string>> = {
  // Near end first, as TIA-606 has it: rack and unit, port, and behind the stroke the same of the far end.
  label: '{rack}-{u:2}:{port}/{far.rack}-{far.u:2}:{far.port}',
  id: 'C{n:4}',
};

const MAX_DIGITS = 9;
const TOKEN = /^(?<far>far\.)?(?<name>[a-z]+)(?::(?<digits>\d{1,2}))?$/;

/** Reads a template. An empty one is the usual one. */
export function parseTemplate(source: string, kind: TemplateKind): TemplateAnswer {
  const text = source === '' ? USUAL_TEMPLATES[kind] : source;
  const parts: TemplatePart[] = [];
  let at = 0;
  while (at < text.length) {
    const open = text.indexOf('{', at);
    const stray = text.slice(at, open < 0 ? text.length : open).indexOf('}');
    if (stray >= 0) return wrong(at + stray, 'labels.error.stray');
    if (open < 0 || open > at) {
      parts.push({ part: 'text', text: text.slice(at, open < 0 ? text.length : open) });
      if (open < 0) break;
    }
    const close = text.indexOf('}', open);
    if (close < 0) return wrong(open, 'labels.error.unclosed');
    const part = tokenPart(text.slice(open + 1, close), kind);
    if ('key' in part) return { ok: false, at: open, reason: part };
    parts.push(part);
    at = close + 1;
  }
  return parts.some(({ part }) => part !== 'text')
    ? { ok: true, template: parts }
    : wrong(0, 'labels.error.noToken');
}

function tokenPart(inside: string, kind: TemplateKind): TemplatePart | Reason {
  const groups = TOKEN.exec(inside)?.groups;
  const name = groups?.['name'] ?? '';
  const far = groups?.['far'] !== undefined;
  const digits = Number(groups?.['digits'] ?? 0);
  if (digits > MAX_DIGITS) return reason('labels.error.digits', { most: MAX_DIGITS });
  const end = END_TOKENS.find((token) => token === name);
  if (end) return { part: far ? 'far' : 'near', token: end, digits };
  if (far) return reason('labels.error.far', { token: inside, tokens: END_TOKENS.join(', ') });
  const cable = CABLE_TOKENS.find((token) => token === name);
  if (cable === 'cable' && kind === 'id') return reason('labels.error.itself');
  if (cable) return { part: 'cable', token: cable, digits };
  if (name !== SEQUENCE_TOKEN) {
    return reason('labels.error.unknown', { token: inside, tokens: tokensOf(kind).join(', ') });
  }
  return kind === 'id' ? { part: 'sequence', digits } : reason('labels.error.sequence');
}

/** The tokens that such a template may have, without their braces; those of an end also after `far.`. */
export function tokensOf(kind: TemplateKind): readonly string[] {
  if (kind === 'label') return [...END_TOKENS, ...CABLE_TOKENS];
  return [...END_TOKENS, ...CABLE_TOKENS.filter((token) => token !== 'cable'), SEQUENCE_TOKEN];
}

/** A value with the number that it begins with filled up by zeros; other values stay. */
export function padded(value: string, digits: number): string {
  const leading = /^\d+/.exec(value)?.[0] ?? '';
  return leading === '' ? value : leading.padStart(digits, '0') + value.slice(leading.length);
}

function wrong(at: number, key: string): TemplateAnswer {
  return { ok: false, at, reason: reason(key) };
}
