/** Which colour scheme is shown: the person's choice, or what the system shows now. */
import { useEffect, useState } from 'react';
import type { PlenumBridge, ThemeChoice } from '../../shared/contract/ipc.ts';
import type { Scheme } from '../panels/scheme.ts';

const systemIsDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

/** The Node side tells of the system's change; the page's own query hears it where the Node side does not. */
function listen(bridge: PlenumBridge, tell: (dark: boolean) => void): () => void {
  const query = window.matchMedia('(prefers-color-scheme: dark)');
  const stop = new AbortController();
  query.addEventListener('change', () => tell(query.matches), { signal: stop.signal });
  const off = bridge.on('theme.system', (event) => tell(event.dark));
  return () => {
    stop.abort();
    off();
  };
}

export function useSchemeChoice(bridge: PlenumBridge, choice: ThemeChoice): Scheme {
  const [dark, setDark] = useState(systemIsDark);
  useEffect(() => {
    const stop = listen(bridge, setDark);
    // What changed between the first paint and now was heard by nobody.
    setDark(systemIsDark());
    return stop;
  }, [bridge]);
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}
