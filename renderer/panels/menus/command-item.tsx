import { Menu } from '@mantine/core';
import type { CommandId } from '../../editor/index.ts';
import { useCommand } from '../use-command.ts';
import { leaveMenuBar } from './leave-menu-bar.ts';
import styles from './menus.module.css';

/** A command as a menu row: its name, key, tick, and the reason where it is greyed out. */
export function CommandItem({ id }: { readonly id: CommandId }) {
  const { label, keys, disabledReason, checked, run: runCommand } = useCommand(id);
  const run = (): void => {
    runCommand();
    leaveMenuBar();
  };
  const row = {
    disabled: disabledReason !== null,
    title: disabledReason ?? undefined,
    rightSection: keys === '' ? null : <kbd className={styles.keys}>{keys}</kbd>,
  };
  if (checked === null) {
    return (
      <Menu.Item {...row} onClick={run}>
        {label}
      </Menu.Item>
    );
  }
  return (
    <Menu.CheckboxItem {...row} checked={checked} closeMenuOnClick onChange={run}>
      {label}
    </Menu.CheckboxItem>
  );
}
