/**
 * What the window may not do: everything but showing our own page. Each item of Electron's security checklist
 * that is about behaviour stands here; `test/e2e/security.test.ts` tries each one.
 */
import {
  app,
  type BrowserWindow,
  type Session,
  type WebContents,
  type WebPreferences,
} from 'electron';
import { APP_ORIGIN, APP_SCHEME, urlOf } from './protocol.ts';

/** Preferences of every window. */
export function windowPreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    spellcheck: false,
    devTools: !app.isPackaged,
  };
}

/** No permissions, no devices, no capture, and no request to anywhere but `app://`. */
export function restrictSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.webRequest.onBeforeRequest((request, answer) => {
    answer({ cancel: !isOurRequest(request.url) });
  });
}

function isOurRequest(address: string): boolean {
  const protocol = urlOf(address)?.protocol;
  return protocol === `${APP_SCHEME}:` || protocol === 'blob:' || protocol === 'devtools:';
}

/** No navigation, no new windows, no embedded pages: for every page that ever comes to be. */
export function restrictContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
}

/**
 * Whether a message comes from the main frame of one of our windows, showing our page. The origin is parsed,
 * never compared as a prefix.
 */
export function isTrustedSender(
  sender: { readonly url: string; readonly isMainFrame: boolean } | null,
  window: BrowserWindow | null,
): boolean {
  if (!sender?.isMainFrame || !window) return false;
  const url = urlOf(sender.url);
  return url !== null && `${url.protocol}//${url.host}` === APP_ORIGIN;
}
