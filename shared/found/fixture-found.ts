/** Found networks for tests. */
import type { FoundLink, FoundNetwork } from '../model/records.ts';

/** A link from `leaf01 1/1 - dgx01 rail0`, with its state behind it where it is not up: `… (degraded)`. */
export function foundLink(text: string, line = 0): FoundLink {
  const [, a = '', b = '', state = 'up'] = /^(.+?) - (.+?)(?: \((\w+)\))?$/.exec(text) ?? [];
  const end = (words: string) => {
    const [device = '', ...port] = words.split(' ');
    return { device, port: port.join(' ') };
  };
  return {
    a: end(a),
    b: b === 'nothing' ? null : end(b),
    state: state as FoundLink['state'],
    speedGbps: null,
    note: line === 0 ? '' : `line ${line}`,
  };
}

export function foundNetwork(
  links: readonly string[],
  over: Partial<FoundNetwork> = {},
): FoundNetwork {
  return {
    kind: 'found',
    id: 'found-1',
    name: 'fabric.txt',
    format: 'ibnetdiscover',
    on: '2026-11-26',
    links: links.map((link, n) => foundLink(link, n + 1)),
    aliases: [],
    ...over,
  };
}
