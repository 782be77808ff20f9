import { useSyncExternalStore } from 'react';
import type { Watched } from '../editor/index.ts';

/** Watches a value. */
export function useLive<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.subscribe, () => watched.state);
}
