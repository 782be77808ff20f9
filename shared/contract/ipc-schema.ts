/** What each call of the contract accepts, as schemas; unknown keys are refused. */

import { z } from 'zod';
import { NETBOX_VERSIONS } from '../formats/netbox/out/columns.ts';
import { LARGEST_SPEC } from '../model/records.ts';
import { ORIENTATIONS, PAPER_SIZES, SHEET_KINDS } from './drawing-set.ts';
import type { CallName, Calls } from './ipc.ts';
import { PICTURE_DPIS, PICTURE_FORMATS } from './picture-choice.ts';
import { deviceTypeSchema, diffSchema, pictureSchema, recordSchema } from './record-schema.ts';

const handle = z.string().min(1).max(100);
const nothing = z.null();
const recordId = z.string().min(1).max(120);

/** A whole public library of device types, several times over. */
const MOST_TYPES = 50_000;
/** Racks that one may name: many times those of the largest design. */
const MOST_RACKS = 20_000;
const MOST_DEVICES = 1_000_000;
const recordIds = z.array(recordId).max(MOST_TYPES);

/** The largest design that Plenum is made for has 100,000 cables; a change of all of them is several times that. */
const LARGEST_CHANGE = 1_000_000;

/** An edit of a whole design of 100,000 GPUs, as text, twice over. */
const LARGEST_DIFF_TEXT = 400_000_000;

/** Counted before its records are read: to read a million of them and then refuse takes a minute. */
const changeOfOneDesign = z
  .unknown()
  .refine((change) => recordsIn(change) <= LARGEST_CHANGE, {
    message: 'too many records',
    abort: true,
  })
  .pipe(diffSchema);

function recordsIn(change: unknown): number {
  const lists: unknown[] = Object.values(Object(change));
  return lists.reduce<number>((sum, list) => sum + (Array.isArray(list) ? list.length : 0), 0);
}

const paper = z.enum(PAPER_SIZES);
const orientation = z.enum(ORIENTATIONS);
const sheets = z.array(z.enum(SHEET_KINDS)).max(SHEET_KINDS.length);

export const appSettingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark']),
  units: z.enum(['mm', 'in']),
  wheel: z.enum(['pan', 'zoom']),
  singleKeys: z.boolean(),
  keys: z.record(z.string().max(100), z.string().max(60)),
  panels: z.record(z.string().max(60), z.number().finite()),
  personName: z.string().max(300),
  drawingSet: z.strictObject({ paper, orientation, sheets }).nullable(),
});

const menuModel = z.strictObject({
  menus: z
    .array(
      z.strictObject({
        label: z.string().max(100),
        entries: z
          .array(
            z.strictObject({
              command: z.string().max(100),
              label: z.string().max(200),
              accelerator: z.string().max(60),
              enabled: z.boolean(),
              separatorBefore: z.boolean(),
            }),
          )
          .max(100),
      }),
    )
    .max(20),
});

/** Text for the clipboard. */
const pasted = z.string().max(20_000_000);

const drawingSetChoice = z.strictObject({
  paper,
  orientation,
  sheets,
  racks: z.array(recordId).max(MOST_RACKS).nullable(),
  against: recordId.optional(),
});

const pictureDpi = z.literal(PICTURE_DPIS);
const pictureWish = z.strictObject({
  racks: z.array(recordId).max(MOST_RACKS).nullable(),
  devices: z.array(recordId).max(MOST_DEVICES).nullable(),
  faces: z.enum(['both', 'front', 'rear']),
  scheme: z.enum(['light', 'dark', 'paper']),
  cables: z.boolean(),
  labels: z.boolean(),
  background: z.boolean(),
});

/** The schema of every call's input; `satisfies` keeps it in step with the contract. */
export const CALL_SCHEMAS = {
  'app.session': nothing,
  'app.saveSettings': appSettingsSchema,
  'app.recents': nothing,
  'app.openLink': z.strictObject({ key: z.literal('licence') }),
  'window.describe': z.strictObject({ name: z.string().max(300), saved: z.boolean() }),
  'window.setMenu': menuModel,
  'window.new': nothing,
  'window.close': nothing,
  'window.toggleFullScreen': nothing,
  'app.quit': nothing,
  'design.new': z.strictObject({ sample: z.string().max(60).nullable() }),
  'design.newCluster': z.strictObject({
    spec: z.string().max(LARGEST_SPEC),
    types: z.array(deviceTypeSchema).max(MOST_TYPES),
  }),
  'design.stopMaking': nothing,
  'design.open': nothing,
  'design.openRecent': z.strictObject({ id: z.string().max(200) }),
  'design.openDropped': z.strictObject({ path: z.string().min(1).max(4096) }),
  'design.commit': z.strictObject({
    handle,
    revision: z.int().min(0),
    label: z.string().max(300),
    diff: z.union([z.strictObject({ text: z.string().max(LARGEST_DIFF_TEXT) }), diffSchema]),
  }),
  'design.saveAs': z.strictObject({ handle, records: z.array(recordSchema).nullable() }),
  'design.arriving': z.strictObject({ handle }),
  'design.stopArriving': z.strictObject({ handle }),
  'design.close': z.strictObject({ handle }),
  'version.list': z.strictObject({ handle }),
  'version.create': z.strictObject({
    handle,
    name: z.string().min(1).max(200),
    change: changeOfOneDesign.nullable(),
  }),
  'version.restoreAsCopy': z.strictObject({ handle, versionId: z.string().min(1).max(100) }),
  'export.pdf': z.strictObject({ handle, choice: drawingSetChoice }),
  'export.preview': z.strictObject({ handle, choice: drawingSetChoice }),
  'export.showWritten': nothing,
  'export.svg': z.strictObject({ handle }),
  'export.csv': z.strictObject({ handle }),
  'export.faceplate': z.strictObject({
    type: deviceTypeSchema,
    format: z.enum(['pdf', 'svg', 'dxf']),
    faces: z
      .array(z.enum(['front', 'rear']))
      .min(1)
      .max(2),
    dimensions: z.boolean(),
    paper: z.enum(['fit', 'A4', 'A3']),
  }),
  'export.deviceTypes': z.strictObject({ types: z.array(deviceTypeSchema).min(1).max(MOST_TYPES) }),
  'export.list': z.strictObject({
    handle,
    wanted: z.discriminatedUnion('list', [
      z.strictObject({ list: z.literal('netbox'), version: z.enum(NETBOX_VERSIONS) }),
      z.strictObject({ list: z.enum(['p2p', 'nvidia', 'schedules']) }),
    ]),
  }),
  'export.picture': z.strictObject({
    handle,
    choice: z.strictObject({ format: z.enum(PICTURE_FORMATS), dpi: pictureDpi, wish: pictureWish }),
  }),
  'clipboard.picture': z.strictObject({ handle, wish: pictureWish, dpi: pictureDpi }),
  'clipboard.table': z.strictObject({ text: pasted, html: pasted }),
  'export.cancel': nothing,
  'found.read': nothing,
  'library.read': z.strictObject({ known: z.int().min(0).nullable() }),
  'library.pictures': z.strictObject({ ids: recordIds }),
  'library.save': z.strictObject({
    types: z.array(deviceTypeSchema).max(MOST_TYPES),
    pictures: z.array(pictureSchema).max(MOST_TYPES),
  }),
  'library.remove': z.strictObject({ ids: recordIds }),
  'library.favour': z.strictObject({ id: recordId, favourite: z.boolean() }),
  'library.placed': z.strictObject({ ids: recordIds }),
  'report.save': z.strictObject({
    name: z.string().min(1).max(100),
    text: z.string().max(20_000_000),
  }),
  'library.importTypes': z.strictObject({ from: z.enum(['files', 'folder']), handle }),
  'library.importDropped': z.strictObject({
    paths: z.array(z.string().min(1).max(4096)).min(1).max(1000),
    handle,
  }),
  'picture.pick': nothing,
  'cluster.readSpec': nothing,
  'cluster.writeSpec': z.strictObject({
    name: z.string().max(200),
    text: z.string().max(LARGEST_SPEC),
  }),
  'clipboard.write': z.strictObject({ text: pasted }),
  'clipboard.read': nothing,
} satisfies { readonly [N in CallName]: z.ZodType<Calls[N]['in']> };
