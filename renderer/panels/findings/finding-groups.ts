/** By what the findings are grouped. */
import { RULE_IDS } from '../../../shared/analysis/rule-ids.ts';
import { SEVERITIES } from '../../../shared/analysis/summary.ts';
import type { Finding, RuleId, Severity } from '../../../shared/analysis/types.ts';
import type { Design } from '../../../shared/model/design.ts';
import { say } from '../../../shared/text/index.ts';

export const GROUPINGS = ['rule', 'rack', 'device', 'severity'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface FindingGroup {
  readonly key: string;
  readonly title: string;
  /** What the group is about, in a few quiet words; empty = the title says it. */
  readonly hint: string;
  /** Groups that are equally grave stand in this order. */
  readonly order: string;
}

export type GroupOf = (finding: Finding) => FindingGroup;

/** The group of each finding; racks and devices are named as the design names them. */
export function groupingBy(grouping: Grouping, design: Design): GroupOf {
  switch (grouping) {
    case 'rule':
      return ruleGroups();
    case 'rack':
      return rackGroups(design);
    case 'device':
      return deviceGroups();
    case 'severity':
      return severityGroups();
    default:
      return grouping satisfies never;
  }
}

function ruleGroups(): GroupOf {
  const groups = new Map(
    RULE_IDS.map((rule, place): [RuleId, FindingGroup] => [
      rule,
      {
        key: rule,
        title: say(`panels.rule.${rule}`),
        hint: say(`panels.rule.${rule}.hint`),
        order: String(place),
      },
    ]),
  );
  const general = generalGroup();
  return ({ rule }) => groups.get(rule) ?? general;
}

function severityGroups(): GroupOf {
  const groups = new Map(
    SEVERITIES.map((severity): [Severity, FindingGroup] => [
      severity,
      { key: severity, title: say(`panels.severity.${severity}.many`), hint: '', order: '' },
    ]),
  );
  const general = generalGroup();
  return ({ severity }) => groups.get(severity) ?? general;
}

/** Of what concerns no one rack or device: a type, a row, the design. It stands last among its like. */
function generalGroup(): FindingGroup {
  return { key: '', title: say('panels.findings.general'), hint: '', order: '\uffff' };
}

/** The rack of the first subject that stands in one. */
function rackGroups(design: Design): GroupOf {
  const general = generalGroup();
  return ({ subjects }) => {
    for (const { kind, id } of subjects) {
      const rackId = kind === 'rack' ? id : design.devices.get(id)?.rackId;
      const rack = rackId === undefined ? undefined : design.racks.get(rackId);
      if (rack) return { key: rack.id, title: rack.name, hint: '', order: rack.name };
    }
    return general;
  };
}

function deviceGroups(): GroupOf {
  const general = generalGroup();
  return ({ subjects }) => {
    const device = subjects.find(({ kind }) => kind === 'device');
    if (!device) return general;
    return { key: device.id, title: device.name, hint: '', order: device.name };
  };
}
