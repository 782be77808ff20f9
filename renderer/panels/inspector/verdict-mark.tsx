import { CircleCheck, CircleHelp, CircleX, type LucideIcon, TriangleAlert } from 'lucide-react';
import type { ReachVerdict } from '../../../shared/analysis/types.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './inspector.module.css';

const ICONS: Readonly<Record<ReachVerdict, LucideIcon>> = {
  ok: CircleCheck,
  'vendor-only': TriangleAlert,
  over: CircleX,
  unknown: CircleHelp,
};

/** Whether a cable reaches, by word, shape and colour. */
export function VerdictMark({ verdict }: { readonly verdict: ReachVerdict }) {
  const Icon = ICONS[verdict];
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <Icon size={13} aria-hidden />
      {say(`panels.verdict.${verdict}`)}
    </span>
  );
}
