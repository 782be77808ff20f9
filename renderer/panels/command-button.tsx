import type { LucideIcon } from 'lucide-react';
import type { MouseEvent } from 'react';
import type { CommandId } from '../editor/index.ts';
import { focusCanvas } from './focus-canvas.ts';
import { IconButton } from './parts/icon-button.tsx';
import { type CommandState, useCommand } from './use-command.ts';

/**
 * Who clicks a tool or a view goes on in the drawing, with the arrows too. Who presses it with the keyboard
 * (a click that counts none) stays where he is.
 */
export function giveKeyboardBack({ detail }: MouseEvent): void {
  if (detail > 0) requestAnimationFrame(focusCanvas);
}

interface CommandButtonProps {
  readonly id: CommandId;
  readonly icon: LucideIcon;
  /** What it opens takes the keyboard. */
  readonly opensDialog?: boolean;
}

/** A command as a button: its name, key, state and reason come from the one table. */
export function CommandButton({ id, icon, opensDialog = false }: CommandButtonProps) {
  const command: CommandState = useCommand(id);
  return (
    <IconButton
      icon={icon}
      label={command.label}
      keys={command.keys}
      disabledReason={command.disabledReason}
      {...(command.checked === null ? {} : { pressed: command.checked })}
      onClick={(event) => {
        command.run();
        if (!opensDialog) giveKeyboardBack(event);
      }}
    />
  );
}
