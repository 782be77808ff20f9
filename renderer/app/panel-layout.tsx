import { type ReactNode, useEffect, useRef } from 'react';
import { Group, Panel, type PanelSize, Separator } from 'react-resizable-panels';
import { say } from '../../shared/text/index.ts';
import { isPanelShown, panelSize, type SidePanel } from '../panels/panel-state.ts';
import { useLive } from '../panels/use-live.ts';
import { useWorkspace } from '../panels/workspace.ts';
import styles from './app.module.css';

interface PanelLayoutProps {
  readonly library: ReactNode;
  readonly canvas: ReactNode;
  readonly inspector: ReactNode;
  readonly findings: ReactNode;
  /** Only the canvas: every panel is out of the way. */
  readonly focusMode: boolean;
}

/** A drag of a separator is many sizes; only the one it rests at is worth keeping. */
const KEEP_AFTER_MS = 400;

/** The panels around the canvas: resized by hand or by keys, sizes kept in pixels and remembered. */
export function PanelLayout({ library, canvas, inspector, findings, focusMode }: PanelLayoutProps) {
  const { settings } = useWorkspace();
  const { panels } = useLive(settings);
  const keepSize = useKeptSizes();
  const shown = (panel: SidePanel): boolean => !focusMode && isPanelShown(panels, panel);
  const sideProps = (panel: SidePanel) => ({
    id: panel,
    defaultSize: panelSize(panels, panel),
    groupResizeBehavior: 'preserve-pixel-size' as const,
    onResize: (size: PanelSize) => keepSize(panel, size.inPixels),
  });
  return (
    <main className={styles.body}>
      <Group orientation="horizontal">
        {shown('library') ? (
          <>
            <Panel {...sideProps('library')} minSize={220} maxSize={480}>
              {library}
            </Panel>
            <Separator
              className={styles.separatorX ?? ''}
              aria-label={say('panels.library.title')}
            />
          </>
        ) : null}
        <Panel id="middle" minSize={360}>
          <Group orientation="vertical">
            <Panel id="drawing" minSize={200}>
              <div className={styles.canvas}>{canvas}</div>
            </Panel>
            {shown('findings') ? (
              <>
                <Separator
                  className={styles.separatorY ?? ''}
                  aria-label={say('panels.findings.title')}
                />
                <Panel {...sideProps('findings')} minSize={96} maxSize="70%">
                  {findings}
                </Panel>
              </>
            ) : null}
          </Group>
        </Panel>
        {shown('inspector') ? (
          <>
            <Separator
              className={styles.separatorX ?? ''}
              aria-label={say('panels.inspector.title')}
            />
            <Panel {...sideProps('inspector')} minSize={260} maxSize={480}>
              {inspector}
            </Panel>
          </>
        ) : null}
      </Group>
    </main>
  );
}

/** Remembers a panel's size when it has come to rest. */
function useKeptSizes(): (panel: SidePanel, px: number) => void {
  const { settings, saveSettings } = useWorkspace();
  const timer = useRef(0);
  const waiting = useRef(new Map<string, number>());
  useEffect(() => () => window.clearTimeout(timer.current), []);
  return (panel, px) => {
    if (panelSize(settings.state.panels, panel) === Math.round(px)) return;
    waiting.current.set(panel, Math.round(px));
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => {
      const sizes = Object.fromEntries(waiting.current);
      waiting.current.clear();
      saveSettings({ panels: { ...settings.state.panels, ...sizes } });
    }, KEEP_AFTER_MS);
  };
}
