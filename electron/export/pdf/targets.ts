/** The names under which links find what stands on the sheets. */

/** A rack's elevation. */
export function rackTarget(rackId: string): string {
  return `rack ${rackId}`;
}

/** A device's port map. */
export function deviceTarget(deviceId: string): string {
  return `device ${deviceId}`;
}
