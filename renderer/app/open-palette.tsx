import { useMemo } from 'react';
import { CommandPalette } from '../dialogs/palette/command-palette.tsx';
import { COMMAND_IDS, type CommandId, runCommand } from '../editor/index.ts';
import { showSubjects } from '../panels/show-subjects.ts';
import { commandFacts, keysText } from '../panels/use-command.ts';
import { useLive } from '../panels/use-live.ts';
import type { DesignDialogProps } from './design-dialog-props.ts';

/** More than this is not what one did last. */
const RECENT_COMMANDS = 8;

/** Commands and what the design holds, by their names. */
export function OpenPalette({ window, open: { editor } }: DesignDialogProps) {
  const keys = useLive(window.settings);
  const recent = useLive(window.recentCommands);
  const commands = useMemo(
    () =>
      COMMAND_IDS.filter((id) => id !== 'app.palette').map((id) => ({
        id,
        ...commandFacts(editor, id),
        keys: keysText(id, keys, window.platform),
      })),
    [editor, keys, window],
  );
  function run(id: CommandId): void {
    const others = recent.filter((each) => each !== id);
    window.recentCommands.set([id, ...others].slice(0, RECENT_COMMANDS));
    void runCommand(editor, id);
  }
  return (
    <CommandPalette
      commands={commands}
      recent={recent}
      onClose={() => window.dialog.set(null)}
      onCommand={run}
      onSubject={(subject) => showSubjects(editor, [subject])}
    />
  );
}
