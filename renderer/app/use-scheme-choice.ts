/** Which colour scheme is shown: the person's choice, or what the system shows now. */
import { useEffect, useState } from 'react';
import type { PlenumBridge, ThemeChoice } from '../../shared/contract/ipc.ts';
import type { Scheme } from '../panels/scheme.ts';

const systemIsDark = (): boolean => window.matchMedia('(prefers-color-scheme: dark)').matches;

export function useSchemeChoice(bridge: PlenumBridge, choice: ThemeChoice): Scheme {
  const [dark, setDark] = useState(systemIsDark);
  useEffect(() => bridge.on('theme.system', (event) => setDark(event.dark)), [bridge]);
  if (choice !== 'system') return choice;
  return dark ? 'dark' : 'light';
}
