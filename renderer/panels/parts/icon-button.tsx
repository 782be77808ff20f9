import { Tooltip } from '@mantine/core';
import type { LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import { KeyCaps } from './key-caps.tsx';
import styles from './parts.module.css';

interface IconButtonProps {
  readonly icon: LucideIcon;
  readonly label: string;
  /** The key that does the same, as a person reads it; empty = none. */
  readonly keys?: string;
  /** Why it cannot be pressed now. */
  readonly disabledReason?: string | null;
  /** For a button that stays down. */
  readonly pressed?: boolean;
  readonly onClick: (event: MouseEvent) => void;
}

/** A square button with its name, its key and, where it is greyed out, the reason on hover. */
export function IconButton({
  icon: Icon,
  label,
  keys = '',
  disabledReason,
  pressed,
  onClick,
}: IconButtonProps) {
  const disabled = typeof disabledReason === 'string';
  return (
    <Tooltip
      label={
        <>
          {label}
          <KeyCaps keys={keys} />
          {disabled ? <span className={styles.tipReason}>{disabledReason}</span> : null}
        </>
      }
    >
      <button
        type="button"
        className={styles.iconButton}
        aria-label={label}
        aria-disabled={disabled}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        onClick={(event) => {
          if (!disabled) onClick(event);
        }}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </button>
    </Tooltip>
  );
}
