import { type KeyboardEvent, useRef } from 'react';
import { say } from '../../../shared/text/index.ts';
import { FieldRow } from './field-row.tsx';
import styles from './fields.module.css';

/** Colours that cables are sold in and labelled by. */
const CABLE_COLOURS = [
  ['black', '#30343c'],
  ['grey', '#8a919e'],
  ['red', '#c9372c'],
  ['orange', '#d9730d'],
  ['yellow', '#d6a400'],
  ['green', '#2e8b57'],
  ['aqua', '#1597a5'],
  ['blue', '#2f6fde'],
  ['violet', '#7f56c9'],
  ['magenta', '#c23d8b'],
] as const;

interface ColourFieldProps {
  readonly label: string;
  /** `#rrggbb`, null = the medium's own, `mixed` = the things selected differ. */
  readonly value: string | null;
  readonly mixed: boolean;
  /** The medium's own colour. */
  readonly own: string;
  readonly onCommit: (value: string | null) => void;
}

/** Swatches as a radio group: arrows walk, the first is the medium's own colour. */
export function ColourField({ label, value, mixed, own, onCommit }: ColourFieldProps) {
  const group = useRef<HTMLDivElement>(null);
  const choices = [['own', null] as const, ...CABLE_COLOURS];
  const at = mixed ? -1 : choices.findIndex(([, colour]) => colour === value);
  const tabStop = Math.max(0, at);

  function walk(event: KeyboardEvent): void {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    const next = (tabStop + by + choices.length) % choices.length;
    const button = group.current?.querySelectorAll('button')[next];
    button?.focus();
    onCommit(choices[next]?.[1] ?? null);
  }
  return (
    <FieldRow label={label}>
      <div
        ref={group}
        className={styles.swatches}
        role="radiogroup"
        aria-label={label}
        onKeyDown={walk}
      >
        {choices.map(([name, colour], index) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={index === at}
            aria-label={say(`panels.colour.${name}`)}
            title={say(`panels.colour.${name}`)}
            tabIndex={index === tabStop ? 0 : -1}
            className={styles.swatch}
            onClick={() => onCommit(colour)}
          >
            <span className={styles.dot} style={{ background: colour ?? own }} />
          </button>
        ))}
      </div>
    </FieldRow>
  );
}
