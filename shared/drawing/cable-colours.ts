/**
 * The colour and the line of every cable of a design: by its medium, its fabric or its rail, as the design has it,
 * unless somebody gave the cable a colour of its own. Canvas, pictures, paper and legends ask here.
 */
import type { Design } from '../model/design.ts';
import { MEDIUM_IDS, type MediumId } from '../model/medium.ts';
import type { Cable, CablingRules } from '../model/records.ts';
import { type CableLook, mediumLook, type Palette, seriesLook, unnamedLook } from './palette.ts';

/** What a colour stands for. `''` and null are the cables of no fabric and of no rail. */
export type ColouredBy =
  | { readonly by: 'medium'; readonly value: MediumId }
  | { readonly by: 'fabric'; readonly value: string }
  | { readonly by: 'rail'; readonly value: number | null };

/** A line of the legend: what is drawn so, and how many cables. */
export type LegendEntry = ColouredBy & { readonly look: CableLook; readonly count: number };

export interface CableColours {
  readonly by: CablingRules['colourBy'];
  /** How a cable is drawn. The same object for cables that are drawn alike, while the design's rules last. */
  lookOf(cable: Pick<Cable, 'colour' | 'medium' | 'fabric' | 'rail'>): CableLook;
  /** What the colours stand for, of what the design holds: media in their order, fabrics by name, rails by number. */
  readonly legend: readonly LegendEntry[];
  /** Cables that have a colour of their own, which the legend does not count. */
  readonly ownColours: number;
}

interface Kept {
  readonly rules: CablingRules;
  readonly colours: CableColours;
}
const kept = new WeakMap<Palette, WeakMap<Design['cables'], Kept>>();

/** The colours of a design's cables; kept while neither cables nor rules change. */
export function cableColours(
  { cables, settings }: Pick<Design, 'cables' | 'settings'>,
  palette: Palette,
): CableColours {
  let perCables = kept.get(palette);
  if (perCables === undefined) kept.set(palette, (perCables = new WeakMap()));
  const known = perCables.get(cables);
  if (known?.rules === settings.cabling) return known.colours;
  const colours = readColours(cables, settings.cabling, palette);
  perCables.set(cables, { rules: settings.cabling, colours });
  return colours;
}

function readColours(
  cables: Design['cables'],
  rules: CablingRules,
  palette: Palette,
): CableColours {
  const by = rules.colourBy;
  const counts = new Map<string | number | null, number>();
  let ownColours = 0;
  for (const cable of cables.values()) {
    const value = cable[by];
    if (cable.colour === null) counts.set(value, (counts.get(value) ?? 0) + 1);
    else ownColours += 1;
    // A fabric keeps its place among the colours when all of its cables have their own.
    if (!counts.has(value)) counts.set(value, 0);
  }
  const entries = entriesOf(by, counts, rules, palette);
  const looks = new Map(entries.map(({ value, look }) => [value, look]));
  const painted = new Map<string, CableLook>();
  return {
    by,
    legend: entries.filter(({ count }) => count > 0),
    ownColours,
    lookOf(cable) {
      const look = looks.get(cable[by]) ?? mediumLook(palette, cable.medium);
      const { colour } = cable;
      if (colour === null) return look;
      const key = `${colour} ${look.dashMm.join(' ')}`;
      let own = painted.get(key);
      if (own === undefined) painted.set(key, (own = { colour, dashMm: look.dashMm }));
      return own;
    },
  };
}

function entriesOf(
  by: CablingRules['colourBy'],
  counts: ReadonlyMap<string | number | null, number>,
  { fabricColours }: CablingRules,
  palette: Palette,
): readonly LegendEntry[] {
  const count = (value: string | number | null): number => counts.get(value) ?? 0;
  switch (by) {
    case 'medium':
      return MEDIUM_IDS.filter((value) => counts.has(value)).map((value) => ({
        by,
        value,
        look: mediumLook(palette, value),
        count: count(value),
      }));
    case 'fabric': {
      const chosen = new Map(fabricColours.map(({ fabric, colour }) => [fabric, colour]));
      const names = [...counts.keys()].filter((name): name is string => typeof name === 'string');
      const named = names.filter((name) => name !== '').toSorted();
      const entries = named.map((value, i): LegendEntry => {
        const look = seriesLook(palette, i);
        const colour = chosen.get(value) ?? look.colour;
        return { by, value, look: { ...look, colour }, count: count(value) };
      });
      const none: LegendEntry = { by, value: '', look: unnamedLook(palette), count: count('') };
      return counts.has('') ? [...entries, none] : entries;
    }
    case 'rail': {
      const rails = [...counts.keys()].filter((rail): rail is number => typeof rail === 'number');
      const entries = rails
        .toSorted((a, b) => a - b)
        .map(
          (value): LegendEntry => ({
            by,
            value,
            look: seriesLook(palette, value),
            count: count(value),
          }),
        );
      const none: LegendEntry = {
        by,
        value: null,
        look: unnamedLook(palette),
        count: count(null),
      };
      return counts.has(null) ? [...entries, none] : entries;
    }
    default:
      return by satisfies never;
  }
}

/** The colour that a fabric has where nobody chose one for it: of its place among the names. */
export function usualFabricColour(
  palette: Palette,
  names: readonly string[],
  name: string,
): string {
  const at = names
    .filter((each) => each !== '')
    .toSorted()
    .indexOf(name);
  return at < 0 ? unnamedLook(palette).colour : seriesLook(palette, at).colour;
}
