/** Formats of the field that Plenum reads. */

export { outcomeTold, TypeMerge } from './merge-types.ts';
export { exportDeviceType } from './netbox/device-type-export.ts';
export { type ImportedDocument, importDeviceTypes, rejected } from './netbox/device-type-import.ts';
export type { ImportWarning } from './netbox/import-report.ts';
export { NETBOX_VERSIONS, type NetboxVersion } from './netbox/out/columns.ts';
export { exportNetbox } from './netbox/out/export-netbox.ts';
export type { Unsaid } from './netbox/unsaid.ts';
export { nvidiaReport } from './p2p/out/nvidia-report.ts';
export { nvidiaSheets } from './p2p/out/nvidia-sheets.ts';
export { p2pList } from './p2p/out/p2p-list.ts';
export { csvFile } from './written-table.ts';
export { FormatError, refuseSize } from './yaml-door.ts';
