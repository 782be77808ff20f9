import type { ElectronRuntime } from '../electron/runtime/electron-runtime.ts';
import { sandboxState } from '../electron/runtime/sandbox.ts';
import { fail } from './process.ts';

/**
 * The switches with which Electron starts on this machine. Ends the process with the command that mends it when
 * the kernel withholds the sandbox from an ordinary user: Plenum does not run without one.
 */
export function launchSwitches(runtime: ElectronRuntime): string[] {
  const sandbox = sandboxState(runtime);
  switch (sandbox.kind) {
    case 'ready':
      return waylandSwitches();
    case 'superuser':
      return ['--no-sandbox', ...waylandSwitches()];
    case 'refused':
      return fail(
        'This system lets ordinary users start no sandbox, and Plenum does not run without. ' +
          `Run this once, then start again:\n  ${sandbox.remedy}`,
      );
  }
}

/** Electron before 38 asks for X11 unless told that Wayland will do. */
function waylandSwitches(): string[] {
  const onlyWayland = process.env['WAYLAND_DISPLAY'] && !process.env['DISPLAY'];
  return onlyWayland ? ['--ozone-platform-hint=auto'] : [];
}
