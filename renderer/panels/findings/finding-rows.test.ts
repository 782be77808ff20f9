import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Finding, RuleId, Severity } from '../../../shared/analysis/types.ts';
import { type FindingRow, findingRows } from './finding-rows.ts';

function finding(rule: RuleId, severity: Severity, message: string): Finding {
  return {
    id: `${rule}:${message}`,
    rule,
    severity,
    subjects: [{ kind: 'device', id: message, name: message }],
    messageKey: 'analysis.any',
    why: '',
    message,
    values: {},
    explanation: [],
    missing: [],
    fixes: [],
    waiver: null,
  };
}

const FINDINGS = [
  finding('data', 'note', 'airflow of srv-1 is unknown'),
  finding('air', 'warning', 'cables choke leaf-1'),
  finding('reach', 'warning', 'C0001 only with a vendor cable'),
  finding('reach', 'error', 'C0002 does not reach'),
];
const EVERYTHING = { severities: new Set(SEVERITIES), query: '' };

function inWords(rows: readonly FindingRow[]): readonly string[] {
  return rows.map((row) =>
    row.kind === 'rule' ? `${row.rule} ${row.count}` : row.finding.message,
  );
}

describe('the list of findings', () => {
  it('shows the rule with the worst finding first, and the worst of a rule first', () => {
    expect(inWords(findingRows(FINDINGS, EVERYTHING, new Set()))).toEqual([
      'reach 2',
      'C0002 does not reach',
      'C0001 only with a vendor cable',
      'air 1',
      'cables choke leaf-1',
      'data 1',
      'airflow of srv-1 is unknown',
    ]);
  });

  it('keeps the heading of a folded rule, with its count', () => {
    expect(inWords(findingRows(FINDINGS, EVERYTHING, new Set(['reach', 'air'])))).toEqual([
      'reach 2',
      'air 1',
      'data 1',
      'airflow of srv-1 is unknown',
    ]);
  });

  it('leaves out severities that are switched off', () => {
    const filter = { severities: new Set<Severity>(['note']), query: '' };
    expect(inWords(findingRows(FINDINGS, filter, new Set()))).toEqual([
      'data 1',
      'airflow of srv-1 is unknown',
    ]);
  });

  it('finds by words of the message, in any order and case', () => {
    const filter = { ...EVERYTHING, query: 'VENDOR c0001' };
    expect(inWords(findingRows(FINDINGS, filter, new Set()))).toEqual([
      'reach 1',
      'C0001 only with a vendor cable',
    ]);
  });
});
