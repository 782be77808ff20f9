import type { BrowserWindow, Session } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import { isTrustedSender, restrictSession } from './security.ts';

vi.mock('electron', () => ({ app: { isPackaged: true }, protocol: {} }));

/** Only its being there matters. */
const WINDOW = {} as BrowserWindow;

describe('who may call', () => {
  it('is the main frame of our own page, and nobody else', () => {
    const ours = { url: 'app://plenum/index.html', isMainFrame: true };
    expect(isTrustedSender(ours, WINDOW)).toBe(true);
    expect(isTrustedSender({ ...ours, isMainFrame: false }, WINDOW)).toBe(false);
    expect(isTrustedSender(ours, null)).toBe(false);
    expect(isTrustedSender(null, WINDOW)).toBe(false);
  });

  it.each([
    'app://plenum.evil.example/index.html',
    'app://plenum@evil.example/',
    'app://evil/plenum',
    'https://plenum/index.html',
    'file:///app://plenum/index.html',
    'about:blank',
    'data:text/html,app://plenum/',
    '',
  ])('is not %s', (url) => {
    expect(isTrustedSender({ url, isMainFrame: true }, WINDOW)).toBe(false);
  });
});

describe('what a session lets through', () => {
  type Handler = (request: { url: string }, answer: (what: { cancel: boolean }) => void) => void;
  const cancelled = (url: string): boolean => {
    let handler: Handler | undefined;
    const answers: boolean[] = [];
    const session = {
      setPermissionRequestHandler: vi.fn(),
      setPermissionCheckHandler: vi.fn(),
      setDevicePermissionHandler: vi.fn(),
      setDisplayMediaRequestHandler: vi.fn(),
      webRequest: { onBeforeRequest: (given: Handler) => (handler = given) },
    };
    // A session has a hundred methods; these are the ones that are used.
    restrictSession(session as unknown as Session);
    handler?.({ url }, ({ cancel }) => answers.push(cancel));
    expect(answers).toHaveLength(1);
    return answers[0] === true;
  };

  it.each(['app://plenum/index.html', 'blob:app://plenum/1'])('%s', (url) => {
    expect(cancelled(url)).toBe(false);
  });

  it.each([
    'https://example.com/',
    'http://localhost/',
    'file:///etc/passwd',
    'ftp://x/',
    'smb://x/',
  ])('never %s', (url) => {
    expect(cancelled(url)).toBe(true);
  });
});
