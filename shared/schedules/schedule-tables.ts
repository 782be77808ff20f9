/** The schedules as tables: cables, devices, racks, bill of materials, findings. */
import type { Analysis, CableRow, DeviceRow, Finding, RackRow } from '../analysis/types.ts';
import { changeText } from '../analysis/waiver-text.ts';
import { type BomLine, billOfMaterials, itemText } from '../bom/index.ts';
import type { WrittenTable } from '../formats/written-table.ts';
import { type EndLabels, endLabels } from '../labels/index.ts';
import type { Design } from '../model/design.ts';
import { orderedRacks } from '../model/design-index.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { CableId, DeviceId } from '../model/ids.ts';
import type { Cable, Device, Rack } from '../model/records.ts';
import { type EndPlace, endPlace, endsLine } from './cable-places.ts';

/** Names of columns are stable: other programs read them. */
type Columns<Row> = readonly (readonly [
  name: string,
  cell: (row: Row) => string | number | null,
])[];

function table<Row>(name: string, columns: Columns<Row>, rows: readonly Row[]): WrittenTable {
  return {
    name,
    columns: columns.map(([column]) => column),
    rows: rows.map((row) => columns.map(([, cell]) => cell(row))),
  };
}

/** The schedules, as tables: files of comma-separated values and sheets of a workbook are made of them. */
export function scheduleTables(design: Design, analysis: Analysis): readonly WrittenTable[] {
  return [
    table('cable-schedule', CABLE_COLUMNS, cableLines(design, analysis)),
    table('devices', DEVICE_COLUMNS, deviceLines(design, analysis)),
    table('racks', RACK_COLUMNS, rackLines(design, analysis)),
    table('bom', ITEM_COLUMNS, billOfMaterials(design, analysis)),
    table('findings', FINDING_COLUMNS, analysis.findings),
  ];
}

/** The schedule of these cables alone, or of these devices, in the order of the whole one. */
export function scheduleOf(
  design: Design,
  analysis: Analysis,
  of: { readonly cables: ReadonlySet<CableId> } | { readonly devices: ReadonlySet<DeviceId> },
): WrittenTable {
  if ('cables' in of) {
    const cables = analysis.cables.filter(({ id }) => of.cables.has(id));
    return table('cable-schedule', CABLE_COLUMNS, cableLines(design, { ...analysis, cables }));
  }
  const devices = analysis.devices.filter(({ id }) => of.devices.has(id));
  return table('devices', DEVICE_COLUMNS, deviceLines(design, { ...analysis, devices }));
}

interface CableLine {
  readonly row: CableRow;
  readonly cable: Cable;
  readonly a: EndPlace & { readonly ports: string };
  readonly b: EndPlace & { readonly ports: string };
  readonly labels: EndLabels;
}

const CABLE_COLUMNS: Columns<CableLine> = [
  ['id', ({ row }) => row.id],
  ['label', ({ row }) => row.label],
  ['fabric', ({ cable }) => cable.fabric],
  ['rail', ({ cable }) => cable.rail],
  ['medium', ({ row }) => row.medium],
  ['a_rack', ({ a }) => a.rack],
  ['a_unit', ({ a }) => a.unit],
  ['a_device', ({ a }) => a.device],
  ['a_ports', ({ a }) => a.ports],
  ['b_rack', ({ b }) => b.rack],
  ['b_unit', ({ b }) => b.unit],
  ['b_device', ({ b }) => b.device],
  ['b_ports', ({ b }) => b.ports],
  ['lane_gbps', ({ row }) => row.laneGbps],
  ['lanes', ({ row }) => row.lanes],
  ['path_m', ({ row }) => row.pathM],
  ['slack_m', ({ row }) => row.slackM],
  ['required_m', ({ row }) => row.requiredM],
  ['order_m', ({ row }) => row.lengthM],
  ['length_source', ({ row }) => row.lengthSource],
  ['reach', ({ row }) => row.verdict],
  ['od_mm', ({ row }) => row.odMm],
  ['weight_kg', ({ row }) => row.weightKg],
  ['colour', ({ cable }) => cable.colour],
  ['part_number', ({ cable }) => cable.part],
  ['bundle', ({ cable }) => cable.bundle],
  ['status', ({ cable }) => cable.status],
  ['awg', ({ cable }) => cable.awg],
  ['label_a', ({ labels }) => labels.a.join('; ')],
  ['label_b', ({ labels }) => labels.b.join('; ')],
  ['notes', ({ cable }) => cable.notes],
];

function cableLines(design: Design, analysis: Analysis): CableLine[] {
  return analysis.cables.flatMap((row): CableLine[] => {
    const cable = design.cables.get(row.id);
    const [first] = cable?.ends.a ?? [];
    const [last] = cable?.ends.b ?? [];
    if (!cable || !first || !last) return [];
    const a = { ...endPlace(design, first), ports: endsLine(design, cable.ends.a) };
    const b = { ...endPlace(design, last), ports: endsLine(design, cable.ends.b) };
    return [{ row, cable, a, b, labels: endLabels(design, cable, row.lengthM) }];
  });
}

interface DeviceLine {
  readonly row: DeviceRow;
  readonly device: Device;
  readonly type: DeviceType;
  readonly rack: string;
}

const DEVICE_COLUMNS: Columns<DeviceLine> = [
  ['id', ({ device }) => device.id],
  ['name', ({ device }) => device.name],
  ['rack', ({ rack }) => rack],
  ['mount', ({ device }) => device.mount],
  ['unit', ({ device }) => device.u],
  ['face', ({ device }) => device.face],
  ['manufacturer', ({ type }) => type.manufacturer],
  ['model', ({ type }) => type.model],
  ['part_number', ({ type }) => type.partNumber],
  ['category', ({ type }) => type.category],
  ['height_u', ({ type }) => type.heightU],
  ['weight_kg', ({ type }) => type.weightKg?.value ?? null],
  ['power_w', ({ row }) => row.powerW],
  ['airflow_cfm', ({ row }) => row.airflowCfm],
  ['flow_ratio', ({ row }) => row.flowRatio?.nominal ?? null],
  ['outlet_rise_k', ({ row }) => row.outletRiseK?.nominal ?? null],
  ['inlet_c', ({ row }) => row.inletC],
  ['notes', ({ device }) => device.notes],
];

function deviceLines(design: Design, analysis: Analysis): DeviceLine[] {
  return analysis.devices.flatMap((row): DeviceLine[] => {
    const device = design.devices.get(row.id);
    const type = device && design.deviceTypes.get(device.typeId);
    if (!device || !type) return [];
    return [{ row, device, type, rack: design.racks.get(device.rackId)?.name ?? '' }];
  });
}

interface RackLine {
  readonly rack: Rack;
  readonly rowName: string;
  readonly row: RackRow | undefined;
}

const RACK_COLUMNS: Columns<RackLine> = [
  ['id', ({ rack }) => rack.id],
  ['name', ({ rack }) => rack.name],
  ['row', ({ rowName }) => rowName],
  ['frame', ({ rack }) => rack.frame],
  ['height_u', ({ rack }) => rack.heightU],
  ['width_mm', ({ rack }) => rack.widthMm],
  ['depth_mm', ({ rack }) => rack.depthMm],
  ['used_u', ({ row }) => row?.usedU ?? null],
  ['weight_kg', ({ row }) => row?.weightKg ?? null],
  ['max_weight_kg', ({ rack }) => rack.maxWeightKg],
  ['power_w', ({ row }) => row?.powerW ?? null],
  ['max_power_w', ({ rack }) => rack.maxPowerW],
  ['heat_w', ({ row }) => row?.heatW ?? null],
  ['airflow_cfm', ({ row }) => row?.airflowCfm ?? null],
  ['copper_kg', ({ row }) => row?.copperKg ?? null],
  ['bundle_fill', ({ row }) => row?.bundleFill ?? null],
  ['notes', ({ rack }) => rack.notes],
];

function rackLines(design: Design, analysis: Analysis): RackLine[] {
  const results = new Map(analysis.racks.map((row) => [row.id, row]));
  return orderedRacks(design).map((rack) => ({
    rack,
    rowName: design.rows.get(rack.rowId)?.name ?? '',
    row: results.get(rack.id),
  }));
}

const ITEM_COLUMNS: Columns<BomLine> = [
  ['kind', ({ group }) => group],
  ['item', itemText],
  ['part_number', (line) => ('partNumber' in line ? line.partNumber : '')],
  ['length_m', (line) => ('lengthM' in line ? line.lengthM : null)],
  ['count', ({ drawn }) => drawn],
  ['spare', ({ spare }) => spare],
  ['order', ({ drawn, spare }) => drawn + spare],
];

const FINDING_COLUMNS: Columns<Finding> = [
  ['id', ({ id }) => id],
  ['rule', ({ rule }) => rule],
  ['severity', ({ severity }) => severity],
  ['where', ({ subjects }) => subjects.map(({ name }) => name).join(', ')],
  ['finding', ({ message }) => message],
  ['missing', ({ missing }) => missing.join('; ')],
  ['waiver', ({ waiver }) => waiver && (waiver.lapsed ? 'lapsed' : 'standing')],
  ['waiver_reason', ({ waiver }) => waiver?.reason ?? null],
  ['waived_by', ({ waiver }) => waiver?.by ?? null],
  ['waived_on', ({ waiver }) => waiver?.on ?? null],
  ['waiver_changes', ({ waiver }) => waiver && waiver.changed.map(changeText).join('; ')],
];
