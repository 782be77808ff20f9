/** The type that somebody names who writes its name by hand. */
import type { DeviceType } from '../model/device-type.ts';

export type NamedType =
  | { readonly found: DeviceType }
  /** Several types bear the name; or none does, and these are called something like it, the likest first. */
  | { readonly found: null; readonly many: boolean; readonly like: readonly DeviceType[] };

/** So many are named to choose from. */
const MOST_LIKE = 3;
/** Less alike than this is a different name. */
const LEAST_LIKENESS = 0.3;

/** What a type may be called by. */
function namesOf({ id, slug, model, manufacturer }: DeviceType): string[] {
  return [id, slug, model, `${manufacturer} ${model}`].filter((name) => name.trim() !== '');
}

/** Finds a type by its id, its slug, its model or its maker and model; case counts only between types. */
export function typeByName(types: Iterable<DeviceType>, name: string): NamedType {
  const all = [...types];
  const byId = all.find(({ id }) => id === name);
  if (byId) return { found: byId };
  const exact = all.filter((type) => namesOf(type).includes(name));
  const wanted = name.trim().toLowerCase();
  const loose = all.filter((type) => namesOf(type).some((own) => own.toLowerCase() === wanted));
  const named = exact.length > 0 ? exact : loose;
  const [found, ...others] = named;
  if (found && others.length === 0) return { found };
  if (found) return { found: null, many: true, like: named.slice(0, MOST_LIKE) };
  const like = all
    .map((type) => ({
      type,
      likeness: Math.max(...namesOf(type).map((own) => likeness(own, wanted))),
    }))
    .filter((each) => each.likeness >= LEAST_LIKENESS)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_LIKE);
  return { found: null, many: false, like: like.map(({ type }) => type) };
}

/** Share of the pairs of neighbouring letters that two names have in common, 0..1. */
function likeness(a: string, b: string): number {
  const [first, second] = [pairs(a), pairs(b)];
  const total = first.size + second.size;
  return total === 0 ? 0 : (2 * [...first].filter((pair) => second.has(pair)).length) / total;
}

function pairs(text: string): Set<string> {
  const letters = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return new Set(
    Array.from({ length: Math.max(0, letters.length - 1) }, (_, i) => letters.slice(i, i + 2)),
  );
}
