/**
 * `app://plenum/...`: the only place the window loads anything from. Every path is contained in the built
 * page's folder, every answer has a type from a fixed table and the content security policy.
 */
import { readFile, realpath } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

export const APP_SCHEME = 'app';
export const APP_ORIGIN = 'app://plenum';

/** Nothing but our own files runs, styles, draws or is asked for. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const MIME: ReadonlyMap<string, string> = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.json', 'application/json; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.png', 'image/png'],
  ['.ttf', 'font/ttf'],
  ['.woff2', 'font/woff2'],
]);

/** To be called before the app is ready. */
export function declareScheme(): void {
  // What the page's scripts were compiled to is kept for the next start.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true };
  protocol.registerSchemesAsPrivileged([{ scheme: APP_SCHEME, privileges }]);
}

/** The address as a URL, or null when it is none. */
export function urlOf(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}

/**
 * The file a request means, or null when it means none of ours. The URL's path is decoded once; whatever
 * then still climbs, names a drive or holds a NUL or a backslash is refused.
 * @param root absolute folder of the built page
 */
export function assetPath(root: string, address: string): string | null {
  const url = urlOf(address);
  if (url?.protocol !== `${APP_SCHEME}:` || url.host !== 'plenum') return null;
  let wanted: string;
  try {
    wanted = decodeURIComponent(url.pathname);
  } catch {
    // A malformed escape names no file of ours.
    return null;
  }
  if (/[\0\\%:]/.test(wanted)) return null;
  const file = path.resolve(root, `.${wanted === '/' ? '/index.html' : wanted}`);
  if (!file.startsWith(root + path.sep)) return null;
  return MIME.has(path.extname(file)) ? file : null;
}

/** Serves the built page from `root`. To be called when the app is ready. */
export function serveApp(root: string): void {
  protocol.handle(APP_SCHEME, async (request) => {
    const file = assetPath(root, request.url);
    const body = file === null ? null : await readContained(root, file);
    if (file === null || body === null) return new Response('not found', { status: 404 });
    return new Response(body, {
      headers: {
        'content-type': MIME.get(path.extname(file)) ?? 'application/octet-stream',
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-cache',
      },
    });
  });
}

/** The file's bytes, or null when it is not there or a link leads out of the folder. */
async function readContained(root: string, file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const [realRoot, realFile] = await Promise.all([realpath(root), realpath(file)]);
    if (!realFile.startsWith(realRoot + path.sep)) return null;
    return new Uint8Array(await readFile(realFile));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
