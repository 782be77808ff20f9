/**
 * How a finding was found, to be read: each formula as it is, then with the finding's own numbers in it, then
 * what came out; and what every symbol stands for. A symbol that nobody gave a number stays a symbol.
 */
import type { Provenance } from '../model/fact.ts';
import { type NotationPart, notation } from './notation.ts';
import type { Explanation, Finding, FindingValue } from './types.ts';
import { findingValueText, isNumber, nominalText } from './value-text.ts';
import { valueWords } from './value-words.ts';

export interface DerivationLine {
  readonly formula: readonly NotationPart[];
  /** The formula with numbers and what came out; null where no number is known. */
  readonly numbers: readonly NotationPart[] | null;
}

/** One explanation of the finding. */
export interface DerivationStep {
  readonly lines: readonly DerivationLine[];
  readonly sources: readonly string[];
}

export interface DerivationValue {
  /** Null for a number that stands in no formula. */
  readonly symbol: readonly NotationPart[] | null;
  /** Name of the value in the finding. */
  readonly name: string;
  readonly words: string;
  /** With its unit and, of a band, its ends. */
  readonly text: string;
  readonly provenance: Provenance;
}

export interface Derivation {
  readonly steps: readonly DerivationStep[];
  /** The numbers that the formulas speak of, then the others; each once. */
  readonly values: readonly DerivationValue[];
}

/** The derivation of a finding. */
export function derivationOf({
  explanation,
  values,
}: Pick<Finding, 'explanation' | 'values'>): Derivation {
  return {
    steps: explanation.map((each) => stepOf(each, values)),
    values: [...symbolValues(explanation, values), ...otherValues(explanation, values)],
  };
}

function stepOf({ formula, where, sources }: Explanation, values: Finding['values']) {
  const lines = clausesOf(formula).map((clause) => lineOf(clause, where, values));
  return { lines, sources };
}

/** `b = 1-sigma; Pi = K*V^2, x < 2` is three formulas; a comma that begins no formula is a part of one. */
function clausesOf(formula: string): readonly string[] {
  return formula.split(/;\s*|,\s+(?=\w+\s*[<=>])/).filter((clause) => clause.trim() !== '');
}

function lineOf(
  clause: string,
  where: Explanation['where'],
  values: Finding['values'],
): DerivationLine {
  const valueOf = (symbol: string): FindingValue | null => {
    const value = Object.hasOwn(where, symbol) ? values[where[symbol] ?? ''] : undefined;
    return value && isNumber(value) ? value : null;
  };
  const putIn = (symbol: string): string | null => {
    const value = valueOf(symbol);
    return value && withMinus(nominalText(value));
  };
  const [, left = '', right = clause] = /^\s*([A-Za-z]\w*)\s*=\s*(.*)$/.exec(clause) ?? [];
  const result = valueOf(left);
  const filled = notation(right, putIn);
  const hasNumbers = filled.some(({ kind }) => kind === 'value');
  const formula = notation(clause);
  if (!hasNumbers && result === null) return { formula, numbers: null };
  return {
    formula,
    numbers: [
      ...(left === '' ? [] : [...notation(left), { kind: 'text', text: ' = ' } as const]),
      ...(hasNumbers || result === null ? filled : []),
      ...(hasNumbers && result !== null ? [{ kind: 'text', text: ' = ' } as const] : []),
      ...(result === null
        ? []
        : [{ kind: 'value', text: withMinus(findingValueText(result)) } as const]),
    ],
  };
}

/** Beside the signs of a formula a number has a minus, not a hyphen. */
function withMinus(text: string): string {
  return text.replace(/^-/, '−');
}

function symbolValues(
  explanation: readonly Explanation[],
  values: Finding['values'],
): readonly DerivationValue[] {
  const seen = new Set<string>();
  return explanation.flatMap(({ where }) =>
    Object.entries(where).flatMap(([symbol, name]): DerivationValue[] => {
      const value = values[name];
      const key = `${symbol} ${name}`;
      if (!value || !isNumber(value) || seen.has(key)) return [];
      seen.add(key);
      return [valueLine(name, value, symbol)];
    }),
  );
}

function otherValues(
  explanation: readonly Explanation[],
  values: Finding['values'],
): readonly DerivationValue[] {
  const told = new Set(explanation.flatMap(({ where }) => Object.values(where)));
  return Object.entries(values).flatMap(([name, value]) =>
    told.has(name) || !isNumber(value) ? [] : [valueLine(name, value, null)],
  );
}

function valueLine(name: string, value: FindingValue, symbol: string | null): DerivationValue {
  return {
    symbol: symbol === null ? null : notation(symbol),
    name,
    words: valueWords(name),
    text: withMinus(findingValueText(value)),
    provenance: value.provenance,
  };
}
