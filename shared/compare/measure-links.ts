/** How many links reach, and what they are made of. */
import type { MediumId } from '../model/medium.ts';
import { sayReason } from '../rules/index.ts';
import type { ComparedCable } from './compared-cables.ts';
import type { Conversion } from './convert-group.ts';
import type { LinkCounts, Refused } from './types.ts';

export function linkCounts(
  cables: readonly ComparedCable[],
  conversions: readonly Conversion[],
): LinkCounts {
  const counts = { ok: 0, 'vendor-only': 0, over: 0, unknown: 0 };
  let total = 0;
  for (const { row, links } of cables) {
    counts[row.verdict] += links.length;
    total += links.length;
  }
  const cannotPlug = conversions.reduce(
    (sum, { group, refusal }) => sum + (refusal === null ? 0 : group.links.length),
    0,
  );
  const { ok, over, unknown } = counts;
  return { total, ok, vendorOnly: counts['vendor-only'], over, unknown, cannotPlug };
}

/** Links of each medium. */
export function mediaOf(
  cables: readonly ComparedCable[],
): Readonly<Partial<Record<MediumId, number>>> {
  const media: Partial<Record<MediumId, number>> = {};
  for (const { cable, links } of cables) {
    media[cable.medium] = (media[cable.medium] ?? 0) + links.length;
  }
  return media;
}

/** Why links cannot be plugged, by kind of reason, the most frequent first. */
export function refusedLinks(conversions: readonly Conversion[]): readonly Refused[] {
  const byKey = new Map<string, { message: string; links: number }>();
  for (const { group, refusal } of conversions) {
    if (!refusal) continue;
    const found = byKey.get(refusal.key);
    if (found) found.links += group.links.length;
    else byKey.set(refusal.key, { message: sayReason(refusal), links: group.links.length });
  }
  return [...byKey]
    .map(([key, { message, links }]) => ({ key, message, links }))
    .sort((a, b) => b.links - a.links || (a.key < b.key ? -1 : 1));
}
