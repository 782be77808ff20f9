import { useMemo } from 'react';
import { rowsOf } from '../../../shared/analysis/rows-of.ts';
import { mediumFacts } from '../../../shared/catalog/index.ts';
import type { Known } from '../../../shared/model/fact.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { amountText } from '../parts/number-text.ts';
import { Section } from '../parts/section.tsx';
import { useLive } from '../use-live.ts';
import { useWorkspace } from '../workspace.ts';
import { FactLine, ReadLine } from './fact-lines.tsx';
import styles from './inspector.module.css';

/** How long a signal takes over the cable: its flight, what its plugs add, and both. */
export function CableTime({ cable }: { readonly cable: Cable }) {
  const { analysis: source } = useWorkspace();
  const { analysis } = useLive(source);
  const [row] = useMemo(
    () => rowsOf(analysis?.cables ?? [], ({ id }) => id, new Set([cable.id])),
    [analysis, cable],
  );
  if (!row || cable.medium === 'power') return null;
  const { nsPerM, addedLatencyNs } = mediumFacts(cable.medium);
  return (
    <Section title={say('panels.inspector.time')}>
      <TimeLine label={say('panels.time.flight')} ns={row.flightNs} fact={nsPerM} />
      <TimeLine label={say('panels.time.added')} ns={row.addedNs} fact={addedLatencyNs} />
      <ReadLine label={say('panels.time.total')}>
        {row.totalNs === null ? (
          <span className={styles.lacking}>{say('panels.unknown')}</span>
        ) : (
          amountText(row.totalNs, 'ns')
        )}
      </ReadLine>
      <p className={styles.hint}>{say('panels.time.withoutFec')}</p>
    </Section>
  );
}

function TimeLine({
  label,
  ns,
  fact,
}: {
  readonly label: string;
  readonly ns: number | null;
  readonly fact: Known;
}) {
  return (
    <FactLine
      label={label}
      text={amountText(ns, 'ns')}
      provenance={ns === null ? null : (fact?.provenance ?? null)}
      source={fact?.source ?? ''}
    />
  );
}
