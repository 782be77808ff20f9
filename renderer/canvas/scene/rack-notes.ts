/** What the analysis adds to the drawing: a rack's totals over its face, a device's worst finding on it. */
import type { Analysis, RackRow, Severity } from '../../../shared/analysis/types.ts';
import { isOpen } from '../../../shared/analysis/waiver.ts';
import type { RackTitle } from '../../../shared/drawing/index.ts';
import type { DeviceId, RackId } from '../../../shared/model/ids.ts';
import type { Rack } from '../../../shared/model/records.ts';
import { say } from '../../../shared/text/index.ts';

export interface RackNotes {
  readonly rows: ReadonlyMap<RackId, RackRow>;
  /** What the devices of each rack draw as far as it is known, W: a lower bound where a part is unknown. */
  readonly knownPowerW: ReadonlyMap<RackId, number>;
  readonly severities: ReadonlyMap<DeviceId, Severity>;
  /** Open findings per device, for what is read out. */
  readonly findingCounts: ReadonlyMap<DeviceId, number>;
}

const NO_NOTES: RackNotes = {
  rows: new Map(),
  knownPowerW: new Map(),
  severities: new Map(),
  findingCounts: new Map(),
};
const RANK: Readonly<Record<Severity, number>> = { note: 0, warning: 1, error: 2 };
const known = new WeakMap<Analysis, RackNotes>();

/** The notes of an analysis; none before there is one. */
export function rackNotes(analysis: Analysis | null): RackNotes {
  if (analysis === null) return NO_NOTES;
  let notes = known.get(analysis);
  if (!notes) {
    notes = readNotes(analysis);
    known.set(analysis, notes);
  }
  return notes;
}

/** Notes and what somebody accepted mark nothing on the drawing: they stand in the list. */
function readNotes(analysis: Analysis): RackNotes {
  const severities = new Map<DeviceId, Severity>();
  const findingCounts = new Map<DeviceId, number>();
  for (const finding of analysis.findings) {
    if (finding.severity === 'note' || !isOpen(finding)) continue;
    for (const subject of finding.subjects) {
      if (subject.kind !== 'device') continue;
      const worst = severities.get(subject.id);
      if (worst === undefined || RANK[finding.severity] > RANK[worst]) {
        severities.set(subject.id, finding.severity);
      }
      findingCounts.set(subject.id, (findingCounts.get(subject.id) ?? 0) + 1);
    }
  }
  const knownPowerW = new Map<RackId, number>();
  for (const { rack, powerW } of analysis.devices) {
    knownPowerW.set(rack, (knownPowerW.get(rack) ?? 0) + (powerW ?? 0));
  }
  return {
    rows: new Map(analysis.racks.map((row) => [row.id, row])),
    knownPowerW,
    severities,
    findingCounts,
  };
}

const titles = new WeakMap<RackNotes, WeakMap<Rack, RackTitle>>();

/** What stands over a rack: its name, and its totals as far as they are known. Every frame of a pan asks for it. */
export function rackTitle(rack: Rack, notes: RackNotes): RackTitle {
  let perRack = titles.get(notes);
  if (!perRack) titles.set(notes, (perRack = new WeakMap<Rack, RackTitle>()));
  let title = perRack.get(rack);
  if (!title) perRack.set(rack, (title = titleOf(rack, notes)));
  return title;
}

function titleOf(rack: Rack, notes: RackNotes): RackTitle {
  const row = notes.rows.get(rack.id);
  if (!row) return { name: rack.name, detail: say('mirror.titleHeight', { units: rack.heightU }) };
  const parts = [
    say('mirror.titleUsed', { used: row.usedU, units: rack.heightU }),
    powerText(row.powerW, notes.knownPowerW.get(rack.id) ?? 0),
    ...(row.weightKg === null ? [] : [say('mirror.titleWeight', { kilograms: row.weightKg })]),
  ];
  return { name: rack.name, detail: parts.join(' · ') };
}

function powerText(powerW: number | null, knownW: number): string {
  if (powerW !== null) return say('mirror.titlePower', { kilowatts: powerW / 1000 });
  return knownW > 0
    ? say('mirror.titlePowerAtLeast', { kilowatts: knownW / 1000 })
    : say('mirror.titlePowerUnknown');
}

/** The racks whose drawing differs between two analyses. */
export function racksNotedAnew(
  before: RackNotes,
  after: RackNotes,
  rackOfDevice: (id: DeviceId) => RackId | undefined,
): ReadonlySet<RackId> {
  const racks = new Set<RackId>();
  if (before === after) return racks;
  for (const [id, row] of after.rows) {
    const old = before.rows.get(id);
    const same =
      old?.usedU === row.usedU &&
      old.powerW === row.powerW &&
      old.weightKg === row.weightKg &&
      before.knownPowerW.get(id) === after.knownPowerW.get(id);
    if (!same) racks.add(id);
  }
  for (const id of new Set([...before.severities.keys(), ...after.severities.keys()])) {
    if (before.severities.get(id) === after.severities.get(id)) continue;
    const rackId = rackOfDevice(id);
    if (rackId !== undefined) racks.add(rackId);
  }
  return racks;
}
