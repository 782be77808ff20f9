import { Menu } from '@mantine/core';
import { Layers } from 'lucide-react';
import { OVERLAY_KINDS } from '../../../shared/drawing/overlays/overlay-kind.ts';
import { PLAN_OVERLAY_KINDS } from '../../../shared/drawing/overlays/plan-overlay.ts';
import { say } from '../../../shared/text/index.ts';
import { isPlanActive } from '../../editor/index.ts';
import { CommandItem } from '../menus/command-item.tsx';
import { useEditorState, useWorkspace } from '../workspace.ts';
import styles from './top-bar.module.css';

/** What lies over the racks, and what else could. */
export function OverlayMenu() {
  const { editor } = useWorkspace();
  const onPlan = useEditorState(() => isPlanActive(editor));
  const kind = useEditorState((state) => (onPlan ? state.plan.lens : state.view.lens));
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
          {kind === null ? null : (
            <span className={styles.overlayName}>
              {say(onPlan ? `plan.overlay.${kind}` : `overlay.kind.${kind}`)}
            </span>
          )}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <CommandItem id={onPlan ? 'plan.overlay.none' : 'view.overlay.none'} />
        <Menu.Divider />
        {onPlan
          ? PLAN_OVERLAY_KINDS.map((each) => <CommandItem key={each} id={`plan.overlay.${each}`} />)
          : OVERLAY_KINDS.map((each) => <CommandItem key={each} id={`view.overlay.${each}`} />)}
      </Menu.Dropdown>
    </Menu>
  );
}
