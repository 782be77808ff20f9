import { useMemo } from 'react';
import {
  cableNames,
  endLabels,
  type LabelFaults,
  labelFaults,
} from '../../../shared/labels/index.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { Cable } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './naming.module.css';
import type { Naming } from './naming.ts';

interface LabelExamplesProps {
  readonly design: Design;
  readonly naming: Naming;
}

/** Labels of cables of the design as they would be printed, and what is wrong among all of them. */
export function LabelExamples({ design, naming }: LabelExamplesProps) {
  const { labelTemplate, labelLimit, idTemplate } = naming;
  const tried = useMemo((): Design => {
    const { settings } = design;
    const cabling = { ...settings.cabling, labelTemplate, labelLimit, idTemplate };
    return { ...design, settings: { ...settings, cabling } };
  }, [design, labelTemplate, labelLimit, idTemplate]);
  const faults = useMemo(() => labelFaults(tried), [tried]);
  const examples = useMemo(() => examplesFrom(design), [design]);
  const [first] = examples;
  if (!first) return <p className={styles.empty}>{say('app.naming.noCables')}</p>;
  return (
    <section aria-label={say('app.naming.examples')}>
      <h3 className={styles.heading}>{say('app.naming.examples')}</h3>
      <p className={styles.next}>
        {say('app.naming.next', { name: cableNames(tried)({ ...first, lengthM: null }) })}
      </p>
      <table className={styles.examples}>
        <thead>
          <tr>
            <th scope="col">{say('app.connect.column.cable')}</th>
            <th scope="col">{say('panels.field.labelA')}</th>
            <th scope="col">{say('panels.field.labelB')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map((cable) => {
            const { a, b } = endLabels(tried, cable);
            return (
              <tr key={cable.id}>
                <th scope="row">{cable.label || cable.id}</th>
                <td>{a.join('\n')}</td>
                <td>{b.join('\n')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Faults faults={faults} limit={labelLimit} />
    </section>
  );
}

const MOST_EXAMPLES = 4;

/** Cables as unlike as possible: one of each medium and number of ends, from the start. */
function examplesFrom({ cables }: Design): readonly Cable[] {
  const kinds = new Map<string, Cable>();
  for (const cable of cables.values()) {
    const kind = `${cable.medium} ${cable.fabric} ${cable.ends.a.length}`;
    if (!kinds.has(kind)) kinds.set(kind, cable);
    if (kinds.size >= MOST_EXAMPLES) break;
  }
  const others = [...cables.values()].slice(0, MOST_EXAMPLES);
  return [...new Set([...kinds.values(), ...others])].slice(0, MOST_EXAMPLES);
}

function Faults({
  faults,
  limit,
}: {
  readonly faults: LabelFaults;
  readonly limit: number | null;
}) {
  const [example] = faults.twice.keys();
  return (
    <div role="status">
      <ul className={styles.faults}>
        <li>{say('app.naming.longest', { labels: faults.labels, longest: faults.longest })}</li>
        {faults.twice.size > 0 ? (
          <li className={styles.bad}>
            {say('app.naming.twice', { count: faults.twice.size, example: example ?? '' })}
          </li>
        ) : (
          <li className={styles.good}>{say('app.naming.unique')}</li>
        )}
        {faults.tooLong.length > 0 ? (
          <li className={styles.bad}>
            {say('app.naming.tooLong', { count: faults.tooLong.length, limit: limit ?? 0 })}
          </li>
        ) : null}
      </ul>
    </div>
  );
}
