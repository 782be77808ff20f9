import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findElectron } from '../../electron/runtime/find-electron.ts';
import { readFuses } from '../../packaging/fuses.ts';
import { packageApplication } from '../../packaging/package.ts';
import { analyse } from '../../shared/analysis/index.ts';
import { buildSample } from '../../shared/samples/index.ts';
import { say } from '../../shared/text/index.ts';
import {
  commandOfPackaged,
  PACKAGED_EXECUTABLE,
  PACKAGED_FOLDER,
  type RunningPlenum,
  startPackaged,
} from './packaged-plenum.ts';

/** Packaging for another system needs that system. */
describe.runIf(process.platform === 'linux')('the packaged application', () => {
  let plenum: RunningPlenum | undefined;

  beforeAll(async () => {
    const quiet = (): void => undefined;
    await packageApplication(await findElectron(quiet), 'folder', quiet);
  });
  afterAll(async () => plenum?.close());

  it('has every fuse as it is shipped', async () => {
    const readings = await readFuses(PACKAGED_EXECUTABLE, 'linux');
    expect(readings.length).toBeGreaterThanOrEqual(8);
    expect(readings.filter(({ wanted, actual }) => wanted !== actual)).toEqual([]);
  });

  it('holds its application in app.asar, and native code beside it', () => {
    const resources = join(PACKAGED_FOLDER, 'resources');
    expect(existsSync(join(resources, 'app.asar'))).toBe(true);
    expect(existsSync(join(resources, 'app'))).toBe(false);
    expect(existsSync(join(resources, 'app.asar.unpacked/node_modules/better-sqlite3'))).toBe(true);
  });

  it('opens the sample and shows its findings', async () => {
    plenum = await startPackaged(['--sample', 'superpod-su']);
    const findings = plenum.page.getByRole('region', { name: say('panels.findings.title') });
    const design = buildSample('superpod-su');
    const expected = analyse(design).findings.map(({ message }) => message);
    const first = findings.getByText(expected[0] ?? '', { exact: true });
    await first.first().waitFor({ timeout: 30_000 });
    expect(expected.length).toBeGreaterThan(3);
    expect(await findings.getByRole('listitem').count()).toBeGreaterThan(3);
  });

  it('is the command line too, without a display', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plenum-packaged-'));
    try {
      const design = join(folder, 'su.plenum');
      expect(commandOfPackaged('new', design, '--sample', 'superpod-su').status).toBe(0);
      const { status, stdout } = commandOfPackaged('info', design, '--json');
      expect(status).toBe(0);
      expect(JSON.parse(stdout).counts).toMatchObject({ nodes: 31, switches: 12, links: 508 });
      expect(commandOfPackaged('info', join(folder, 'none.plenum')).status).toBe(2);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
