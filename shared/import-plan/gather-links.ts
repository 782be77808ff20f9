/**
 * Which links are one cable. A list has a row for each link; the thing that is pulled may carry several: those of one
 * label that leave one opening, run between panels, or are numbered as links of one cable; the parts of a port that is
 * split; and, without labels, all links of one plug that fills its opening. Any other label that stands twice is a
 * slip of whoever copied the row.
 */

import type { MediumId } from '../model/medium.ts';
import { fillsCage, hasFixedEnds } from '../rules/mating.ts';
import type { PortPlace } from '../rules/port-lookup.ts';
import type { MessageArgs } from '../text/index.ts';
import type { LinkRow } from './expand-cables.ts';

/** A link whose ends are ports of the design. */
export interface Link {
  readonly row: LinkRow;
  readonly a: PortPlace;
  readonly b: PortPlace;
  readonly media: readonly MediumId[];
  /** True where no file says the medium. */
  readonly isAssumed: boolean;
  readonly notes: readonly string[];
}

/** The links of one cable, in the order of their rows. */
export interface Gathered {
  readonly links: Link[];
}

type Refuse = (link: Link, code: string, args: MessageArgs) => void;

/** Gathers links into cables. A label that stands again where it cannot be the same cable is refused. */
export function gatherLinks(links: readonly Link[], refuse: Refuse): readonly Gathered[] {
  const all: Gathered[] = [];
  const byLabel = new Map<string, Gathered>();
  const byPlug = new Map<string, Gathered>();
  // Of a document that lists cables, which links are one is said, and the rules judge the whole.
  const byKey = new Map<string, Gathered>();
  for (const link of links) {
    const { label } = link.row;
    const key = keyOf(link);
    const listed = key === null ? undefined : byKey.get(key);
    if (listed) {
      listed.links.push(link);
      continue;
    }
    const named = label === '' ? undefined : byLabel.get(label);
    if (named && (key !== null || !isOneCable(named, link))) {
      const line = named.links[0]?.row.source.row.place.line ?? 0;
      refuse(link, 'label-twice', { label, line });
      continue;
    }
    const keys = plugKeys(link);
    const plugged =
      label === '' && key === null
        ? keys.map((key) => byPlug.get(key)).find((one) => one !== undefined)
        : undefined;
    const gathered = named ?? (plugged && isOneCable(plugged, link) ? plugged : undefined);
    const cable: Gathered = gathered ?? { links: [] };
    if (!gathered) all.push(cable);
    cable.links.push(link);
    if (key !== null) byKey.set(key, cable);
    if (label !== '') byLabel.set(label, cable);
    else for (const key of keys) byPlug.set(key, cable);
  }
  return all;
}

/** The cable of its file that a link is listed under; null where the file lists links. */
function keyOf({ row: { source } }: Link): string | null {
  return source.row.cableKey === '' ? null : `${source.file}\n${source.row.cableKey}`;
}

/** Whether the link can run in the cable of those gathered. */
function isOneCable({ links }: Gathered, link: Link): boolean {
  const all = [...links, link];
  const [first] = all;
  if (!first || link.media[0] !== first.media[0]) return false;
  const isRepeated = links.some(
    ({ a, b }) => portOf(a) === portOf(link.a) && portOf(b) === portOf(link.b),
  );
  if (isRepeated) return false;
  const oneOf = (key: (one: Link) => string): boolean =>
    all.every((one) => key(one) === key(first));
  if (oneOf(({ a }) => openingOf(a)) || oneOf(({ b }) => openingOf(b))) return true;
  const isTrunk = all.every((one) => isPanel(one.a) && isPanel(one.b)) || areNumbered(all);
  return isTrunk && oneOf(({ a, b }) => `${a.device.id} ${b.device.id}`);
}

/** Links that a column numbers: `1/8`, `2/8`. */
function areNumbered(links: readonly Link[]): boolean {
  const numbers = links.map(({ row }) => row.source.row.link);
  return numbers.every((number) => number !== '') && new Set(numbers).size === numbers.length;
}

function isPanel({ port }: PortPlace): boolean {
  return port.kind === 'front' || port.kind === 'rear';
}

/** What a plug takes up: the port itself, and the whole opening where it fills it. */
function plugKeys({ a, b, media }: Link): string[] {
  const fills = hasFixedEnds(media[0] ?? 'dac');
  return [a, b].flatMap((place) => {
    const own = portOf(place);
    return fills && fillsCage(place) ? [own, openingOf(place)] : [own];
  });
}

function portOf({ ref }: PortPlace): string {
  return `${ref.deviceId}/${ref.portId}`;
}

function openingOf(place: PortPlace): string {
  const { ref, port } = place;
  return port.cageId === null ? portOf(place) : `${ref.deviceId}#${port.cageId}`;
}
