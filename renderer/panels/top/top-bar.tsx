import { SegmentedControl } from '@mantine/core';
import {
  Cable,
  ChartColumn,
  Hand,
  type LucideIcon,
  Minus,
  MousePointer2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Plus,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import type { MouseEvent, ReactNode } from 'react';
import { say } from '../../../shared/text/index.ts';
import type { CommandId } from '../../editor/index.ts';
import { focusCanvas } from '../focus-canvas.ts';
import { isPanelShown, type SidePanel } from '../panel-state.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { PlenumMark } from '../parts/plenum-mark.tsx';
import { type CommandState, useCommand } from '../use-command.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { DocumentName } from './document-name.tsx';
import { OverlayMenu } from './overlay-menu.tsx';
import styles from './top-bar.module.css';
import { ZoomMenu } from './zoom-menu.tsx';

interface TopBarProps {
  /** The menu bar; null where the system shows it. */
  readonly menus: ReactNode;
  readonly name: string;
  readonly draft: boolean;
  readonly unsaved: boolean;
}

/** The first line of the window: menus, the design's name, and the tools that one takes most. */
export function TopBar({ menus, name, draft, unsaved }: TopBarProps) {
  return (
    <section className={styles.bar} aria-label={say('panels.top.bar')}>
      <div className={styles.start}>
        <PlenumMark size={20} />
        {menus}
      </div>
      <DocumentName name={name} draft={draft} unsaved={unsaved} />
      <div className={styles.end}>
        <CommandButton id="edit.undo" icon={Undo2} />
        <CommandButton id="edit.redo" icon={Redo2} />
        <span className={styles.divider} />
        <div className={styles.group} role="group" aria-label={say('panels.top.tools')}>
          <CommandButton id="tool.select" icon={MousePointer2} />
          <CommandButton id="tool.hand" icon={Hand} />
          <CommandButton id="tool.cable" icon={Cable} />
        </div>
        <span className={styles.divider} />
        <ViewsShown />
        <FacesShown />
        <OverlayMenu />
        <span className={styles.divider} />
        <CommandButton id="view.zoomOut" icon={Minus} />
        <ZoomMenu />
        <CommandButton id="view.zoomIn" icon={Plus} />
        <span className={styles.divider} />
        <CommandButton id="view.compareMedia" icon={ChartColumn} opensDialog />
        <CommandButton id="app.palette" icon={Search} opensDialog />
        <PanelButton panel="library" icon={PanelLeft} />
        <PanelButton panel="findings" icon={PanelBottom} />
        <PanelButton panel="inspector" icon={PanelRight} />
      </div>
    </section>
  );
}

/**
 * Who clicks a tool or a view goes on in the drawing, with the arrows too. Who presses it with the keyboard
 * (a click that counts none) stays where he is.
 */
function giveKeyboardBack({ detail }: MouseEvent): void {
  if (detail > 0) requestAnimationFrame(focusCanvas);
}

interface CommandButtonProps {
  readonly id: CommandId;
  readonly icon: LucideIcon;
  /** What it opens takes the keyboard. */
  readonly opensDialog?: boolean;
}

/** A command as a button: its name, key, state and reason come from the one table. */
function CommandButton({ id, icon, opensDialog = false }: CommandButtonProps) {
  const command: CommandState = useCommand(id);
  return (
    <IconButton
      icon={icon}
      label={command.label}
      keys={command.keys}
      disabledReason={command.disabledReason}
      {...(command.checked === null ? {} : { pressed: command.checked })}
      onClick={(event) => {
        command.run();
        if (!opensDialog) giveKeyboardBack(event);
      }}
    />
  );
}

/** Shows and hides a panel; the settings know which are shown. */
function PanelButton({ panel, icon }: { readonly panel: SidePanel; readonly icon: LucideIcon }) {
  const { settings } = useWorkspace();
  const { panels } = useLive(settings);
  const command = useCommand(`view.${panel}`);
  return (
    <IconButton
      icon={icon}
      label={command.label}
      keys={command.keys}
      pressed={isPanelShown(panels, panel)}
      onClick={command.run}
    />
  );
}

const SHOWN = ['elevations', 'plan', 'both'] as const;

/** The racks, the plan, or both side by side; a faceplate that is open hides the choice. */
function ViewsShown() {
  const shown = useEditorState((state) => state.plan.shown);
  const drawsFace = useEditorState((state) => state.faceplate !== null);
  const runs = {
    elevations: useCommand('view.elevations').run,
    plan: useCommand('view.plan').run,
    both: useCommand('view.sideBySide').run,
  };
  if (drawsFace) return null;
  return (
    <SegmentedControl
      className={styles.views ?? ''}
      aria-label={say('plan.views')}
      value={shown}
      data={SHOWN.map((value) => ({ value, label: say(`plan.view.${value}`) }))}
      onChange={(value) => runs[value]()}
      onClick={giveKeyboardBack}
    />
  );
}

const VIEWS = ['front', 'both', 'rear'] as const;

function FacesShown() {
  const elevation = useEditorState((state) => state.view.elevation);
  const onlyPlan = useEditorState((state) => !state.faceplate && state.plan.shown === 'plan');
  const runs = {
    front: useCommand('view.front').run,
    both: useCommand('view.both').run,
    rear: useCommand('view.rear').run,
  };
  if (onlyPlan) return null;
  return (
    <SegmentedControl
      className={styles.views ?? ''}
      aria-label={say('panels.top.view')}
      value={elevation}
      data={VIEWS.map((value) => ({ value, label: say(`panels.top.view.${value}`) }))}
      onChange={(value) => runs[value]()}
      onClick={giveKeyboardBack}
    />
  );
}
