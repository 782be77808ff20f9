import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { ClusterChange, ClusterConflict } from '../../../shared/cluster/index.ts';
import type { DesignRecord } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './cluster.module.css';

interface ChangeReviewProps {
  readonly name: string;
  readonly change: ClusterChange;
  readonly onBack: () => void;
  /** Takes the keys of the conflicts in which the new specification wins. */
  readonly onApply: (taken: ReadonlySet<string>) => void;
}

const KINDS = ['row', 'rack', 'deviceType', 'device', 'cable', 'area', 'pathway'] as const;
/** More than this nobody decides one by one. */
const MOST_SHOWN = 200;

/** What a new specification does to the design, and what was edited by hand and is in its way. */
export function ChangeReview({ name, change, onBack, onApply }: ChangeReviewProps) {
  const { conflicts, homeless, kept } = change;
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set());
  const isNothing =
    change.added.length + change.updated.length + change.removed.length + conflicts.length === 0;
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
        <ChangeTable change={change} />
      )}
      {kept > 0 ? (
        <p className={styles.reviewText}>{say('app.cluster.review.kept', { count: kept })}</p>
      ) : null}
      {homeless.length > 0 ? (
        <p className={styles.reviewText}>
          {say('app.cluster.review.homeless', { count: homeless.length })}
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
      <div className={styles.buttons}>
        <span className={styles.told} />
        <Button variant="default" onClick={onBack}>
          {say('app.cluster.review.back')}
        </Button>
        <Button disabled={isNothing} data-autofocus onClick={() => onApply(taken)}>
          {say('app.cluster.review.apply')}
        </Button>
      </div>
    </Modal>
  );
}

function ChangeTable({ change: { added, updated, removed } }: { readonly change: ClusterChange }) {
  const after = updated.map(([, record]) => record);
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{say('app.cluster.review.kind')}</th>
          {(['added', 'updated', 'removed'] as const).map((what) => (
            <th key={what} scope="col" className={styles.number}>
              {say(`app.cluster.review.${what}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {KINDS.map((kind) => {
          const counts = [added, after, removed].map(
            (records) => records.filter((record) => record.kind === kind).length,
          );
          if (counts.every((count) => count === 0)) return null;
          const [more = 0, other = 0, fewer = 0] = counts;
          return (
            <tr key={kind}>
              <th scope="row">{say(`app.cluster.review.kinds.${kind}`)}</th>
              <td className={styles.number}>{say('app.cluster.number', { value: more })}</td>
              <td className={styles.number}>{say('app.cluster.number', { value: other })}</td>
              <td className={styles.number}>{say('app.cluster.number', { value: fewer })}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

interface ConflictLineProps {
  readonly conflict: ClusterConflict;
  readonly isTaken: boolean;
  readonly onDecide: (isTaken: boolean) => void;
}

function ConflictLine({ conflict, isTaken, onDecide }: ConflictLineProps) {
  const { mine, theirs, why, fields, byHand } = conflict;
  const record = mine ?? theirs;
  const name = record ? nameOf(record) : conflict.key;
  const names = byHand.map(nameOf).join(', ');
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

function nameOf(record: DesignRecord): string {
  if (record.kind === 'cable') return record.label || record.id;
  return 'name' in record ? record.name : record.id;
}
