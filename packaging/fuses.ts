/**
 * Electron's fuses as Plenum ships them: what the signed binary can never be talked into again.
 */
import {
  FuseState,
  FuseV1Options,
  FuseVersion,
  flipFuses,
  getCurrentFuseWire,
} from '@electron/fuses';

/** Platforms on which Electron can check `app.asar` against a digest in the executable. */
const CHECKS_ASAR: ReadonlySet<string> = new Set(['darwin', 'win32']);

/**
 * The state of every fuse.
 * @param platform Electron's name of the system packaged for
 */
export function shippedFuses(platform: string): Record<FuseV1Options, boolean> {
  return {
    // Else the signed executable is a free Node for whoever can start it.
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: CHECKS_ASAR.has(platform),
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // Needs a snapshot file of one's own.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // The page comes by app://.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    [FuseV1Options.WasmTrapHandlers]: true,
  };
}

/** One fuse, wanted and as it stands in a binary. */
export interface FuseReading {
  readonly name: string;
  readonly wanted: boolean;
  readonly actual: boolean;
}

/**
 * Sets every fuse that a binary has. A fuse that the binary has and the table lacks is an error: a new Electron
 * brought one, and somebody must decide about it.
 */
export async function setFuses(executable: string, platform: string): Promise<void> {
  const known = await fusesOf(executable);
  const wanted = Object.entries(shippedFuses(platform)).filter(([fuse]) => known.has(Number(fuse)));
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    ...(Object.fromEntries(wanted) as Record<FuseV1Options, boolean>),
  });
}

/** The fuses as they stand in a binary, beside what they should be. */
export async function readFuses(executable: string, platform: string): Promise<FuseReading[]> {
  const states = await fusesOf(executable);
  return Object.entries(shippedFuses(platform)).flatMap(([fuse, wanted]) => {
    const state = states.get(Number(fuse));
    if (state === undefined) return [];
    return [
      { name: FuseV1Options[Number(fuse)] ?? fuse, wanted, actual: state === FuseState.ENABLE },
    ];
  });
}

/** An older Electron has fewer fuses than the table. */
async function fusesOf(executable: string): Promise<ReadonlyMap<number, FuseState>> {
  const wire = await getCurrentFuseWire(executable);
  const fuses = Object.entries(wire).filter(([key]) => /^\d+$/.test(key));
  return new Map(fuses.map(([key, state]) => [Number(key), state as FuseState]));
}
