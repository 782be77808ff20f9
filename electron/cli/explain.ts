/** `plenum analyze FILE --explain FINDING`: one finding with its formulas, numbers and sources. */
import { type DerivationValue, derivationOf } from '../../shared/analysis/derivation.ts';
import { missingText } from '../../shared/analysis/missing-text.ts';
import { notationText } from '../../shared/analysis/notation.ts';
import {
  deviceOfBands,
  type SensitivityEnd,
  tellingInputs,
} from '../../shared/analysis/sensitivity.ts';
import type { Finding } from '../../shared/analysis/types.ts';
import { numberText, shareText, withUnit } from '../../shared/analysis/value-text.ts';
import { waiverText } from '../../shared/analysis/waiver-text.ts';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';

/** The derivation of a finding, to be read in a terminal. */
export function explained(finding: Finding, design: Design): string {
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
    movingLines(design, finding),
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

/** Which input moves the bands of the finding most. */
function movingLines(design: Design, finding: Finding): readonly string[] {
  const device = deviceOfBands(finding);
  const found = device === null ? [] : tellingInputs(design, device);
  if (found.length === 0) return [];
  const cells = found.map(({ input, unit, used, low, high }) => [
    say(`panels.sensitivity.${input}`),
    withUnit(
      say('panels.sensitivity.ends', { low: numberText(low.value), high: numberText(high.value) }),
      unit,
    ),
    say('panels.sensitivity.losses', lossesOf(low, high)),
    used.provenance,
  ]);
  return [
    `${say('panels.sensitivity.title')}: ${say('panels.sensitivity.hint')}`,
    ...aligned(cells),
  ];
}

function lossesOf(one: SensitivityEnd, other: SensitivityEnd): { low: string; high: string } {
  return {
    low: shareText(Math.min(one.loss, other.loss)),
    high: shareText(Math.max(one.loss, other.loss)),
  };
}

function valueLines(values: readonly DerivationValue[]): readonly string[] {
  const cells = values.map(({ symbol, words, text, provenance }) => [
    symbol ? notationText(symbol) : '',
    words,
    text,
    provenance,
  ]);
  return aligned(cells);
}

function aligned(cells: readonly (readonly string[])[]): readonly string[] {
  const widths = [0, 1, 2].map((at) => Math.max(0, ...cells.map((row) => row[at]?.length ?? 0)));
  return cells.map((row) =>
    `  ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join('  ')}`.trimEnd(),
  );
}
