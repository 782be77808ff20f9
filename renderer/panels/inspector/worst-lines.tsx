import { useMemo } from 'react';
import type { DeviceRow } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import { amountText, shareText } from '../parts/number-text.ts';
import { useShowSubjects } from '../show-subjects.ts';
import { ReadLine } from './fact-lines.tsx';
import styles from './inspector.module.css';

/** A device and how it stands by one measure. */
interface Worst {
  readonly row: DeviceRow;
  readonly value: number;
}

/** The device for which `valueOf` is greatest; null where it is unknown of all. */
export function worstBy(
  rows: readonly DeviceRow[],
  valueOf: (row: DeviceRow) => number | null,
): Worst | null {
  let worst: Worst | null = null;
  for (const row of rows) {
    const value = valueOf(row);
    if (value !== null && (worst === null || value > worst.value)) worst = { row, value };
  }
  return worst;
}

function blockedMost({ blockedFraction: { front, rear } }: DeviceRow): number | null {
  const most = Math.max(front, rear);
  return most === 0 ? null : most;
}

/** The worst of several devices: most blocked, least air left, warmest outlet, nearest to its limit. */
export function WorstLines({ rows }: { readonly rows: readonly DeviceRow[] }) {
  const lines = useMemo(
    () => [
      { name: 'blocked', worst: worstBy(rows, blockedMost), text: shareText },
      {
        name: 'flow',
        worst: worstBy(rows, ({ flowRatio }) => flowRatio && -flowRatio.nominal),
        text: (less: number) => shareText(-less),
      },
      {
        name: 'outlet',
        worst: worstBy(rows, ({ outletC }) => outletC?.nominal ?? null),
        text: (celsius: number) => amountText(celsius, '°C'),
      },
      {
        name: 'margin',
        worst: worstBy(rows, ({ marginAllowableK: k }) => k && -k),
        text: (less: number) => amountText(-less, 'K'),
      },
    ],
    [rows],
  );
  return lines.map(({ name, worst, text }) =>
    worst === null ? null : (
      <ReadLine key={name} label={say(`panels.worst.${name}`)}>
        <span>{text(worst.value)}</span>
        <WorstDevice row={worst.row} />
      </ReadLine>
    ),
  );
}

function WorstDevice({ row: { id, name } }: { readonly row: DeviceRow }) {
  const show = useShowSubjects();
  return (
    <button
      type="button"
      className={styles.pathButton}
      onClick={() => show([{ kind: 'device', id, name }])}
    >
      {name}
    </button>
  );
}
