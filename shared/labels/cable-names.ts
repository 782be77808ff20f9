/** Names of cables by the design's template: unique, and counted on from those that are there. */
import type { Design } from '../model/design.ts';
import type { Cable } from '../model/records.ts';
import { cableValue, endValue } from './end-values.ts';
import { padded, parseTemplate, type Template, type TemplatePart } from './template.ts';

/** What a name is made from. */
export type NamedCable = Pick<Cable, 'ends' | 'medium' | 'fabric' | 'rail' | 'lengthM'>;

/**
 * Makes names for cables, each once: no two are the same, nor like one that is taken. A template that cannot be read
 * gives way to the usual one.
 * @param template the design's own when left out
 * @param taken names that must not be given; those of all cables when left out
 */
export function cableNames(
  design: Design,
  template = design.settings.cabling.idTemplate,
  taken: Iterable<string> = labelsIn(design),
): (cable: NamedCable) => string {
  const parts = readable(template);
  const used = new Set(taken);
  // With nothing but a number in it, names go on counting where the cables stop; a number is not given twice.
  const onlyCounts = parts.every(({ part }) => part === 'text' || part === 'sequence');
  const first = onlyCounts ? used.size + 1 : 1;
  const counters = new Map<string, number>();
  return (cable) => {
    const texts = parts.map((part) =>
      part.part === 'sequence' ? null : partText(design, cable, part),
    );
    const shape = JSON.stringify(texts);
    const counts = texts.includes(null);
    let number = counters.get(shape) ?? (counts ? first : 1);
    let name = named(parts, texts, number, counts);
    while (used.has(name)) {
      number += 1;
      name = named(parts, texts, number, counts);
    }
    counters.set(shape, number + 1);
    used.add(name);
    return name;
  };
}

function* labelsIn(design: Design): Generator<string> {
  for (const { label } of design.cables.values()) yield label;
}

function readable(source: string): Template {
  const answer = parseTemplate(source, 'id');
  if (answer.ok) return answer.template;
  const usual = parseTemplate('', 'id');
  if (!usual.ok) throw new RangeError('the usual template cannot be read');
  return usual.template;
}

/** The name with a number in it; where the template has none, behind it from the second on. */
function named(
  parts: Template,
  texts: readonly (string | null)[],
  number: number,
  counts: boolean,
): string {
  const name = texts
    .map((text, index) => {
      const part = parts[index];
      if (text !== null || part?.part !== 'sequence') return text ?? '';
      return padded(String(number), part.digits);
    })
    .join('');
  return counts || number === 1 ? name : `${name}-${number}`;
}

function partText(design: Design, cable: NamedCable, part: TemplatePart): string {
  switch (part.part) {
    case 'text':
      return part.text;
    case 'near':
      return padded(endValue(design, cable.ends.a, part.token), part.digits);
    case 'far':
      return padded(endValue(design, cable.ends.b, part.token), part.digits);
    case 'cable':
      return padded(
        cableValue({ id: '', label: '', ...cable }, cable.lengthM, part.token),
        part.digits,
      );
    case 'sequence':
      return '';
    default:
      return part satisfies never;
  }
}
