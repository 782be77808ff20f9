import { Tooltip } from '@mantine/core';
import type { Provenance } from '../../../shared/model/fact.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './provenance.module.css';

interface ProvenanceMarkProps {
  /** `null` = nobody knows the number. */
  readonly provenance: Provenance | null;
  /** Where it stands, shown on hover and on focus. */
  readonly source?: string;
}

/** Where a number comes from, in one word; its source in the tooltip. */
export function ProvenanceMark({ provenance, source = '' }: ProvenanceMarkProps) {
  const kind = provenance ?? 'unknown';
  const mark = (
    <span className={styles.mark} data-kind={kind} {...(source === '' ? {} : { tabIndex: 0 })}>
      {say(`panels.provenance.${kind}`)}
    </span>
  );
  if (source === '') return mark;
  return (
    <Tooltip label={source} events={{ hover: true, focus: true, touch: true }}>
      {mark}
    </Tooltip>
  );
}
