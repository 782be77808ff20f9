import type { ReactNode } from 'react';
import type { Provenance } from '../../../shared/model/fact.ts';
import { say } from '../../../shared/text/index.ts';
import { FieldRow } from '../fields/field-row.tsx';
import { ProvenanceMark } from '../parts/provenance.tsx';
import styles from './inspector.module.css';
import type { KnownSum } from './shared-value.ts';

/** A number that is read, not set. */
export function ReadLine({
  label,
  children,
}: {
  readonly label: string;
  readonly children: ReactNode;
}) {
  return (
    <FieldRow label={label}>
      <span className={styles.read}>{children}</span>
    </FieldRow>
  );
}

interface FactLineProps {
  readonly label: string;
  readonly text: string;
  /** `null` = unknown. */
  readonly provenance: Provenance | null;
  readonly source?: string;
}

/** A fact with where it comes from. An unknown one says so by its mark alone. */
export function FactLine({ label, text, provenance, source = '' }: FactLineProps) {
  return (
    <FieldRow label={label}>
      <span className={styles.fact}>
        {provenance === null ? null : <span>{text}</span>}
        <ProvenanceMark provenance={provenance} source={source} />
      </span>
    </FieldRow>
  );
}

interface SumLineProps {
  readonly label: string;
  readonly total: KnownSum;
  /** What was added up. */
  readonly of: 'racks' | 'devices' | 'cables';
  readonly text: (sum: number) => string;
}

/** A sum that owns up to what it leaves out. */
export function SumLine({ label, total, of, text }: SumLineProps) {
  const nothingKnown = total.sum === 0 && total.unknown > 0;
  return (
    <ReadLine label={label}>
      {nothingKnown ? (
        <span className={styles.lacking}>{say('panels.unknown')}</span>
      ) : (
        <>
          <span>{text(total.sum)}</span>
          {total.unknown === 0 ? null : (
            <span className={styles.lacking}>
              {say(`panels.sum.${of}`, { count: total.unknown })}
            </span>
          )}
        </>
      )}
    </ReadLine>
  );
}
