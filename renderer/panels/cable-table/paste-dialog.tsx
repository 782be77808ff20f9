import { say } from '../../../shared/text/index.ts';
import { DialogFrame } from '../../dialogs/dialog-frame.tsx';
import { ReportList } from '../../dialogs/report-list.tsx';
import styles from './cable-table.module.css';
import type { PastePlan } from './paste-plan.ts';

interface PasteDialogProps {
  readonly plan: PastePlan;
  readonly onApply: () => void;
  readonly onClose: () => void;
}

/** Longest list that one reads before pasting. */
const LISTED = 500;

/** What a pasted block would change, cell by cell, and what of it is not understood. */
export function PasteDialog({ plan, onApply, onClose }: PasteDialogProps) {
  const { changes, faults, patches } = plan;
  const faulty = faults.length > 0;
  const action = {
    label: say('cables.paste.apply', { count: changes.length }),
    disabled: faulty || changes.length === 0,
    run: onApply,
  };
  return (
    <DialogFrame title={say('cables.paste.title')} width={640} action={action} onClose={onClose}>
      <p className={styles.said} data-wrong={faulty}>
        {summaryOf(plan, patches.size)}
      </p>
      <ReportList
        label={say('cables.paste.title')}
        items={faulty ? faultItems(plan) : changeItems(plan)}
      />
    </DialogFrame>
  );
}

function summaryOf({ changes, faults }: PastePlan, cables: number): string {
  if (faults.length > 0) return say('cables.paste.faults', { count: faults.length });
  if (changes.length === 0) return say('cables.paste.nothing');
  return say('cables.paste.changes', { cells: changes.length, cables });
}

function faultItems({ faults }: PastePlan) {
  return faults.slice(0, LISTED).map(({ line, column, value, reason }, index) => ({
    key: String(index),
    name: value === '' ? say('cables.paste.empty') : value,
    place: say('cables.paste.where', { line, column }),
    status: '',
    refused: true,
    lines: [reason],
  }));
}

function changeItems({ changes }: PastePlan) {
  return changes.slice(0, LISTED).map(({ label, column, before, after }, index) => ({
    key: String(index),
    name: say('cables.paste.whereCable', { label, column }),
    place: '',
    status: '',
    refused: false,
    lines: [
      say('cables.paste.change', {
        before: before || say('cables.paste.empty'),
        after: after || say('cables.paste.empty'),
      }),
    ],
  }));
}
