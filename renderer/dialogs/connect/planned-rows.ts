/** The lines of the preview: what stands in the way first, then what is to be minded, then the rest. */
import { mediumFacts, mediumName } from '../../../shared/catalog/index.ts';
import { endText } from '../../../shared/connect/end-text.ts';
import type { Measured } from '../../../shared/connect/measure.ts';
import type { PlannedCable } from '../../../shared/connect/plan.ts';
import type { Design } from '../../../shared/model/design.ts';
import { type Reason, sayReason } from '../../../shared/rules/verdict.ts';
import { say } from '../../../shared/text/index.ts';
import { numberText } from '../../panels/parts/number-text.ts';

export type PlannedState = 'conflict' | 'warning' | 'fits';

export function stateOf(planned: PlannedCable, length: Measured | undefined): PlannedState {
  if (planned.reasons.length > 0) return 'conflict';
  return planned.warnings.length > 0 || length?.over ? 'warning' : 'fits';
}

const ORDER: readonly PlannedState[] = ['conflict', 'warning', 'fits'];

/** The cables with the gravest first, each kind in the order in which they would be made. */
export function gravestFirst(
  planned: readonly PlannedCable[],
  lengths: ReadonlyMap<PlannedCable, Measured>,
): readonly PlannedCable[] {
  const groups = Map.groupBy(planned, (each) => stateOf(each, lengths.get(each)));
  return ORDER.flatMap((state) => groups.get(state) ?? []);
}

export interface PlannedCounts {
  readonly fits: number;
  readonly conflicts: number;
  readonly warnings: number;
  readonly links: number;
}

export function countPlanned(
  planned: readonly PlannedCable[],
  lengths: ReadonlyMap<PlannedCable, Measured>,
): PlannedCounts {
  let [fits, conflicts, warnings, links] = [0, 0, 0, 0];
  for (const each of planned) {
    const state = stateOf(each, lengths.get(each));
    if (state === 'conflict') conflicts += 1;
    else {
      fits += 1;
      links += each.cable?.ends.a.length ?? 0;
      if (state === 'warning') warnings += 1;
    }
  }
  return { fits, conflicts, warnings, links };
}

/** What a line says. */
export interface PlannedTexts {
  readonly label: string;
  readonly from: string;
  readonly to: string;
  /** In short, and in full. */
  readonly medium: string;
  readonly mediumName: string;
  readonly length: string;
  readonly why: string;
}

export function textsOf(
  design: Design,
  planned: PlannedCable,
  length: Measured | undefined,
): PlannedTexts {
  const { cable, pairs, reasons, warnings } = planned;
  const [first] = pairs;
  const ends = (side: 'a' | 'b'): string => {
    const refs = cable?.ends[side].map((ref) => ({ end: 'port' as const, ref })) ?? [];
    const asked = refs.length > 0 ? refs : pairs.map((pair) => pair[side]);
    const texts = [...new Set(asked.map((end) => endText(design, end)))];
    return texts.length > 2
      ? say('connect.ends', { first: texts[0] ?? '', more: texts.length - 1 })
      : texts.join(', ');
  };
  const whys: readonly Reason[] = [...reasons, ...warnings, ...(length?.over ? [length.over] : [])];
  return {
    label: cable?.label ?? '',
    from: first ? ends('a') : '',
    to: first ? ends('b') : '',
    medium: cable ? say(`${mediumFacts(cable.medium).nameKey}.short`) : '',
    mediumName: cable ? mediumName(cable.medium) : '',
    length:
      length === undefined || length.lengthM === null ? '' : `${numberText(length.lengthM)}\u202fm`,
    why: whys.map(sayReason).join(' · '),
  };
}
