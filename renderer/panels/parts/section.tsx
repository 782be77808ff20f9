import { ChevronRight } from 'lucide-react';
import { type ReactNode, useId, useState } from 'react';
import styles from './parts.module.css';

interface SectionProps {
  readonly title: string;
  readonly detail?: string;
  readonly startsClosed?: boolean;
  readonly children: ReactNode;
}

/** A titled part of a panel that folds. */
export function Section({ title, detail, startsClosed = false, children }: SectionProps) {
  const [open, setOpen] = useState(!startsClosed);
  const body = useId();
  return (
    <section className={styles.section}>
      <h3>
        <button
          type="button"
          className={styles.sectionTitle}
          aria-expanded={open}
          aria-controls={body}
          onClick={() => setOpen(!open)}
        >
          <ChevronRight size={14} className={styles.chevron} aria-hidden />
          {title}
          {detail === undefined ? null : <span className={styles.sectionDetail}>{detail}</span>}
        </button>
      </h3>
      <div id={body} hidden={!open} className={styles.sectionBody}>
        {children}
      </div>
    </section>
  );
}
