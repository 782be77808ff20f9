/** The one table of commands. Keys, menus, palette, tooltips and help are read from it. */
import { type Reason, reason, sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { cableCommands } from './cable-commands.ts';
import type { Command } from './command.ts';
import { deviceCommands } from './device-commands.ts';
import { editCommands } from './edit-commands.ts';
import { faceplateActs } from './faceplate-acts.ts';
import { faceplateCommands, openingCommands } from './faceplate-commands.ts';
import { hostCommands } from './host-commands.ts';
import { portCommands } from './port-commands.ts';
import { rackCommands } from './rack-commands.ts';
import { typeCommands } from './type-commands.ts';
import { viewCommands } from './view-commands.ts';
import { waypointCommands } from './waypoint-commands.ts';

const TABLE = {
  ...hostCommands,
  ...editCommands,
  ...viewCommands,
  ...rackCommands,
  ...deviceCommands,
  ...portCommands,
  ...cableCommands,
  ...waypointCommands,
  ...openingCommands,
  ...faceplateCommands,
  ...typeCommands,
};

export type CommandId = keyof typeof TABLE;

export const COMMANDS: Readonly<Record<CommandId, Command>> = TABLE;

export const COMMAND_IDS = Object.keys(TABLE) as readonly CommandId[];

/** What is shown, and so what the keys are for: the racks, or the faceplate of a type. */
export type Place = 'racks' | 'faceplate';

export function placeOf(editor: Editor): Place {
  return editor.state.faceplate ? 'faceplate' : 'racks';
}

/** Whether the command has a meaning there. Those of the shell have one everywhere. */
export function isAt(id: CommandId, place: Place): boolean {
  if (Object.hasOwn(faceplateCommands, id)) return place === 'faceplate';
  if (place === 'racks') return true;
  if (id.startsWith('rack.')) return false;
  return [hostCommands, openingCommands, faceplateActs].some((set) => Object.hasOwn(set, id));
}

/** Chords that call a command of their own making; the first is shown. */
export function ownChords(id: CommandId): readonly string[] {
  return COMMANDS[id].keys ?? [];
}

/** The command as it acts on what is shown: several of the racks' have their like on a faceplate. */
function commandNow(editor: Editor, id: CommandId): Command {
  const act = editor.state.faceplate ? ACTS.get(id) : undefined;
  return act ?? COMMANDS[id];
}
const ACTS: ReadonlyMap<string, Command> = new Map(Object.entries(faceplateActs));

/** Whether its key is left to the window now. */
export function leavesKey(editor: Editor, id: CommandId): boolean {
  return commandNow(editor, id).leavesKey?.(editor) ?? false;
}

/** Whether the command is on; null for one that is neither on nor off. */
export function isChecked(editor: Editor, id: CommandId): boolean | null {
  return commandNow(editor, id).checked?.(editor) ?? null;
}

/** Whether a text is the id of a command: for ids that come from outside. */
export function isCommandId(id: string): id is CommandId {
  return Object.hasOwn(TABLE, id);
}

/** The command's name, as menu and palette show it now. */
export function commandLabel(editor: Editor, id: CommandId): string {
  return commandNow(editor, id).label?.(editor) ?? say(`editor.command.${id}`);
}

/** Whether the command can be run now, or why not. */
export function canRun(editor: Editor, id: CommandId): true | Reason {
  const place = placeOf(editor);
  if (!isAt(id, place)) {
    return reason(place === 'racks' ? 'editor.needs.faceplate' : 'editor.needs.racksShown');
  }
  return commandNow(editor, id).can(editor);
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
    await commandNow(editor, id).run(editor);
  } catch (error) {
    const detail = error instanceof Error ? error.message : String(error);
    editor.notify(
      'refused',
      say('editor.commandFailed', { command: commandLabel(editor, id), detail }),
    );
  }
}
