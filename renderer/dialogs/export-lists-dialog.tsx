import { Radio, Select } from '@mantine/core';
import { useState } from 'react';
import type { ListExport, NetboxVersion } from '../../shared/contract/ipc.ts';
import { NETBOX_VERSIONS } from '../../shared/formats/netbox/out/columns.ts';
import { say } from '../../shared/text/index.ts';
import { DialogFrame } from './dialog-frame.tsx';
import styles from './dialogs.module.css';

interface ExportListsDialogProps {
  readonly onClose: () => void;
  readonly onExport: (wanted: ListExport) => void;
}

const LISTS = ['p2p', 'netbox', 'nvidia', 'schedules'] as const;

/** Lists of what is drawn, for other programs and for people: which one, and of which version. */
export function ExportListsDialog({ onClose, onExport }: ExportListsDialogProps) {
  const [list, setList] = useState<ListExport['list']>('p2p');
  const [version, setVersion] = useState<NetboxVersion>('4.6');
  return (
    <DialogFrame
      title={say('app.exportLists.title')}
      width={520}
      onClose={onClose}
      action={{
        label: say('app.exportLists.run'),
        run: () => onExport(list === 'netbox' ? { list, version } : { list }),
      }}
    >
      <Radio.Group
        className={styles.field ?? ''}
        label={say('app.exportLists.which')}
        value={list}
        onChange={(value) => {
          const chosen = LISTS.find((each) => each === value);
          if (chosen) setList(chosen);
        }}
      >
        {LISTS.map((each) => (
          <Radio
            key={each}
            className={styles.choice ?? ''}
            value={each}
            label={say(`app.exportLists.list.${each}`)}
            description={say(`app.exportLists.hint.${each}`)}
          />
        ))}
      </Radio.Group>
      {list === 'netbox' ? (
        <div className={styles.field}>
          <Select
            label={say('app.exportLists.version')}
            description={say('app.exportLists.versionHint')}
            value={version}
            data={NETBOX_VERSIONS.map((each) => ({ value: each, label: each }))}
            allowDeselect={false}
            onChange={(value) => {
              const chosen = NETBOX_VERSIONS.find((each) => each === value);
              if (chosen) setVersion(chosen);
            }}
          />
        </div>
      ) : null}
    </DialogFrame>
  );
}
