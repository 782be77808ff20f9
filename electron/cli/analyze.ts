/** `plenum analyze FILE [--json] [--fail-on error|warning|never]`: the findings and tables. */
import { analyse, isOpen } from '../../shared/analysis/index.ts';
import { SEVERITIES } from '../../shared/analysis/summary.ts';
import type { Analysis, Finding } from '../../shared/analysis/types.ts';
import { say } from '../../shared/text/index.ts';
import { readDesignFile } from '../storage/design-file.ts';
import { type Arguments, choiceOf, oneFile } from './arguments.ts';

/** How many findings a readable summary shows of each severity. */
const SHOWN = 20;

export function analyzeCommand(given: Arguments): 0 | 1 {
  const failOn = choiceOf(given, 'fail-on', ['error', 'warning', 'never'], 'never');
  const analysis = analyse(readDesignFile(oneFile(given)));
  process.stdout.write(
    given.flag('json') ? `${JSON.stringify(analysis, null, 2)}\n` : inWords(analysis),
  );
  return fails(analysis, failOn) ? 1 : 0;
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
  for (const severity of SEVERITIES) {
    const findings = analysis.findings.filter((finding) => finding.severity === severity);
    if (findings.length === 0) continue;
    lines.push('', say(`cli.analyze.${severity}`, { count: findings.length }));
    lines.push(...findings.slice(0, SHOWN).map(lineOf));
    if (findings.length > SHOWN)
      lines.push(say('cli.analyze.more', { count: findings.length - SHOWN }));
  }
  if (analysis.findings.length === 0) lines.push('', say('cli.analyze.none'));
  return `${lines.join('\n')}\n`;
}

function lineOf(finding: Finding): string {
  return `  ${finding.rule.padEnd(9)} ${finding.message}`;
}
