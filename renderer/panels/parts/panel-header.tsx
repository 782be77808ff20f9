import type { ReactNode } from 'react';
import styles from './parts.module.css';

interface PanelHeaderProps {
  readonly title: string;
  /** Stands beside the title, quieter. */
  readonly detail?: string;
  readonly children?: ReactNode;
}

/** The first line of a panel: its name, and its actions on the right. */
export function PanelHeader({ title, detail, children }: PanelHeaderProps) {
  return (
    <header className={styles.header}>
      <h2 className={styles.headerTitle}>{title}</h2>
      {detail === undefined ? null : <span className={styles.headerDetail}>{detail}</span>}
      <div className={styles.headerActions}>{children}</div>
    </header>
  );
}
