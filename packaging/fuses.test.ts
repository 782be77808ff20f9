import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState } from '@electron/fuses';
import { afterEach, describe, expect, it } from 'vitest';
import { readFuses, setFuses } from './fuses.ts';

const folders: string[] = [];
afterEach(() => folders.splice(0).forEach((each) => rmSync(each, { recursive: true })));

/** By this Electron's executable tells where its fuses are. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

/** A stand-in for Electron's executable: some bytes, the mark, and a wire of that many fuses, all off. */
function executableWith(fuses: number): string {
  const folder = mkdtempSync(join(tmpdir(), 'plenum-fuses-'));
  folders.push(folder);
  const file = join(folder, 'electron');
  const wire = Buffer.alloc(fuses, FuseState.DISABLE);
  const body = [Buffer.alloc(100), Buffer.from(SENTINEL), Buffer.from([1, fuses]), wire];
  writeFileSync(file, Buffer.concat(body));
  return file;
}

async function statesOf(executable: string, platform: string): Promise<Record<string, boolean>> {
  const readings = await readFuses(executable, platform);
  return Object.fromEntries(readings.map(({ name, actual }) => [name, actual]));
}

describe('fuses', () => {
  it('sets all nine as they are shipped, and reads them back', async () => {
    const executable = executableWith(9);
    await setFuses(executable, 'win32');
    expect(await statesOf(executable, 'win32')).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
      WasmTrapHandlers: true,
    });
  });

  it('sets the eight that an older Electron has', async () => {
    const executable = executableWith(8);
    await setFuses(executable, 'linux');
    const states = await statesOf(executable, 'linux');
    expect(Object.keys(states)).toHaveLength(8);
    expect(states['OnlyLoadAppFromAsar']).toBe(true);
    expect(states['EnableEmbeddedAsarIntegrityValidation']).toBe(false);
  });

  it('refuses an Electron with a fuse that nobody has decided about', async () => {
    await expect(setFuses(executableWith(10), 'linux')).rejects.toThrow(/strictlyRequireAllFuses/);
  });
});
