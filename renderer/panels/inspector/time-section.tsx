import type { DesignSettings } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import type { SettingsPatch } from '../../editor/index.ts';
import { QuantityField } from '../fields/quantity-field.tsx';
import { Section } from '../parts/section.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import styles from './inspector.module.css';
import { PathTable } from './path-table.tsx';

interface TimeSectionProps {
  readonly settings: DesignSettings;
  readonly set: (patch: SettingsPatch) => string | null;
}

/** The budget of a way from node to node, and the slowest ways there are. */
export function TimeSection({ settings, set }: TimeSectionProps) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const { inputs } = settings;
  return (
    <Section title={say('panels.inspector.time')}>
      <QuantityField
        id="design-budget"
        label={say('panels.time.budget')}
        value={inputs.pathBudgetNs}
        dimension="number"
        unit=""
        min={1}
        max={1_000_000}
        step={50}
        mayBeUnknown
        unknownText={say('panels.time.noBudget')}
        onCommit={(pathBudgetNs) => set({ inputs: { ...inputs, pathBudgetNs } })}
      />
      {analysis && analysis.paths.length > 0 ? (
        <PathTable rows={analysis.paths} budgetNs={inputs.pathBudgetNs} />
      ) : (
        <p className={styles.hint}>{say('panels.time.noWays')}</p>
      )}
    </Section>
  );
}
