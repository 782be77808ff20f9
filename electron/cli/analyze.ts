/** `plenum analyze FILE [--json] [--fail-on error|warning|never] [--explain FINDING]`: findings and tables. */
import { analyse, countFindings, isOpen } from '../../shared/analysis/index.ts';
import { SEVERITIES } from '../../shared/analysis/summary.ts';
import type { Analysis, Finding } from '../../shared/analysis/types.ts';
import { waiverText } from '../../shared/analysis/waiver-text.ts';
import { analyseWithFixes } from '../../shared/fixes/index.ts';
import type { Design } from '../../shared/model/design.ts';
import { say } from '../../shared/text/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { type Arguments, choiceOf, oneFile, UsageError } from './arguments.ts';
import { explained } from './explain.ts';

/** How many findings a readable summary shows of each severity. */
const SHOWN = 20;

export function analyzeCommand(given: Arguments): 0 | 1 {
  const failOn = choiceOf(given, 'fail-on', ['error', 'warning', 'never'], 'never');
  const file = oneFile(given);
  const id = given.text('explain');
  const design = readDesignFile(file);
  // Fixes are tried one by one, which the short summary has no use for.
  const analysis =
    given.flag('json') && id === undefined ? analyseWithFixes(design) : analyse(design);
  if (id !== undefined)
    process.stdout.write(explainedOf(design, analysis, { id, file, json: given.flag('json') }));
  else if (given.flag('json')) process.stdout.write(asJson(analysis));
  else process.stdout.write(inWords(analysis));
  return fails(analysis, failOn) ? 1 : 0;
}

function asJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

interface Explaining {
  readonly id: string;
  readonly file: string;
  readonly json: boolean;
}

function explainedOf(
  design: Design,
  { findings }: Analysis,
  { id, file, json }: Explaining,
): string {
  const finding = findings.find((each) => each.id === id);
  if (!finding) throw new UsageError(say('cli.explain.unknown', { id, file }));
  return json ? asJson(finding) : explained(finding, design);
}

function fails(analysis: Analysis, failOn: 'error' | 'warning' | 'never'): boolean {
  if (failOn === 'never') return false;
  return analysis.findings.some(
    (finding) =>
      isOpen(finding) &&
      (finding.severity === 'error' || (failOn === 'warning' && finding.severity === 'warning')),
  );
}

function inWords(analysis: Analysis): string {
  const lines = [say('cli.analyze.counts', { ...analysis.counts })];
  const open = analysis.findings.filter(isOpen);
  for (const severity of SEVERITIES) {
    const findings = open.filter((finding) => finding.severity === severity);
    if (findings.length === 0) continue;
    lines.push('', say(`cli.analyze.${severity}`, { count: findings.length }), ...listed(findings));
  }
  const { lapsed } = countFindings(analysis.findings);
  if (open.length === 0) lines.push('', say('cli.analyze.none'));
  if (lapsed > 0) lines.push('', say('cli.analyze.lapsed', { count: lapsed }));
  const unneeded = analysis.waivers.filter(({ state }) => state === 'unneeded').length;
  if (unneeded > 0) lines.push('', say('cli.analyze.unneeded', { count: unneeded }));
  const waived = analysis.findings.filter((finding) => !isOpen(finding));
  if (waived.length > 0) {
    lines.push('', say('cli.analyze.waived', { count: waived.length }), ...listed(waived));
  }
  return `${lines.join('\n')}\n`;
}

function listed(findings: readonly Finding[]): readonly string[] {
  const lines = findings.slice(0, SHOWN).flatMap(linesOf);
  return findings.length > SHOWN
    ? [...lines, say('cli.analyze.more', { count: findings.length - SHOWN })]
    : lines;
}

/** A finding in a line, and under it its waiver. */
function linesOf({ rule, message, waiver }: Finding): readonly string[] {
  const line = `  ${rule.padEnd(9)} ${message}`;
  return waiver ? [line, `  ${''.padEnd(9)} ${waiverText(waiver)}`] : [line];
}
