/** What may help a finding, by what it says; the likeliest and least costly first. */

import type { Finding } from '../analysis/types.ts';
import type { Design } from '../model/design.ts';
import { cablesOfDevice } from '../model/design-index.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import type { Cable, Device } from '../model/records.ts';
import { say } from '../text/index.ts';
import { type Candidate, changing } from './fix.ts';
import { type FixCase, fixCase } from './fix-case.ts';
import { foundCandidates } from './found-fixes.ts';
import {
  alikeCandidates,
  gaugeCandidates,
  lengthCandidates,
  mediumCandidates,
  staleCandidates,
  thinnerWire,
} from './media-fixes.ts';
import { nearerUnit, relieved, swapped, turnedRound } from './move-fixes.ts';
import { blankCandidate, managerCandidates } from './panel-fixes.ts';
import { bothStrips, halfAndHalf, nearerSides, oneSide } from './side-fixes.ts';

type Maker = (of: FixCase) => readonly Candidate[];

/** By beginnings of message keys; longer ones first. What stands in none of them has no fix but knowing more. */
const MAKERS: readonly (readonly [start: string, make: Maker])[] = [
  ['reach.short', ({ design, cables }) => cables.flatMap((each) => lengthCandidates(design, each))],
  ['reach.unknown', () => []],
  ['reach.', reachCandidates],
  ['data.stale', staleLengths],
  ['bundle.strip', ({ design, racks }) => racks.map((rack) => bothStrips(design, rack))],
  [
    'bundle.tray',
    ({ design, finding }) => mediumCandidates(design, betweenRacks(design), finding.id),
  ],
  ['bundle.bendUnknown', () => []],
  ['bundle.bend', thinnerCandidates],
  ['bundle.manager', thinnerCandidates],
  ['bundle.', bundleCandidates],
  ['air.open', ({ design, racks }) => racks.flatMap((rack) => blankCandidate(design, rack))],
  ['air.direction', ({ design, devices }) => turnedRound(design, devices)],
  ['air.optics', () => []],
  ['air.door', doorCandidates],
  ['air.sideways', () => []],
  ['air.', bundleCandidates],
  ['heat.inlet.cold', () => []],
  ['heat.inlet', inletCandidates],
  ['heat.power', ({ design, racks }) => racks.flatMap(({ id }) => relieved(design, id))],
  ['place.weight', ({ design, racks }) => racks.flatMap(({ id }) => relieved(design, id))],
  [
    'latency.over',
    ({ design, cables, finding }) => mediumCandidates(design, sameRail(design, cables), finding.id),
  ],
  ['found.', ({ design, finding }) => foundCandidates(design, finding.id)],
  ['data.found', ({ design, finding }) => foundCandidates(design, finding.id)],
  ['ports.crowded', ({ design, cables, finding }) => mediumCandidates(design, cables, finding.id)],
  ['ports.mate', ({ design, cables, finding }) => mediumCandidates(design, cables, finding.id)],
];

/** Edits that may help the finding. None where only knowing more would. */
export function candidatesFor(design: Design, finding: Finding): readonly Candidate[] {
  const message = finding.messageKey.replace(/^analysis\./, '');
  const maker = MAKERS.find(([start]) => message.startsWith(start))?.[1];
  const found = maker ? maker(fixCase(design, finding)) : [];
  return found.filter(
    ({ diff }) => diff.added.length + diff.updated.length + diff.removed.length > 0,
  );
}

function staleLengths({ design, finding }: FixCase): readonly Candidate[] {
  const medium = MEDIUM_IDS.find((id) => finding.id.endsWith(`:${id}`));
  return medium ? staleCandidates(design, medium, finding.id) : [];
}

function reachCandidates({ design, cables, devices, finding }: FixCase): readonly Candidate[] {
  const switches = devices.filter((device) => isSwitch(design, device));
  return [
    ...cables.flatMap(gaugeCandidates),
    ...mediumCandidates(design, cables, cables[0]?.id ?? finding.id),
    ...cables.flatMap((cable) => alikeCandidates(design, cable)),
    ...switches.flatMap((device) => nearerUnit(design, device)),
    ...switches.flatMap((device) => swapped(design, device)),
  ];
}

function bundleCandidates({ design, devices, racks }: FixCase): readonly Candidate[] {
  const [device] = devices;
  if (!device) return [];
  return [
    nearerSides(design, device),
    ...halfAndHalf(design, device),
    ...oneSide(design, device),
    ...managerCandidates(design, device),
    thinnerWire(design, device),
    ...mediumCandidates(design, cablesAt(design, device), device.id),
    ...racks.flatMap((rack) => blankCandidate(design, rack)),
  ];
}

function thinnerCandidates({ design, cables, devices, finding }: FixCase): readonly Candidate[] {
  const all = cables.length > 0 ? cables : devices.flatMap((device) => cablesAt(design, device));
  return [
    ...devices.map((device) => thinnerWire(design, device)),
    ...mediumCandidates(design, [...new Set(all)], finding.id),
  ];
}

function inletCandidates(of: FixCase): readonly Candidate[] {
  const { design, racks } = of;
  return [...racks.flatMap((rack) => blankCandidate(design, rack)), ...doorCandidates(of)];
}

/** Open share of a door with large holes, as sold [physics.md, section 4.4]. */
const OPEN_DOOR = 0.8;

/** Doors with larger holes. */
function doorCandidates({ racks }: FixCase): readonly Candidate[] {
  const opened = (open: number | null): number | null =>
    open === null ? null : Math.max(open, OPEN_DOOR);
  return racks.map((rack) => ({
    id: `doors:${rack.id}`,
    label: say('fixes.doors', { name: rack.name, open: 100 * OPEN_DOOR }),
    diff: changing([rack], (each) => ({
      ...each,
      frontDoorOpen: opened(each.frontDoorOpen),
      rearDoorOpen: opened(each.rearDoorOpen),
    })),
  }));
}

function isSwitch(design: Design, { typeId }: Device): boolean {
  return design.deviceTypes.get(typeId)?.category === 'switch';
}

function cablesAt(design: Design, device: Device): readonly Cable[] {
  return [...cablesOfDevice(design, device.id)].sort().flatMap((id) => design.cables.get(id) ?? []);
}

/** Cables whose ends are in different racks. */
function betweenRacks(design: Design): readonly Cable[] {
  return [...design.cables.values()].filter(({ ends }) => {
    const racks = [...ends.a, ...ends.b].map(
      ({ deviceId }) => design.devices.get(deviceId)?.rackId,
    );
    return new Set(racks).size > 1;
  });
}

/** All cables of the fabrics and rails of these: one faster way alone leaves the next one. */
function sameRail(design: Design, cables: readonly Cable[]): readonly Cable[] {
  const wanted = new Set(cables.map(({ fabric, rail }) => `${fabric}|${rail}`));
  return [...design.cables.values()].filter(({ fabric, rail }) => wanted.has(`${fabric}|${rail}`));
}
