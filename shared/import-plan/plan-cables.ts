/** Cables: links are gathered into the cables that carry them, held against the rules, and compared with the design. */
import { mediumName } from '../catalog/index.ts';
import { USUAL_CATEGORY } from '../formats/netbox/out/cable-rows.ts';
import { keptOf, withKept } from '../formats/site/kept.ts';
import type { CableRow, EndRow } from '../formats/site/rows.ts';
import type { Design } from '../model/design.ts';
import { cableAt, portKey } from '../model/design-index.ts';
import type { RackId } from '../model/ids.ts';
import type { MediumId } from '../model/medium.ts';
import { newCable } from '../model/new-cable.ts';
import type { Cable, CableEnds, PortRef } from '../model/records.ts';
import { canCable, mediaFor, portAt, samePort, whyNoCable } from '../rules/index.ts';
import { say } from '../text/index.ts';
import type { DeviceEntry } from './device-book.ts';
import { differenceOf, differing, keptDifference, lengthDifference } from './differences.ts';
import type { Draft } from './draft.ts';
import type { LinkRow } from './expand-cables.ts';
import { findPort, likePorts } from './find-port.ts';
import { type Gathered, gatherLinks, type Link } from './gather-links.ts';
import type { FieldDifference } from './plan.ts';
import { whereOf } from './source-rows.ts';

/** So many cables are planned before it is told how far that is. */
const BETWEEN_TELLING = 1000;

/**
 * Plans the cables of these links.
 * @param design the design with all devices that the import makes
 * @param tell hears how much of it is done, 0..1
 */
export function planCables(
  draft: Draft,
  design: Design,
  rows: readonly LinkRow[],
  tell: (share: number) => void = () => undefined,
): void {
  const links = rows.flatMap((row) => linkOf(draft, design, row) ?? []);
  const byLabel = labelsOf(design);
  const rackIds = rackIdsOf(design);
  const coming = new Map<string, Cable>();
  const seen = new Set<string>();
  let done = 0;
  for (const gathered of gatherLinks(links, (link, code, args) => {
    const row = link.row;
    draft.fault(whereOf(row.source), { column: '', value: row.label }, code, args);
  })) {
    planCable(draft, design, gathered, { byLabel, rackIds, coming, seen });
    done += gathered.links.length;
    if (done % BETWEEN_TELLING === 0) tell(done / links.length);
  }
}

interface CableBooks {
  /** Cables of the design by label, where one label is one cable's. */
  readonly byLabel: ReadonlyMap<string, Cable>;
  /** Racks by name, where one name is one rack's. */
  readonly rackIds: ReadonlyMap<string, RackId>;
  /** Cables of this import, by the ports that they end in. */
  readonly coming: Map<string, Cable>;
  /** Cables of the design that a row has spoken of. */
  readonly seen: Set<string>;
}

function rackIdsOf(design: Design): ReadonlyMap<string, RackId> {
  const groups = Map.groupBy(design.racks.values(), ({ name }) => name);
  return new Map(
    [...groups].flatMap(([name, [rack, ...others]]) =>
      rack && others.length === 0 ? [[name, rack.id] as const] : [],
    ),
  );
}

function labelsOf(design: Design): ReadonlyMap<string, Cable> {
  const groups = Map.groupBy(design.cables.values(), ({ label }) => label);
  return new Map(
    [...groups].flatMap(([label, [cable, ...others]]) =>
      cable && others.length === 0 && label !== '' ? [[label, cable] as const] : [],
    ),
  );
}

/** The link that a row means; null where one of its ends is not there, which is said. */
function linkOf(draft: Draft, design: Design, row: LinkRow): Link | null {
  const a = endOf(draft, row, row.a, row.from);
  const b = endOf(draft, row, row.b, row.to);
  if (!a || !b) return null;
  const notes = [...a.notes, ...b.notes];
  const media = row.source.row.media;
  const medium = media[0] ?? mediaFor(design, a.ref, b.ref)[0];
  if (medium === undefined) {
    const why = whyNoCable(design, a.ref, b.ref);
    if (why)
      draft.forbidden(whereOf(row.source), why, 'cannot-cable', { column: '', value: row.label });
    return null;
  }
  if (media.length === 0) notes.push(say('import.note.medium', { medium: mediumName(medium) }));
  const placeA = portAt(design, a.ref);
  const placeB = portAt(design, b.ref);
  if (!placeA || !placeB) return null;
  return {
    row,
    a: placeA,
    b: placeB,
    media: media.length === 0 ? [medium] : media,
    isAssumed: media.length === 0,
    notes,
  };
}

interface FoundEnd {
  readonly ref: PortRef;
  readonly notes: readonly string[];
}

function endOf(
  draft: Draft,
  { source }: LinkRow,
  end: EndRow,
  entry: DeviceEntry | null,
): FoundEnd | null {
  const where = whereOf(source);
  const { deviceName } = end;
  if (!entry) {
    draft.fault(where, { column: '', value: deviceName }, 'no-such-device', { device: deviceName });
    return null;
  }
  if (!entry.device || !entry.type) {
    draft.fault(where, { column: '', value: deviceName }, 'device-left-out', {
      device: deviceName,
    });
    return null;
  }
  const { type, device } = entry;
  const found = findPort(type, end.port, end.kind);
  if (!found) {
    const like = likePorts(type, end.kind);
    const code = like === '' ? 'no-ports' : 'no-such-port';
    draft.fault(where, { column: '', value: end.port }, code, {
      port: end.port,
      device: deviceName,
      model: type.model,
      like,
    });
    return null;
  }
  const ref = { deviceId: device.id, portId: found.port.id };
  const args = { said: end.port, port: found.port.name, device: deviceName };
  const notes = found.how === 'exact' ? [] : [say(`import.note.port.${found.how}`, args)];
  return { ref, notes };
}

function planCable(draft: Draft, design: Design, gathered: Gathered, books: CableBooks): void {
  const [first] = gathered.links;
  if (!first) return;
  const ends: CableEnds = {
    a: gathered.links.map(({ a }) => a.ref),
    b: gathered.links.map(({ b }) => b.ref),
  };
  const { row } = first.row.source;
  const there = cableThere(design, ends, first.row.label, books);
  if (there && books.seen.has(there.id)) {
    draft.fault(whereOf(first.row.source), { column: '', value: first.row.label }, 'cable-twice', {
      label: there.label || first.a.port.name,
    });
    return;
  }
  if (there) {
    books.seen.add(there.id);
    compareCable(draft, design, there, gathered, ends, books);
    return;
  }
  const medium = mediumFor(design, ends, first.media);
  const verdict = canCable(design, ends, medium, { planned: plannedIn(books.coming) });
  const [why] = verdict.reasons;
  if (why) {
    const value = first.row.label || `${first.row.a.deviceName} ${first.row.a.port}`;
    draft.forbidden(whereOf(first.row.source), why, todoOf(why.key), { column: '', value });
    return;
  }
  const cable = newCable({
    id: draft.ids('cable'),
    label: first.row.label,
    medium,
    ends,
    ...saidOf(row),
    waypoints: waypointsOf(row, books),
    extra: withKept('', first.row.source.by, newsOf(draft, first)),
  });
  for (const ref of [...ends.a, ...ends.b]) books.coming.set(portKey(ref), cable);
  draft.cables.push(cable);
  draft.make({
    kind: 'cable',
    id: cable.id,
    name: cable.label,
    detail: detailOf(gathered, cable),
    where: whereOf(first.row.source),
    notes: [...new Set(gathered.links.flatMap(({ notes }) => notes))],
  });
}

/** Looks up the cables of this import, for the rules. */
function plannedIn(coming: ReadonlyMap<string, Cable>): (ref: PortRef) => Cable | undefined {
  return (ref) => coming.get(portKey(ref));
}

/** The medium among those the file may mean that goes into the ports; the likeliest where none does. */
function mediumFor(design: Design, ends: CableEnds, media: readonly MediumId[]): MediumId {
  const fits = media.find((medium) => canCable(design, ends, medium).allowed);
  return fits ?? media[0] ?? 'dac';
}

/** What a row says of a cable, without what it leaves open. */
function saidOf(row: CableRow): Partial<Cable> {
  return {
    awg: row.awg,
    lengthM: row.lengthM,
    colour: row.colour,
    fabric: row.fabric,
    rail: row.rail,
    status: row.status ?? 'planned',
    part: row.part,
    bundle: row.bundle,
    side: row.side ?? 'auto',
    notes: row.notes,
  };
}

/** The waypoints of a row; none where one of them is in no rack, or in one of several of that name. */
function waypointsOf({ waypoints }: CableRow, { rackIds }: CableBooks): Cable['waypoints'] {
  const led = waypoints.flatMap(({ rack, ...spot }) => {
    const rackId = rackIds.get(rack);
    return rackId === undefined ? [] : [{ rackId, ...spot }];
  });
  return led.length === waypoints.length ? led : [];
}

/** Without the category that NetBox is told of a twisted pair of which nobody stated one. */
function otherThanUsual(there: Cable, news: CableRow['kept']): CableRow['kept'] {
  const { type, ...others } = news;
  const isUsual = type === USUAL_CATEGORY && keptOf(there.extra, 'netbox')['type'] === undefined;
  return there.medium === 'base-t' && isUsual ? others : news;
}

function newsOf({ design }: Draft, { row, a, b }: Link): CableRow['kept'] {
  const rackOf = (rackId: string): string => design.racks.get(rackId)?.extra ?? '';
  const isUsual = (column: string, text: string): boolean => {
    if (!/^side_[ab]_site$/.test(column)) return false;
    const extra = rackOf((column === 'side_a_site' ? a : b).device.rackId);
    return (
      text === design.settings.name ||
      extra.includes(`"site":${JSON.stringify(text)}`) ||
      extra === ''
    );
  };
  return Object.fromEntries(
    Object.entries(row.source.row.kept).filter(([column, text]) => !isUsual(column, text)),
  );
}

/** The cable of the design that the links are: by an end pair that it has, else by its label. */
function cableThere(
  design: Design,
  ends: CableEnds,
  label: string,
  { byLabel }: CableBooks,
): Cable | null {
  for (const [k, a] of ends.a.entries()) {
    const b = ends.b[k];
    const cable = cableAt(design, a);
    if (cable && b && hasLink(cable, a, b)) return cable;
  }
  return label === '' ? null : (byLabel.get(label) ?? null);
}

function hasLink({ ends }: Cable, a: PortRef, b: PortRef): boolean {
  return ends.a.some((own, k) => {
    const other = ends.b[k];
    if (!other) return false;
    return (samePort(own, a) && samePort(other, b)) || (samePort(own, b) && samePort(other, a));
  });
}

function compareCable(
  draft: Draft,
  design: Design,
  there: Cable,
  gathered: Gathered,
  ends: CableEnds,
  books: CableBooks,
): void {
  const { coming } = books;
  const [first] = gathered.links;
  if (!first) return;
  const { row, by } = first.row.source;
  const sameEnds = ends.a.every((a, k) => hasLink(there, a, ends.b[k] ?? a));
  const fields: FieldDifference[] = [
    ...differenceOf('label', there.label, first.row.label, { label: first.row.label }),
    ...(sameEnds ? [] : [endsDifference(design, there, gathered, ends, coming)]),
    ...mediumDifference(design, there, first, sameEnds ? there.ends : ends, coming),
    ...lengthDifference(there.lengthM, row.lengthM),
    ...differenceOf('awg', there.awg, row.awg, { awg: row.awg }),
    ...differenceOf('colour', there.colour, row.colour, { colour: row.colour }),
    ...differenceOf('fabric', there.fabric, row.fabric, { fabric: row.fabric }),
    ...differenceOf('rail', there.rail, row.rail, { rail: row.rail }),
    ...differenceOf('status', there.status, row.status, { status: row.status ?? there.status }),
    ...differenceOf('part', there.part, row.part, { part: row.part }),
    ...differenceOf('bundle', there.bundle, row.bundle, { bundle: row.bundle }),
    ...differenceOf('side', there.side, row.side, { side: row.side ?? there.side }),
    ...waypointsDifference(there, waypointsOf(row, books)),
    ...differenceOf('notes', there.notes, row.notes, { notes: row.notes }),
    ...keptDifference(there.extra, by, otherThanUsual(there, newsOf(draft, first))),
  ];
  if (fields.length === 0) draft.same.cables += 1;
  else {
    const name = there.label || endsText(gathered);
    draft.differs.push({
      kind: 'cable',
      id: there.id,
      name,
      where: whereOf(first.row.source),
      fields,
    });
  }
}

function waypointsDifference(there: Cable, waypoints: Cable['waypoints']): FieldDifference[] {
  const text = (of: Cable['waypoints']): string =>
    JSON.stringify(of.map(({ rackId, face, xMm, yMm }) => [rackId, face, xMm, yMm]));
  if (waypoints.length === 0 || text(there.waypoints) === text(waypoints)) return [];
  const said = (of: Cable['waypoints']): string => say('import.waypoints', { count: of.length });
  return [differing('waypoints', said(there.waypoints), said(waypoints), { waypoints })];
}

function endsDifference(
  design: Design,
  there: Cable,
  gathered: Gathered,
  ends: CableEnds,
  coming: ReadonlyMap<string, Cable>,
): FieldDifference {
  const [why] = canCable(design, ends, there.medium, {
    ignore: there.id,
    planned: plannedIn(coming),
  }).reasons;
  const names = (refs: readonly PortRef[]): string =>
    refs
      .map((ref) => portAt(design, ref))
      .map((place) => (place ? `${place.device.name} ${place.port.name}` : '–'))
      .join(', ');
  const ours = `${names(there.ends.a)} → ${names(there.ends.b)}`;
  return differing('ends', ours, endsText(gathered), { ends }, why ? say(why.key, why.args) : null);
}

function mediumDifference(
  design: Design,
  there: Cable,
  { media, isAssumed }: Link,
  ends: CableEnds,
  coming: ReadonlyMap<string, Cable>,
): FieldDifference[] {
  const [medium] = media;
  if (isAssumed || medium === undefined || media.includes(there.medium)) return [];
  const [why] = canCable(design, ends, medium, {
    ignore: there.id,
    planned: plannedIn(coming),
  }).reasons;
  const blocked = why ? say(why.key, why.args) : null;
  return [differing('medium', mediumName(there.medium), mediumName(medium), { medium }, blocked)];
}

function todoOf(key: string): string {
  switch (key) {
    case 'rules.portTaken':
      return 'port-taken';
    case 'rules.cageTaken':
    case 'rules.cageNeeded':
      return 'same-cable';
    case 'rules.mediumMisfit':
      return 'other-medium';
    default:
      return 'cannot-cable';
  }
}

function detailOf(gathered: Gathered, cable: Cable): string {
  const medium = say(`catalog.medium.${cable.medium}.short`);
  const length =
    cable.lengthM === null ? [] : [say('import.detail.length', { length: cable.lengthM })];
  return [endsText(gathered), medium, ...length].join(', ');
}

/** `dgx01 OSFP1/1 → leaf01 1/1`; of several links the first, and how many more. */
function endsText({ links }: Gathered): string {
  const [first] = links;
  if (!first) return '';
  const { a, b } = first;
  const text = `${a.device.name} ${a.port.name} → ${b.device.name} ${b.port.name}`;
  return links.length === 1
    ? text
    : say('import.detail.moreLinks', { text, more: links.length - 1 });
}
