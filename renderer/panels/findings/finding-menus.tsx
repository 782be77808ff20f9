import { Menu } from '@mantine/core';
import { ChevronDown, ListFilter } from 'lucide-react';
import { RULE_IDS } from '../../../shared/analysis/rule-ids.ts';
import type { FindingCounts } from '../../../shared/analysis/summary.ts';
import type { RuleId } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { GROUPINGS, type Grouping } from './finding-groups.ts';
import styles from './findings.module.css';

interface GroupMenuProps {
  readonly grouping: Grouping;
  readonly onChange: (grouping: Grouping) => void;
}

/** By what the findings are grouped. */
export function GroupMenu({ grouping, onChange }: GroupMenuProps) {
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <button
          type="button"
          className={styles.menuButton}
          aria-label={say('panels.findings.grouping', {
            by: say(`panels.findings.by.${grouping}`),
          })}
        >
          {say(`panels.findings.by.${grouping}`)}
          <ChevronDown size={12} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={grouping}
          onChange={(value) => {
            const chosen = GROUPINGS.find((each) => each === value);
            if (chosen) onChange(chosen);
          }}
        >
          {GROUPINGS.map((each) => (
            <Menu.RadioItem key={each} value={each} closeMenuOnClick>
              {say(`panels.findings.by.${each}`)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface RuleMenuProps {
  readonly counts: FindingCounts['byRule'];
  readonly hidden: ReadonlySet<RuleId>;
  readonly onChange: (hidden: ReadonlySet<RuleId>) => void;
}

/** Which rules are shown, each with its open findings. */
export function RuleMenu({ counts, hidden, onChange }: RuleMenuProps) {
  function toggle(rule: RuleId): void {
    const next = new Set(hidden);
    if (!next.delete(rule)) next.add(rule);
    onChange(next);
  }
  return (
    <Menu position="bottom-end" closeOnItemClick={false}>
      <Menu.Target>
        <button
          type="button"
          className={styles.menuButton}
          data-active={hidden.size > 0}
          aria-label={say('panels.findings.rules', { hidden: hidden.size })}
          title={say('panels.findings.rules', { hidden: hidden.size })}
        >
          <ListFilter size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {RULE_IDS.map((rule) => (
          <Menu.CheckboxItem
            key={rule}
            checked={!hidden.has(rule)}
            closeMenuOnClick={false}
            rightSection={<span className={styles.menuCount}>{counts[rule] ?? 0}</span>}
            onChange={() => toggle(rule)}
          >
            {say(`panels.rule.${rule}`)}
          </Menu.CheckboxItem>
        ))}
        <Menu.Divider />
        <Menu.Item disabled={hidden.size === 0} onClick={() => onChange(new Set())}>
          {say('panels.findings.allRules')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
