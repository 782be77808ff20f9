/** What was found against what is drawn, as findings. */

import type { Difference } from '../found/compare-network.ts';
import { farEnd } from '../found/compare-network.ts';
import type { Discrepancy } from '../found/discrepancies.ts';
import type { DrawnLink, Tables } from '../found/drawn-links.ts';
import { portOf } from '../model/design-index.ts';
import type { Cable, FoundEnd, FoundLink, PortRef } from '../model/records.ts';
import { say } from '../text/index.ts';
import {
  count,
  type FindingDetails,
  type FindingHead,
  type FindingSource,
  makeFinding,
  subjectOf,
  words,
} from './finding.ts';
import type { Severity, Subject } from './types.ts';

const SEVERITIES: Readonly<Record<Discrepancy['kind'], Severity>> = {
  swapped: 'error',
  missing: 'warning',
  extra: 'warning',
  moved: 'warning',
  degraded: 'warning',
  name: 'note',
  ports: 'note',
};

/** Names in one sentence at most; the others are counted. */
const NAMES_MAX = 8;

/** A discrepancy as a finding; what it says is of the records of now. */
export function foundFinding(tables: Tables, told: Discrepancy): FindingSource {
  const rule = told.kind === 'name' || told.kind === 'ports' ? 'data' : 'found';
  const head: FindingHead = { id: told.id, rule, severity: SEVERITIES[told.kind] };
  const details = detailsOf(tables, told);
  return makeFinding(head, () => details);
}

/** All that a finding says, as text: two that are alike are one finding. */
export function sayingOf(tables: Tables, told: Discrepancy): string {
  return JSON.stringify(detailsOf(tables, told));
}

function detailsOf(tables: Tables, told: Discrepancy): FindingDetails {
  if (told.kind === 'name') return nameDetails(told);
  if (told.kind === 'ports') return portDetails(told);
  return differenceDetails(tables, told.differences, told.network.name);
}

function nameDetails({
  network,
  unmatched: { name, why, links, first },
}: Extract<Discrepancy, { kind: 'name' }>): FindingDetails {
  return {
    subjects: [subjectOf(network)],
    message: `data.foundName.${why}`,
    values: {
      file: words(network.name),
      name: words(name),
      links: count(links),
      ...placeOf(first),
    },
    missing: [say('analysis.missing.foundName', { name })],
  };
}

function portDetails({
  network,
  unmatched: { device, ports, first },
}: Extract<Discrepancy, { kind: 'ports' }>): FindingDetails {
  const shown = ports.slice(0, NAMES_MAX).join(', ');
  const more = ports.length - NAMES_MAX;
  const names = more > 0 ? say('analysis.found.more', { names: shown, more }) : shown;
  return {
    subjects: [subjectOf(device), subjectOf(network)],
    message: 'data.foundPorts',
    values: {
      file: words(network.name),
      device: words(device.name),
      count: count(ports.length),
      ports: words(names),
      ...placeOf(first),
    },
  };
}

/** Where the file says so; a file without lines says nothing. */
function placeOf({ note }: FoundLink): Pick<FindingDetails['values'], string> {
  return { place: words(note === '' ? say('analysis.found.noPlace') : note) };
}

function differenceDetails(
  tables: Tables,
  differences: readonly [Difference, ...Difference[]],
  fileName: string,
): FindingDetails {
  const [difference] = differences;
  const file = words(fileName);
  const links = count(differences.length);
  switch (difference.kind) {
    case 'missing': {
      const { drawn, down } = difference;
      return {
        subjects: subjectsOf(tables, drawn),
        message: down ? 'found.down' : 'found.missing',
        values: { file, links, ...drawnValues(tables, drawn), ...(down ? placeOf(down) : {}) },
      };
    }
    case 'degraded': {
      const { drawn, link } = difference;
      return {
        subjects: subjectsOf(tables, drawn),
        message: 'found.degraded',
        values: { file, links, ...drawnValues(tables, drawn), ...placeOf(link) },
      };
    }
    case 'extra': {
      const { met } = difference;
      return {
        subjects: [...deviceSubjects(tables, [met.a, met.b])],
        message: 'found.extra',
        values: {
          file,
          a: words(portName(tables, met.a)),
          b: words(portName(tables, met.b)),
          ...placeOf(met.link),
        },
      };
    }
    case 'moved': {
      const { drawn, met } = difference;
      return {
        subjects: subjectsOf(tables, drawn),
        message: 'found.moved',
        values: {
          file,
          links,
          ...drawnValues(tables, drawn),
          foundA: words(portName(tables, met.a)),
          foundB: words(portName(tables, met.b)),
          ...placeOf(met.link),
        },
      };
    }
    case 'swapped':
      return swappedDetails(tables, difference, fileName, differences.length);
    default:
      return difference satisfies never;
  }
}

function swappedDetails(
  tables: Tables,
  { drawn, met }: Extract<Difference, { kind: 'swapped' }>,
  fileName: string,
  links: number,
): FindingDetails {
  const cables = [...new Set(drawn.flatMap(({ cables: [first] }) => first ?? []))];
  const ends = drawn.flatMap(({ a, b }) => [a, b]);
  const [first, second] = met;
  return {
    subjects: [...cables.map(subjectOf), ...deviceSubjects(tables, ends)],
    message: 'found.swapped',
    values: {
      file: words(fileName),
      cables: count(cables.length),
      names: words(cables.slice(0, NAMES_MAX).map(cableName).join(', ')),
      links: count(links),
      first: words(first ? foundText(first.link) : ''),
      second: words(second ? foundText(second.link) : ''),
      place: words([first, second].flatMap((each) => each?.link.note ?? []).join(' / ')),
    },
  };
}

function foundText({ a, b }: FoundLink): string {
  const end = ({ device, port }: FoundEnd): string => `${device} ${port}`.trim();
  return say('analysis.found.link', { a: end(a), b: b ? end(b) : '' });
}

function drawnValues(tables: Tables, drawn: DrawnLink): FindingDetails['values'] {
  return {
    cable: words(drawn.cables.map(cableName).join(', ')),
    a: words(portName(tables, drawn.a)),
    b: words(portName(tables, farEnd(drawn, drawn.a))),
  };
}

function cableName({ id, label }: Cable): string {
  return label === '' ? id : label;
}

/** `leaf01 1/1`. */
export function portName({ devices, deviceTypes }: Tables, { deviceId, portId }: PortRef): string {
  const device = devices.get(deviceId);
  const type = device && deviceTypes.get(device.typeId);
  const port = type && portOf(type, portId);
  return `${device?.name ?? deviceId} ${port?.name ?? portId}`;
}

function subjectsOf(tables: Tables, { a, b, cables }: DrawnLink): readonly Subject[] {
  return [...cables.map(subjectOf), ...deviceSubjects(tables, [a, b])];
}

function deviceSubjects({ devices }: Tables, refs: readonly PortRef[]): readonly Subject[] {
  const ids = [...new Set(refs.map(({ deviceId }) => deviceId))];
  return ids.flatMap((id) => {
    const device = devices.get(id);
    return device ? [subjectOf(device)] : [];
  });
}
