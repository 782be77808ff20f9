/** The one table of commands. Keys, menus, palette, tooltips and help are read from it. */
import { type Reason, sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { cableCommands } from './cable-commands.ts';
import type { Command } from './command.ts';
import { deviceCommands } from './device-commands.ts';
import { editCommands } from './edit-commands.ts';
import { hostCommands } from './host-commands.ts';
import { portCommands } from './port-commands.ts';
import { rackCommands } from './rack-commands.ts';
import { viewCommands } from './view-commands.ts';

const TABLE = {
  ...hostCommands,
  ...editCommands,
  ...viewCommands,
  ...rackCommands,
  ...deviceCommands,
  ...portCommands,
  ...cableCommands,
};

export type CommandId = keyof typeof TABLE;

export const COMMANDS: Readonly<Record<CommandId, Command>> = TABLE;

export const COMMAND_IDS = Object.keys(TABLE) as readonly CommandId[];

/** Whether a text is the id of a command: for ids that come from outside. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(TABLE, id);
}

/** The command's name, as menu and palette show it now. */
export function commandLabel(editor: Editor, id: CommandId): string {
  return COMMANDS[id].label?.(editor) ?? say(`editor.command.${id}`);
}

/** Whether the command can be run now, or why not. */
export function canRun(editor: Editor, id: CommandId): true | Reason {
  return COMMANDS[id].can(editor);
}

/**
 * Runs a command, or tells why it cannot be run. What goes wrong while it runs is told too: a command is the
 * end of the line, and nobody above it waits for an answer.
 */
export async function runCommand(editor: Editor, id: CommandId): Promise<void> {
  const answer = canRun(editor, id);
  if (answer !== true) {
    editor.notify('refused', sayReason(answer));
    return;
  }
  try {
    await COMMANDS[id].run(editor);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    editor.notify(
      'refused',
      say('editor.commandFailed', { command: commandLabel(editor, id), detail }),
    );
  }
}
