/**
 * What goes out as lists comes in again as it was, for what each list holds. What none of them holds is left out here:
 * ids, locks, reserved ports, waivers, types; of the cable list racks and devices, sides and waypoints; of NetBox the
 * name's twins, and notes of modules.
 */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RANDOM_DESIGN } from '../analysis/fixture-random.ts';
import { analyse } from '../analysis/index.ts';
import { csvFile, exportNetbox, p2pList } from '../formats/index.ts';
import { readText } from '../formats/recognise.ts';
import { endLabels } from '../labels/index.ts';
import { type Design, designFromRecords, recordsOf } from '../model/design.ts';
import { applyDiff } from '../model/diff.ts';
import { countingIds } from '../model/ids.ts';
import type { Cable } from '../model/records.ts';
import { buildSample, SAMPLES } from '../samples/index.ts';
import { applyPlan, planImport, type SourceRows } from './index.ts';

function source(file: string, text: string): SourceRows {
  const { content } = readText(text);
  if (content.gives !== 'rows') throw new Error(`${file} gives ${content.gives}`);
  expect(content.rows.faults, file).toEqual([]);
  return { file, rows: content.rows };
}

function netboxOf(design: Design): readonly SourceRows[] {
  return exportNetbox(design, '4.6')
    .filter(({ name, text }) =>
      name.endsWith('.csv') ? text.trimEnd().includes('\r\n') : name.endsWith('.json'),
    )
    .map(({ name, text }) => source(name, text));
}

function p2pOf(design: Design): readonly SourceRows[] {
  const lengths = new Map(analyse(design).cables.map((row) => [row.id, row]));
  const list = p2pList(design, lengths, (cable) =>
    endLabels(design, cable, lengths.get(cable.id)?.lengthM ?? null),
  );
  return list.rows.length === 0 ? [] : [source('p2p.csv', csvFile(list).text)];
}

/** The design without these kinds of records. */
function without(design: Design, ...kinds: readonly string[]): Design {
  return designFromRecords([...recordsOf(design)].filter(({ kind }) => !kinds.includes(kind)));
}

function brought(design: Design, sources: readonly SourceRows[]): Design {
  const plan = planImport(design, sources, countingIds());
  expect(plan.notUnderstood).toEqual([]);
  const applied = applyPlan(design, plan, new Set());
  if (!applied.ok) throw new Error(`${applied.name} cannot be`);
  return applyDiff(design, applied.diff);
}

/** Racks and devices in words: what NetBox's tables hold of them. */
function standing(design: Design): readonly string[] {
  const racks = [...design.racks.values()].map((rack) =>
    JSON.stringify([
      design.rows.get(rack.rowId)?.name,
      rack.name,
      rack.frame,
      rack.heightU,
      rack.widthMm,
      rack.depthMm,
      rack.maxWeightKg,
      rack.maxPowerW,
      rack.frontDoorOpen,
      rack.rearDoorOpen,
      rack.notes,
    ]),
  );
  const devices = [...design.devices.values()].map((device) =>
    JSON.stringify([
      device.name,
      device.typeId,
      design.racks.get(device.rackId)?.name,
      device.mount,
      device.mount === 'bay' ? device.bay?.bayId : device.u,
      device.column,
      device.mount === 'rails' ? device.face : '',
      device.notes,
    ]),
  );
  return [...racks, ...devices].sort();
}

/** Cables in words. Of several links the order is theirs. */
function cabling(design: Design, holds: (cable: Cable) => readonly unknown[]): readonly string[] {
  const end = ({ deviceId, portId }: { deviceId: string; portId: string }): string =>
    `${design.devices.get(deviceId)?.name} ${portId}`;
  return [...design.cables.values()]
    .map((cable) =>
      JSON.stringify([cable.label, cable.ends.a.map(end), cable.ends.b.map(end), ...holds(cable)]),
    )
    .sort();
}

const P2P_HOLDS = (cable: Cable) => [
  cable.medium,
  cable.awg,
  cable.lengthM,
  cable.colour,
  cable.fabric,
  cable.rail,
  cable.bundle,
  cable.part,
  cable.status,
  cable.notes,
];
const NETBOX_HOLDS = (cable: Cable) => [
  ...P2P_HOLDS(cable),
  cable.side,
  cable.waypoints.map(({ face, xMm, yMm }) => [face, xMm, yMm]),
];

describe.each(SAMPLES)('the sample $id', ({ id }) => {
  const design = buildSample(id);

  test('comes back from the cable list', () => {
    const back = brought(without(design, 'cable'), p2pOf(design));
    expect(cabling(back, P2P_HOLDS)).toEqual(cabling(design, P2P_HOLDS));
  });

  test('is the same to its own cable list', () => {
    const plan = planImport(design, p2pOf(design), countingIds());
    expect([plan.makes, plan.differs, plan.notUnderstood]).toEqual([[], [], []]);
    expect(plan.same.cables).toBe(design.cables.size);
  });

  test('comes back from NetBox’s tables and what stands beside them', () => {
    const bare = without(design, 'cable', 'device', 'rack');
    const back = brought(bare, netboxOf(design));
    expect(standing(back)).toEqual(standing(design));
    expect(cabling(back, NETBOX_HOLDS)).toEqual(cabling(design, NETBOX_HOLDS));
  });

  test('is the same to its own files for NetBox', () => {
    const plan = planImport(design, netboxOf(design), countingIds());
    expect([plan.makes, plan.differs, plan.notUnderstood]).toEqual([[], [], []]);
    expect(plan.same.cables).toBe(design.cables.size);
  });
});

test('designs by chance come back from the cable list', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      // Cables that cannot be plugged in are refused on the way back, so that only those that can are compared.
      const back = planImport(without(full, 'cable'), p2pOf(full), countingIds());
      const applied = applyPlan(without(full, 'cable'), back, new Set());
      if (!applied.ok) throw new Error(applied.name);
      const after = applyDiff(without(full, 'cable'), applied.diff);
      const before = new Set(cabling(full, P2P_HOLDS));
      for (const cable of cabling(after, P2P_HOLDS)) expect(before).toContain(cable);
    }),
    { numRuns: 30 },
  );
});

test('designs by chance come back from NetBox’s tables and what stands beside them', () => {
  fc.assert(
    fc.property(RANDOM_DESIGN, ({ full }) => {
      const bare = without(full, 'cable', 'device', 'rack');
      const applied = applyPlan(bare, planImport(bare, netboxOf(full), countingIds()), new Set());
      if (!applied.ok) throw new Error(applied.name);
      const after = applyDiff(bare, applied.diff);
      expect(standing(after)).toEqual(standing(full));
      // Cables that the rules or NetBox refuse do not come back; every other does, and none that was not there.
      const before = new Set(cabling(full, NETBOX_HOLDS));
      for (const cable of cabling(after, NETBOX_HOLDS)) expect(before).toContain(cable);
    }),
    { numRuns: 30 },
  );
});
