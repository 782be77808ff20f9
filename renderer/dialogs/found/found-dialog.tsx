import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { discrepanciesOf } from '../../../shared/found/discrepancies.ts';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId, FoundId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import { DialogFrame } from '../dialog-frame.tsx';
import dialog from '../dialogs.module.css';
import { AliasList } from './alias-list.tsx';
import styles from './found.module.css';
import { type FoundSummary, summariesOf } from './found-summary.ts';

interface FoundDialogProps {
  readonly design: Design;
  /** Why nothing can be changed; null when it can. */
  readonly readOnly: string | null;
  readonly onRead: () => void;
  readonly onRemove: (id: FoundId) => void;
  readonly onAlias: (id: FoundId, name: string, deviceId: DeviceId | null) => void;
  readonly onClose: () => void;
}

/** What was found in the network, file by file: how the drawing compares, and which names mean which devices. */
export function FoundDialog({
  design,
  readOnly,
  onRead,
  onRemove,
  onAlias,
  onClose,
}: FoundDialogProps) {
  const summaries = useMemo(() => summariesOf(design, discrepanciesOf(design)), [design]);
  return (
    <DialogFrame
      title={say('app.found.title')}
      width={640}
      onClose={onClose}
      aside={
        <Button type="button" disabled={readOnly !== null} onClick={onRead}>
          {say('app.found.read')}
        </Button>
      }
    >
      <p className={dialog.text}>{say('app.found.what')}</p>
      {readOnly === null ? null : <p className={dialog.fieldHint}>{readOnly}</p>}
      {summaries.length === 0 ? (
        <p className={styles.none}>{say('app.found.none')}</p>
      ) : (
        <ul className={styles.networks} aria-label={say('app.found.title')}>
          {summaries.map((summary) => (
            <NetworkItem
              key={summary.network.id}
              design={design}
              summary={summary}
              locked={readOnly !== null}
              onRemove={onRemove}
              onAlias={onAlias}
            />
          ))}
        </ul>
      )}
    </DialogFrame>
  );
}

interface NetworkItemProps extends Pick<FoundDialogProps, 'design' | 'onRemove' | 'onAlias'> {
  readonly summary: FoundSummary;
  readonly locked: boolean;
}

function NetworkItem({ design, summary, locked, onRemove, onAlias }: NetworkItemProps) {
  const { network } = summary;
  return (
    <li className={styles.network}>
      <div className={styles.head}>
        <div className={dialog.grow}>
          <div className={dialog.name} title={network.name}>
            {network.name}
          </div>
          <div className={dialog.meta}>
            {say('app.found.meta', {
              format: say(`app.found.format.${network.format}`),
              on: network.on,
              links: network.links.length,
            })}
          </div>
        </div>
        <Button
          type="button"
          variant="default"
          size="xs"
          disabled={locked}
          aria-label={say('app.found.removeNamed', { name: network.name })}
          onClick={() => onRemove(network.id)}
        >
          {say('app.found.remove')}
        </Button>
      </div>
      <p className={styles.verdict}>{verdictOf(summary)}</p>
      <AliasList design={design} summary={summary} locked={locked} onAlias={onAlias} />
    </li>
  );
}

function verdictOf({ differences }: FoundSummary): string {
  const parts = (['swapped', 'missing', 'extra', 'moved', 'degraded'] as const).flatMap((kind) => {
    const count = differences.get(kind) ?? 0;
    return count === 0 ? [] : [say(`app.found.count.${kind}`, { count })];
  });
  return parts.length === 0 ? say('app.found.agrees') : parts.join(', ');
}
