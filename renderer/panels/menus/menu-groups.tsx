import { Menu } from '@mantine/core';
import { Fragment } from 'react';
import type { MenuGroup } from '../../editor/index.ts';
import { CommandItem } from './command-item.tsx';

/** Rows of commands with a line between the groups. */
export function MenuGroups({ groups }: { readonly groups: readonly MenuGroup[] }) {
  return groups.map((group, index) => (
    <Fragment key={group.join()}>
      {index > 0 ? <Menu.Divider /> : null}
      {group.map((id) => (
        <CommandItem key={id} id={id} />
      ))}
    </Fragment>
  ));
}
