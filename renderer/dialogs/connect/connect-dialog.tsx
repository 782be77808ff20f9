import { Button, Modal, SegmentedControl, Switch } from '@mantine/core';
import { type FormEvent, useDeferredValue, useMemo, useState } from 'react';
import { examplePatterns } from '../../../shared/connect/examples.ts';
import type { Cable, Device } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';
import { useEditorState } from '../../panels/workspace.ts';
import frame from '../frame.module.css';
import { CableFields } from './cable-fields.tsx';
import styles from './connect.module.css';
import { type ConnectDraft, type DraftPlan, firstDraft, planDraft } from './connect-draft.ts';
import { ListFields, PatternFields } from './end-fields.tsx';
import { countPlanned, gravestFirst, type PlannedCounts } from './planned-rows.ts';
import { PlannedTable } from './planned-table.tsx';
import { type Measuring, useMeasured } from './use-measured.ts';

interface ConnectDialogProps {
  readonly onClose: () => void;
  /** Takes the cables that can be made, in order, each with its name. */
  readonly onConnect: (cables: readonly Cable[]) => void;
}

const WAYS = ['pattern', 'lists'] as const;

/** Many cables at once: which ends, what cables, and every one of them before it is made. */
export function ConnectDialog({ onClose, onConnect }: ConnectDialogProps) {
  const design = useEditorState((state) => state.design);
  const selection = useEditorState((state) => state.selection);
  const [selected] = useState((): readonly Device[] =>
    [...selection.devices].flatMap((id) => design.devices.get(id) ?? []),
  );
  const [draft, setDraft] = useState(() =>
    firstDraft(selected, design, examplePatterns(design, selected)[0]?.pattern ?? ''),
  );
  const [leaveOut, setLeaveOut] = useState(false);
  const set = (change: Partial<ConnectDraft>): void =>
    setDraft((before) => ({ ...before, ...change }));
  // What is typed is shown at once; ten thousand cables follow when there is time.
  const settled = useDeferredValue(draft);
  const plan = useMemo(() => planDraft(design, settled), [design, settled]);
  const measuring = useMeasured(design, plan.planned);
  const counts = useMemo(
    () => countPlanned(plan.planned, measuring.lengths),
    [plan, measuring.lengths],
  );
  const rows = useMemo(
    () => gravestFirst(plan.planned, measuring.lengths),
    [plan, measuring.lengths],
  );
  const ready = plan.error === null && counts.fits > 0 && (counts.conflicts === 0 || leaveOut);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!ready || settled !== draft) return;
    onConnect(
      plan.planned.flatMap(({ cable, reasons }) => (cable && reasons.length === 0 ? cable : [])),
    );
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('app.connect.title')}
      size={1320}
      xOffset={24}
      yOffset={32}
      classNames={{ content: frame.window ?? '', body: frame.body ?? '' }}
    >
      <form className={styles.form} onSubmit={submit} noValidate>
        <div className={styles.inputs}>
          <SegmentedControl
            fullWidth
            aria-label={say('app.connect.by')}
            value={draft.by}
            data={WAYS.map((value) => ({ value, label: say(`app.connect.by.${value}`) }))}
            onChange={(by) => set({ by })}
          />
          {draft.by === 'pattern' ? (
            <PatternFields
              design={design}
              selected={selected}
              draft={draft}
              error={plan.error}
              set={set}
            />
          ) : (
            <ListFields
              design={design}
              selected={selected}
              draft={draft}
              error={plan.error}
              set={set}
            />
          )}
          <h3 className={styles.heading}>{say('app.connect.cables')}</h3>
          <CableFields design={design} draft={draft} error={plan.error} set={set} />
        </div>
        <div className={styles.preview}>
          <Summary plan={plan} counts={counts} measuring={measuring} />
          {rows.length === 0 ? (
            <p className={styles.nothing}>{say(nothingKey(plan, draft))}</p>
          ) : (
            <PlannedTable design={design} rows={rows} lengths={measuring.lengths} />
          )}
          <div className={styles.buttons}>
            {counts.conflicts > 0 ? (
              <Switch
                label={say('app.connect.leaveOut', { count: counts.conflicts })}
                checked={leaveOut}
                onChange={({ currentTarget }) => setLeaveOut(currentTarget.checked)}
              />
            ) : null}
            <Button
              type="button"
              variant="default"
              className={styles.cancel ?? ''}
              onClick={onClose}
            >
              {say('app.dialog.cancel')}
            </Button>
            <Button type="submit" disabled={!ready}>
              {say('app.connect.run', { count: counts.fits })}
            </Button>
          </div>
        </div>
      </form>
    </Modal>
  );
}

function nothingKey({ error }: DraftPlan, { by }: ConnectDraft): string {
  if (error) return 'app.connect.unread';
  return by === 'pattern' ? 'app.connect.noPairs' : 'app.connect.noLists';
}

interface SummaryProps {
  readonly plan: DraftPlan;
  readonly counts: PlannedCounts;
  readonly measuring: Measuring;
}

function Summary({ plan, counts, measuring }: SummaryProps) {
  const { planned, leftOver } = plan;
  const longest = longestOf(measuring);
  if (planned.length === 0) return <p className={styles.summary} role="status" />;
  return (
    <p className={styles.summary} role="status">
      <strong>{say('app.connect.counts', { cables: counts.fits, links: counts.links })}</strong>
      {counts.conflicts > 0 ? (
        <span className={styles.bad}>
          {say('app.connect.conflicts', { count: counts.conflicts })}
        </span>
      ) : null}
      {counts.warnings > 0 ? (
        <span className={styles.warn}>
          {say('app.connect.warnings', { count: counts.warnings })}
        </span>
      ) : null}
      {leftOver > 0 ? <span>{say('app.connect.leftOver', { count: leftOver })}</span> : null}
      {measuring.done < planned.length ? (
        <span>{say('app.connect.measuring', { done: measuring.done, total: planned.length })}</span>
      ) : longest > 0 ? (
        <span>{say('app.connect.longest', { lengthM: longest })}</span>
      ) : null}
    </p>
  );
}

/** Length of the longest, m; 0 where none is known. */
function longestOf({ lengths }: Measuring): number {
  let longest = 0;
  for (const { lengthM } of lengths.values()) longest = Math.max(longest, lengthM ?? 0);
  return longest;
}
