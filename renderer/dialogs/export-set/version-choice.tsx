import { Select } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DrawingSetChoice } from '../../../shared/contract/drawing-set.ts';
import type { DesignVersion } from '../../../shared/contract/ipc.ts';
import { say } from '../../../shared/text/index.ts';
import styles from './export-set.module.css';
import type { SetExporter } from './set-exporter.ts';

interface VersionChoiceProps {
  readonly exporter: SetExporter;
  readonly choice: DrawingSetChoice;
  readonly onChange: (choice: DrawingSetChoice) => void;
}

/** Stands for no version: no id is empty. */
const NONE = '';
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** The named version that the sheet of differences is told against. */
export function VersionChoice({ exporter, choice, onChange }: VersionChoiceProps) {
  const [known, setKnown] = useState<readonly DesignVersion[] | string | null>(null);
  useEffect(() => {
    let stale = false;
    exporter.versions().then(
      (versions) => {
        if (!stale) setKnown(versions);
      },
      (error: unknown) => {
        if (!stale) setKnown(exporter.failureOf(error));
      },
    );
    return () => {
      stale = true;
    };
  }, [exporter]);
  if (known === null) return <p className={styles.hint}>{say('app.versions.loading')}</p>;
  if (typeof known === 'string') return <p className={styles.hint}>{known}</p>;
  if (known.length === 0) return <p className={styles.hint}>{say('prints.against.none')}</p>;
  return (
    <div className={styles.inset}>
      <Select
        size="xs"
        aria-label={say('prints.section.against')}
        value={choice.against ?? NONE}
        data={[
          { value: NONE, label: say('prints.against.nothing') },
          ...known.map(({ id, name, made }) => ({
            value: id,
            label: say('prints.against.version', { name, made: day.format(new Date(made)) }),
          })),
        ]}
        onChange={(id) =>
          onChange({ ...choice, against: id === NONE || id === null ? undefined : id })
        }
      />
    </div>
  );
}
