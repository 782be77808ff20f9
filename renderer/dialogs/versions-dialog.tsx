import { Button, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DesignVersion } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

/** Where the versions come from; each answers null when it was refused and said so. */
export interface Versions {
  list(): Promise<readonly DesignVersion[] | null>;
  create(name: string): Promise<DesignVersion | null>;
  openAsCopy(versionId: string): Promise<void>;
}

interface VersionsDialogProps {
  readonly versions: Versions;
  /** Why no version can be made now; null when one can. */
  readonly readOnly: string | null;
  readonly onClose: () => void;
}

const moment = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** The named versions inside the file: make one, or open one as a copy. */
export function VersionsDialog({ versions, readOnly, onClose }: VersionsDialogProps) {
  const [list, setList] = useState<readonly DesignVersion[] | null>(null);
  const [name, setName] = useState('');
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let stale = false;
    void versions.list().then((found) => {
      if (!stale) setList(found ?? []);
    });
    return () => {
      stale = true;
    };
  }, [versions]);

  async function create(): Promise<void> {
    setBusy(true);
    const made = await versions.create(name.trim());
    setBusy(false);
    if (made === null) return;
    setName('');
    setList((before) => [made, ...(before ?? [])]);
  }
  return (
    <DialogFrame title={say('app.versions.title')} width={520} onClose={onClose}>
      <p className={styles.text}>{say('app.versions.what')}</p>
      <div className={`${styles.inline} ${styles.field}`}>
        <TextInput
          className={styles.grow ?? ''}
          label={say('app.versions.name')}
          value={name}
          maxLength={200}
          disabled={readOnly !== null}
          placeholder={readOnly ?? say('app.versions.namePlaceholder')}
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || name.trim() === '') return;
            event.preventDefault();
            void create();
          }}
        />
        <Button
          type="button"
          loading={busy}
          disabled={readOnly !== null || name.trim() === ''}
          onClick={() => void create()}
        >
          {say('app.versions.create')}
        </Button>
      </div>
      <VersionList list={list} onOpen={(id) => void versions.openAsCopy(id)} />
    </DialogFrame>
  );
}

interface VersionListProps {
  readonly list: readonly DesignVersion[] | null;
  readonly onOpen: (id: string) => void;
}

function VersionList({ list, onOpen }: VersionListProps) {
  if (list === null) return <p className={styles.fieldHint}>{say('app.versions.loading')}</p>;
  if (list.length === 0) return <p className={styles.fieldHint}>{say('app.versions.none')}</p>;
  return (
    <ul className={styles.list}>
      {list.map((version) => (
        <li key={version.id}>
          <div className={styles.grow}>
            <div className={styles.name}>{version.name}</div>
            <div className={styles.meta}>
              {say('app.versions.summary', {
                made: moment.format(new Date(version.made)),
                racks: version.racks,
                devices: version.devices,
                cables: version.cables,
              })}
            </div>
          </div>
          <Button type="button" variant="default" size="xs" onClick={() => onOpen(version.id)}>
            {say('app.versions.openCopy')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
