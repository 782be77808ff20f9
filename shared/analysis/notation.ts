/**
 * Formulas as a book sets them. Rules write them in plain ASCII (`q = 1/sqrt(1+Pi)`), which is what leaves in
 * JSON; here they become parts with Greek letters, roots, powers and indices, with or without numbers put in.
 */

/** A run of text set in one way: a symbol stands in italics, a value is a number that was put in for one. */
export interface NotationPart {
  readonly kind: 'text' | 'symbol' | 'sub' | 'sup' | 'value';
  readonly text: string;
}

/** The number to put in for a symbol, in words; null leaves the symbol. */
export type PutIn = (symbol: string) => string | null;

interface Token {
  readonly kind: 'name' | 'number' | 'sign';
  readonly text: string;
}

const TOKEN = /([A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)*)|(\d+(?:\.\d+)?)|<=|>=|!=|->|[^]/g;

const LETTERS: Readonly<Record<string, string>> = {
  alpha: 'α',
  beta: 'β',
  gamma: 'γ',
  delta: 'δ',
  Delta: 'Δ',
  epsilon: 'ε',
  zeta: 'ζ',
  eta: 'η',
  theta: 'θ',
  kappa: 'κ',
  lambda: 'λ',
  mu: 'μ',
  nu: 'ν',
  xi: 'ξ',
  pi: 'π',
  Pi: 'Π',
  rho: 'ρ',
  sigma: 'σ',
  Sigma: 'Σ',
  tau: 'τ',
  phi: 'φ',
  Phi: 'Φ',
  chi: 'χ',
  psi: 'ψ',
  omega: 'ω',
  Omega: 'Ω',
  dT: 'ΔT',
  dp: 'Δp',
  dt: 'Δt',
};
const FUNCTIONS: Readonly<Record<string, string>> = { sqrt: '√', sum: 'Σ' };
const SIGNS: Readonly<Record<string, string>> = {
  '*': '·',
  '<=': '≤',
  '>=': '≥',
  '!=': '≠',
  '->': '→',
};
const SMALL_POWERS: Readonly<Record<string, string>> = { 2: '²', 3: '³' };

/** Sets a formula; where `putIn` knows a symbol, its number stands there instead. Never throws. */
export function notation(formula: string, putIn: PutIn = () => null): readonly NotationPart[] {
  const tokens = tokensOf(formula);
  const parts: NotationPart[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    if (token.kind === 'name') parts.push(...nameParts(tokens, at, putIn));
    else if (token.kind === 'number') parts.push({ kind: 'text', text: token.text });
    else if (token.text === '^') at += power(tokens, at, parts);
    else parts.push({ kind: 'text', text: signText(tokens, at) });
  }
  return joined(parts);
}

/** The same in one line of text, for where nothing can be raised or lowered: `P_c`, `V²`, `x^0.5`. */
export function notationText(parts: readonly NotationPart[]): string {
  return parts
    .map(({ kind, text }) => (kind === 'sub' ? `_${text}` : kind === 'sup' ? `^${text}` : text))
    .join('');
}

function tokensOf(formula: string): readonly Token[] {
  return [...formula.matchAll(TOKEN)].map(([text, name, number]) => ({
    kind: name === undefined ? (number === undefined ? 'sign' : 'number') : 'name',
    text,
  }));
}

function nameParts(tokens: readonly Token[], at: number, putIn: PutIn): readonly NotationPart[] {
  const name = tokens[at]?.text ?? '';
  const next = tokens[at + 1]?.text ?? '';
  if (next === '(') return [{ kind: 'text', text: FUNCTIONS[name] ?? LETTERS[name] ?? name }];
  const value = putIn(name);
  if (value === null) {
    return isArticle(tokens, at) ? [{ kind: 'text', text: name }] : symbolParts(name);
  }
  const afterNumber = tokens[at - 1]?.kind === 'number';
  return [
    ...(afterNumber ? [{ kind: 'text', text: '·' } as const] : []),
    { kind: 'value', text: needsBrackets(value, tokens, at) ? `(${value})` : value },
  ];
}

/** A number with a sign or a unit keeps its meaning beside a power, a product or a quotient. */
function needsBrackets(value: string, tokens: readonly Token[], at: number): boolean {
  const [before, after] = [signBeside(tokens, at, -1), signBeside(tokens, at, 1)];
  if (after === '^') return /[^\d.,]/.test(value);
  if (/^[-−]/.test(value) && '+-*/'.includes(before) && before !== '') return true;
  return value.includes('/') && ['*', '/'].some((sign) => sign === before || sign === after);
}

/** The next sign to one side that is no space. */
function signBeside(tokens: readonly Token[], at: number, by: 1 | -1): string {
  let place = at + by;
  while (tokens[place]?.text === ' ') place += by;
  const token = tokens[place];
  return token?.kind === 'sign' ? token.text : '';
}

/** `a cable takes a whole cage` is a sentence: the letter before a word stands for nothing. */
function isArticle(tokens: readonly Token[], at: number): boolean {
  return tokens[at]?.text === 'a' && tokens[at + 1]?.text === ' ' && isWord(tokens[at + 2]);
}

function symbolParts(name: string): readonly NotationPart[] {
  const [base = '', ...indices] = name.split('_');
  const isSymbol = base.length === 1 || base in LETTERS || indices.length > 0;
  return [
    { kind: isSymbol ? 'symbol' : 'text', text: LETTERS[base] ?? base },
    ...indices.map((index) => ({ kind: 'sub', text: LETTERS[index] ?? index }) as const),
  ];
}

/** Appends what is raised to a power; answers how many tokens after the `^` that took. */
function power(tokens: readonly Token[], at: number, parts: NotationPart[]): number {
  const raised: string[] = [];
  let place = at + 1;
  while (tokens[place]?.text === ' ') place += 1;
  if (tokens[place]?.text === '(') {
    const end = tokens.findIndex(({ text }, index) => index > place && text === ')');
    if (end < 0) {
      parts.push({ kind: 'text', text: '^' });
      return 0;
    }
    for (place += 1; place < end; place += 1) raised.push(tokens[place]?.text ?? '');
  } else {
    if (tokens[place]?.text === '-') raised.push(tokens[place++]?.text ?? '');
    raised.push(tokens[place]?.text ?? '');
  }
  const text = raised.map((each) => LETTERS[each] ?? (each === '-' ? '−' : each)).join('');
  const small = SMALL_POWERS[text];
  parts.push(small === undefined ? { kind: 'sup', text } : { kind: 'text', text: small });
  return place - at;
}

function signText(tokens: readonly Token[], at: number): string {
  const { text } = tokens[at] ?? { text: '' };
  if (text === '-') return isMinus(tokens, at) ? '−' : '-';
  return SIGNS[text] ?? text;
}

/** Between two words a dash is a hyphen, as in `vendor-only`; everywhere else it takes away. */
function isMinus(tokens: readonly Token[], at: number): boolean {
  return !(isWord(tokens[at - 1]) && isWord(tokens[at + 1]));
}

function isWord(token: Token | undefined): boolean {
  if (token?.kind !== 'name') return false;
  return token.text.length > 2 && !token.text.includes('_') && !(token.text in LETTERS);
}

function joined(parts: readonly NotationPart[]): readonly NotationPart[] {
  const result: NotationPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last?.kind === 'text' && part.kind === 'text') {
      result[result.length - 1] = { kind: 'text', text: last.text + part.text };
    } else result.push(part);
  }
  return result;
}
