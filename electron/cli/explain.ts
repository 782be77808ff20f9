/** `plenum analyze FILE --explain FINDING`: one finding with its formulas, numbers and sources. */
import { type DerivationValue, derivationOf } from '../../shared/analysis/derivation.ts';
import { missingText } from '../../shared/analysis/missing-text.ts';
import { notationText } from '../../shared/analysis/notation.ts';
import type { Finding } from '../../shared/analysis/types.ts';
import { waiverText } from '../../shared/analysis/waiver-text.ts';
import { say } from '../../shared/text/index.ts';

/** The derivation of a finding, to be read in a terminal. */
export function explained(finding: Finding): string {
  const { steps, values } = derivationOf(finding);
  const blocks: readonly (readonly string[])[] = [
    [finding.message, finding.why, ...(finding.waiver ? [waiverText(finding.waiver)] : [])],
    ...steps.map(({ lines, sources }) => [
      ...lines.flatMap(({ formula, numbers }) => [
        `  ${notationText(formula)}`,
        ...(numbers === null ? [] : [`    ${notationText(numbers)}`]),
      ]),
      ...(sources.length === 0
        ? []
        : [`  ${say('cli.explain.sources', { sources: sources.join('; ') })}`]),
    ]),
    valueLines(values),
    finding.missing.length === 0
      ? []
      : [say('cli.explain.missing'), ...finding.missing.map((each) => `  ${missingText(each)}`)],
  ];
  return `${blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
    .replaceAll('\u202f', ' ')}\n`;
}

function valueLines(values: readonly DerivationValue[]): readonly string[] {
  const cells = values.map(({ symbol, words, text, provenance }) => [
    symbol ? notationText(symbol) : '',
    words,
    text,
    provenance,
  ]);
  const widths = [0, 1, 2].map((at) => Math.max(0, ...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}
