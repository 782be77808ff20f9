/** Every number that a finding may show has a name in words. */
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, test } from 'vitest';
import { buildSample, SAMPLES } from '../samples/index.ts';
import analysisText from '../text/en/analysis.json' with { type: 'json' };
import { hasMessage } from '../text/index.ts';
import { analyse } from './index.ts';
import { valueWords } from './value-words.ts';

/** Namespaces of the catalogue of analysis that are no sentences about findings. */
const NO_SENTENCES = new Set([
  'amount',
  'place',
  'assumed',
  'fact',
  'port',
  'value',
  'waiver',
  'why',
]);

type Part = ReturnType<IntlMessageFormat['getAst']>[number];

/** Kind 0 is the text between the arguments of a message. */
function isText(kind: number): boolean {
  return kind === 0;
}

function argumentsOf(parts: readonly Part[]): readonly string[] {
  return parts.flatMap((part) => {
    const own = 'value' in part && !isText(part.type) ? [part.value] : [];
    const options = 'options' in part ? Object.values(part.options) : [];
    return [...own, ...options.flatMap(({ value }) => argumentsOf(value))];
  });
}

function wordless(names: Iterable<string>): readonly string[] {
  return [...new Set(names)].filter((name) => !hasMessage(`analysis.value.${name}`)).sort();
}

describe('a value has a name in words', () => {
  test('where a sentence says it', () => {
    const names = Object.entries(analysisText).flatMap(([key, text]) => {
      if (NO_SENTENCES.has(key.slice(0, key.indexOf('.')))) return [];
      const own = argumentsOf(new IntlMessageFormat(text, 'en').getAst());
      const bands = own.filter((name) => own.includes(name.replace(/(Low|High)$/, '')));
      return own.map((name) => (bands.includes(name) ? name.replace(/(Low|High)$/, '') : name));
    });
    expect(names).toContain('blocked');
    expect(wordless(names)).toEqual([]);
  });

  test.each(SAMPLES)('in the sample $id, and in its formulas', ({ id }) => {
    const { findings } = analyse(buildSample(id));
    const names = findings.flatMap(({ values, explanation }) => [
      ...Object.keys(values),
      ...explanation.flatMap(({ where }) => Object.values(where)),
    ]);
    expect(wordless(names)).toEqual([]);
  });
});

test('a value without a name is called as the rule calls it', () => {
  expect(valueWords('productReach')).toBe('reach of a named product');
  expect(valueWords('somethingNew')).toBe('somethingNew');
});
