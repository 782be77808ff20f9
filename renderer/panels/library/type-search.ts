/** Finding a device type by a few letters: maker, model, kind, height, ports. */
import type { DeviceCategory, DeviceType } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';
import { portGroups } from './type-facts.ts';

/** The chips above the library: what a person looks for, coarser than the model's categories. */
export const TYPE_GROUPS = [
  'nodes',
  'servers',
  'switches',
  'storage',
  'patching',
  'power',
  'fillers',
] as const;
export type TypeGroup = (typeof TYPE_GROUPS)[number];

/** The chip a category belongs to; `other` stands under none and shows only without a filter. */
export function groupOf(category: DeviceCategory): TypeGroup | null {
  switch (category) {
    case 'node':
      return 'nodes';
    case 'server':
    case 'appliance':
      return 'servers';
    case 'switch':
      return 'switches';
    case 'storage':
      return 'storage';
    case 'patch-panel':
      return 'patching';
    case 'pdu':
    case 'power-shelf':
      return 'power';
    case 'cable-manager':
    case 'blank':
    case 'shelf':
      return 'fillers';
    case 'other':
      return null;
    default:
      return category satisfies never;
  }
}

interface Haystack {
  readonly model: string;
  readonly words: readonly string[];
  readonly letters: string;
}

const haystacks = new WeakMap<DeviceType, Haystack>();

function haystackOf(type: DeviceType): Haystack {
  const known = haystacks.get(type);
  if (known) return known;
  const ports = portGroups(type).flatMap(({ count, speedGbps, formFactor }) => [
    ...(formFactor === null ? [] : [formFactor]),
    ...(speedGbps === null ? [] : [`${speedGbps}g`, `${count}x${speedGbps}g`]),
  ]);
  const texts = [
    type.model,
    type.manufacturer,
    type.partNumber,
    type.slug,
    say(`panels.category.${type.category}`),
    say(`panels.width.${type.width}`),
    `${type.heightU}u`,
    ...ports,
  ];
  const words = texts
    .flatMap((text) => text.toLowerCase().split(/[\s/,()]+/))
    .filter((word) => word !== '');
  const model = type.model.toLowerCase();
  const built = { model, words, letters: `${type.manufacturer} ${type.model}`.toLowerCase() };
  haystacks.set(type, built);
  return built;
}

/** How well one term fits: 0 = not at all. */
function termScore(term: string, hay: Haystack): number {
  if (hay.model.startsWith(term)) return 8;
  if (hay.words.includes(term)) return 7;
  if (hay.words.some((word) => word.startsWith(term))) return 5;
  if (hay.words.some((word) => word.includes(term))) return 3;
  return term.length >= 3 && isSubsequence(term, hay.letters) ? 1 : 0;
}

function isSubsequence(term: string, letters: string): boolean {
  let at = 0;
  for (const letter of term) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/**
 * The types that fit every term of the query, best first; in their own order where they fit alike.
 * @param query words in any order, e.g. `nvidia 400g 1u`; empty takes all
 */
export function searchTypes(
  types: readonly DeviceType[],
  query: string,
  group: TypeGroup | null,
): readonly DeviceType[] {
  const terms = query
    .toLowerCase()
    .split(/\s+/)
    .filter((term) => term !== '');
  const inGroup = group === null ? types : types.filter((type) => groupOf(type.category) === group);
  if (terms.length === 0) return inGroup;
  const scored: { type: DeviceType; score: number }[] = [];
  for (const type of inGroup) {
    const hay = haystackOf(type);
    const scores = terms.map((term) => termScore(term, hay));
    if (scores.every((score) => score > 0)) {
      scored.push({ type, score: scores.reduce((sum, score) => sum + score, 0) });
    }
  }
  return scored.sort((a, b) => b.score - a.score).map(({ type }) => type);
}
