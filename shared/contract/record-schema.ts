/**
 * The records of a design as schemas: what every door (file, import, clipboard, IPC) checks before a record
 * comes in. Inside, the plain types of `shared/model` are used.
 */
import { z } from 'zod';
import {
  AIRFLOW_DIRECTIONS,
  DEVICE_CATEGORIES,
  type DeviceType,
  FORM_FACTORS,
  TYPE_LODGINGS,
} from '../model/device-type.ts';
import type { Diff } from '../model/diff.ts';
import { MEDIUM_IDS } from '../model/medium.ts';
import { PICTURE_LIMITS } from '../model/picture-limits.ts';
import {
  AREA_PURPOSES,
  type DesignRecord,
  LARGEST_SPEC,
  PATHWAY_LEVELS,
  type Picture,
} from '../model/records.ts';

const id = z.string().min(1).max(120);
const name = z.string().max(200);
const notes = z.string().max(10_000);
const finite = z.number().finite();
const mm = finite.min(-10_000).max(1_000_000);
/** A coordinate of the plan, which has no edge that things must keep to. */
const planMm = finite.min(-1_000_000).max(1_000_000);
const planPoint = z.strictObject({ xMm: planMm, yMm: planMm });
const halfU = finite.multipleOf(0.5);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const extra = z.string().max(100_000);
const share = finite.min(0).max(1);
const face = z.enum(['front', 'rear']);

const provenance = z.enum(['measured', 'datasheet', 'derived', 'assumed']);
const source = z.string().max(2000);
const numberFact = z.strictObject({ value: finite, provenance, source }).nullable();

const pressure = finite.min(1).max(10_000).nullable();

const settings = z.strictObject({
  kind: z.literal('settings'),
  id: z.literal('design'),
  name,
  supplyTempC: finite.min(-20).max(60),
  altitudeM: finite.min(-500).max(6000),
  ashraeClass: z.enum(['A1', 'A2', 'A3', 'A4', 'H1']),
  trayRiseMm: mm.min(0),
  rowPitchMm: mm.min(0),
  inputs: z.strictObject({
    criticalPa1U: pressure,
    criticalPaTaller: pressure,
    packing: finite.min(0.1).max(0.907).nullable(),
    standoffMm: mm.min(0).max(1000).nullable(),
    exposure: finite.min(0).max(1.15).nullable(),
    railGapMm2PerU: finite.min(0).max(20_000).nullable(),
    managerDepthMm: mm.min(1).max(2000).nullable(),
    trayWidthMm: mm.min(1).max(5000).nullable(),
    trayHeightMm: mm.min(1).max(5000).nullable(),
    pathBudgetNs: finite.min(1).max(1e9).nullable(),
  }),
  growth: z
    .array(z.strictObject({ typeId: id, count: z.int().min(1).max(1_000_000) }))
    .max(1000)
    .refine(
      (growth) => new Set(growth.map(({ typeId }) => typeId)).size === growth.length,
      'each device type stands once',
    ),
  cabling: z.strictObject({
    slackPerEndM: finite.min(0).max(100).nullable(),
    roundingM: finite.min(0.001).max(100).nullable(),
    ladders: z
      .array(
        z.strictObject({
          medium: z.enum(MEDIUM_IDS),
          lengthsM: z
            .array(finite.min(0.01).max(100_000))
            .min(1)
            .max(200)
            .refine(
              (lengths) => lengths.every((each, k) => k === 0 || each > (lengths[k - 1] ?? 0)),
              'lengths ascend',
            ),
        }),
      )
      .max(MEDIUM_IDS.length)
      .refine(
        (ladders) => new Set(ladders.map(({ medium }) => medium)).size === ladders.length,
        'each medium stands once',
      ),
    labelTemplate: name,
    idTemplate: name,
    labelLimit: z.int().min(1).max(1000).nullable(),
    colourBy: z.enum(['medium', 'fabric', 'rail']),
    fabricColours: z
      .array(z.strictObject({ fabric: name, colour }))
      .max(1000)
      .refine(
        (colours) => new Set(colours.map(({ fabric }) => fabric)).size === colours.length,
        'each fabric stands once',
      ),
    sparePercent: finite.min(0).max(100),
  }),
  drawing: z.strictObject({
    owner: name,
    number: name,
    createdBy: name,
    approvedBy: name,
    status: name,
    revisions: z
      .array(z.strictObject({ mark: name, on: day, by: name, text: z.string().max(2000) }))
      .max(1000),
  }),
});

const row = z.strictObject({
  kind: z.literal('row'),
  id,
  name,
  order: finite,
  place: planPoint.extend({ facing: z.enum(['north', 'east', 'south', 'west']) }).nullable(),
});

const rack = z.strictObject({
  kind: z.literal('rack'),
  id,
  name,
  rowId: id,
  order: finite,
  frame: z.enum(['cabinet', 'four-post', 'orv3']),
  heightU: z.int().min(1).max(60),
  widthMm: mm.min(300).max(1500),
  depthMm: mm.min(100).max(2000),
  gapMm: mm.min(0).max(100_000),
  turned: z.boolean(),
  maxWeightKg: finite.min(0).max(100_000).nullable(),
  maxPowerW: finite.min(0).max(10_000_000).nullable(),
  frontDoorOpen: share.nullable(),
  rearDoorOpen: share.nullable(),
  notes,
  extra,
});

const cage = z.strictObject({
  id,
  name,
  formFactor: z.enum(FORM_FACTORS),
  face,
  xMm: mm,
  yMm: mm,
  widthMm: mm.positive(),
  heightMm: mm.positive(),
  flipped: z.boolean(),
  group: name,
  locked: z.boolean(),
});

const port = z.strictObject({
  id,
  name,
  kind: z.enum([
    'interface',
    'front',
    'rear',
    'console',
    'consoleServer',
    'powerInlet',
    'powerOutlet',
  ]),
  cageId: id.nullable(),
  slug: z.string().max(200),
  speedGbps: finite.min(0).max(1_000_000).nullable(),
  lanes: z.int().min(1).max(1024).nullable(),
  managementOnly: z.boolean(),
  label: name,
  maximumDrawW: finite.min(0).max(1_000_000).nullable(),
});

const position = z.int().min(1).max(1024);

const portMapping = z.strictObject({
  frontPortId: id,
  frontPosition: position,
  rearPortId: id,
  rearPosition: position,
});

const shape = z.strictObject({
  id,
  shape: z.enum(['vent', 'handle', 'display', 'label', 'led', 'blank', 'fan', 'bay']),
  face,
  xMm: mm,
  yMm: mm,
  widthMm: mm.positive(),
  heightMm: mm.positive(),
  openRatio: share.nullable(),
  text: name,
  group: name,
  locked: z.boolean(),
});

const faceArea = z.strictObject({
  face,
  xMm: mm,
  yMm: mm,
  widthMm: mm.positive(),
  heightMm: mm.positive(),
});

const bay = z.strictObject({
  id,
  name,
  kind: z.enum(['device', 'module']),
  position: name,
  label: name,
  area: faceArea.nullable(),
});

const backdrop = z.strictObject({
  pictureId: id,
  area: faceArea,
  crop: z
    .strictObject({ left: share, top: share, right: share, bottom: share })
    .refine(({ left, right }) => left < right, 'the crop has a width')
    .refine(({ top, bottom }) => top < bottom, 'the crop has a height'),
  inRacks: z.boolean(),
  inPrint: z.boolean(),
});

const picture = z
  .strictObject({
    kind: z.literal('picture'),
    id,
    name,
    mime: z.enum(['image/png', 'image/jpeg', 'image/webp']),
    widthPx: z.int().min(1).max(PICTURE_LIMITS.sidePx),
    heightPx: z.int().min(1).max(PICTURE_LIMITS.sidePx),
    data: z.base64().max(Math.ceil(PICTURE_LIMITS.bytes / 3) * 4),
  })
  .refine(
    ({ widthPx, heightPx }) => widthPx * heightPx <= PICTURE_LIMITS.pixels,
    'too many pixels',
  );

const airflow = z.enum(AIRFLOW_DIRECTIONS);

const deviceType = z.strictObject({
  kind: z.literal('deviceType'),
  id,
  manufacturer: name,
  model: name,
  slug: name,
  partNumber: name,
  category: z.enum(DEVICE_CATEGORIES),
  heightU: halfU.min(0).max(60),
  width: z.enum(['full', 'half', 'third']),
  depthUse: z.enum(['full', 'half']),
  lodging: z.enum(TYPE_LODGINGS),
  faceMm: z.strictObject({ widthMm: mm.positive(), heightMm: mm.positive() }).nullable(),
  depthMm: numberFact,
  weightKg: numberFact,
  powerTypicalW: numberFact,
  powerMaxW: numberFact,
  airflow: z.strictObject({ value: airflow, provenance, source }).nullable(),
  supplies: numberFact,
  suppliesNeeded: numberFact,
  airflowCfm: numberFact,
  fanPercent: numberFact,
  criticalPa: numberFact,
  inletMinC: numberFact,
  inletMaxC: numberFact,
  noiseDb: numberFact,
  packing: numberFact,
  standoffMm: numberFact,
  wantedGbps: numberFact,
  hopNs: numberFact,
  pathwayMm2: numberFact,
  cages: z.array(cage).max(4096),
  ports: z.array(port).max(8192),
  portMappings: z.array(portMapping).max(8192),
  shapes: z.array(shape).max(4096),
  bays: z.array(bay).max(1024),
  backdrops: z.array(backdrop).max(16),
  description: notes,
  origin: z.enum(['catalog', 'netbox', 'user']),
  extra: z.string().max(2_000_000),
});

const device = z
  .strictObject({
    kind: z.literal('device'),
    id,
    name,
    typeId: id,
    rackId: id,
    mount: z.enum(['rails', 'side', 'bay']),
    bay: z.strictObject({ deviceId: id, bayId: id }).nullable(),
    u: halfU.min(1).max(60),
    face,
    column: z.int().min(0).max(2),
    locked: z.boolean(),
    reserved: z.array(id).max(8192),
    notes,
    extra,
  })
  .refine(({ mount, bay }) => (mount === 'bay') === (bay !== null), 'a bay goes with its mount');

const portRef = z.strictObject({ deviceId: id, portId: id });

const cable = z.strictObject({
  kind: z.literal('cable'),
  id,
  label: name,
  medium: z.enum(MEDIUM_IDS),
  awg: z.int().min(10).max(40).nullable(),
  lengthM: finite.min(0).max(100_000).nullable(),
  lengthForMm: finite.min(0).max(100_000_000).nullable(),
  colour: colour.nullable(),
  fabric: name,
  rail: z.int().min(0).max(1024).nullable(),
  side: z.enum(['auto', 'left', 'right']),
  waypoints: z.array(z.strictObject({ rackId: id, face, xMm: mm, yMm: mm })).max(256),
  ends: z
    .strictObject({ a: z.array(portRef).min(1).max(64), b: z.array(portRef).min(1).max(64) })
    .refine((ends) => ends.a.length === ends.b.length, 'both sides need the same number of ends'),
  part: name,
  bundle: name,
  status: z.enum(['planned', 'connected', 'decommissioning']),
  notes,
  extra,
});

const waiver = z.strictObject({
  kind: z.literal('waiver'),
  id,
  findingId: z.string().min(1).max(500),
  reason: z.string().min(1).max(2000),
  by: name.min(1),
  on: day,
  numbers: z.string().max(4000),
});

const foundEnd = z.strictObject({ device: name, port: name });

const found = z.strictObject({
  kind: z.literal('found'),
  id,
  name,
  format: z.enum(['ptm', 'containerlab', 'ibnetdiscover', 'iblinkinfo', 'ibdiagnet', 'lldp']),
  on: day,
  links: z
    .array(
      z.strictObject({
        a: foundEnd,
        b: foundEnd.nullable(),
        state: z.enum(['up', 'down', 'degraded', 'unknown']),
        speedGbps: finite.min(0).max(1_000_000).nullable(),
        note: z.string().max(500),
      }),
    )
    .max(1_000_000),
  aliases: z.array(z.strictObject({ name, deviceId: id })).max(100_000),
});

const area = z.strictObject({
  kind: z.literal('area'),
  id,
  name,
  purpose: z.enum(AREA_PURPOSES),
  contained: z.boolean(),
  xMm: planMm,
  yMm: planMm,
  widthMm: mm.min(1),
  depthMm: mm.min(1),
});

const pathway = z.strictObject({
  kind: z.literal('pathway'),
  id,
  name,
  level: z.enum(PATHWAY_LEVELS),
  points: z
    .array(planPoint)
    .min(2)
    .max(1000)
    .refine(
      (points) =>
        points.every(({ xMm, yMm }, at) => {
          const before = points[at - 1];
          return !before || before.xMm === xMm || before.yMm === yMm;
        }),
      'each leg runs along x or y',
    ),
  widthMm: mm.min(1).max(5000),
  heightMm: mm.min(1).max(5000),
  riseMm: mm.min(0).max(10_000),
});

const cluster = z.strictObject({
  kind: z.literal('cluster'),
  id,
  name,
  spec: z.string().max(LARGEST_SPEC).refine(isObjectText, 'the spec is a JSON object'),
});

function isObjectText(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}

/** A type and a picture by themselves, as the library takes them. */
export const deviceTypeSchema: z.ZodType<DeviceType> = deviceType;
export const pictureSchema: z.ZodType<Picture> = picture;

/** One record of any kind. */
export const recordSchema: z.ZodType<DesignRecord> = z.discriminatedUnion('kind', [
  settings,
  row,
  rack,
  picture,
  deviceType,
  device,
  cable,
  waiver,
  found,
  area,
  pathway,
  cluster,
]);

/** One edit, as it crosses a door. */
export const diffSchema: z.ZodType<Diff> = z.strictObject({
  added: z.array(recordSchema),
  updated: z.array(z.tuple([recordSchema, recordSchema])),
  removed: z.array(recordSchema),
});
