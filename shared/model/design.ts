/**
 * A design in memory: records by id, in one map per kind. Immutable: an edit makes a new design that
 * shares what did not change (see `diff.ts`).
 */
import type { DeviceType } from './device-type.ts';
import type {
  AreaId,
  CableId,
  ClusterId,
  DeviceId,
  DeviceTypeId,
  FoundId,
  PathwayId,
  PictureId,
  RackId,
  RowId,
  WaiverId,
} from './ids.ts';
import type {
  AnalysisInputs,
  Area,
  Cable,
  CablingRules,
  Cluster,
  DesignRecord,
  DesignSettings,
  Device,
  DrawingFacts,
  FoundNetwork,
  Pathway,
  Picture,
  Rack,
  RecordKind,
  Row,
  Waiver,
} from './records.ts';

export interface Design {
  readonly settings: DesignSettings;
  readonly rows: ReadonlyMap<RowId, Row>;
  readonly racks: ReadonlyMap<RackId, Rack>;
  readonly pictures: ReadonlyMap<PictureId, Picture>;
  readonly deviceTypes: ReadonlyMap<DeviceTypeId, DeviceType>;
  readonly devices: ReadonlyMap<DeviceId, Device>;
  readonly cables: ReadonlyMap<CableId, Cable>;
  readonly waivers: ReadonlyMap<WaiverId, Waiver>;
  readonly found: ReadonlyMap<FoundId, FoundNetwork>;
  readonly areas: ReadonlyMap<AreaId, Area>;
  readonly pathways: ReadonlyMap<PathwayId, Pathway>;
  readonly clusters: ReadonlyMap<ClusterId, Cluster>;
}

/** Inputs of which none is set: the analysis takes the usual values. */
export const USUAL_INPUTS: AnalysisInputs = {
  criticalPa1U: null,
  criticalPaTaller: null,
  packing: null,
  standoffMm: null,
  exposure: null,
  railGapMm2PerU: null,
  managerDepthMm: null,
  trayWidthMm: null,
  trayHeightMm: null,
  pathBudgetNs: null,
};

/** Cabling by the catalogue and the usual templates. */
export const USUAL_CABLING: CablingRules = {
  slackPerEndM: null,
  roundingM: null,
  ladders: [],
  labelTemplate: '',
  idTemplate: '',
  labelLimit: null,
  colourBy: 'medium',
  fabricColours: [],
  sparePercent: 0,
};

/** A title block that nobody filled in. */
export const EMPTY_DRAWING: DrawingFacts = {
  owner: '',
  number: '',
  createdBy: '',
  approvedBy: '',
  status: '',
  revisions: [],
};

/** Settings of a new design: supply 24 °C and sea level are assumptions that a person may change. */
export function defaultSettings(name: string): DesignSettings {
  return {
    kind: 'settings',
    id: 'design',
    name,
    supplyTempC: 24,
    altitudeM: 0,
    ashraeClass: 'A2',
    trayRiseMm: 300,
    rowPitchMm: 2400,
    inputs: USUAL_INPUTS,
    growth: [],
    cabling: USUAL_CABLING,
    drawing: EMPTY_DRAWING,
  };
}

/** A design with its settings and one empty row. */
export function emptyDesign(name: string): Design {
  const row: Row = { kind: 'row', id: 'row-a', name: 'A', order: 0, place: null };
  return {
    settings: defaultSettings(name),
    rows: new Map([[row.id, row]]),
    racks: new Map(),
    pictures: new Map(),
    deviceTypes: new Map(),
    devices: new Map(),
    cables: new Map(),
    waivers: new Map(),
    found: new Map(),
    areas: new Map(),
    pathways: new Map(),
    clusters: new Map(),
  };
}

/** Every record of the design; kinds in the order in which rows may refer to earlier ones. */
export function* recordsOf(design: Design): Generator<DesignRecord> {
  yield design.settings;
  yield* design.rows.values();
  yield* design.racks.values();
  yield* design.pictures.values();
  yield* design.deviceTypes.values();
  yield* design.devices.values();
  yield* design.cables.values();
  yield* design.waivers.values();
  yield* design.found.values();
  yield* design.areas.values();
  yield* design.pathways.values();
  yield* design.clusters.values();
}

/** How many records the design has. */
export function countRecords({ settings: _settings, ...tables }: Design): number {
  return Object.values(tables).reduce((sum, table) => sum + table.size, 1);
}

/**
 * Builds a design from its records.
 * @throws RangeError when there are no settings, or an id stands twice
 */
export function designFromRecords(records: Iterable<DesignRecord>): Design {
  let settings: DesignSettings | undefined;
  const rows = new Map<RowId, Row>();
  const racks = new Map<RackId, Rack>();
  const pictures = new Map<PictureId, Picture>();
  const deviceTypes = new Map<DeviceTypeId, DeviceType>();
  const devices = new Map<DeviceId, Device>();
  const cables = new Map<CableId, Cable>();
  const waivers = new Map<WaiverId, Waiver>();
  const found = new Map<FoundId, FoundNetwork>();
  const areas = new Map<AreaId, Area>();
  const pathways = new Map<PathwayId, Pathway>();
  const clusters = new Map<ClusterId, Cluster>();
  for (const record of records) {
    switch (record.kind) {
      case 'settings':
        if (settings) throw new RangeError('settings stand twice');
        settings = record;
        break;
      case 'row':
        putOnce(rows, record);
        break;
      case 'rack':
        putOnce(racks, record);
        break;
      case 'picture':
        putOnce(pictures, record);
        break;
      case 'deviceType':
        putOnce(deviceTypes, record);
        break;
      case 'device':
        putOnce(devices, record);
        break;
      case 'cable':
        putOnce(cables, record);
        break;
      case 'waiver':
        putOnce(waivers, record);
        break;
      case 'found':
        putOnce(found, record);
        break;
      case 'area':
        putOnce(areas, record);
        break;
      case 'pathway':
        putOnce(pathways, record);
        break;
      case 'cluster':
        putOnce(clusters, record);
        break;
      default:
        throw new RangeError(`unknown record ${JSON.stringify(record satisfies never)}`);
    }
  }
  if (!settings) throw new RangeError('the design has no settings');
  return {
    settings,
    rows,
    racks,
    pictures,
    deviceTypes,
    devices,
    cables,
    waivers,
    found,
    areas,
    pathways,
    clusters,
  };
}

function putOnce<R extends { readonly id: string; readonly kind: RecordKind }>(
  map: Map<string, R>,
  record: R,
): void {
  if (map.has(record.id)) throw new RangeError(`${record.kind} ${record.id} stands twice`);
  map.set(record.id, record);
}
