/** The schedules as spreadsheets: cables, devices, racks, bill of materials. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Analysis } from '../../shared/analysis/types.ts';
import type { Design } from '../../shared/model/design.ts';
import { orderedRacks } from '../../shared/model/design-index.ts';
import { endPlace, endsLine } from './cable-places.ts';
import { type CsvRow, csvText } from './csv.ts';
import { writeTextWhole } from './write-whole.ts';

interface CsvFile {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly CsvRow[];
}

/**
 * Writes `cable-schedule.csv`, `devices.csv`, `racks.csv` and `bom.csv` into a folder, which is made when it
 * does not exist. Column names are stable: other programs read them.
 * @returns the names of the files
 */
export async function exportCsv(
  design: Design,
  analysis: Analysis,
  folder: string,
): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const files = [
    cableSchedule(design, analysis),
    devices(design, analysis),
    racks(design, analysis),
    billOfMaterials(design, analysis),
  ];
  for (const file of files) {
    await writeTextWhole(join(folder, file.name), csvText(file.columns, file.rows));
  }
  return files.map((file) => file.name);
}

function cableSchedule(design: Design, analysis: Analysis): CsvFile {
  const rows = analysis.cables.flatMap((row): CsvRow[] => {
    const cable = design.cables.get(row.id);
    const [a, b] = [cable?.ends.a[0], cable?.ends.b[0]];
    if (!cable || !a || !b) return [];
    const from = endPlace(design, a);
    const to = endPlace(design, b);
    return [
      [
        ...[row.id, row.label, cable.fabric, cable.rail, row.medium],
        ...[from.rack, from.unit, from.device, endsLine(design, cable.ends.a)],
        ...[to.rack, to.unit, to.device, endsLine(design, cable.ends.b)],
        ...[row.laneGbps, row.lanes, row.pathM, row.slackM, row.requiredM, row.lengthM],
        ...[row.lengthSource, row.verdict, row.odMm, row.weightKg, cable.colour, cable.notes],
      ],
    ];
  });
  return {
    name: 'cable-schedule.csv',
    columns: [
      ...['id', 'label', 'fabric', 'rail', 'medium'],
      ...['a_rack', 'a_unit', 'a_device', 'a_ports', 'b_rack', 'b_unit', 'b_device', 'b_ports'],
      ...['lane_gbps', 'lanes', 'path_m', 'slack_m', 'required_m', 'order_m'],
      ...['length_source', 'reach', 'od_mm', 'weight_kg', 'colour', 'notes'],
    ],
    rows,
  };
}

function devices(design: Design, analysis: Analysis): CsvFile {
  const rows = analysis.devices.flatMap((row): CsvRow[] => {
    const device = design.devices.get(row.id);
    const type = device && design.deviceTypes.get(device.typeId);
    if (!device || !type) return [];
    return [
      [
        ...[row.id, row.name, design.racks.get(device.rackId)?.name ?? ''],
        ...[device.mount, device.u, device.face, type.manufacturer, type.model, type.partNumber],
        ...[type.category, type.heightU, type.weightKg?.value ?? null, row.powerW, row.airflowCfm],
        ...[
          row.flowRatio?.nominal ?? null,
          row.outletRiseK?.nominal ?? null,
          row.inletC,
          device.notes,
        ],
      ],
    ];
  });
  return {
    name: 'devices.csv',
    columns: [
      ...['id', 'name', 'rack', 'mount', 'unit', 'face', 'manufacturer', 'model', 'part_number'],
      ...['category', 'height_u', 'weight_kg', 'power_w', 'airflow_cfm', 'flow_ratio'],
      ...['outlet_rise_k', 'inlet_c', 'notes'],
    ],
    rows,
  };
}

function racks(design: Design, analysis: Analysis): CsvFile {
  const results = new Map(analysis.racks.map((row) => [row.id, row]));
  const rows = orderedRacks(design).map((rack): CsvRow => {
    const row = results.get(rack.id);
    return [
      ...[rack.id, rack.name, design.rows.get(rack.rowId)?.name ?? '', rack.frame, rack.heightU],
      ...[rack.widthMm, rack.depthMm, row?.usedU ?? null, row?.weightKg ?? null, rack.maxWeightKg],
      ...[row?.powerW ?? null, rack.maxPowerW, row?.heatW ?? null, row?.airflowCfm ?? null],
      ...[row?.copperKg ?? null, row?.bundleFill ?? null, rack.notes],
    ];
  });
  return {
    name: 'racks.csv',
    columns: [
      ...['id', 'name', 'row', 'frame', 'height_u', 'width_mm', 'depth_mm', 'used_u', 'weight_kg'],
      ...['max_weight_kg', 'power_w', 'max_power_w', 'heat_w', 'airflow_cfm', 'copper_kg'],
      ...['bundle_fill', 'notes'],
    ],
    rows,
  };
}

interface Item {
  readonly kind: 'device' | 'cable';
  readonly name: string;
  readonly partNumber: string;
  readonly lengthM: number | null;
  count: number;
}

/** What is to be bought: device types by model, cables by medium and length. */
function billOfMaterials(design: Design, analysis: Analysis): CsvFile {
  const items = new Map<string, Item>();
  const add = (item: Omit<Item, 'count'>): void => {
    const key = JSON.stringify(item);
    const known = items.get(key);
    if (known) known.count += 1;
    else items.set(key, { ...item, count: 1 });
  };
  for (const device of design.devices.values()) {
    const type = design.deviceTypes.get(device.typeId);
    if (!type) continue;
    const name = `${type.manufacturer} ${type.model}`;
    add({ kind: 'device', name, partNumber: type.partNumber, lengthM: null });
  }
  for (const row of analysis.cables) {
    add({ kind: 'cable', name: row.medium, partNumber: '', lengthM: row.lengthM });
  }
  const sorted = [...items.values()].sort(
    (a, b) =>
      b.kind.localeCompare(a.kind, 'en') ||
      a.name.localeCompare(b.name, 'en') ||
      (a.lengthM ?? 0) - (b.lengthM ?? 0),
  );
  return {
    name: 'bom.csv',
    columns: ['kind', 'item', 'part_number', 'length_m', 'count'],
    rows: sorted.map((item) => [item.kind, item.name, item.partNumber, item.lengthM, item.count]),
  };
}
