import { Select } from '@mantine/core';
import { useMemo } from 'react';
import type { Design } from '../../../shared/model/design.ts';
import type { DeviceId, FoundId } from '../../../shared/model/ids.ts';
import { say } from '../../../shared/text/index.ts';
import dialog from '../dialogs.module.css';
import styles from './found.module.css';
import type { FoundSummary } from './found-summary.ts';

interface AliasListProps {
  readonly design: Design;
  readonly summary: FoundSummary;
  readonly locked: boolean;
  readonly onAlias: (id: FoundId, name: string, deviceId: DeviceId | null) => void;
}

/** Names beyond these are told by their number: the first are in most links. */
const SHOWN = 40;

/** Names of the file that mean no device, and those that a person gave a meaning; each with the device it is. */
export function AliasList({ design, summary, locked, onAlias }: AliasListProps) {
  const { network, unknown } = summary;
  const devices = useMemo(
    () =>
      [...design.devices.values()]
        .filter(({ name }) => name !== '')
        .map(({ id, name }) => ({ value: id, label: name }))
        .sort((a, b) => a.label.localeCompare(b.label, 'en', { numeric: true })),
    [design.devices],
  );
  const rows = [
    ...network.aliases.map(({ name, deviceId }) => ({ name, deviceId, links: null })),
    ...unknown.map(({ name, links }) => ({ name, deviceId: null, links })),
  ];
  if (rows.length === 0) return null;
  return (
    <>
      <p className={dialog.fieldHint}>{say('app.found.aliases', { count: unknown.length })}</p>
      <ul className={styles.aliases} aria-label={say('app.found.names', { name: network.name })}>
        {rows.slice(0, SHOWN).map(({ name, deviceId, links }) => (
          <li key={name}>
            <div className={dialog.grow}>
              <div className={dialog.name} title={name}>
                {name}
              </div>
              {links === null ? null : (
                <div className={dialog.meta}>{say('app.found.inLinks', { links })}</div>
              )}
            </div>
            <Select
              size="xs"
              className={styles.device ?? ''}
              aria-label={say('app.found.standsFor', { name })}
              placeholder={say('app.found.choose')}
              data={devices}
              value={deviceId}
              searchable
              clearable
              limit={100}
              disabled={locked}
              nothingFoundMessage={say('app.found.noDevice')}
              onChange={(value) => onAlias(network.id, name, value)}
            />
          </li>
        ))}
      </ul>
      {rows.length > SHOWN ? (
        <p className={dialog.fieldHint}>
          {say('app.found.moreNames', { count: rows.length - SHOWN })}
        </p>
      ) : null}
    </>
  );
}
