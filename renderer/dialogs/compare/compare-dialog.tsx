import { Button, Modal, Progress } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { type Comparison, columnName, type OtherColumnId } from '../../../shared/compare/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { ComparisonClient, ComparisonState } from '../../editor/index.ts';
import { useLive } from '../../panels/use-live.ts';
import frame from '../frame.module.css';
import styles from './compare.module.css';
import { ComparisonTable } from './comparison-table.tsx';
import { KeepVersion } from './keep-version.tsx';

interface CompareDialogProps {
  readonly comparison: ComparisonClient;
  /** Why nothing may be changed or kept; null when it may. */
  readonly readOnly: string | null;
  readonly onAdopt: (column: OtherColumnId) => void;
  /** Answers when it is kept, or was refused and said so. */
  readonly onKeep: (column: OtherColumnId, name: string) => Promise<void>;
  readonly onClose: () => void;
}

/** The design in every medium, side by side. */
export function CompareDialog({
  comparison,
  readOnly,
  onAdopt,
  onKeep,
  onClose,
}: CompareDialogProps) {
  const state = useLive(comparison);
  const [keeping, setKeeping] = useState<OtherColumnId | null>(null);
  useEffect(() => {
    if (comparison.state.comparison === null && comparison.state.running === null) {
      comparison.start();
    }
  }, [comparison]);
  const disabledReason =
    readOnly ?? (state.stale || state.running !== null ? say('compare.staleReason') : null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('compare.title')}
      size={1560}
      xOffset={24}
      yOffset={32}
      classNames={{ content: frame.window ?? '', body: frame.body ?? '' }}
    >
      <Status state={state} onStart={() => comparison.start()} onCancel={comparison.cancel} />
      {state.comparison === null ? null : (
        <>
          <ComparisonTable
            comparison={state.comparison}
            acts={{ disabledReason, adopt: onAdopt, keep: setKeeping }}
          />
          {keeping === null ? (
            <Foot comparison={state.comparison} />
          ) : (
            <KeepVersion
              key={keeping}
              column={keeping}
              onCancel={() => setKeeping(null)}
              onKeep={async (name) => {
                await onKeep(keeping, name);
                setKeeping(null);
              }}
            />
          )}
        </>
      )}
    </Modal>
  );
}

interface StatusProps {
  readonly state: ComparisonState;
  readonly onStart: () => void;
  readonly onCancel: () => void;
}

/** What is under way, or what stands in the way of believing the table. */
function Status({ state, onStart, onCancel }: StatusProps) {
  const { running, failed, stale, comparison } = state;
  const again = (
    <Button type="button" variant="default" onClick={onStart}>
      {say('compare.again')}
    </Button>
  );
  if (running) {
    const share = running.total === 0 ? 0 : running.done / running.total;
    return (
      <Line
        text={say('compare.running', { ...running })}
        act={
          <Button type="button" variant="default" onClick={onCancel}>
            {say('app.dialog.cancel')}
          </Button>
        }
      >
        <Progress
          className={styles.progress ?? ''}
          value={100 * share}
          aria-label={say('compare.progress')}
        />
      </Line>
    );
  }
  if (failed !== null) return <Line text={say('compare.failed', { detail: failed })} act={again} />;
  if (stale) return <Line text={say('compare.stale')} act={again} />;
  return comparison === null ? <Line text={say('compare.cancelled')} act={again} /> : null;
}

function Line({
  text,
  act,
  children,
}: {
  readonly text: string;
  readonly act: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.status}>
      <span role="status">{text}</span>
      {children}
      {act}
    </div>
  );
}

/** What stays as it is, and how to read the table. */
function Foot({ comparison: { kept, costOrder, columns } }: { readonly comparison: Comparison }) {
  const order = costOrder.media.map(columnName).join(', ');
  return (
    <p className={styles.foot}>
      {[
        kept.power + kept.baseT > 0 ? say('compare.kept', { ...kept }) : '',
        say('compare.order', { order }),
        columns.some(({ hypothetical }) => hypothetical) ? say('compare.hypothetical') : '',
        say('compare.grade'),
      ]
        .filter((sentence) => sentence !== '')
        .join(' ')}
    </p>
  );
}
