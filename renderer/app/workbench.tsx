import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { say } from '../../shared/text/index.ts';
import { CanvasView } from '../canvas/index.ts';
import { contextMenu, type Point, planContextMenu, type Target } from '../editor/index.ts';
import { ChecksPanel } from '../faceplate/checks-panel.tsx';
import { FaceplateView } from '../faceplate/faceplate-view.tsx';
import { FaceplateInspector } from '../faceplate/inspector/faceplate-inspector.tsx';
import { LostCablesDialog } from '../faceplate/lost-cables-dialog.tsx';
import { PartsPanel } from '../faceplate/palette/parts-panel.tsx';
import { CableTablePanel } from '../panels/cable-table/cable-table-panel.tsx';
import { CableBar } from '../panels/canvas-notes/cable-bar.tsx';
import { CableCard } from '../panels/canvas-notes/cable-card.tsx';
import { CableFilterBar } from '../panels/canvas-notes/cable-filter-bar.tsx';
import { CableLegend } from '../panels/canvas-notes/cable-legend.tsx';
import { EmptyHint } from '../panels/canvas-notes/empty-hint.tsx';
import { OverlayLegend } from '../panels/canvas-notes/overlay-legend.tsx';
import { useLens } from '../panels/canvas-notes/use-lens.ts';
import { FindingsPanel } from '../panels/findings/findings-panel.tsx';
import { InspectorPanel } from '../panels/inspector/inspector-panel.tsx';
import { LibraryPanel } from '../panels/library/library-panel.tsx';
import { ContextMenu, type ContextMenuRequest } from '../panels/menus/context-menu.tsx';
import { MenuBar } from '../panels/menus/menu-bar.tsx';
import {
  type BottomContent,
  bottomContent,
  type SidePanel,
  withBottom,
  withPanelShown,
} from '../panels/panel-state.ts';
import { savedAnnouncement } from '../panels/saved-state.ts';
import { useScheme } from '../panels/scheme.ts';
import { StatusBar } from '../panels/status/status-bar.tsx';
import { TopBar } from '../panels/top/top-bar.tsx';
import { useLive } from '../panels/use-live.ts';
import { useEditorState, type Workspace, WorkspaceContext } from '../panels/workspace.ts';
import { Breadcrumbs } from '../plan/breadcrumbs.tsx';
import { ElevationMinimap } from '../plan/elevation-minimap.tsx';
import { PlanView } from '../plan/plan-view.tsx';
import styles from './app.module.css';
import { ask } from './bridge.ts';
import { DesignDialogs } from './design-dialogs.tsx';
import { saveAs } from './file-actions.ts';
import { fitOnce } from './first-look.ts';
import type { OpenDesign } from './open-design.ts';
import { PanelLayout } from './panel-layout.tsx';
import { pickPicture } from './picture-actions.ts';
import { type PlenumWindow, saveSettings } from './plenum-window.ts';
import { addToast } from './toasts.tsx';
import { exportTypes, importTypes } from './type-files.ts';
import { useKeyboard } from './use-keyboard.ts';
import { useSystemMenu } from './use-system-menu.ts';
import { useToolFocus } from './use-tool-focus.ts';

interface WorkbenchProps {
  readonly window: PlenumWindow;
  readonly open: OpenDesign;
}

/** A design is open: menus, panels and the drawing around it. */
export function Workbench({ window, open }: WorkbenchProps) {
  const workspace = useMemo<Workspace>(
    () => ({
      editor: open.editor,
      analysis: open.analysis,
      fixesFor: open.analysis.fixesFor,
      settings: window.settings,
      library: window.library,
      platform: window.platform,
      saveSettings: (change) => saveSettings(window, change),
      askDifference: (question) => window.dialog.set({ dialog: 'type-difference', question }),
      askSaving: (question) => window.dialog.set({ dialog: 'save-type', question }),
      exportTypes: (types) => void exportTypes(window, types),
      pickPicture: (typeId, face) => void pickPicture(window, open, typeId, face),
      askWaiver: (finding) => window.dialog.set({ dialog: 'waive', finding }),
    }),
    [window, open],
  );
  return (
    <WorkspaceContext value={workspace}>
      <Shell window={window} open={open} />
      <DesignDialogs window={window} open={open} />
    </WorkspaceContext>
  );
}

function Shell({ window, open }: WorkbenchProps) {
  const focusMode = useLive(window.focusMode);
  const drawsFace = useSyncExternalStore(
    open.editor.subscribe,
    () => open.editor.state.faceplate !== null,
  );
  useKeyboard();
  useSystemMenu(window.bridge);
  useNotices(window, open);
  useToolFocus(open.editor);
  useTitle(window, open);
  const hide = (panel: SidePanel) => () =>
    saveSettings(window, { panels: withPanelShown(window.settings.state.panels, panel, false) });
  const showFindings = () =>
    saveSettings(window, {
      panels: withBottom(
        withPanelShown(window.settings.state.panels, 'findings', true),
        'findings',
      ),
    });
  return (
    <div className={styles.shell}>
      <Top window={window} open={open} />
      <PanelLayout
        focusMode={focusMode}
        library={
          drawsFace ? (
            <PartsPanel onClose={hide('library')} />
          ) : (
            <LibraryPanel
              onImport={() => void importTypes(window, 'files')}
              onClose={hide('library')}
            />
          )
        }
        canvas={drawsFace ? <FaceDrawing open={open} /> : <Drawing window={window} open={open} />}
        inspector={
          drawsFace ? (
            <FaceplateInspector onClose={hide('inspector')} />
          ) : (
            <InspectorPanel onClose={hide('inspector')} />
          )
        }
        findings={
          drawsFace ? (
            <ChecksPanel onClose={hide('findings')} />
          ) : (
            <BottomPanel window={window} onClose={hide('findings')} />
          )
        }
      />
      <StatusBar
        saved={open.commits}
        onFindings={showFindings}
        onSaveAs={() => void saveAs(window)}
      />
    </div>
  );
}

/** The findings or the cable table: one gives way to the other. */
function BottomPanel({
  window,
  onClose,
}: Pick<WorkbenchProps, 'window'> & { readonly onClose: () => void }) {
  const { panels } = useLive(window.settings);
  const change = (content: BottomContent) => () =>
    saveSettings(window, { panels: withBottom(window.settings.state.panels, content) });
  return bottomContent(panels) === 'cables' ? (
    <CableTablePanel onFindings={change('findings')} onClose={onClose} />
  ) : (
    <FindingsPanel onCables={change('cables')} onClose={onClose} />
  );
}

function Top({ window, open }: WorkbenchProps) {
  const { draft } = useLive(open.file);
  const name = useShownName(open);
  const saved = useLive(open.commits);
  return (
    <TopBar
      menus={window.platform === 'darwin' ? null : <MenuBar />}
      name={name}
      draft={draft}
      unsaved={saved.state === 'saving' || saved.state === 'failed'}
    />
  );
}

/** The elevations, the plan, or both side by side, with their context menu. */
function Drawing({ window, open }: WorkbenchProps) {
  const { editor, firstLook } = open;
  const shown = useEditorState(({ plan }) => plan.shown);
  const saved = savedAnnouncement(useLive(open.commits));
  const [menu, setMenu] = useState<ContextMenuRequest | null>(null);
  useEffect(() => fitOnce(editor, firstLook), [editor, firstLook]);
  const plan = (
    <div className={styles.pane} key="plan">
      <PlanView
        alone={shown === 'plan'}
        saved={saved}
        onContextMenu={(target, { x, y }) => setMenu({ groups: planContextMenu(target), x, y })}
      />
      {shown === 'plan' ? <Breadcrumbs /> : null}
    </div>
  );
  const elevations = (
    <div className={styles.pane} key="elevations">
      <Elevations
        window={window}
        open={open}
        saved={saved}
        onContextMenu={(target, { x, y }) => setMenu({ groups: contextMenu(target), x, y })}
      />
      <Breadcrumbs />
    </div>
  );
  return (
    <>
      {shown === 'both' ? (
        <Group orientation="horizontal">
          <Panel id="plan-pane" minSize={200}>
            {plan}
          </Panel>
          <Separator className={styles.separatorX ?? ''} aria-label={say('plan.separator')} />
          <Panel id="elevations-pane" minSize={200}>
            {elevations}
          </Panel>
        </Group>
      ) : shown === 'plan' ? (
        plan
      ) : (
        elevations
      )}
      {menu === null ? null : <ContextMenu request={menu} onClose={() => setMenu(null)} />}
    </>
  );
}

interface ElevationsProps extends WorkbenchProps {
  readonly saved: string;
  readonly onContextMenu: (target: Target, client: Point) => void;
}

/** The racks from the front and the rear, with what floats over them. */
function Elevations({ window, open, saved, onContextMenu }: ElevationsProps) {
  const scheme = useScheme();
  const { analysis } = useLive(open.analysis);
  const lens = useLens();
  const { wheel } = useLive(window.settings);
  return (
    <>
      <CanvasView
        editor={open.editor}
        analysis={analysis}
        lens={lens}
        scheme={scheme}
        wheel={wheel}
        saved={saved}
        onContextMenu={onContextMenu}
      />
      <EmptyHint />
      <CableBar />
      <CableCard />
      <CableFilterBar />
      {lens === null ? <CableLegend /> : <OverlayLegend lens={lens} />}
      <ElevationMinimap />
    </>
  );
}

/** The faceplate that is drawn, in the racks' place, with its context menu. */
function FaceDrawing({ open }: Pick<WorkbenchProps, 'open'>) {
  const saved = useLive(open.commits);
  const [menu, setMenu] = useState<ContextMenuRequest | null>(null);
  return (
    <>
      <FaceplateView
        saved={savedAnnouncement(saved)}
        onContextMenu={(target, { x, y }) => setMenu({ groups: contextMenu(target), x, y })}
      />
      <LostCablesDialog />
      {menu === null ? null : <ContextMenu request={menu} onClose={() => setMenu(null)} />}
    </>
  );
}

/** What the editor has to tell is shown like every other message. */
function useNotices(window: PlenumWindow, { editor }: OpenDesign): void {
  useEffect(() => {
    let last = editor.state.notice;
    return editor.subscribe(() => {
      const { notice } = editor.state;
      if (notice === last) return;
      last = notice;
      if (notice) addToast(window.toasts, notice.tone, notice.text);
    });
  }, [window, editor]);
}

/** The file's name; a draft has none yet and is called what its design is called. */
function useShownName({ editor, file }: OpenDesign): string {
  const { name, draft } = useLive(file);
  const designName = useSyncExternalStore(
    editor.subscribe,
    () => editor.state.design.settings.name,
  );
  return draft ? designName : name;
}

/** The window's title, and the system's mark for what is not saved. */
function useTitle(window: PlenumWindow, open: OpenDesign): void {
  const name = useShownName(open);
  const { state } = useLive(open.commits);
  const saved = state !== 'saving' && state !== 'failed';
  useEffect(() => {
    void ask(window.bridge, 'window.describe', { name, saved });
  }, [window, name, saved]);
}
