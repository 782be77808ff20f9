import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronRuntime } from './electron-runtime.ts';

/** How Chromium's sandbox stands on this machine. */
export type SandboxState =
  | { readonly kind: 'ready' }
  /** Chromium refuses to sandbox the superuser. */
  | { readonly kind: 'superuser' }
  /** The kernel gives this user no sandbox; `remedy` is the one command that mends it. */
  | { readonly kind: 'refused'; readonly remedy: string };

/**
 * Whether this user can run a runtime inside Chromium's sandbox. On Linux that takes unprivileged user
 * namespaces, which Ubuntu 24.04 and hardened kernels withhold, or the set-user-id helper beside the executable.
 */
export function sandboxState(runtime: ElectronRuntime): SandboxState {
  if (process.platform !== 'linux') return { kind: 'ready' };
  if (process.getuid?.() === 0) return { kind: 'superuser' };
  const helper = join(runtime.folder, 'chrome-sandbox');
  if (isSetUserId(helper) || hasUserNamespaces()) return { kind: 'ready' };
  return {
    kind: 'refused',
    remedy: `sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  };
}

function isSetUserId(helper: string): boolean {
  const stat = statSync(helper, { throwIfNoEntry: false });
  return stat !== undefined && stat.uid === 0 && (stat.mode & 0o4000) !== 0;
}

/** Asks the kernel by doing it: a user namespace, and the mount inside it that Ubuntu's restriction denies. */
function hasUserNamespaces(): boolean {
  const probe = ['--user', '--map-root-user', '--pid', '--fork', '--net', 'true'];
  return spawnSync('unshare', probe, { stdio: 'ignore' }).status === 0;
}
