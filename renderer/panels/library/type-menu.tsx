import { Menu } from '@mantine/core';
import { say } from '../../../shared/text/index.ts';
import styles from './library.module.css';
import type { LibraryEntry } from './library-entries.ts';
import { useTypeActions } from './type-actions.ts';

export interface TypeMenuRequest {
  readonly entry: LibraryEntry;
  readonly x: number;
  readonly y: number;
}

/** Everything that can be done with a type, at the pointer or beside its line. */
export function TypeMenu({
  request,
  onClose,
}: {
  readonly request: TypeMenuRequest;
  readonly onClose: () => void;
}) {
  const actionsOf = useTypeActions();
  const { type } = request.entry;
  return (
    <Menu
      opened
      onClose={onClose}
      position="bottom-start"
      offset={2}
      width={280}
      alignItemsLabels="none"
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles.menuAnchor}
          style={{ left: request.x, top: request.y }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={say('library.menu', { model: type.model })}>
        {actionsOf(request.entry).map(({ id, label, objection, run }) => (
          <Menu.Item key={id} disabled={objection !== null} onClick={() => void run()}>
            {label}
            {objection === null ? null : <span className={styles.objection}>{objection}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
