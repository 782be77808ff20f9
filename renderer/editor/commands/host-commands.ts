/** Commands that the shell around the editor carries out: files, dialogs, panels. */
import { HOST_ACTIONS, type HostAction } from '../host.ts';
import type { Command } from './command.ts';

const KEYS: Partial<Readonly<Record<HostAction, readonly string[]>>> = {
  'file.new': ['Mod+N'],
  'file.newWindow': ['Mod+Shift+N'],
  'file.open': ['Mod+O'],
  'file.save': ['Mod+S'],
  'file.saveAs': ['Mod+Shift+S'],
  'file.exportPdf': ['Mod+Shift+E', 'Mod+P'],
  'file.exportPicture': ['Alt+Shift+E'],
  'file.close': ['Mod+W'],
  'file.quit': ['Mod+Q'],
  'edit.copyPicture': ['Mod+Shift+C'],
  'edit.find': ['Mod+F'],
  'view.cableTable': ['Alt+T'],
  'view.compareMedia': ['Alt+M'],
  'view.focusMode': ['Mod+.'],
  'view.fullScreen': ['F11'],
  'cable.connectRanges': ['Alt+Shift+C'],
  'rack.addWithDialog': ['Alt+Shift+R'],
  'rack.airPage': ['Alt+A'],
  'row.addBlock': ['Alt+Shift+B'],
  'app.palette': ['Mod+K', 'Mod+Shift+P'],
  'app.shortcuts': ['?'],
  'app.settings': ['Mod+,'],
};

function hosted(action: HostAction): Command {
  return {
    keys: KEYS[action] ?? [],
    can: (editor) => editor.host.can(action),
    run: (editor) => editor.host.run(action),
  };
}

export const hostCommands = Object.fromEntries(
  HOST_ACTIONS.map((action) => [action, hosted(action)]),
) as Readonly<Record<HostAction, Command>>;
