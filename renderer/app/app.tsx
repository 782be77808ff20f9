import { MantineProvider } from '@mantine/core';
import { useEffect } from 'react';
import { SchemeContext } from '../panels/scheme.ts';
import { StartScreen } from '../panels/start/start-screen.tsx';
import { useLive } from '../panels/use-live.ts';
import { mantineTheme } from '../theme/mantine-theme.ts';
import { ArrivingView } from './arriving-view.tsx';
import { ask, valueOfAnswer } from './bridge.ts';
import { DropZone } from './drop-zone.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { leaveWindow, openFrom, openSample, saveAs } from './file-actions.ts';
import type { PlenumWindow } from './plenum-window.ts';
import { Toasts } from './toasts.tsx';
import { importTypes } from './type-files.ts';
import { useFocusReturn } from './use-focus-return.ts';
import { useSchemeChoice } from './use-scheme-choice.ts';
import { WindowDialogs } from './window-dialogs.tsx';
import { Workbench } from './workbench.tsx';

/** The whole window: the start screen, or a design. */
export function App({ window }: { readonly window: PlenumWindow }) {
  const { bridge } = window;
  const { theme } = useLive(window.settings);
  const scheme = useSchemeChoice(bridge, theme);
  const open = useLive(window.open);
  const arriving = useLive(window.arriving);
  useEvents(window);
  useFocusReturn(window);
  return (
    <MantineProvider
      theme={mantineTheme}
      forceColorScheme={scheme}
      withCssVariables={false}
      withGlobalClasses={false}
    >
      <SchemeContext value={scheme}>
        <ErrorBoundary onSaveCopy={open ? () => void saveAs(window) : null}>
          <DropZone onDrop={(files) => void dropped(window, files)}>
            {arriving ? (
              <ArrivingView key={arriving.name} window={window} arriving={arriving} />
            ) : open ? (
              <Workbench key={open.file.state.handle} window={window} open={open} />
            ) : (
              <Start window={window} />
            )}
          </DropZone>
          <WindowDialogs window={window} />
          <Toasts toasts={window.toasts} />
        </ErrorBoundary>
      </SchemeContext>
    </MantineProvider>
  );
}

function Start({ window }: { readonly window: PlenumWindow }) {
  const { bridge, host } = window;
  const recents = useLive(window.recents);
  useStartKeys(window);
  useEffect(() => {
    void ask(bridge, 'window.describe', { name: '', saved: true });
  }, [bridge]);
  return (
    <StartScreen
      recents={recents}
      onSample={(sample) => void openSample(window, sample)}
      onNew={() => void host.run('file.new')}
      onOpen={() => void host.run('file.open')}
      onRecent={(id) => void openFrom(window, () => ask(bridge, 'design.openRecent', { id }))}
    />
  );
}

const START_KEYS = { n: 'file.new', o: 'file.open', q: 'file.quit' } as const;

/** Without a design there is no command table yet, but New, Open and Quit have the keys that they always have. */
function useStartKeys({ host, platform }: PlenumWindow): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const mod = platform === 'darwin' ? event.metaKey : event.ctrlKey;
      const key = event.key.toLowerCase();
      if (!mod || event.shiftKey || event.altKey || (key !== 'n' && key !== 'o' && key !== 'q'))
        return;
      event.preventDefault();
      void host.run(START_KEYS[key]);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [host, platform]);
}

/** What the Node side tells unasked. */
function useEvents(window: PlenumWindow): void {
  useEffect(() => {
    const { bridge } = window;
    const stops = [
      bridge.on('window.closing', () => void leaveWindow(window)),
      bridge.on('storage.lost', (refusal) => window.open.state?.commits.fail(refusal)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }, [window]);
}

/** A design is opened; what other programs wrote is imported into the open design. */
async function dropped(window: PlenumWindow, files: readonly File[]): Promise<void> {
  const [first] = files;
  if (!first) return;
  const isDesign = files.length === 1 && first.name.endsWith('.plenum');
  if (window.open.state && !isDesign) return importTypes(window, files);
  const { bridge } = window;
  return openFrom(window, async () => valueOfAnswer(await bridge.openDropped(first)));
}
