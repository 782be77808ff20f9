import { Menu } from '@mantine/core';
import { Layers } from 'lucide-react';
import { OVERLAY_KINDS } from '../../../shared/drawing/overlays/overlay-kind.ts';
import { say } from '../../../shared/text/index.ts';
import { CommandItem } from '../menus/command-item.tsx';
import { useEditorState } from '../workspace.ts';
import styles from './top-bar.module.css';

/** What lies over the racks, and what else could. */
export function OverlayMenu() {
  const kind = useEditorState((state) => state.view.lens);
  return (
    <Menu position="bottom">
      <Menu.Target>
        <button
          type="button"
          className={styles.overlay}
          aria-label={say('overlay.picker')}
          data-on={kind !== null}
        >
          <Layers size={16} strokeWidth={1.75} aria-hidden />
          {kind === null ? null : say(`overlay.kind.${kind}`)}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <CommandItem id="view.overlay.none" />
        <Menu.Divider />
        {OVERLAY_KINDS.map((each) => (
          <CommandItem key={each} id={`view.overlay.${each}`} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
