import { Menu } from '@mantine/core';
import { Check } from 'lucide-react';
import type { CommandId } from '../../editor/index.ts';
import { useCommand } from '../use-command.ts';
import styles from './menus.module.css';

/** A command as a menu row: its name, key, tick, and the reason where it is greyed out. */
export function CommandItem({ id }: { readonly id: CommandId }) {
  const { label, keys, disabledReason, checked, run } = useCommand(id);
  return (
    <Menu.Item
      disabled={disabledReason !== null}
      {...(disabledReason === null ? {} : { title: disabledReason })}
      {...(checked === null ? {} : { role: 'menuitemcheckbox', 'aria-checked': checked })}
      leftSection={
        <span className={styles.tick}>
          {checked ? <Check size={13} strokeWidth={2.5} aria-hidden /> : null}
        </span>
      }
      rightSection={keys === '' ? null : <kbd className={styles.keys}>{keys}</kbd>}
      onClick={run}
    >
      {label}
    </Menu.Item>
  );
}
