import { SegmentedControl } from '@mantine/core';
import {
  Cable,
  ChartColumn,
  Hand,
  type LucideIcon,
  MousePointer2,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  Search,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '../../../shared/text/index.ts';
import { CommandButton, giveKeyboardBack } from '../command-button.tsx';
import { isPanelShown, type SidePanel } from '../panel-state.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { PlenumMark } from '../parts/plenum-mark.tsx';
import { useCommand } from '../use-command.ts';
import { useLive } from '../use-live.ts';
import { useEditorState, useWorkspace } from '../workspace.ts';
import { DocumentName } from './document-name.tsx';
import { OverlayMenu } from './overlay-menu.tsx';
import styles from './top-bar.module.css';

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
        <CommandButton id="view.compareMedia" icon={ChartColumn} opensDialog />
        <CommandButton id="app.palette" icon={Search} opensDialog />
        <PanelButton panel="library" icon={PanelLeft} />
        <PanelButton panel="findings" icon={PanelBottom} />
        <PanelButton panel="inspector" icon={PanelRight} />
      </div>
    </section>
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
