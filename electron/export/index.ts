/** What writes files for people and other programs: the drawing set, pictures, spreadsheets. */

export { exportElevationDxf } from './elevation-dxf.ts';
export { exportCsv } from './export-csv.ts';
export { exportDeviceTypes } from './export-device-types.ts';
export {
  exportNetboxLists,
  exportNvidia,
  exportP2p,
  exportSchedules,
} from './export-lists.ts';
export { exportPicture } from './export-picture.ts';
export { exportPng, PictureTooLarge } from './export-png.ts';
export { exportSvg } from './export-svg.ts';
export { exportFaceplateDxf, exportFaceplateSvg } from './faceplate/export-faceplate-files.ts';
export { exportFaceplatePdf } from './faceplate/export-faceplate-pdf.ts';
export { exportPdf } from './pdf/export-pdf.ts';
