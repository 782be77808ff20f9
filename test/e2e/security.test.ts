/** Electron's security checklist, tried in the running window. */
import { describe, expect, it } from 'vitest';
import { CALL_NAMES } from '../../shared/contract/ipc-names.ts';
import { startPlenum } from './plenum-app.ts';

describe('the window is locked down', () => {
  it('runs sandboxed, isolated, without Node, and with nothing loosened', async () => {
    const { app, page } = await startPlenum();
    const preferences = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents as unknown as {
        getLastWebPreferences(): Record<string, unknown>;
      };
      return contents.getLastWebPreferences();
    });
    expect(preferences['sandbox']).toBe(true);
    expect(preferences['contextIsolation']).toBe(true);
    expect(preferences['nodeIntegration']).toBe(false);
    expect(preferences['nodeIntegrationInWorker']).not.toBe(true);
    expect(preferences['nodeIntegrationInSubFrames']).not.toBe(true);
    expect(preferences['webSecurity']).not.toBe(false);
    expect(preferences['allowRunningInsecureContent']).not.toBe(true);
    expect(preferences['experimentalFeatures']).not.toBe(true);
    expect(preferences['webviewTag']).not.toBe(true);
    const seen = await page.evaluate(() => [
      typeof Reflect.get(window, 'require'),
      typeof Reflect.get(window, 'process'),
    ]);
    expect(seen).toEqual(['undefined', 'undefined']);
  });

  it('exposes exactly the functions of the contract', async () => {
    const { page } = await startPlenum();
    const exposed = await page.evaluate(() => {
      const bridge = Reflect.get(window, 'plenum') as { calls: object };
      return { bridge: Object.keys(bridge).sort(), calls: Object.keys(bridge.calls).sort() };
    });
    expect(exposed.bridge).toEqual(['calls', 'importDropped', 'on', 'openDropped']);
    // Those two are called with paths of what was really dropped, by the functions beside.
    const takePaths: readonly string[] = ['design.openDropped', 'library.importDropped'];
    expect(exposed.calls).toEqual(CALL_NAMES.filter((name) => !takePaths.includes(name)).sort());
  });

  it('runs no inline script and loads nothing from outside', async () => {
    const { page } = await startPlenum({ mayComplain: true });
    const ran = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.inlineRan = true';
      document.body.append(script);
      const outside = await fetch('https://example.com/').then(
        () => 'loaded',
        () => 'blocked',
      );
      return { inline: Reflect.get(window, 'inlineRan') === true, outside };
    });
    expect(ran).toEqual({ inline: false, outside: 'blocked' });
  });

  it('requests nothing but app:// and blob:', async () => {
    const { app, page } = await startPlenum();
    const addresses: string[] = [];
    page.on('request', (request) => addresses.push(request.url()));
    await app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.reload(),
    );
    await page.waitForLoadState('load');
    await page.waitForTimeout(500);
    expect(addresses.length).toBeGreaterThan(1);
    for (const address of addresses) expect(address).toMatch(/^(app:\/\/plenum\/|blob:app:)/);
  });

  it('goes nowhere else and opens no windows', async () => {
    const { app, page } = await startPlenum({ mayComplain: true });
    const before = page.url();
    await page.evaluate(() => {
      const link = document.createElement('a');
      link.href = 'https://example.com/';
      document.body.append(link);
      link.click();
      link.target = '_blank';
      link.click();
      window.open('https://example.com/');
      location.href = 'file:///etc/passwd';
    });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(before);
    const windows = await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    expect(windows).toBe(1);
  });

  it('attaches no webview', async () => {
    const { app, page } = await startPlenum();
    await page.evaluate(() => {
      const view = document.createElement('webview');
      view.setAttribute('src', 'https://example.com/');
      document.body.append(view);
    });
    await page.waitForTimeout(300);
    const contents = await app.evaluate(
      ({ webContents }) =>
        webContents.getAllWebContents().filter((each) => each.getType() === 'webview').length,
    );
    expect(contents).toBe(0);
  });

  it('grants no permission', async () => {
    const { page } = await startPlenum();
    const states = await page.evaluate(async () => {
      const asked = ['geolocation', 'notifications', 'camera', 'microphone', 'midi'];
      const answers = asked.map(async (name) => {
        const state = await navigator.permissions.query({ name: name as PermissionName });
        return state.state;
      });
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [...(await Promise.all(answers)), media];
    });
    expect(states).not.toContain('granted');
    expect(states.at(-1)).toBe('denied');
  });

  it('refuses a call from a frame that is not its own page, and input of the wrong shape', async () => {
    const { page } = await startPlenum();
    const answers = await page.evaluate(async () => {
      const { calls } = Reflect.get(window, 'plenum') as {
        calls: Record<
          string,
          (input: unknown) => Promise<{ ok: boolean; refusal?: { code: string } }>
        >;
      };
      const tries: [string, unknown][] = [
        ['design.new', { sample: 1 }],
        ['design.new', { sample: null, extra: true }],
        ['design.openRecent', '../../etc/passwd'],
        ['design.commit', { handle: 'x', revision: -1, label: '', diff: {} }],
        ['app.openLink', { key: 'https://example.com' }],
        [
          'export.pdf',
          {
            handle: 'no-such',
            choice: { paper: 'A4', orientation: 'automatic', sheets: ['cover'], racks: null },
          },
        ],
      ];
      return Promise.all(
        tries.map(async ([name, input]) => {
          const answer = await calls[name]?.(input);
          return answer?.ok === true ? 'accepted' : answer?.refusal?.code;
        }),
      );
    });
    expect(answers.slice(0, 5)).toEqual(Array.from({ length: 5 }, () => 'bad-input'));
    expect(answers[5]).toBe('no-such-design');
  });
});
