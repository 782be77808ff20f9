/** Devices whose names are nearly that of a file: what somebody may have meant. */
import type { Device } from '../model/records.ts';

/** How many are offered. */
const OFFERED = 3;

/** The devices with the likest names; none whose name has nothing in common with it but a letter or two. */
export function likeNames(name: string, devices: Iterable<Device>): readonly Device[] {
  const wanted = folded(name);
  if (wanted === '') return [];
  const scored: { readonly device: Device; readonly apart: number }[] = [];
  for (const device of devices) {
    const other = folded(device.name);
    if (other === '') continue;
    const apart = distance(wanted, other, Math.ceil(wanted.length / 2));
    if (apart !== null) scored.push({ device, apart });
  }
  return scored
    .sort((a, b) => a.apart - b.apart || (a.device.id < b.device.id ? -1 : 1))
    .slice(0, OFFERED)
    .map(({ device }) => device);
}

function folded(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '')
    .slice(0, 60);
}

/** Letters to change, add or take away; null when more than `most`. A number that differs counts for more. */
function distance(a: string, b: string, most: number): number | null {
  if (Math.abs(a.length - b.length) > most) return null;
  let row = Array.from({ length: b.length + 1 }, (_, n) => n);
  for (const [i, letter] of Array.from(a).entries()) {
    const next = [i + 1];
    for (const [j, other] of Array.from(b).entries()) {
      const change = letter === other ? 0 : /\d/.test(letter + other) ? 1.5 : 1;
      next.push(Math.min((row[j] ?? 0) + change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  const apart = row[b.length] ?? most + 1;
  return apart > most ? null : apart;
}
