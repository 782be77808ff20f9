/** Formats of the field that Plenum reads. */

export { mergeTypes } from './merge-types.ts';
export { type ImportedDocument, importDeviceTypes, rejected } from './netbox/device-type-import.ts';
export type { ImportWarning } from './netbox/import-report.ts';
export { FormatError, refuseSize } from './yaml-door.ts';
