/** A value that changes, and that a component may watch. */
import { useSyncExternalStore } from 'react';

/** Anything that has a state and tells when it is another. */
export interface Watched<T> {
  readonly state: T;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface LiveValue<T> extends Watched<T> {
  set(next: T): void;
}

export function liveValue<T>(first: T): LiveValue<T> {
  const listeners = new Set<() => void>();
  let value = first;
  return {
    get state() {
      return value;
    },
    set(next) {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Watches a value. */
export function useLive<T>(watched: Watched<T>): T {
  return useSyncExternalStore(watched.subscribe, () => watched.state);
}
