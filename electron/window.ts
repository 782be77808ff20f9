/** One window: our page, sized to the screen, shown when it has something to show. */
import path from 'node:path';
import { BrowserWindow, nativeTheme, screen } from 'electron';
import { windowTokens } from '../shared/theme/tokens.ts';
import { APP_ORIGIN } from './protocol.ts';
import { windowPreferences } from './security.ts';

const SMALLEST = { width: 900, height: 600 };
const USUAL = { width: 1440, height: 900 };

/** Background before the page has painted: the page's own, so that opening does not flash. */
function background(): string {
  return windowTokens(nativeTheme.shouldUseDarkColors ? 'dark' : 'light').canvas;
}

/** Opens a window on the page. `prepare` sees it before the page does. */
export async function openWindow(
  builtFolder: string,
  prepare: (window: BrowserWindow) => void,
): Promise<BrowserWindow> {
  const space = screen.getPrimaryDisplay().workAreaSize;
  const window = new BrowserWindow({
    width: Math.min(USUAL.width, space.width),
    height: Math.min(USUAL.height, space.height),
    minWidth: Math.min(SMALLEST.width, space.width),
    minHeight: Math.min(SMALLEST.height, space.height),
    title: 'Plenum',
    backgroundColor: background(),
    show: false,
    autoHideMenuBar: true,
    webPreferences: windowPreferences(path.join(builtFolder, 'electron', 'preload.cjs')),
  });
  prepare(window);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${APP_ORIGIN}/index.html`);
  return window;
}
