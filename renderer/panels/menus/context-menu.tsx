import { Menu } from '@mantine/core';
import type { MenuGroup } from '../../editor/index.ts';
import { MenuGroups } from './menu-groups.tsx';
import styles from './menus.module.css';

/** What was asked for its menu, and where in the window. */
export interface ContextMenuRequest {
  readonly groups: readonly MenuGroup[];
  readonly x: number;
  readonly y: number;
}

interface ContextMenuProps {
  readonly request: ContextMenuRequest;
  readonly onClose: () => void;
}

/** The menu of the thing under the pointer or under the keyboard's focus. */
export function ContextMenu({ request, onClose }: ContextMenuProps) {
  return (
    <Menu opened onClose={onClose} position="bottom-start" offset={2}>
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles.anchor}
          style={{ left: request.x, top: request.y }}
        />
      </Menu.Target>
      <Menu.Dropdown>
        <MenuGroups groups={request.groups} />
      </Menu.Dropdown>
    </Menu>
  );
}
