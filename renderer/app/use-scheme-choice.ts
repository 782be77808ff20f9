/** Which colour scheme is shown: the person's choice, or what the system shows now. */
import { useCallback, useSyncExternalStore } from 'react';
import type { PlenumBridge, ThemeChoice } from '../../shared/contract/ipc.ts';
import type { Scheme } from '../panels/scheme.ts';

const DARK = '(prefers-color-scheme: dark)';

const systemIsDark = (): boolean => window.matchMedia(DARK).matches;

/** The Node side tells of the system's change; the page's own query hears it where the Node side does not. */
function listen(bridge: PlenumBridge, changed: () => void): () => void {
  const stop = new AbortController();
  window.matchMedia(DARK).addEventListener('change', changed, { signal: stop.signal });
  const off = bridge.on('theme.system', changed);
  return () => {
    stop.abort();
    off();
  };
}

export function useSchemeChoice(bridge: PlenumBridge, choice: ThemeChoice): Scheme {
  const subscribe = useCallback((changed: () => void) => listen(bridge, changed), [bridge]);
  const dark = useSyncExternalStore(subscribe, systemIsDark);
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}
