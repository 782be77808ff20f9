/** What a finding says came out is what its formula gives with the numbers that stand beside it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Design, USUAL_INPUTS } from '../model/design.ts';
import { buildSample, SAMPLES } from '../samples/index.ts';
import { fabricOf } from './fixture-fabric.ts';
import { RANDOM_DESIGN } from './fixture-random.ts';
import { analyse } from './index.ts';
import type { Explanation, Finding, FindingValue } from './types.ts';

/** Of units in formulas that are not SI. */
const IN_SI: Readonly<Record<string, number>> = {
  'mm²': 1e-6,
  mm: 1e-3,
  CFM: 0.000_471_947,
  '%': 0.01,
};
/** Numbers that formulas call by their usual letters. */
const CONSTANTS: Readonly<Record<string, number>> = { rho: 1.2, c_p: 1005, pi: Math.PI };

function numberOf(value: FindingValue | undefined): number | null {
  const number = value && ('nominal' in value ? value.nominal : value.value);
  return typeof number === 'number' ? number * (IN_SI[value?.unit ?? ''] ?? 1) : null;
}

type Lookup = (symbol: string) => number | null;

/** Works a formula out; null where it holds words, or a symbol without a number. */
function workedOut(formula: string, of: Lookup): number | null {
  const tokens = formula.match(/[A-Za-z]\w*|\d+(?:\.\d+)?|\S/g) ?? [];
  let at = 0;
  const sum = (): number => {
    let total = product();
    while (tokens[at] === '+' || tokens[at] === '-') {
      total += tokens[at++] === '+' ? product() : -product();
    }
    return total;
  };
  const product = (): number => {
    let total = power();
    for (;;) {
      if (tokens[at] === '*' || tokens[at] === '/') {
        total *= tokens[at++] === '*' ? power() : 1 / power();
      } else if (tokens[at] === '(') total *= power();
      else return total;
    }
  };
  const power = (): number => {
    const base = atom();
    if (tokens[at] !== '^') return base;
    at += 1;
    return base ** atom();
  };
  const atom = (): number => {
    const token = tokens[at++] ?? '';
    if (token === '(') {
      const inner = sum();
      return tokens[at++] === ')' ? inner : Number.NaN;
    }
    if (token === 'sqrt') return Math.sqrt(atom());
    return /^\d/.test(token) ? Number(token) : (of(token) ?? Number.NaN);
  };
  const result = sum();
  return at === tokens.length && Number.isFinite(result) ? result : null;
}

/** What each formula of the finding gives, and what the finding says. */
function checked({ explanation, values }: Finding) {
  const clauses = ({ formula, where }: Explanation) =>
    formula.split(/;\s*|,\s+(?=\w+\s*=)/).flatMap((clause) => {
      const of: Lookup = (symbol) =>
        numberOf(values[where[symbol] ?? '']) ?? CONSTANTS[symbol] ?? null;
      const [, left = '', right = ''] = /^\s*([A-Za-z]\w*) = (.*)$/.exec(clause) ?? [];
      const value = values[where[left] ?? ''];
      const said = numberOf(value);
      const given = workedOut(right, of);
      // Lengths are kept to the millimetre.
      const rounding = value?.unit === 'm' ? 0.001 : 1e-9;
      return said === null || given === null ? [] : [{ clause, said, given, rounding }];
    });
  return explanation.flatMap(clauses);
}

/** @returns the formulas that could be worked out */
function expectTrue(design: Design): readonly string[] {
  return analyse(design).findings.flatMap((finding) =>
    checked(finding).map(({ clause, said, given, rounding }) => {
      const close = Math.abs(given - said) <= 1e-5 * Math.abs(said) + rounding;
      expect(close, `${finding.id}: ${clause} gives ${given}, said ${said}`).toBe(true);
      return clause;
    }),
  );
}

test('a formula is worked out as it is written', () => {
  const of: Lookup = (symbol) => ({ b: 0.5, Pi: 3 })[symbol] ?? null;
  expect(workedOut('1.3(1-b) + (1/b-1)^2', of)).toBeCloseTo(1.65, 12);
  expect(workedOut('2*sqrt(1+Pi)/4 - b', of)).toBe(0.5);
  expect(workedOut('mean of b', of)).toBeNull();
  expect(workedOut('unknown + 1', of)).toBeNull();
});

test.each(SAMPLES)('in the sample $id, over a budget and in warm air', ({ id }) => {
  const design = buildSample(id);
  const inputs = { ...design.settings.inputs, pathBudgetNs: 300, managerDepthMm: 10 };
  const settings = { ...design.settings, supplyTempC: 34, inputs };
  expectTrue(design);
  const formulas = new Set(expectTrue({ ...design, settings }));
  expect(formulas).toContain('T_in = T_s + r/(1-r)*dT');
});

test('of the air behind doors and before open units', () => {
  const air = expectTrue(buildSample('superpod-su'));
  expect(air).toContain('s = sqrt(1+Pi+p/(P_c*q^2))');
  expect(air).toContain('r_b = 0.6*A_gap*sqrt(2*dp/rho)/Q');
  const open = expectTrue(buildSample('first-rack'));
  expect(open).toContain('r = 0.6*A_gap*sqrt(2*p/rho)/Q');
  expect(open).toContain('warmer = r/(1-r)*dT');
});

test('of ways and rails', () => {
  const wires = [0, 1].flatMap((rail) =>
    ['node-a', 'node-b'].map((from) => ({
      from,
      to: `leaf-${rail}`,
      rail,
      medium: rail === 0 ? ('dac' as const) : ('smf' as const),
      lengthM: 1 + 9 * rail,
    })),
  );
  const formulas = expectTrue(fabricOf(wires, { inputs: { ...USUAL_INPUTS, pathBudgetNs: 400 } }));
  expect(formulas).toContain('t = L*v + t_added + n_hops*t_hop');
});

test('in any design', () => {
  const formulas = new Set<string>();
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      for (const formula of expectTrue(full)) formulas.add(formula);
    }),
    { numRuns: 60 },
  );
  expect(formulas).toContain('m = R - L');
});
