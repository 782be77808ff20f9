import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ChangeSummary, ConflictSummary } from '../../../shared/cluster/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { ClusterProgress } from '../../editor/index.ts';
import frame from '../frame.module.css';
import styles from './cluster.module.css';
import { workText } from './work-text.ts';

interface ChangeReviewProps {
  readonly name: string;
  readonly change: ChangeSummary;
  /** How far the edit is; null before it is asked for. */
  readonly building: ClusterProgress | null;
  readonly failed: string | null;
  /** Back to the specification, or away from the edit that is under way. */
  readonly onBack: () => void;
  /** Takes the keys of the conflicts in which the new specification wins. */
  readonly onApply: (taken: ReadonlySet<string>) => void;
}

/** More than this nobody decides one by one. */
const MOST_SHOWN = 200;

/** What a new specification does to the design, and what was edited by hand and is in its way. */
export function ChangeReview(props: ChangeReviewProps) {
  const { name, change, building, failed, onBack, onApply } = props;
  const { counts, conflicts, homeless, kept } = change;
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set());
  const isNothing = counts.length + conflicts.length === 0;
  function decide(key: string, isTaken: boolean): void {
    const next = new Set(taken);
    if (isTaken) next.add(key);
    else next.delete(key);
    setTaken(next);
  }
  return (
    <Modal
      opened
      onClose={onBack}
      title={say('app.cluster.review.title', { name })}
      size={720}
      closeOnClickOutside={false}
    >
      {isNothing ? (
        <p className={styles.reviewText}>{say('app.cluster.review.nothing')}</p>
      ) : (
        <ChangeTable counts={counts} />
      )}
      {kept > 0 ? (
        <p className={styles.reviewText}>{say('app.cluster.review.kept', { count: kept })}</p>
      ) : null}
      {homeless > 0 ? (
        <p className={styles.reviewText}>
          {say('app.cluster.review.homeless', { count: homeless })}
        </p>
      ) : null}
      {conflicts.length > 0 ? (
        <section className={styles.conflicts}>
          <div className={styles.conflictHead}>
            <h3 className={styles.conflictTitle}>
              {say('app.cluster.review.conflicts', { count: conflicts.length })}
            </h3>
            <Button size="xs" variant="default" onClick={() => setTaken(new Set())}>
              {say('app.cluster.review.allMine')}
            </Button>
            <Button
              size="xs"
              variant="default"
              onClick={() => setTaken(new Set(conflicts.map(({ key }) => key)))}
            >
              {say('app.cluster.review.allTheirs')}
            </Button>
          </div>
          <ul className={styles.conflictList}>
            {conflicts.slice(0, MOST_SHOWN).map((conflict) => (
              <ConflictLine
                key={conflict.key}
                conflict={conflict}
                isTaken={taken.has(conflict.key)}
                onDecide={(isTaken) => decide(conflict.key, isTaken)}
              />
            ))}
          </ul>
          {conflicts.length > MOST_SHOWN ? (
            <p className={styles.reviewText}>
              {say('app.cluster.review.more', { count: conflicts.length - MOST_SHOWN })}
            </p>
          ) : null}
        </section>
      ) : null}
      <div className={frame.buttons}>
        <span className={frame.told} data-bad={building === null && failed !== null} role="status">
          {building ? workText(building) : failed}
        </span>
        <Button variant="default" onClick={onBack}>
          {say(building ? 'app.dialog.cancel' : 'app.cluster.review.back')}
        </Button>
        <Button
          disabled={isNothing || building !== null}
          data-autofocus
          onClick={() => onApply(taken)}
        >
          {say('app.cluster.review.apply')}
        </Button>
      </div>
    </Modal>
  );
}

function ChangeTable({ counts }: Pick<ChangeSummary, 'counts'>) {
  return (
    <table className={frame.table}>
      <thead>
        <tr>
          <th scope="col">{say('app.cluster.review.kind')}</th>
          {(['added', 'updated', 'removed'] as const).map((what) => (
            <th key={what} scope="col" className={frame.number}>
              {say(`app.cluster.review.${what}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map(({ kind, added, updated, removed }) => (
          <tr key={kind}>
            <th scope="row">{say(`app.cluster.review.kinds.${kind}`)}</th>
            <td className={frame.number}>{say('app.cluster.number', { value: added })}</td>
            <td className={frame.number}>{say('app.cluster.number', { value: updated })}</td>
            <td className={frame.number}>{say('app.cluster.number', { value: removed })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface ConflictLineProps {
  readonly conflict: ConflictSummary;
  readonly isTaken: boolean;
  readonly onDecide: (isTaken: boolean) => void;
}

function ConflictLine({ conflict, isTaken, onDecide }: ConflictLineProps) {
  const { name, why, fields, byHand } = conflict;
  const names = byHand.join(', ');
  return (
    <li className={styles.conflict}>
      <div className={styles.conflictText}>
        <span className={styles.conflictName}>{name}</span>
        <span className={styles.conflictWhy}>
          {say(`app.cluster.review.why.${why}`, { fields: fields.join(', '), names })}
        </span>
      </div>
      <SegmentedControl
        size="xs"
        aria-label={say('app.cluster.review.choice', { name })}
        value={isTaken ? 'theirs' : 'mine'}
        data={[
          { value: 'mine', label: say('app.cluster.review.mine') },
          { value: 'theirs', label: say('app.cluster.review.theirs') },
        ]}
        onChange={(value) => onDecide(value === 'theirs')}
      />
    </li>
  );
}
