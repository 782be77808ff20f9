/**
 * NetBox's JSON: what Plenum's own export writes beside the tables, and answers of NetBox's REST interface to questions
 * for racks, devices or cables. An answer is turned into the table of the same columns, and read as that.
 */
import { z } from 'zod';
import { MEDIUM_IDS, type MediumId } from '../../model/medium.ts';
import type { TextFormat } from '../format.ts';
import {
  bareEnd,
  type CableRow,
  type EndRow,
  noRows,
  type RowPlace,
  type SiteRows,
} from '../site/rows.ts';
import { colourOf, statusOf } from '../site/words.ts';
import type { Sheet } from '../table/sheet.ts';
import { FormatError } from '../yaml-door.ts';
import { mediaOf, NETBOX_CABLES, TERMINATIONS } from './csv-cables.ts';
import { NETBOX_DEVICES } from './csv-devices.ts';
import { NETBOX_RACKS } from './csv-racks.ts';
import { answerSheet, type RestKind } from './rest-answer.ts';

/** Largest file that is read, characters. */
const LARGEST = 50_000_000;

const OWN = /"format"\s*:\s*"plenum\.netbox\//;

export const NETBOX_REST: TextFormat = {
  kind: 'netbox-rest',
  recognises: (text) =>
    /^\s*[{[]/.test(text) &&
    (OWN.test(text.slice(0, 10_000)) ||
      (/"(?:results|display)"\s*:/.test(text) &&
        /"(?:a_terminations|device_type|u_height)"\s*:/.test(text))),
  read: (text) => {
    if (text.length > LARGEST) throw new FormatError('sheet-too-large', { limit: LARGEST / 1e6 });
    const document = parsed(text);
    const own = OWN_DOCUMENT.safeParse(document);
    if (own.success) return { gives: 'rows', rows: ownRows(own.data) };
    if (OWN.test(text.slice(0, 10_000))) {
      throw new FormatError('not-rest', { where: own.error.issues[0]?.path.join('.') ?? '' });
    }
    return { gives: 'rows', rows: answerRows(document) };
  },
};

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new FormatError('not-json', { reason: reason.slice(0, 200) });
  }
}

const name = z.string().max(200);
const open = z.number().min(0).max(1).nullable();
const face = z.enum(['front', 'rear']);
const end = z.object({ object_type: name, device: name, name });
const details = z.object({
  medium: z.enum(MEDIUM_IDS).optional(),
  awg: z.int().min(10).max(40).optional(),
  part_number: name.optional(),
  fabric: name.optional(),
  rail: z.int().min(0).max(1024).optional(),
  bundle: name.optional(),
  side: z.enum(['auto', 'left', 'right']).optional(),
  waypoints: z.array(z.object({ rack: name, face, xMm: z.number(), yMm: z.number() })).optional(),
});
const body = z.object({
  type: name,
  a_terminations: z.array(end).min(1),
  b_terminations: z.array(end).min(1),
  status: name,
  label: name,
  color: name,
  length: z.number().min(0).max(100_000).nullable(),
  description: z.string().max(10_000).optional(),
  comments: z.string().max(10_000).optional(),
  turned: z.literal(true).optional(),
  links: z.array(z.tuple([z.int().min(0), z.int().min(0)])).min(1),
  details,
});
const OWN_DOCUMENT = z.object({
  format: z.literal('plenum.netbox/1'),
  rest: z.object({
    cables: z.array(body),
    modules: z.array(
      z.object({
        device: name,
        module_bay: name,
        manufacturer: name,
        module_type: name,
        description: name,
      }),
    ),
  }),
  beside: z.object({
    racks: z.array(
      z.object({
        name,
        row: name,
        frame: z.enum(['cabinet', 'four-post', 'orv3']),
        max_power_w: z.number().min(0).nullable(),
        front_door_open: open,
        rear_door_open: open,
      }),
    ),
    devices: z.array(
      z.object({
        device: name,
        rack: name,
        column: z.int().min(0).max(3).nullable(),
        strip: z.enum(['left', 'right']).nullable(),
        unit: z.number(),
        face,
      }),
    ),
    cables: z.array(details.extend({ label: name, a: end, b: end })),
  }),
});
type OwnDocument = z.infer<typeof OWN_DOCUMENT>;
type Body = z.infer<typeof body>;
type Details = z.infer<typeof details>;

function ownRows({ rest, beside }: OwnDocument): SiteRows {
  return {
    ...noRows('netbox'),
    cables: rest.cables.flatMap(bodyRows),
    devices: rest.modules.map((module, n) => ({
      ...deviceRow(module.description || `${module.device} ${module.module_bay}`),
      place: at(`rest.modules[${n}]`),
      manufacturer: module.manufacturer,
      model: module.module_type,
      parent: module.device,
      bay: module.module_bay,
    })),
    beside: {
      racks: beside.racks.map((rack, n) => ({
        place: at(`beside.racks[${n}]`),
        name: rack.name,
        site: '',
        location: rack.row,
        heightU: null,
        frame: rack.frame,
        widthMm: null,
        depthMm: null,
        maxWeightKg: null,
        maxPowerW: rack.max_power_w,
        frontDoorOpen: rack.front_door_open,
        rearDoorOpen: rack.rear_door_open,
        notes: '',
        startingUnit: 1,
        unitsFromTop: false,
        kept: {},
      })),
      devices: beside.devices.map((device, n) => ({
        ...deviceRow(device.device),
        place: at(`beside.devices[${n}]`),
        rack: device.rack,
        u: device.unit,
        face: device.face,
        column: device.column,
        strip: device.strip,
      })),
      cables: beside.cables.map(({ label, a, b, ...rest_ }, n) => ({
        ...bareCable(`beside.cables[${n}]`, endRow(a), endRow(b)),
        label,
        ...detailFields(rest_),
      })),
    },
  };
}

function at(path: string): RowPlace {
  return { sheet: '', line: 0, path };
}

function deviceRow(deviceName: string): SiteRows['devices'][number] {
  return {
    place: at(''),
    key: deviceName,
    name: deviceName,
    site: '',
    rack: '',
    u: null,
    face: null,
    column: null,
    strip: null,
    manufacturer: '',
    model: '',
    partNumber: '',
    typeId: '',
    role: '',
    parent: '',
    bay: '',
    notes: '',
    kept: {},
  };
}

/** A row for each link of a cable with several. */
function bodyRows(one: Body, n: number): CableRow[] {
  const path = `rest.cables[${n}]`;
  return one.links.flatMap(([from, to]) => {
    const [a, b] = [one.a_terminations[from], one.b_terminations[to]];
    if (!a || !b) return [];
    return [
      {
        ...(one.turned
          ? bareCable(path, endRow(b), endRow(a))
          : bareCable(path, endRow(a), endRow(b))),
        label: one.label,
        cableKey: path,
        media: mediaOf(one.type),
        lengthM: one.length,
        colour: colourOf(one.color),
        status: statusOf(one.status),
        notes: one.description || one.comments || '',
        ...detailFields(one.details),
      },
    ];
  });
}

function endRow({ object_type, device, name: port }: z.infer<typeof end>): EndRow {
  return bareEnd({ device, port, kind: TERMINATIONS.get(object_type) ?? null });
}

function bareCable(path: string, a: EndRow, b: EndRow): CableRow {
  return {
    place: at(path),
    label: '',
    link: '',
    cableKey: '',
    a,
    b,
    media: [],
    awg: null,
    lengthM: null,
    colour: null,
    speedGbps: null,
    fabric: '',
    rail: null,
    status: null,
    part: '',
    bundle: '',
    side: null,
    waypoints: [],
    notes: '',
    kept: {},
  };
}

/** What is said of a cable; what is not said is missing, so that it changes nothing. */
function detailFields(said: Details): Partial<CableRow> {
  const media: readonly MediumId[] = said.medium === undefined ? [] : [said.medium];
  return {
    ...(media.length === 0 ? {} : { media }),
    ...(said.awg === undefined ? {} : { awg: said.awg }),
    ...(said.part_number === undefined ? {} : { part: said.part_number }),
    ...(said.fabric === undefined ? {} : { fabric: said.fabric }),
    ...(said.rail === undefined ? {} : { rail: said.rail }),
    ...(said.bundle === undefined ? {} : { bundle: said.bundle }),
    ...(said.side === undefined ? {} : { side: said.side }),
    ...(said.waypoints === undefined ? {} : { waypoints: said.waypoints }),
  };
}

const READERS: Readonly<Record<RestKind, (sheet: Sheet) => SiteRows>> = {
  racks: (sheet) => rowsOf(NETBOX_RACKS.read(sheet)),
  devices: (sheet) => rowsOf(NETBOX_DEVICES.read(sheet)),
  cables: (sheet) => rowsOf(NETBOX_CABLES.read(sheet)),
};

function rowsOf(content: ReturnType<typeof NETBOX_RACKS.read>): SiteRows {
  return content.gives === 'rows' ? content.rows : noRows('netbox');
}

/** An answer as rows. Each stands on the line of its place in the answer, the first on 1. */
function answerRows(document: unknown): SiteRows {
  const { kind, sheet, cableOf, faults } = answerSheet(document);
  const rows = READERS[kind](sheet);
  return {
    ...rows,
    faults: [...faults, ...rows.faults],
    cables: rows.cables.map((row) => ({ ...row, cableKey: cableOf.get(row.place.line) ?? '' })),
  };
}
