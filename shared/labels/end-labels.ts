/** What is printed at the ends of cables. */
import type { Design } from '../model/design.ts';
import type { Cable } from '../model/records.ts';
import { type CablePlugEnd, cableValue, endValue, plugEnds } from './end-values.ts';
import { padded, parseTemplate, type Template, type TemplatePart } from './template.ts';

export interface EndLabels {
  /** One label for each plug, in the order of the ends. */
  readonly a: readonly string[];
  readonly b: readonly string[];
}

/**
 * The labels of a cable's plugs by the design's template, the near end first; each opening that the cable ends in
 * has one.
 * @param lengthM length that is ordered, m, for the token `length`; left out, what a person entered
 */
export function endLabels(design: Design, cable: Cable, lengthM = cable.lengthM): EndLabels {
  return labelsBy(labelTemplateOf(design), design, cable, lengthM);
}

/** The template that was read last: a design has one, and asks for it at every cable. */
let last: { readonly source: string; readonly template: Template } | null = null;

/** The design's template of end labels; one that cannot be read gives way to the usual one. */
function labelTemplateOf({ settings }: Design): Template {
  const source = settings.cabling.labelTemplate;
  if (last?.source === source) return last.template;
  const answer = parseTemplate(source, 'label');
  const template = answer.ok ? answer.template : usualLabel();
  last = { source, template };
  return template;
}

function usualLabel(): Template {
  const answer = parseTemplate('', 'label');
  if (!answer.ok) throw new RangeError('the usual template cannot be read');
  return answer.template;
}

function labelsBy(
  template: Template,
  design: Design,
  cable: Cable,
  lengthM: number | null,
): EndLabels {
  const plugs = plugEnds(design, cable);
  const ofSide = (side: CablePlugEnd['side']): readonly string[] =>
    plugs
      .filter((plug) => plug.side === side)
      .map((plug) => template.map((part) => partText(design, cable, lengthM, plug, part)).join(''));
  return { a: ofSide('a'), b: ofSide('b') };
}

function partText(
  design: Design,
  cable: Cable,
  lengthM: number | null,
  plug: CablePlugEnd,
  part: TemplatePart,
): string {
  switch (part.part) {
    case 'text':
      return part.text;
    case 'near':
      return padded(endValue(design, plug.ports, part.token), part.digits);
    case 'far':
      return padded(endValue(design, plug.far, part.token), part.digits);
    case 'cable':
      return padded(cableValue(cable, lengthM, part.token), part.digits);
    case 'sequence':
      return '';
    default:
      return part satisfies never;
  }
}
