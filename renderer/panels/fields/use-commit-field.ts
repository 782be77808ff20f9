/**
 * A text field that is a command: what is typed is a draft until Enter or leaving the field commits it;
 * Escape puts back what stood there. One commit is one step of undo.
 */
import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';

interface CommitField {
  /** What the field holds now, in words. */
  readonly shown: string;
  /** Takes the draft; returns why it cannot be, or null when it was taken. */
  readonly commit: (draft: string) => string | null;
  /** The draft after an arrow key, or null where it has none. */
  readonly step?: (draft: string, by: 1 | -1, large: boolean) => string | null;
}

interface FieldProps {
  readonly value: string;
  readonly error: string | null;
  readonly onChange: (event: { currentTarget: { value: string } }) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  readonly onFocus: (event: FocusEvent<HTMLInputElement>) => void;
  readonly onBlur: () => void;
}

export function useCommitField({ shown, commit, step }: CommitField): FieldProps {
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  // Escape blurs the field, and that blur must not commit what was just taken back.
  const restored = useRef(false);

  function settle(): void {
    if (draft === null || draft === shown) {
      setDraft(null);
      setError(null);
      return;
    }
    const why = commit(draft);
    setError(why);
    if (why === null) setDraft(null);
  }
  function restore(input: HTMLInputElement): void {
    restored.current = true;
    setDraft(null);
    setError(null);
    input.blur();
  }
  function stepBy(by: 1 | -1, large: boolean): boolean {
    const next = step?.(draft ?? shown, by, large) ?? null;
    if (next === null) return false;
    const why = commit(next);
    setError(why);
    setDraft(why === null ? null : next);
    return true;
  }

  return {
    value: draft ?? shown,
    error,
    onChange: (event) => setDraft(event.currentTarget.value),
    onFocus: (event) => event.currentTarget.select(),
    onBlur() {
      if (restored.current) restored.current = false;
      else settle();
    },
    onKeyDown(event) {
      if (event.key === 'Enter') settle();
      else if (event.key === 'Escape') {
        // It is taken: the selection behind the field stays.
        event.preventDefault();
        restore(event.currentTarget);
      } else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
        if (stepBy(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey)) event.preventDefault();
      }
    },
  };
}
