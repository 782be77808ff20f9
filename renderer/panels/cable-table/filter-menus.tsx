import { Menu } from '@mantine/core';
import { ListFilter, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { RULE_IDS } from '../../../shared/analysis/rule-ids.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { MediumId } from '../../../shared/model/medium.ts';
import type { CableStatus } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import {
  type CableFilter,
  cablesByRule,
  FILTERED_FACTS,
  type FilteredFact,
  filteredValue,
  isFiltering,
  NO_FILTER,
} from '../../editor/index.ts';
import findings from '../findings/findings.module.css';
import { IconButton } from '../parts/icon-button.tsx';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './cable-table.module.css';
import { naturalKey } from './row-order.ts';

/** What the table and the racks show of the cables: by fabric, rail, medium, bundle, status, finding. */
export function FilterMenus() {
  const { editor } = useWorkspace();
  const design = useEditorState((state) => state.design);
  const filter = useEditorState((state) => state.view.cableFilter);
  const set = (change: Partial<CableFilter>): void => {
    const { view } = editor.state;
    editor.set({ view: { ...view, cableFilter: { ...view.cableFilter, ...change } } });
  };
  return (
    <>
      <IconButton
        icon={TriangleAlert}
        label={say('cables.filter.findings')}
        pressed={filter.finding !== null}
        onClick={() => set({ finding: filter.finding === null ? 'any' : null })}
      />
      <Menu position="bottom-end" closeOnItemClick={false}>
        <Menu.Target>
          <button
            type="button"
            className={findings.menuButton}
            data-active={isFiltering(filter)}
            aria-label={say('cables.filter.title')}
            title={say('cables.filter.title')}
          >
            <ListFilter size={15} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown className={styles.longMenu ?? ''}>
          <Menu.Item disabled={!isFiltering(filter)} onClick={() => set(NO_FILTER)}>
            {say('cables.filter.all')}
          </Menu.Item>
          <RuleItems finding={filter.finding} onChange={(finding) => set({ finding })} />
          {FILTERED_FACTS.map((fact) => (
            <FactItems
              key={fact}
              design={design}
              fact={fact}
              hidden={filter.hidden[fact]}
              onChange={(hidden) => set({ hidden: { ...filter.hidden, [fact]: hidden } })}
            />
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

interface RuleItemsProps {
  readonly finding: CableFilter['finding'];
  readonly onChange: (finding: CableFilter['finding']) => void;
}

/** The rules whose findings name cables, with how many; nothing where there is no such finding. */
function RuleItems({ finding, onChange }: RuleItemsProps) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const found = analysis && cablesByRule(analysis.findings);
  const rules = RULE_IDS.filter((rule) => finding === rule || (found?.get(rule)?.size ?? 0) > 0);
  if (rules.length === 0) return null;
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{say('cables.filter.byFinding')}</Menu.Label>
      {rules.map((rule) => (
        <Menu.CheckboxItem
          key={rule}
          checked={finding === rule}
          closeMenuOnClick={false}
          rightSection={<span className={findings.menuCount}>{found?.get(rule)?.size ?? 0}</span>}
          onChange={() => onChange(finding === rule ? null : rule)}
        >
          {say(`panels.rule.${rule}`)}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}

interface FactItemsProps {
  readonly design: Design;
  readonly fact: FilteredFact;
  readonly hidden: ReadonlySet<string>;
  readonly onChange: (hidden: ReadonlySet<string>) => void;
}

/** The values of a fact with their counts; nothing where all cables have the same. */
function FactItems({ design, fact, hidden, onChange }: FactItemsProps) {
  const values = useMemo(() => valuesOf(design, fact), [design, fact]);
  if (values.length < 2) return null;
  const shown = values.filter(([value]) => !hidden.has(value));
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{say(`cables.column.${fact}`)}</Menu.Label>
      {values.map(([value, count]) => (
        <Menu.CheckboxItem
          key={value}
          checked={!hidden.has(value)}
          closeMenuOnClick={false}
          rightSection={<span className={findings.menuCount}>{count}</span>}
          onChange={() => {
            const next = new Set(hidden);
            if (!next.delete(value)) next.add(value);
            onChange(next);
          }}
          onDoubleClick={() => onChange(onlyThis(values, value, shown.length))}
        >
          {valueText(fact, value)}
        </Menu.CheckboxItem>
      ))}
    </>
  );
}

/** Twice on one value shows it alone, and all again when it is alone. */
function onlyThis(
  values: readonly (readonly [string, number])[],
  value: string,
  shown: number,
): ReadonlySet<string> {
  if (shown === 1) return new Set();
  return new Set(values.map(([each]) => each).filter((each) => each !== value));
}

function valuesOf(design: Design, fact: FilteredFact): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const cable of design.cables.values()) {
    const value = filteredValue(cable, fact);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].sort(([a], [b]) => (naturalKey(a) < naturalKey(b) ? -1 : 1));
}

function valueText(fact: FilteredFact, value: string): string {
  if (value === '') return say('cables.none');
  switch (fact) {
    case 'medium':
      return say(`catalog.medium.${value as MediumId}`);
    case 'status':
      return say(`cables.status.${value as CableStatus}`);
    case 'rail':
    case 'fabric':
    case 'bundle':
      return value;
    default:
      return fact satisfies never;
  }
}
