import { mediumName } from '../../../shared/catalog/index.ts';
import { say } from '../../../shared/text/index.ts';
import {
  type ClusterCheck,
  type ClusterCounts,
  type ClusterFigures,
  MOST_CHECKED_CABLES,
} from '../../editor/index.ts';
import frame from '../frame.module.css';
import styles from './cluster.module.css';
import { PlanPicture } from './plan-picture.tsx';

interface FiguresPaneProps {
  readonly figures: ClusterFigures | null;
  /** Whether they are of a spec that was changed since. */
  readonly stale: boolean;
}

/** What the cluster comes to, before it is built. */
export function FiguresPane({ figures, stale }: FiguresPaneProps) {
  if (figures?.failed) return <p className={styles.nothing}>{figures.failed}</p>;
  if (figures?.refused) {
    return (
      <div className={styles.nothing} role="status">
        <p>{say('app.cluster.refused')}</p>
        <p className={styles.bad}>{figures.refused.text}</p>
      </div>
    );
  }
  if (!figures?.counts) {
    return (
      <p className={styles.nothing} role="status">
        {say('app.cluster.counting')}
      </p>
    );
  }
  const { counts, check } = figures;
  return (
    <div className={styles.figures} data-stale={stale}>
      <p className={styles.summary} role="status">
        <strong>
          {say('app.cluster.racksAndRows', { racks: counts.racks, rows: counts.rows })}
        </strong>
        <span>
          {say('app.cluster.cablesAndLinks', { cables: counts.cables, links: counts.links })}
        </span>
        {stale ? (
          <span>{say('app.cluster.counting')}</span>
        ) : (
          <FindingsTold check={check} isLarge={counts.cables > MOST_CHECKED_CABLES} />
        )}
      </p>
      <PlanPicture racks={counts.plan} rows={counts.rows} />
      <div className={styles.tables}>
        <DeviceTable counts={counts} />
        {check ? <CableTable check={check} /> : null}
        {check ? <Totals check={check} /> : null}
      </div>
    </div>
  );
}

interface FindingsToldProps {
  readonly check: ClusterCheck | null;
  readonly isLarge: boolean;
}

function FindingsTold({ check, isLarge }: FindingsToldProps) {
  const findings = check?.findings ?? null;
  if (!findings) {
    return <span>{say(isLarge ? 'app.cluster.checkedLater' : 'app.cluster.checking')}</span>;
  }
  const { error, warning, note } = findings.bySeverity;
  if (findings.total === 0)
    return <span className={styles.good}>{say('app.cluster.noFindings')}</span>;
  return (
    <>
      {error > 0 ? (
        <span className={styles.bad}>{say('app.cluster.errors', { count: error })}</span>
      ) : null}
      {warning > 0 ? (
        <span className={styles.warn}>{say('app.cluster.warnings', { count: warning })}</span>
      ) : null}
      {note > 0 ? <span>{say('app.cluster.notes', { count: note })}</span> : null}
    </>
  );
}

function DeviceTable({ counts }: { readonly counts: ClusterCounts }) {
  return (
    <table className={frame.table}>
      <thead>
        <tr>
          <th scope="col">{say('app.cluster.devices')}</th>
          <th scope="col" className={frame.number}>
            {say('app.cluster.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {counts.types.map(({ typeId, name, count }) => (
          <tr key={typeId}>
            <td>{name}</td>
            <td className={frame.number}>{say('app.cluster.number', { value: count })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CableTable({ check: { lengths } }: { readonly check: ClusterCheck }) {
  return (
    <table className={frame.table}>
      <thead>
        <tr>
          <th scope="col">{say('app.cluster.cables')}</th>
          <th scope="col" className={frame.number}>
            {say('app.cluster.length')}
          </th>
          <th scope="col" className={frame.number}>
            {say('app.cluster.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {lengths.map(({ medium, lengthM, count }) => (
          <tr key={`${medium} ${lengthM}`}>
            <td>{mediumName(medium)}</td>
            <td className={frame.number}>
              {lengthM === null
                ? say('app.cluster.toLength')
                : say('app.cluster.metres', { value: lengthM })}
            </td>
            <td className={frame.number}>{say('app.cluster.number', { value: count })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Totals; of what is known in part only, the part is told as such. */
function Totals({ check }: { readonly check: ClusterCheck }) {
  const { powerW, knownPowerW, weightKg, knownWeightKg, copperKg, cableM } = check;
  return (
    <dl className={styles.totals}>
      <dt>{say('app.cluster.power')}</dt>
      <dd>
        {powerW === null
          ? say('app.cluster.atLeastKw', { value: tenths(knownPowerW / 1000) })
          : say('app.cluster.kw', { value: tenths(powerW / 1000) })}
      </dd>
      <dt>{say('app.cluster.weight')}</dt>
      <dd>
        {weightKg === null
          ? say('app.cluster.atLeastKg', { value: Math.round(knownWeightKg) })
          : say('app.cluster.kg', { value: Math.round(weightKg) })}
      </dd>
      <dt>{say('app.cluster.copper')}</dt>
      <dd>{copperKg === null ? '…' : say('app.cluster.kg', { value: tenths(copperKg) })}</dd>
      <dt>{say('app.cluster.cableM')}</dt>
      <dd>{cableM === null ? '…' : say('app.cluster.metres', { value: Math.round(cableM) })}</dd>
    </dl>
  );
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}
