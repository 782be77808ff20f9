/** Rule `ports`, one device: ports that run out, and plugs that share a cage. */
import type { DevicePorts } from './device-ports.ts';
import {
  compareIds,
  count,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';
import type { Attachment } from './growth.ts';
import type { Placed } from './rack-neighbours.ts';

/** A switch is nearly full when no more than this share of its ports is left. */
const NEARLY = 0.1;

/** The findings about the ports of one device. */
export function portsFindings(
  placed: Placed,
  ports: DevicePorts,
  role: Attachment['role'],
): readonly FindingSource[] {
  const full = placed.type.category === 'switch' ? fullFinding(placed, ports, role) : null;
  const crowded = ports.crowded.length > 0 ? crowdedFinding(placed, ports) : null;
  if (!full && !crowded) return NONE;
  return [full, crowded].filter((finding) => finding !== null);
}
const NONE: readonly FindingSource[] = [];

function fullFinding(
  { device }: Placed,
  { data }: DevicePorts,
  role: Attachment['role'],
): FindingSource | null {
  if (data === null || data.used === 0 || data.free > NEARLY * data.total) return null;
  const out = data.free + data.reserved <= 0;
  const leaf = role === 'leaf';
  return makeFinding(
    { id: `ports:${device.id}:free`, rule: 'ports', severity: out && leaf ? 'warning' : 'note' },
    () => ({
      subjects: [subjectOf(device)],
      message: `ports.${out ? 'out' : 'few'}.${leaf ? 'leaf' : 'spine'}`,
      values: {
        device: words(device.name),
        total: count(data.total),
        used: count(data.used),
        free: count(data.free),
        reserved: count(data.reserved),
        shut: count(data.total - data.used - data.reserved - data.free),
        speed: quantity(data.speedGbps, 'Gb/s', 'datasheet'),
      },
      explanation: [
        {
          formula: 'free = total - used - reserved - shut',
          where: {
            free: 'free',
            total: 'total',
            used: 'used',
            reserved: 'reserved',
            shut: 'shut',
          },
          sources: ['ports of the device type', 'cables of the design'],
        },
      ],
    }),
  );
}

function crowdedFinding({ device }: Placed, { crowded }: DevicePorts): FindingSource {
  const cables = [...new Set(crowded.flatMap((cage) => cage.cables))];
  cables.sort((a, b) => compareIds(a.id, b.id));
  const cages = crowded.map(({ cage }) => cage);
  return makeFinding({ id: `ports:${device.id}:cages`, rule: 'ports', severity: 'error' }, () => ({
    subjects: [subjectOf(device), ...cables.map(subjectOf)],
    message: 'ports.crowded',
    values: {
      device: words(device.name),
      cages: count(cages.length),
      first: words(cages[0] ?? ''),
      cables: count(cables.length),
    },
    explanation: [
      {
        formula:
          'a cable with fixed ends takes a whole cage; only fibre on a twin-port transceiver shares it',
        where: {},
        sources: ['catalogue of media: plug'],
      },
    ],
  }));
}
