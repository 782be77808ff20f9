import { Menu } from '@mantine/core';
import { say } from '../../../shared/text/index.ts';
import { type CommandId, isPlanActive } from '../../editor/index.ts';
import { CommandItem } from '../menus/command-item.tsx';
import { zoomPercent } from '../parts/number-text.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './top-bar.module.css';

const ENTRIES: readonly CommandId[] = ['view.fitAll', 'view.fitSelection', 'view.zoom100'];

/** The zoom in numbers, and where one goes from there. */
export function ZoomMenu() {
  const { editor } = useWorkspace();
  const zoom = useEditorState((state) =>
    isPlanActive(editor) ? state.plan.camera.zoom : state.camera.zoom,
  );
  return (
    <Menu position="bottom">
      <Menu.Target>
        <button
          type="button"
          className={styles.zoom}
          aria-label={say('panels.top.zoomMenu', { percent: zoomPercent(zoom) })}
        >
          {say('panels.status.zoom', { percent: zoomPercent(zoom) })}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {ENTRIES.map((id) => (
          <CommandItem key={id} id={id} />
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
