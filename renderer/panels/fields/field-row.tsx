import type { ReactNode } from 'react';
import styles from './fields.module.css';

interface FieldRowProps {
  readonly label: string;
  /** Id of the control, where there is one. */
  readonly htmlFor?: string;
  readonly children: ReactNode;
}

/** A label on the left, its control or its fact on the right. */
export function FieldRow({ label, htmlFor, children }: FieldRowProps) {
  return (
    <div className={styles.row}>
      {htmlFor === undefined ? (
        <span className={styles.label}>{label}</span>
      ) : (
        <label className={styles.label} htmlFor={htmlFor}>
          {label}
        </label>
      )}
      <div className={styles.control}>{children}</div>
    </div>
  );
}
