/**
 * What goes out as lists comes in again as it was, for what each list holds. What none of them holds is left out here:
 * ids, locks, reserved ports, waivers, types, doors and power of racks, gauges (NetBox), fabrics, rails and part numbers
 * (NetBox), sides, waypoints, and whether a length was estimated (NetBox writes none then).
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
    .filter(({ name }) => name.endsWith('.csv'))
    .filter(({ text }) => text.trimEnd().includes('\r\n'))
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
      rack.notes,
    ]),
  );
  const devices = [...design.devices.values()]
    .filter(({ mount }) => mount === 'rails')
    .map((device) =>
      JSON.stringify([
        device.name,
        device.typeId,
        design.racks.get(device.rackId)?.name,
        device.u,
        device.face,
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
/** NetBox has one word for copper with electronics and one for each fibre. */
const NETBOX_HOLDS = (cable: Cable) => [
  cable.lengthM,
  cable.colour,
  cable.bundle,
  cable.status,
  cable.notes,
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

  test('comes back from NetBox, but for what goes by REST', () => {
    const bare = without(design, 'cable', 'device', 'rack');
    const back = brought(bare, netboxOf(design));
    expect(standing(back)).toEqual(standing(design));
    const single = designFromRecords(
      [...recordsOf(design)].filter(
        (record) => record.kind !== 'cable' || record.ends.a.length === 1,
      ),
    );
    expect(cabling(back, NETBOX_HOLDS)).toEqual(cabling(single, NETBOX_HOLDS));
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
