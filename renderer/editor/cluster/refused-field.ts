/** Which field of a specification a refusal speaks of: refusals begin with its place. */

/** @returns the place as names joined by dots; '' where the sentence names none */
export function refusedField(text: string): string {
  const [, place = ''] = /^([a-z][\w.-]*)(?::| is )/i.exec(text) ?? [];
  // The arithmetic of a fabric names its own numbers, behind the fabric: `compute: tiers is 2: …`.
  const [, number = ''] = /^[a-z][\w.]*: ([a-z]\w*) (?:is|need) /i.exec(text) ?? [];
  if (number === '') return place;
  if (number === 'nodes') return 'node.count';
  return `${place}.${SPEC_NAMES[number] ?? number}`;
}

/** What the arithmetic calls otherwise than the specification. */
const SPEC_NAMES: Readonly<Record<string, string>> = {
  railsPerNode: 'rails',
  extraNodePorts: 'extraPorts',
  switchPorts: 'leaf',
};
