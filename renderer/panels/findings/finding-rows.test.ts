import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../../shared/analysis/summary.ts';
import type {
  Finding,
  FindingWaiver,
  RuleId,
  Severity,
  WaiverRow,
} from '../../../shared/analysis/types.ts';
import { buildSample } from '../../../shared/samples/index.ts';
import { selectionOf } from '../../editor/index.ts';
import { concernedBy } from './concerning.ts';
import { type Grouping, groupingBy } from './finding-groups.ts';
import {
  type FindingFilter,
  type FindingRow,
  filterFindings,
  findingRows,
  groupFindings,
  unneededWaivers,
} from './finding-rows.ts';

const DESIGN = buildSample('first-rack');
const [RACK] = DESIGN.racks.values();
const [FIRST, SECOND] = DESIGN.devices.values();

function finding(
  rule: RuleId,
  severity: Severity,
  message: string,
  over: Partial<Finding> = {},
): Finding {
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
    ...over,
  };
}

const WAIVER: FindingWaiver = {
  id: 'waiver-1',
  reason: 'agreed with the owner',
  by: 'A. Ng',
  on: '2026-11-26',
  lapsed: false,
  changed: [],
};
const FINDINGS = [
  finding('data', 'note', 'airflow of srv-1 is unknown'),
  finding('air', 'warning', 'cables choke leaf-1'),
  finding('reach', 'warning', 'C0001 only with a vendor cable'),
  finding('reach', 'error', 'C0002 does not reach'),
  finding('heat', 'error', 'A01 draws too much', { waiver: WAIVER }),
];
const EVERYTHING: FindingFilter = {
  severities: new Set(SEVERITIES),
  hiddenRules: new Set(),
  waived: false,
  concerning: null,
  query: '',
};

function rowsOf(
  filter: Partial<FindingFilter> = {},
  {
    grouping = 'rule',
    folded = [],
    findings = FINDINGS,
  }: { grouping?: Grouping; folded?: readonly string[]; findings?: readonly Finding[] } = {},
): readonly string[] {
  const shown = filterFindings(findings, { ...EVERYTHING, ...filter });
  const groups = groupFindings(shown, groupingBy(grouping, DESIGN));
  return findingRows(groups, new Set(folded)).map(inWords);
}

function inWords(row: FindingRow): string {
  switch (row.kind) {
    case 'group':
      return `${row.group.title} ${row.group.findings.length}`;
    case 'finding':
      return row.finding.message;
    case 'heading':
      return `${row.count} unneeded`;
    case 'waiver':
      return row.waiver.reason;
    default:
      return row satisfies never;
  }
}

describe('the list of findings', () => {
  it('shows the rule with the worst finding first, and the worst of a rule first', () => {
    expect(rowsOf()).toEqual([
      'Reach 2',
      'C0002 does not reach',
      'C0001 only with a vendor cable',
      'Air 1',
      'cables choke leaf-1',
      'Missing facts 1',
      'airflow of srv-1 is unknown',
    ]);
  });

  it('keeps the heading of a folded group, with its count', () => {
    expect(rowsOf({}, { folded: ['reach', 'air'] })).toEqual([
      'Reach 2',
      'Air 1',
      'Missing facts 1',
      'airflow of srv-1 is unknown',
    ]);
  });

  it('leaves out severities and rules that are switched off', () => {
    expect(rowsOf({ severities: new Set<Severity>(['note']) })).toEqual([
      'Missing facts 1',
      'airflow of srv-1 is unknown',
    ]);
    expect(rowsOf({ hiddenRules: new Set<RuleId>(['reach', 'data']) })).toEqual([
      'Air 1',
      'cables choke leaf-1',
    ]);
  });

  it('finds by words of the message, in any order and case', () => {
    expect(rowsOf({ query: 'VENDOR c0001' })).toEqual([
      'Reach 1',
      'C0001 only with a vendor cable',
    ]);
  });

  it('shows what was accepted only when asked, and finds it by its reason', () => {
    expect(rowsOf({ waived: true, query: 'owner agreed' })).toEqual([
      'Heat and load 1',
      'A01 draws too much',
    ]);
    expect(rowsOf({ query: 'owner agreed' })).toEqual([]);
    const lapsed = FINDINGS.map((each) => ({
      ...each,
      waiver: each.waiver && { ...each.waiver, lapsed: true },
    }));
    expect(rowsOf({ query: 'draws' }, { findings: lapsed })).toHaveLength(2);
  });

  it('groups by severity', () => {
    expect(rowsOf({}, { grouping: 'severity', folded: ['warning', 'note'] })).toEqual([
      'Errors 1',
      'C0002 does not reach',
      'Warnings 2',
      'Notes 1',
    ]);
  });

  it('groups by rack and device, what concerns none at the end of its like', () => {
    const subject = (kind: 'device' | 'rack' | 'deviceType', id: string, name: string) => ({
      subjects: [{ kind, id, name }],
    });
    const findings = [
      finding('data', 'note', 'a type', subject('deviceType', 'x', 'X')),
      finding('air', 'note', 'in a device', subject('device', FIRST!.id, FIRST!.name)),
      finding('heat', 'note', 'of a rack', subject('rack', RACK!.id, RACK!.name)),
    ];
    expect(rowsOf({}, { grouping: 'rack', findings })).toEqual([
      `${RACK!.name} 2`,
      'in a device',
      'of a rack',
      'The design as a whole 1',
      'a type',
    ]);
    expect(rowsOf({}, { grouping: 'device', findings })).toEqual([
      `${FIRST!.name} 1`,
      'in a device',
      'The design as a whole 2',
      'a type',
      'of a rack',
    ]);
  });

  it('shows only what concerns the selection: a rack with its devices and their types', () => {
    const device = (id: string) => ({ subjects: [{ kind: 'device' as const, id, name: id }] });
    const findings = [
      finding('air', 'note', 'first', device(FIRST!.id)),
      finding('air', 'note', 'second', device(SECOND!.id)),
      finding('data', 'note', 'its type', {
        subjects: [{ kind: 'deviceType', id: FIRST!.typeId, name: 'type' }],
      }),
    ];
    const of = (kind: 'rack' | 'device', id: string): readonly string[] =>
      rowsOf({ concerning: concernedBy(selectionOf([{ kind, id }]), DESIGN) }, { findings });
    expect(of('device', FIRST!.id)).toEqual(['Air 1', 'first', 'Missing facts 1', 'its type']);
    expect(of('rack', RACK!.id)).toContain('second');
    expect(rowsOf({ concerning: new Set() }, { findings })).toEqual([]);
  });

  it('ends with the waivers that nothing needs', () => {
    const waiver: WaiverRow = { ...WAIVER, findingId: 'gone', state: 'unneeded' };
    const rows = (query: string): readonly string[] =>
      findingRows(
        [],
        new Set(),
        unneededWaivers([waiver, { ...waiver, state: 'standing' }], query),
      ).map(inWords);
    expect(rows('')).toEqual(['1 unneeded', 'agreed with the owner']);
    expect(rows('owner ng gone')).toHaveLength(2);
    expect(rows('nobody')).toEqual([]);
  });
});
