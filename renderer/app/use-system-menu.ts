/** On macOS the menu bar is the system's: it is told what the menus say, and tells what was chosen. */
import { useEffect } from 'react';
import type { MenuModel, PlenumBridge } from '../../shared/contract/ipc.ts';
import { say } from '../../shared/text/index.ts';
import {
  acceleratorOf,
  chordsOf,
  type Editor,
  isCommandId,
  type KeySettings,
  MENUS,
  runCommand,
} from '../editor/index.ts';
import { commandFacts } from '../panels/use-command.ts';
import { useWorkspace } from '../panels/workspace.ts';
import { ask } from './bridge.ts';

/** Menus are read by people: telling them a few times a second is enough. */
const TELL_AFTER_MS = 200;

export function useSystemMenu(bridge: PlenumBridge): void {
  const { editor, settings, platform } = useWorkspace();
  useEffect(
    () =>
      bridge.on('menu.command', ({ command }) => {
        if (isCommandId(command)) void runCommand(editor, command);
      }),
    [bridge, editor],
  );
  useEffect(() => {
    if (platform !== 'darwin') return undefined;
    let told = '';
    let timer = 0;
    const tell = (): void => {
      timer = 0;
      const model = menuModel(editor, settings.state);
      const text = JSON.stringify(model);
      if (text === told) return;
      told = text;
      void ask(bridge, 'window.setMenu', model);
    };
    const tellSoon = (): void => {
      if (timer === 0) timer = window.setTimeout(tell, TELL_AFTER_MS);
    };
    tell();
    const stops = [editor.subscribe(tellSoon), settings.subscribe(tellSoon)];
    return () => {
      window.clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [bridge, editor, settings, platform]);
}

function menuModel(editor: Editor, keys: KeySettings): MenuModel {
  return {
    menus: MENUS.map((menu) => ({
      label: say(menu.labelKey),
      entries: menu.groups.flatMap((group, at) =>
        group.map((command, index) => {
          const { label, disabledReason } = commandFacts(editor, command);
          const [chord] = chordsOf(command, keys);
          return {
            command,
            label,
            accelerator: chord === undefined ? '' : acceleratorOf(chord),
            enabled: disabledReason === null,
            separatorBefore: at > 0 && index === 0,
          };
        }),
      ),
    })),
  };
}
