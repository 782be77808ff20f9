import { describe, expect, it, vi } from 'vitest';
import { assetPath, CONTENT_SECURITY_POLICY } from './protocol.ts';

vi.mock('electron', () => ({ protocol: {} }));

const ROOT = '/opt/plenum/dist/renderer';

describe('what app:// serves', () => {
  it('serves the page and its parts from one folder', () => {
    expect(assetPath(ROOT, 'app://plenum/')).toBe(`${ROOT}/index.html`);
    expect(assetPath(ROOT, 'app://plenum/assets/main-1.js?x#y')).toBe(`${ROOT}/assets/main-1.js`);
  });

  it.each([
    'app://plenum/../../../etc/passwd',
    'app://plenum/..%2f..%2f..%2fetc%2fpasswd',
    'app://plenum/%2e%2e/%2e%2e/secret.json',
    'app://plenum/..\\..\\secret.json',
    'app://plenum/a%5c..%5csecret.json',
    'app://plenum/a%00.html',
    'app://plenum/%',
    'app://plenum/%25%32%65',
    'app://plenum/c:/secret.json',
    'app://plenum//server/share.json/../../x.exe',
    'app://plenum/script.exe',
    'app://elsewhere/index.html',
    'file:///etc/passwd',
    'https://plenum/index.html',
    'nonsense',
  ])('serves nothing for %s', (address) => {
    const file = assetPath(ROOT, address);
    if (file !== null) expect(file.startsWith(`${ROOT}/`)).toBe(true);
    expect(file === null || !file.includes('passwd')).toBe(true);
  });

  it('allows no inline code, no eval and no foreign origin', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|https?:|\*|data:/);
  });
});
