/**
 * The system's menu bar, from the model that the window sends: the commands, their names and their keys are
 * the window's one table. Only macOS shows it; elsewhere the window has its own menu bar, and none here.
 */
import { type BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';
import type { MenuModel } from '../shared/contract/ipc.ts';

/** Takes Electron's default menu away: its reload and zoom would go past the editor. */
export function removeDefaultMenu(): void {
  Menu.setApplicationMenu(null);
}

/** Shows the model as the application's menu; `choose` is told the command's id. */
export function showMenu(
  model: MenuModel,
  window: BrowserWindow,
  choose: (command: string) => void,
): void {
  if (process.platform !== 'darwin') return;
  const menus: MenuItemConstructorOptions[] = model.menus.map((menu) => ({
    label: menu.label,
    submenu: menu.entries.flatMap((entry): MenuItemConstructorOptions[] => [
      ...(entry.separatorBefore ? [{ type: 'separator' as const }] : []),
      {
        label: entry.label,
        enabled: entry.enabled,
        ...(entry.accelerator === '' ? {} : { accelerator: entry.accelerator }),
        // The window hears the keys itself; here they are only shown.
        registerAccelerator: false,
        click: () => {
          if (!window.isDestroyed()) choose(entry.command);
        },
      },
    ]),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'appMenu' }, ...menus]));
}
