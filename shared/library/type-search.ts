/**
 * Finding device types. What is looked at in a type is worked out once and kept with it, so that a key costs
 * the same whether the library is new or was searched before. An unknown number meets no condition.
 */
import type { DeviceType, FormFactor } from '../model/device-type.ts';
import { say } from '../text/index.ts';
import { isPassive, portGroups, speedText } from './port-groups.ts';
import {
  type Comparison,
  parseQuery,
  type Quantity,
  type QueryTerm,
  type TextField,
  type UnknownField,
} from './type-query.ts';

interface Looked {
  readonly model: string;
  readonly words: readonly string[];
  readonly letters: string;
  /** Its description, each word after a space: the silicon, the generation, what it is for. */
  readonly told: string;
  readonly openings: ReadonlyMap<FormFactor, number>;
  /** Ports by speed, Gb/s. */
  readonly speeds: ReadonlyMap<number, number>;
  readonly texts: Readonly<Record<TextField, readonly string[]>>;
}

const looked = new WeakMap<DeviceType, Looked>();

function lookAt(type: DeviceType): Looked {
  const known = looked.get(type);
  if (known) return known;
  const groups = portGroups(type);
  const ports = groups.flatMap(({ count, speedGbps }) =>
    speedGbps === null ? [] : [speedText(speedGbps), `${count}x${speedText(speedGbps)}`],
  );
  const openings = counted(type.cages, ({ formFactor }) => formFactor);
  const kind = say(`panels.category.${type.category}`);
  const texts = [
    type.model,
    type.manufacturer,
    type.partNumber,
    type.slug,
    kind,
    say(`panels.width.${type.width}`),
    `${type.heightU}u`,
    ...openings.keys(),
    ...ports,
  ];
  const built: Looked = {
    model: type.model.toLowerCase(),
    words: [...new Set(texts.flatMap((text) => text.toLowerCase().split(/[\s/,()]+/)))].filter(
      (word) => word !== '',
    ),
    letters: `${type.manufacturer} ${type.model}`.toLowerCase(),
    told: ` ${type.description.replace(say('catalog.faceAssumed'), '').toLowerCase()}`,
    openings,
    speeds: counted(
      type.ports.filter(({ kind: each }) => each === 'interface'),
      ({ speedGbps }) => speedGbps ?? 0,
    ),
    texts: {
      maker: [type.manufacturer.toLowerCase()],
      model: [type.model.toLowerCase()],
      part: [type.partNumber.toLowerCase()],
      kind: [type.category, kind.toLowerCase()],
      airflow: type.airflow === null ? [] : [type.airflow.value],
      width: [type.width],
    },
  };
  looked.set(type, built);
  return built;
}

/** Works out now what a search would look at in the type, so that the first key does not have to. */
export function prepareSearch(type: DeviceType): void {
  lookAt(type);
}

function counted<T, K>(things: readonly T[], keyOf: (thing: T) => K): ReadonlyMap<K, number> {
  const counts = new Map<K, number>();
  for (const thing of things) counts.set(keyOf(thing), (counts.get(keyOf(thing)) ?? 0) + 1);
  return counts;
}

/**
 * The types that meet every condition of the query, best first; in their own order where they fit alike. Where none
 * does, words are looked for in the descriptions too.
 * @param query words in any order and expressions (see `type-query.ts`); empty takes all
 */
export function searchTypes(types: readonly DeviceType[], query: string): readonly DeviceType[] {
  const terms = parseQuery(query);
  if (terms.length === 0) return types;
  const named = meeting(types, terms, termScore);
  return named.length > 0 ? named : meeting(types, terms, termScoreTold);
}

type TermScore = (type: DeviceType, hay: Looked, term: QueryTerm) => number;

function meeting(
  types: readonly DeviceType[],
  terms: readonly QueryTerm[],
  scoreTerm: TermScore,
): readonly DeviceType[] {
  const scored: { type: DeviceType; score: number }[] = [];
  for (const type of types) {
    const score = scoreOf(type, terms, scoreTerm);
    if (score > 0) scored.push({ type, score });
  }
  return scored.sort((a, b) => b.score - a.score).map(({ type }) => type);
}

/** The same with what the description says. */
function termScoreTold(type: DeviceType, hay: Looked, term: QueryTerm): number {
  const score = termScore(type, hay, term);
  if (score > 0 || term.term !== 'word') return score;
  return hay.told.includes(` ${term.word}`) ? 1 : 0;
}

function scoreOf(type: DeviceType, terms: readonly QueryTerm[], scoreTerm: TermScore): number {
  const hay = lookAt(type);
  let sum = 0;
  for (const term of terms) {
    const score = scoreTerm(type, hay, term);
    if (score === 0) return 0;
    sum += score;
  }
  return sum;
}

/** How well one condition fits: 0 = not at all. */
function termScore(type: DeviceType, hay: Looked, term: QueryTerm): number {
  switch (term.term) {
    case 'word':
      return wordScore(term.word, hay);
    case 'quantity':
      return holds(quantityOf(type, hay, term.quantity), term.is, term.value) ? 4 : 0;
    case 'openings':
      return holds(hay.openings.get(term.formFactor) ?? 0, term.is, term.count) ? 4 : 0;
    case 'speed':
      return holds(hay.speeds.get(term.gbps) ?? 0, term.is, term.count) ? 4 : 0;
    case 'text':
      return textScore(hay.texts[term.field], term.text);
    case 'unknown':
      return isUnknown(type, term.field) ? 4 : 0;
    default:
      return term satisfies never;
  }
}

function holds(value: number | null, is: Comparison, against: number): boolean {
  if (value === null) return false;
  switch (is) {
    case '>=':
      return value >= against;
    case '<=':
      return value <= against;
    case '>':
      return value > against;
    case '<':
      return value < against;
    case '=':
      return value === against;
    default:
      return is satisfies never;
  }
}

function quantityOf(type: DeviceType, hay: Looked, quantity: Quantity): number | null {
  switch (quantity) {
    case 'height':
      return type.heightU;
    case 'ports':
      return type.ports.filter(({ kind }) => kind === 'interface').length;
    case 'cages':
      return type.cages.length;
    case 'speed':
      return Math.max(0, ...hay.speeds.keys()) || null;
    case 'bandwidth': {
      const gbps = [...hay.speeds].reduce((sum, [speed, count]) => sum + speed * count, 0);
      return gbps === 0 ? null : gbps / 1000;
    }
    case 'power':
      return (type.powerMaxW ?? type.powerTypicalW)?.value ?? null;
    case 'weight':
      return type.weightKg?.value ?? null;
    case 'depth':
      return type.depthMm?.value ?? null;
    case 'flow':
      return type.airflowCfm?.value ?? null;
    case 'noise':
      return type.noiseDb?.value ?? null;
    default:
      return quantity satisfies never;
  }
}

/** What a check would ask for and nobody knows; a blank or a manager lacks nothing. */
function isUnknown(type: DeviceType, field: UnknownField): boolean {
  if (isPassive(type)) return false;
  const { powerTypicalW, powerMaxW, weightKg, depthMm, airflow, airflowCfm, criticalPa } = type;
  switch (field) {
    case 'power':
      return powerTypicalW === null && powerMaxW === null;
    case 'weight':
      return weightKg === null;
    case 'depth':
      return depthMm === null;
    case 'airflow':
      return airflow === null;
    case 'flow':
      return airflowCfm === null;
    case 'pressure':
      return criticalPa === null;
    case 'inlet':
      return type.inletMinC === null || type.inletMaxC === null;
    case 'noise':
      return type.noiseDb === null;
    case 'any':
      return [
        powerTypicalW,
        powerMaxW,
        weightKg,
        depthMm,
        airflow,
        airflowCfm,
        criticalPa,
      ].includes(null);
    default:
      return field satisfies never;
  }
}

function textScore(texts: readonly string[], text: string): number {
  if (texts.some((each) => each.startsWith(text))) return 6;
  return texts.some((each) => each.includes(text)) ? 4 : 0;
}

function wordScore(word: string, hay: Looked): number {
  if (hay.model.startsWith(word)) return 8;
  if (hay.words.includes(word)) return 7;
  let best = 0;
  for (const each of hay.words) {
    if (each.startsWith(word)) return 5;
    if (best < 3 && each.includes(word)) best = 3;
  }
  if (best > 0) return best;
  if (word.length >= 4 && hay.words.some((each) => isOneSlipAway(word, each))) return 2;
  return word.length >= 3 && isSubsequence(word, hay.letters) ? 1 : 0;
}

function isSubsequence(word: string, letters: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** One letter wrong, left out, too many, or two changed places. */
function isOneSlipAway(word: string, other: string): boolean {
  const longer = other.length - word.length;
  if (longer < -1 || longer > 1) return false;
  const most = Math.min(word.length, other.length);
  let from = 0;
  while (from < most && word[from] === other[from]) from += 1;
  const rest = (text: string, skip: number): string => text.slice(from + skip);
  if (longer === 0) {
    const swapped = word[from] === other[from + 1] && word[from + 1] === other[from];
    return rest(word, 1) === rest(other, 1) || (swapped && rest(word, 2) === rest(other, 2));
  }
  return longer === 1 ? rest(word, 0) === rest(other, 1) : rest(word, 1) === rest(other, 0);
}
