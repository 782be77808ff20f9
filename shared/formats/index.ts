/** Formats of the field that Plenum reads. */

export { outcomeTold, TypeMerge } from './merge-types.ts';
export { exportDeviceType } from './netbox/device-type-export.ts';
export { type ImportedDocument, importDeviceTypes, rejected } from './netbox/device-type-import.ts';
export type { ImportWarning } from './netbox/import-report.ts';
export { NETBOX_VERSIONS } from './netbox/out/columns.ts';
export { exportNetbox } from './netbox/out/export-netbox.ts';
export type { Unsaid } from './netbox/unsaid.ts';
export { FormatError, refuseSize } from './yaml-door.ts';
