/** Small whole-number arithmetic of patterns: `n*2-1`, `(n-1)*8+r`. Divisions round down. */
import { type Reason, reason } from '../rules/verdict.ts';

export type Expression =
  | { readonly of: 'number'; readonly value: number }
  | { readonly of: 'variable'; readonly name: string }
  | {
      readonly of: 'sum' | 'difference' | 'product' | 'quotient' | 'rest';
      readonly left: Expression;
      readonly right: Expression;
    };

/** An expression, or what is wrong with it and at which character, from 0. */
export type ExpressionAnswer =
  | { readonly ok: true; readonly expression: Expression }
  | { readonly ok: false; readonly at: number; readonly reason: Reason };

/** Values of variables by name. */
export type Values = ReadonlyMap<string, number>;

/** Nothing that is counted in a design is larger. */
export const LARGEST_NUMBER = 1_000_000;

const TOKEN = /\s*(?:(?<number>\d+)|(?<name>[a-z][a-z0-9]*)|(?<sign>[-+*/%()]))/iy;
const SUMS: Readonly<Record<string, 'sum' | 'difference'>> = { '+': 'sum', '-': 'difference' };
const PRODUCTS: Readonly<Record<string, 'product' | 'quotient' | 'rest'>> = {
  '*': 'product',
  '/': 'quotient',
  '%': 'rest',
};

/** Parentheses within parentheses: more are no arithmetic of ports. */
const DEEPEST = 20;

interface Token {
  readonly text: string;
  readonly at: number;
}

class Refusal extends Error {
  readonly at: number;
  readonly why: Reason;

  constructor(at: number, why: Reason) {
    super(why.key);
    this.at = at;
    this.why = why;
  }
}

/** Reads an expression. */
export function parseExpression(source: string): ExpressionAnswer {
  try {
    const tokens = tokensOf(source);
    const reader = new Reader(tokens, source.length);
    const expression = reader.sum(0);
    const left = reader.next();
    if (left) throw new Refusal(left.at, reason('connect.error.operator', { found: left.text }));
    return { ok: true, expression };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, at: error.at, reason: error.why };
    throw error;
  }
}

function tokensOf(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) {
      const found = source.slice(at).trimStart().charAt(0);
      throw new Refusal(source.indexOf(found, at), reason('connect.error.arithmetic', { found }));
    }
    const text = match[0].trimStart();
    tokens.push({ text, at: TOKEN.lastIndex - text.length });
    at = TOKEN.lastIndex;
  }
  return tokens;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #at = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  next(): Token | undefined {
    return this.#tokens[this.#at];
  }

  sum(depth: number): Expression {
    let left = this.#product(depth);
    for (;;) {
      const of = SUMS[this.next()?.text ?? ''];
      if (!of) return left;
      this.#at += 1;
      left = { of, left, right: this.#product(depth) };
    }
  }

  #product(depth: number): Expression {
    let left = this.#atom(depth);
    for (;;) {
      const of = PRODUCTS[this.next()?.text ?? ''];
      if (!of) return left;
      this.#at += 1;
      left = { of, left, right: this.#atom(depth) };
    }
  }

  #atom(depth: number): Expression {
    const token = this.next();
    if (!token) throw new Refusal(this.#end, reason('connect.error.operand'));
    this.#at += 1;
    if (/^\d/.test(token.text)) {
      const value = Number(token.text);
      if (value > LARGEST_NUMBER) throw new Refusal(token.at, reason('connect.error.large'));
      return { of: 'number', value };
    }
    if (/^[a-z]/i.test(token.text)) return { of: 'variable', name: token.text.toLowerCase() };
    if (token.text !== '(') throw new Refusal(token.at, reason('connect.error.operand'));
    if (depth >= DEEPEST) throw new Refusal(token.at, reason('connect.error.deep'));
    const inside = this.sum(depth + 1);
    const close = this.next();
    if (close?.text !== ')') {
      throw new Refusal(close?.at ?? this.#end, reason('connect.error.parenthesis'));
    }
    this.#at += 1;
    return inside;
  }
}

/** The value, or null where it is none: a division by zero, or nothing that ports are counted by. */
export function valueOf(expression: Expression, values: Values): number | null {
  const value = calculated(expression, values);
  return Number.isSafeInteger(value) && value >= 0 && value <= LARGEST_NUMBER ? value : null;
}

function calculated(expression: Expression, values: Values): number {
  if (expression.of === 'number') return expression.value;
  if (expression.of === 'variable') return values.get(expression.name) ?? Number.NaN;
  const left = calculated(expression.left, values);
  const right = calculated(expression.right, values);
  return combined(expression.of, left, right);
}

function combined(
  of: Exclude<Expression['of'], 'number' | 'variable'>,
  left: number,
  right: number,
): number {
  switch (of) {
    case 'sum':
      return left + right;
    case 'difference':
      return left - right;
    case 'product':
      return left * right;
    case 'quotient':
      return Math.floor(left / right);
    case 'rest':
      return left - Math.floor(left / right) * right;
    default:
      return of satisfies never;
  }
}

/** The variables that an expression uses, each once. */
export function variablesOf(expression: Expression): ReadonlySet<string> {
  if (expression.of === 'number') return new Set();
  if (expression.of === 'variable') return new Set([expression.name]);
  return new Set([...variablesOf(expression.left), ...variablesOf(expression.right)]);
}
