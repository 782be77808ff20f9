import { conflictReason, floorConflicts, isForbidden } from '../../../shared/floor/conflicts.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import { Section } from '../parts/section.tsx';
import { SeverityIcon } from '../parts/severity-icon.tsx';
import styles from './inspector.module.css';

/** More than these are a list nobody reads: the findings have all of them. */
const MOST = 6;

/** What is wrong with where racks stand, in words; nothing where nothing is. */
export function StandingSection({
  design,
  racks,
}: {
  readonly design: Design;
  readonly racks: readonly Rack[];
}) {
  const all = floorConflicts(design);
  const found = racks.flatMap(({ id }) => all.get(id) ?? []);
  if (found.length === 0) return null;
  return (
    <Section title={say('plan.inspector.found')}>
      <ul className={styles.standing}>
        {found.slice(0, MOST).map((conflict) => (
          <li key={`${conflict.rackId} ${conflict.kind} ${conflict.other?.id ?? ''}`}>
            <SeverityIcon severity={isForbidden(conflict) ? 'error' : 'warning'} />
            <span>{sayReason(conflictReason(design, conflict))}</span>
          </li>
        ))}
      </ul>
      {found.length > MOST ? (
        <p className={styles.more}>{say('plan.inspector.more', { count: found.length - MOST })}</p>
      ) : null}
    </Section>
  );
}
