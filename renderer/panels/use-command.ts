/** A command of the one table, as a button or a menu row shows it now. */
import { useMemo, useSyncExternalStore } from 'react';
import { sayReason } from '../../shared/rules/index.ts';
import {
  type CommandId,
  canRun,
  chordCaps,
  chordsOf,
  commandLabel,
  type Editor,
  isChecked,
  type KeySettings,
  type Platform,
  runCommand,
} from '../editor/index.ts';
import { useLive } from './use-live.ts';
import { useWorkspace } from './workspace.ts';

interface CommandFacts {
  readonly label: string;
  /** Why it cannot be run now; null when it can. */
  readonly disabledReason: string | null;
  /** Null for a command that is not on or off. */
  readonly checked: boolean | null;
}

export interface CommandState extends CommandFacts {
  /** Its key as it is written on this system; empty = none. */
  readonly keys: string;
  readonly run: () => void;
}

/** The key of a command in one text; empty where it has none. */
export function keysText(id: CommandId, settings: KeySettings, platform: Platform): string {
  const [chord] = chordsOf(id, settings);
  if (chord === undefined || (!settings.singleKeys && chord.length === 1)) return '';
  return chordText(chord, platform);
}

/** A chord as it is written on this system. */
export function chordText(chord: string, platform: Platform): string {
  return chordCaps(chord, platform).join(platform === 'darwin' ? '' : '+');
}

export function commandFacts(editor: Editor, id: CommandId): CommandFacts {
  const answer = canRun(editor, id);
  return {
    label: commandLabel(editor, id),
    disabledReason: answer === true ? null : sayReason(answer),
    checked: isChecked(editor, id),
  };
}

/** Facts keep their identity while they say the same: the pointer moves a hundred times a second. */
function rememberFacts(editor: Editor, id: CommandId): () => CommandFacts {
  let last = commandFacts(editor, id);
  return () => {
    const now = commandFacts(editor, id);
    const same =
      now.label === last.label &&
      now.disabledReason === last.disabledReason &&
      now.checked === last.checked;
    if (!same) last = now;
    return last;
  };
}

export function useCommand(id: CommandId): CommandState {
  const { editor, settings, platform } = useWorkspace();
  const keySettings = useLive(settings);
  const snapshot = useMemo(() => rememberFacts(editor, id), [editor, id]);
  const facts = useSyncExternalStore(editor.subscribe, snapshot);
  return {
    ...facts,
    keys: keysText(id, keySettings, platform),
    run: () => void runCommand(editor, id),
  };
}
