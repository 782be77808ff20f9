import type { Design } from '../../../shared/model/design.ts';
import { figureOf, type Goal, type Optimised } from '../../../shared/optimise/index.ts';
import { say } from '../../../shared/text/index.ts';
import frame from '../frame.module.css';
import styles from './optimise.module.css';

interface OutcomeProps {
  readonly design: Design;
  readonly goal: Goal;
  readonly found: Optimised;
}

/** What was found: each figure as it is and as it would be. */
export function Outcome({ design, goal, found }: OutcomeProps) {
  const { before, after, racks, devices, because } = found;
  if (because !== null) {
    return (
      <p className={styles.because} role="status">
        {say(`optimise.because.${because}`)}
      </p>
    );
  }
  const labelOf = (id: string | null): string =>
    (id !== null && design.cables.get(id)?.label) || '';
  const lines: readonly (readonly [string, string, string, boolean])[] = [
    [
      say('optimise.goal.longest-copper'),
      metresOf(before.longestCopperM, labelOf(before.longestCopperId)),
      metresOf(after.longestCopperM, labelOf(after.longestCopperId)),
      goal === 'longest-copper',
    ],
    [
      say('optimise.goal.copper'),
      metresOf(before.copperM),
      metresOf(after.copperM),
      goal === 'copper',
    ],
    [
      say('optimise.goal.cost'),
      say('optimise.weight', { value: before.costWeight }),
      say('optimise.weight', { value: after.costWeight }),
      goal === 'cost',
    ],
    [
      say('optimise.overReach'),
      say('app.cluster.number', { value: before.overReach }),
      say('app.cluster.number', { value: after.overReach }),
      false,
    ],
  ];
  const was = figureOf(before, goal);
  const percent = Math.round((1000 * (was - figureOf(after, goal))) / was) / 10;
  return (
    <section className={styles.outcome} aria-label={say('optimise.outcome')} role="status">
      <p className={styles.summary}>
        <strong>{say('optimise.less', { percent })}</strong>
        <span>{say('optimise.moved', { racks, devices })}</span>
      </p>
      <table className={frame.table}>
        <thead>
          <tr>
            <th scope="col">{say('optimise.figure')}</th>
            <th scope="col" className={frame.number}>
              {say('optimise.before')}
            </th>
            <th scope="col" className={frame.number}>
              {say('optimise.after')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map(([name, old, next, isGoal]) => (
            <tr key={name} data-goal={isGoal}>
              <th scope="row">{name}</th>
              <td className={frame.number}>{old}</td>
              <td className={frame.number}>{next}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function metresOf(value: number | null, label = ''): string {
  if (value === null) return say('optimise.none');
  const metres = say('optimise.metres', { value });
  return label === '' ? metres : `${metres} · ${label}`;
}
