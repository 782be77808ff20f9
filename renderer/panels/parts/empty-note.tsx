import type { ReactNode } from 'react';
import styles from './parts.module.css';

/** What stands where there is nothing to show: what it means, and what to do. */
export function EmptyNote({
  title,
  children,
}: {
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}
