/** A value that changes, with those who watch it. */

/** Anything that has a state and tells when it is another. */
export interface Watched<T> {
  readonly state: T;
  readonly subscribe: (listener: () => void) => () => void;
}

export interface LiveValue<T> extends Watched<T> {
  /** Puts the next value in the place of this one and tells, unless it is the same. */
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
