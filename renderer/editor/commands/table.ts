/** The one table of commands. Keys, menus, palette, tooltips and help are read from it. */
import { type Reason, reason, sayReason } from '../../../shared/rules/index.ts';
import { say } from '../../../shared/text/index.ts';
import type { Editor } from '../editor.ts';
import { isPlanActive } from '../plan/plan-camera.ts';
import { cableCommands } from './cable-commands.ts';
import type { Command } from './command.ts';
import { deviceCommands } from './device-commands.ts';
import { editCommands } from './edit-commands.ts';
import { faceplateActs } from './faceplate-acts.ts';
import { faceplateCommands, openingCommands } from './faceplate-commands.ts';
import { hostCommands } from './host-commands.ts';
import { planActs } from './plan-acts.ts';
import { planCommands } from './plan-commands.ts';
import { planViewCommands } from './plan-view-commands.ts';
import { portCommands } from './port-commands.ts';
import { rackCommands } from './rack-commands.ts';
import { typeCommands } from './type-commands.ts';
import { viewCommands } from './view-commands.ts';
import { waypointCommands } from './waypoint-commands.ts';

const TABLE = {
  ...hostCommands,
  ...editCommands,
  ...viewCommands,
  ...planViewCommands,
  ...planCommands,
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

/** What is shown, and so what the keys are for: the racks, the plan, or the faceplate of a type. */
export type Place = 'racks' | 'plan' | 'faceplate';

export function placeOf(editor: Editor): Place {
  if (editor.state.faceplate) return 'faceplate';
  return isPlanActive(editor) ? 'plan' : 'racks';
}

/** Whether the command has a meaning there. Those of the shell have one everywhere. */
export function isAt(id: CommandId, place: Place): boolean {
  if (Object.hasOwn(faceplateCommands, id)) return place === 'faceplate';
  if (Object.hasOwn(planCommands, id)) return place === 'plan';
  if (place === 'racks') return true;
  if (place === 'plan') return !isOfElevations(id);
  if (id.startsWith('rack.')) return false;
  return [hostCommands, openingCommands, faceplateActs].some((set) => Object.hasOwn(set, id));
}

/** Commands that act on what only the elevations show: units, faces, the cables between ports. */
function isOfElevations(id: CommandId): boolean {
  if (id.startsWith('view.overlay.')) return true;
  if (MOVES_IN_RACK.has(id)) return true;
  return ELEVATION_VIEWS.has(id);
}
const MOVES_IN_RACK: ReadonlySet<string> = new Set([
  'device.up',
  'device.down',
  'device.upFar',
  'device.downFar',
  'device.nextFreeUp',
  'device.nextFreeDown',
  'device.left',
  'device.right',
]);
const ELEVATION_VIEWS: ReadonlySet<string> = new Set([
  'view.nextElevation',
  'tool.cable',
  'cable.addWaypoint',
  'cable.nextWaypoint',
]);

/** Chords that call a command of their own making; the first is shown. */
export function ownChords(id: CommandId): readonly string[] {
  return COMMANDS[id].keys ?? [];
}

/** The command as it acts on what is shown: several of the racks' have their like on a faceplate. */
function commandNow(editor: Editor, id: CommandId): Command {
  const place = placeOf(editor);
  const act = place === 'racks' ? undefined : ACTS[place].get(id);
  return act ?? COMMANDS[id];
}
const ACTS: Readonly<Record<'faceplate' | 'plan', ReadonlyMap<string, Command>>> = {
  faceplate: new Map(Object.entries(faceplateActs)),
  plan: new Map(Object.entries(planActs)),
};

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
    if (Object.hasOwn(planCommands, id)) return reason('plan.needs.planShown');
    return reason(
      Object.hasOwn(faceplateCommands, id) ? 'editor.needs.faceplate' : 'editor.needs.racksShown',
    );
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
