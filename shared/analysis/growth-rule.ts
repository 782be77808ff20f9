/** Rule `ports`: whether what is to come finds ports, and which switch runs out first. */
import type { Design } from '../model/design.ts';
import type { DeviceId } from '../model/ids.ts';
import type { Growth } from '../model/records.ts';
import { say } from '../text/index.ts';
import { compareIds, count, type FindingSource, makeFinding, subjectOf, words } from './finding.ts';
import { roomOn, type Siblings, type Vacancy } from './growth.ts';
import type { Subject } from './types.ts';

type Tables = Pick<Design, 'devices' | 'deviceTypes'>;

/** What is left of the ports of switches while nodes are put on them. */
type Vacancies = (id: DeviceId) => Vacancy;

/**
 * The findings about nodes to come: one per fabric in which such nodes hang, or one that says that none does, so
 * that nobody knows how they would be cabled.
 *
 * A new node is cabled like the siblings it has: of the ways in which nodes of the type hang in a fabric, those
 * with as many links as most of them have. The way with the most room is filled first, then the next.
 * @param siblings the nodes of the type, by the way they hang
 * @param vacancyOf the ports for data of a switch that nothing is plugged in; kept ones are there for growth
 */
export function growthFindings(
  tables: Tables,
  growth: Growth,
  siblings: readonly Siblings[],
  vacancyOf: Vacancies,
): readonly FindingSource[] {
  if (siblings.length === 0) return [unknownFinding(tables, growth)];
  const fabrics = [...Map.groupBy(siblings, ({ pattern }) => pattern.fabric)];
  return fabrics
    .sort(([a], [b]) => compareIds(a, b))
    .map(([fabric, ways]) =>
      fabricFinding(tables, growth, fabric, fill(usual(ways), growth.count, vacancyOf)),
    );
}

function linksOf({ pattern }: Siblings): number {
  return pattern.switches.reduce((sum, [, links]) => sum + links, 0);
}

/** The ways with as many links as most nodes have; of two that are as common, those with more. */
function usual(ways: readonly Siblings[]): readonly Siblings[] {
  const nodes = new Map<number, number>();
  for (const way of ways) {
    const links = linksOf(way);
    nodes.set(links, (nodes.get(links) ?? 0) + way.nodes.size);
  }
  const [most] = [...nodes].sort(([l, n], [m, o]) => o - n || m - l);
  return ways.filter((way) => linksOf(way) === most?.[0]);
}

/** How nodes went on the switches. */
interface Filled {
  readonly placed: number;
  /** All that would have gone. */
  readonly room: number;
  readonly siblings: number;
  /** The switch that runs out first, with what it had at the start, and the links of one node to it. */
  readonly first: { readonly id: DeviceId; readonly vacancy: Vacancy; readonly links: number };
}

function fill(ways: readonly Siblings[], wanted: number, vacancyOf: Vacancies): Filled {
  const taken = new Map<DeviceId, number>();
  const left = (id: DeviceId): Vacancy => {
    const { free, reserved } = vacancyOf(id);
    return { free: free - (taken.get(id) ?? 0), reserved };
  };
  const roomiest = [...ways].sort((a, b) => tightest(b, left).room - tightest(a, left).room);
  let room = 0;
  let first: Filled['first'] | null = null;
  for (const way of roomiest) {
    const limit = tightest(way, left);
    first ??= { id: limit.id, vacancy: vacancyOf(limit.id), links: limit.links };
    room += limit.room;
    for (const [id, links] of way.pattern.switches) {
      taken.set(id, (taken.get(id) ?? 0) + links * limit.room);
    }
  }
  return {
    placed: Math.min(room, wanted),
    room,
    siblings: ways.reduce((sum, { nodes }) => sum + nodes.size, 0),
    first: first ?? { id: '', vacancy: { free: 0, reserved: 0 }, links: 1 },
  };
}

interface Tightest {
  readonly id: DeviceId;
  readonly room: number;
  readonly links: number;
}

/** The switch of a way that takes the fewest more nodes. */
function tightest({ pattern }: Siblings, left: Vacancies): Tightest {
  let found: Tightest = { id: '', room: Number.POSITIVE_INFINITY, links: 1 };
  for (const [id, links] of pattern.switches) {
    const room = roomOn(left(id), links);
    if (room < found.room) found = { id, room, links };
  }
  return found;
}

function fabricFinding(
  tables: Tables,
  { typeId, count: wanted }: Growth,
  fabric: string,
  { placed, room, siblings, first }: Filled,
): FindingSource {
  const fits = placed === wanted;
  const type = typeSubject(tables, typeId);
  const tight = tables.devices.get(first.id);
  return makeFinding(
    {
      id: `ports:growth:${typeId}:${fabric}`,
      rule: 'ports',
      severity: fits ? 'note' : 'warning',
    },
    () => ({
      subjects: tight ? [subjectOf(tight), type] : [type],
      message: `ports.growth.${fits ? 'fits' : 'short'}`,
      values: {
        type: words(type.name),
        fabric: words(fabric === '' ? say('analysis.noFabric') : fabric),
        wantedNodes: count(wanted),
        room: count(room),
        node: count(room + 1),
        lackingNodes: count(wanted - placed),
        nodes: count(siblings),
        first: words(tight?.name ?? ''),
        free: count(first.vacancy.free),
        reserved: count(first.vacancy.reserved),
        links: count(first.links),
      },
      explanation: [
        {
          formula: fits ? 'N_new <= N' : 'N_new > N; n = N + 1',
          where: { N_new: 'wantedNodes', N: 'room', n: 'node' },
          sources: ['ports of the switches', 'how the nodes of this type are cabled'],
        },
        {
          formula: 'N_1 <= (f + k)/l',
          where: { f: 'free', k: 'reserved', l: 'links' },
          sources: ['ports of the switch that runs out first'],
        },
      ],
    }),
  );
}

function unknownFinding(tables: Tables, { typeId, count: wanted }: Growth): FindingSource {
  const type = typeSubject(tables, typeId);
  return makeFinding({ id: `ports:growth:${typeId}`, rule: 'ports', severity: 'note' }, () => ({
    subjects: [type],
    message: 'ports.growth.unknown',
    values: { type: words(type.name), wantedNodes: count(wanted) },
    missing: [`device type ${type.name}: cabledLike`],
  }));
}

function typeSubject(tables: Tables, typeId: string): Subject {
  const type = tables.deviceTypes.get(typeId);
  return type ? subjectOf(type) : { kind: 'deviceType', id: typeId, name: typeId };
}
