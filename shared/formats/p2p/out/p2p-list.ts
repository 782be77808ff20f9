/**
 * Plenum's own cable list: a row for each link, with all that the usual lists say of it (field/interop.md, 1.5). Rows
 * of one cable have its id in common.
 */
import type { CableRow } from '../../../analysis/types.ts';
import type { Design } from '../../../model/design.ts';
import { portKey, portOf, typeOf } from '../../../model/design-index.ts';
import type { CableId } from '../../../model/ids.ts';
import type { Cable, Device, PortRef } from '../../../model/records.ts';
import { keptOf } from '../../site/kept.ts';
import type { WrittenTable } from '../../written-table.ts';

/** What is ordered of each cable. */
export type OrderedLengths = ReadonlyMap<CableId, Pick<CableRow, 'lengthM' | 'lengthSource'>>;

const END = ['row', 'rack', 'u', 'face', 'device', 'port', 'connector'] as const;

const COLUMNS = [
  'cable_id',
  'bundle',
  'fabric',
  'status',
  ...END.map((field) => `src_${field}`),
  ...END.map((field) => `dst_${field}`),
  'medium',
  'part_number',
  'speed_gbps',
  'length_m',
  'length_measured_m',
  'color',
  'label_a',
  'label_b',
  'notes',
  // Not every list has these: which link of its cable a row is, and what else a cable is known by.
  'link',
  'rail',
  'awg',
  'length_source',
] as const;

/** What is printed at a plug; see `endLabels`. */
export type LabelsOf = (cable: Cable) => {
  readonly a: readonly string[];
  readonly b: readonly string[];
};

/**
 * The list of all cables, in the order of the design.
 * @param lengths what is ordered: a length that nobody entered is marked as estimated
 */
export function p2pList(design: Design, lengths: OrderedLengths, labelsOf: LabelsOf): WrittenTable {
  const names = cableIds(design);
  const rows = [...design.cables.values()].flatMap((cable) => {
    const length = lengths.get(cable.id);
    const labels = labelsOf(cable);
    const kept = keptOf(cable.extra, 'p2p');
    const links = cable.ends.a.length;
    return cable.ends.a.flatMap((a, n) => {
      const b = cable.ends.b[n];
      if (!b) return [];
      return [
        [
          names.get(cable.id) ?? cable.id,
          cable.bundle,
          cable.fabric,
          cable.status,
          ...endCells(design, a),
          ...endCells(design, b),
          kept['medium'] ?? WORDS[cable.medium] ?? cable.medium,
          cable.part,
          speedOf(design, cable, a, b),
          length?.lengthM ?? null,
          kept['length_measured_m'] ?? '',
          cable.colour ?? '',
          kept['label_a'] ?? labels.a[plugOf(design, cable.ends.a, n)] ?? '',
          kept['label_b'] ?? labels.b[plugOf(design, cable.ends.b, n)] ?? '',
          cable.notes,
          links === 1 ? '' : `${n + 1}/${links}`,
          cable.rail,
          cable.awg,
          length?.lengthSource ?? '',
        ],
      ];
    });
  });
  return { name: 'cables', columns: COLUMNS, rows };
}

const WORDS: Partial<Readonly<Record<Cable['medium'], string>>> = { dac: 'dac-passive' };

/** The cables' labels where each is of one cable only, else their ids. */
function cableIds({ cables }: Design): ReadonlyMap<CableId, string> {
  const byLabel = Map.groupBy(cables.values(), ({ label }) => label);
  return new Map(
    [...cables.values()].map(({ id, label }) => [
      id,
      label !== '' && byLabel.get(label)?.length === 1 ? label : id,
    ]),
  );
}

function endCells(
  design: Design,
  { deviceId, portId }: PortRef,
): readonly (string | number | null)[] {
  const device = design.devices.get(deviceId);
  if (!device) return ['', '', null, '', deviceId, portId, ''];
  const type = typeOf(design, device);
  const port = portOf(type, portId);
  const cage = type.cages.find(({ id }) => id === port?.cageId);
  const rack = design.racks.get(device.rackId);
  return [
    design.rows.get(rack?.rowId ?? '')?.name ?? '',
    rack?.name ?? '',
    unitOf(device),
    device.face,
    device.name,
    port?.name ?? portId,
    cage?.formFactor.toUpperCase() ?? '',
  ];
}

/** Gear beside the rails takes no unit. */
function unitOf({ mount, u }: Device): number | null {
  return mount === 'side' ? null : u;
}

/** What one link carries: of the slower of its ports, shared among the links that are in it. */
function speedOf(design: Design, { ends }: Cable, a: PortRef, b: PortRef): number | null {
  const speeds = [
    [ends.a, a],
    [ends.b, b],
  ] as const;
  const known = speeds.flatMap(([refs, ref]) => {
    const device = design.devices.get(ref.deviceId);
    const port = device && portOf(typeOf(design, device), ref.portId);
    const sharing = refs.filter((each) => portKey(each) === portKey(ref)).length;
    return port?.speedGbps ? [port.speedGbps / sharing] : [];
  });
  return known.length === 0 ? null : Math.min(...known);
}

/** Which plug of its side a link is in: one for each opening, in the order of the ends. */
function plugOf(design: Design, refs: readonly PortRef[], n: number): number {
  const openings: string[] = [];
  for (const ref of refs.slice(0, n + 1)) {
    const key = openingOf(design, ref);
    if (!openings.includes(key)) openings.push(key);
  }
  const own = refs[n];
  return own ? openings.indexOf(openingOf(design, own)) : 0;
}

function openingOf(design: Design, ref: PortRef): string {
  const device = design.devices.get(ref.deviceId);
  const cageId = device && portOf(typeOf(design, device), ref.portId)?.cageId;
  return cageId === null || cageId === undefined ? portKey(ref) : `${ref.deviceId} ${cageId}`;
}
