/** What a NetBox type leaves open or says against itself: told, never mended in silence. */
import type { DeviceType, Port } from '../../model/device-type.ts';
import type { CageGroups } from './cage-groups.ts';
import type { ImportReport } from './import-report.ts';
import { slugFacts } from './port-slug.ts';

const SUPPLY_BAY = /psu|power|pem\b|pwr|supply|\bps\s?\d/i;
/** From so many network ports on a type is taken for a switch. */
const SWITCH_PORTS = 8;

/** Cages that were told from names, and halves of them that are missing. */
export function doubtCages({ groups, twins, lonely }: CageGroups, report: ImportReport): void {
  if (twins === 0) return;
  const example = groups.find(({ ports }) => ports.length === 2);
  const [one, two] = example?.ports ?? [];
  report.add('twin-cages', 'interfaces', {
    count: twins,
    cage: example?.name ?? '',
    one: one?.name ?? '',
    two: two?.name ?? '',
  });
  const listed = twins * 2 + lonely.length;
  for (const cage of lonely) {
    report.add(
      'lonely-twin',
      'interfaces',
      { twins, listed, expected: (twins + lonely.length) * 2 },
      cage,
    );
  }
}

/** Doubts about power, height and air. `comments` is all that the file says in prose. */
export function doubtType(type: DeviceType, comments: string, report: ImportReport): void {
  doubtPower(type, comments, report);
  const interfaces = type.ports.filter(
    (port) => port.kind === 'interface' && slugFacts(port.slug).cabled,
  ).length;
  if (type.lodging !== 'rack') return;
  if (type.heightU === 0 && interfaces >= SWITCH_PORTS) {
    report.add('no-units', 'u_height', { interfaces });
  }
  if (type.airflow?.value === 'rear-to-front' && interfaces >= SWITCH_PORTS) {
    report.add('air-at-ports', 'airflow');
  }
}

function doubtPower(type: DeviceType, comments: string, report: ImportReport): void {
  const inlets = type.ports.filter((port) => port.kind === 'powerInlet');
  const draws = inlets.flatMap(({ maximumDrawW }) => (maximumDrawW === null ? [] : [maximumDrawW]));
  const bays = type.bays.filter(({ kind, name }) => kind === 'module' && SUPPLY_BAY.test(name));
  if (bays.length > 0 && draws.length === 0) {
    for (const bay of bays) report.add('power-in-modules', 'module-bays', {}, bay.name);
  }
  if (inlets.length > 1 && draws.length > 0) {
    report.add('several-supplies', 'power-ports', {
      inlets: inlets.length,
      draws: wattsInWords(draws),
    });
  }
  doubtStatedPower(inlets, draws, comments, report);
}

/** `875 W`, or `650 W to 1100 W`. */
function wattsInWords(draws: readonly number[]): string {
  const ordered = [...new Set(draws)].sort((a, b) => a - b);
  return [...new Set([ordered.at(0), ordered.at(-1)])].map((watts) => `${watts} W`).join(' to ');
}

/** Prose that speaks of more power than all inlets together may draw. */
function doubtStatedPower(
  inlets: readonly Port[],
  draws: readonly number[],
  comments: string,
  report: ImportReport,
): void {
  const stated = /(?:^|[^\d.,])(\d{1,3}(?:\.\d{1,3})?) ?kW\b/.exec(comments)?.[1];
  if (stated === undefined || draws.length === 0 || draws.length < inlets.length) return;
  const sum = draws.reduce((total, draw) => total + draw, 0);
  if (Number(stated) * 1000 > sum) report.add('power-doubt', 'power-ports', { stated, sum });
}
