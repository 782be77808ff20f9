import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AfterPackContext, build, Platform } from 'electron-builder';
import type { ElectronRuntime, Report } from '../electron/runtime/electron-runtime.ts';
import { inProject } from '../scripts/project.ts';
import { readFuses, setFuses } from './fuses.ts';
import { iconPng, iconSvg } from './icon.ts';
import { stageApplication } from './stage.ts';

/** Sizes that Linux desktops look for. */
const ICON_SIZES = [16, 32, 48, 64, 128, 256, 512] as const;

/** `folder`: the application unpacked, which needs no download; `installers`: the usual packages. */
export type PackageKind = 'folder' | 'installers';

/**
 * Packages the built application with a runtime into `release/`, as `electron-builder.yml` says.
 * @throws Error when a fuse of the packaged executable is not as it should be
 */
export async function packageApplication(
  runtime: ElectronRuntime,
  kind: PackageKind,
  report: Report,
): Promise<void> {
  stageApplication(inProject('release', 'app'), runtime);
  drawIcons(inProject('release', 'resources'));
  await build({
    projectDir: inProject(),
    targets: Platform.current().createTarget(kind === 'folder' ? 'dir' : null),
    publish: 'never',
    config: {
      electronVersion: runtime.version,
      electronDist: runtime.folder,
      afterExtract: async ({ appOutDir }) => removeForeignApplication(appOutDir),
      afterPack: async (context) => fuse(context, report),
    },
  });
}

/** What a runtime starts by itself has no place in the package, whose application is `app.asar`. */
function removeForeignApplication(folder: string): void {
  rmSync(join(folder, 'resources', 'app'), { recursive: true, force: true });
}

async function fuse(context: AfterPackContext, report: Report): Promise<void> {
  const executable = packagedExecutable(context);
  await setFuses(executable, context.electronPlatformName);
  const readings = await readFuses(executable, context.electronPlatformName);
  for (const { name, actual } of readings) report(`  fuse ${name}: ${actual ? 'on' : 'off'}`);
  const wrong = readings.filter(({ wanted, actual }) => wanted !== actual);
  if (wrong.length > 0) {
    throw new Error(`Fuses not as they should be: ${wrong.map(({ name }) => name).join(', ')}`);
  }
}

function packagedExecutable({
  appOutDir,
  packager,
  electronPlatformName,
}: AfterPackContext): string {
  const { productFilename } = packager.appInfo;
  if (electronPlatformName === 'darwin') return join(appOutDir, `${productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${productFilename}.exe`);
  return join(appOutDir, packager.config.linux?.executableName ?? productFilename);
}

function drawIcons(folder: string): void {
  const sized = join(folder, 'icons');
  mkdirSync(sized, { recursive: true });
  writeFileSync(join(folder, 'icon.svg'), iconSvg());
  writeFileSync(join(folder, 'icon.png'), iconPng(1024));
  for (const size of ICON_SIZES) writeFileSync(join(sized, `${size}x${size}.png`), iconPng(size));
}
