import { Menu } from '@mantine/core';
import { Minus, Plus } from 'lucide-react';
import { say } from '../../../shared/text/index.ts';
import { type CommandId, isPlanActive } from '../../editor/index.ts';
import { CommandButton } from '../command-button.tsx';
import { CommandItem } from '../menus/command-item.tsx';
import { zoomPercent } from '../parts/number-text.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './status-bar.module.css';

const ENTRIES: readonly CommandId[] = ['view.fitAll', 'view.fitSelection', 'view.zoom100'];

/** A step out, the zoom in numbers with where one goes from there, and a step in. */
export function ZoomControls() {
  return (
    <span className={styles.zoomControls}>
      <CommandButton id="view.zoomOut" icon={Minus} />
      <ZoomMenu />
      <CommandButton id="view.zoomIn" icon={Plus} />
    </span>
  );
}

function ZoomMenu() {
  const { editor } = useWorkspace();
  const zoom = useEditorState((state) =>
    isPlanActive(editor) ? state.plan.camera.zoom : state.camera.zoom,
  );
  return (
    <Menu position="top">
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
