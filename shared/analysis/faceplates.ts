/** What is on the faces of a type, and what would still fit (design rule `faceplate`). */
import { formFactorFacts } from '../catalog/index.ts';
import type { Cage, DeviceType, FormFactor } from '../model/device-type.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import { type Mm, panelHeightMm, RAIL_OPENING_MM } from '../units/length.ts';
import { mostOnFace, ratePerCage } from './faceplate-ceiling.ts';
import { compareIds } from './finding.ts';
import type { FaceplateRow } from './types.ts';

/** Between two cages one above the other, mm [assumed: the sheet metal of both]. */
const ROW_GAP_MM: Mm = 1.5;

/** What one would put on a face: each is in the table of data gear though none is fitted. */
export const USUAL_FORM_FACTORS = [
  'rj45',
  'sfp',
  'qsfp',
  'qsfp-dd',
  'osfp',
  'mpo',
] as const satisfies readonly FormFactor[];

const known = new WeakMap<DeviceType, readonly FaceplateRow[]>();

/**
 * One row per face and form factor of interface cages; on data gear one for each usual form factor that is not
 * fitted besides, on the faces that have such cages, or on both where none has. None for a type whose ports have
 * no places: what is free on its faces is unknown.
 */
export function faceplatesOf(type: DeviceType): readonly FaceplateRow[] {
  let rows = known.get(type);
  if (!rows) {
    rows = buildRows(type);
    known.set(type, rows);
  }
  return rows;
}

function buildRows(type: DeviceType): readonly FaceplateRow[] {
  const data = new Set(
    type.ports.flatMap(({ kind, cageId }) => (kind === 'interface' ? [cageId] : [])),
  );
  const cages = type.cages.filter(({ id }) => data.has(id));
  const fitted = Map.groupBy(cages, ({ face, formFactor }) => rowKey(face, formFactor));
  const rows = [...fitted.values()].flatMap((group) =>
    group[0] ? [rowOf(type, group[0].face, group[0].formFactor, group)] : [],
  );
  const drawn = new Set(cages.map(({ face }) => face));
  if (carriesData(type) && !data.has(null)) {
    for (const face of drawn.size === 0 ? FACES : drawn) {
      for (const formFactor of USUAL_FORM_FACTORS) {
        if (!fitted.has(rowKey(face, formFactor))) rows.push(rowOf(type, face, formFactor, []));
      }
    }
  }
  return rows.sort(compareFaceplates);
}

const FACES: readonly Face[] = ['front', 'rear'];

function rowKey(face: Face, formFactor: FormFactor): string {
  return `${face} ${formFactor}`;
}

/** Gear on the rails whose faces are there for links. */
function carriesData({ category, heightU }: DeviceType): boolean {
  switch (category) {
    case 'node':
    case 'server':
    case 'switch':
    case 'storage':
    case 'appliance':
      return heightU > 0;
    case 'patch-panel':
    case 'pdu':
    case 'power-shelf':
    case 'cable-manager':
    case 'blank':
    case 'shelf':
    case 'other':
      return false;
    default:
      return category satisfies never;
  }
}

function rowOf(
  type: DeviceType,
  face: Face,
  formFactor: FormFactor,
  cages: readonly Cage[],
): FaceplateRow {
  const moreThatFit = roomFor(type, face, formFactor, cages.length);
  const rate = ratePerCage(formFactor);
  const bandwidthGbps = bandwidthOf(type, cages);
  const bandwidthCeilingGbps = rate === null ? null : (cages.length + moreThatFit) * rate;
  return {
    deviceType: type.id,
    face,
    formFactor,
    fitted: cages.length,
    moreThatFit,
    bandwidthGbps,
    bandwidthCeilingGbps,
    tbpsPerU: perUnit(type, bandwidthGbps),
    tbpsPerUCeiling: perUnit(type, bandwidthCeilingGbps),
  };
}

function perUnit({ heightU }: DeviceType, gbps: number | null): number | null {
  return gbps === null || heightU <= 0 ? null : gbps / 1000 / heightU;
}

function bandwidthOf(type: DeviceType, cages: readonly Cage[]): number | null {
  const ids = new Set(cages.map(({ id }) => id));
  let sum = 0;
  for (const { cageId, speedGbps } of type.ports) {
    if (cageId === null || !ids.has(cageId)) continue;
    if (speedGbps === null) return null;
    sum += speedGbps;
  }
  return sum;
}

/**
 * How many more cages fit between what is there: rows from the top, each filled from the left at the closest
 * pitch, but no more than that form factor has been put on a face of that size. A lower bound, since what is
 * there is not moved.
 */
function roomFor(type: DeviceType, face: Face, formFactor: FormFactor, fitted: number): number {
  const facts = formFactorFacts(formFactor);
  if (facts === null || type.heightU <= 0) return 0;
  const body = bodyWidthMm(type);
  const width = Math.min(RAIL_OPENING_MM, body);
  const left = (body - width) / 2;
  const height = panelHeightMm(type.heightU);
  const pitch = facts.cagePitchMinMm ?? facts.cageWidthMm;
  const rowPitch = facts.cageHeightMm + ROW_GAP_MM;
  const taken = [...type.cages, ...type.shapes].filter((part) => part.face === face);
  let fit = 0;
  for (let y = ROW_GAP_MM / 2; y + facts.cageHeightMm <= height; y += rowPitch) {
    let x = left;
    while (x + facts.cageWidthMm <= left + width) {
      const right = x + facts.cageWidthMm;
      const bottom = y + facts.cageHeightMm;
      const hit = taken.find(
        (part) =>
          part.xMm < right &&
          part.xMm + part.widthMm > x &&
          part.yMm < bottom &&
          part.yMm + part.heightMm > y,
      );
      if (hit) x = Math.max(hit.xMm + hit.widthMm, x + MIN_STEP_MM);
      else {
        fit += 1;
        x += pitch;
      }
    }
  }
  return Math.max(0, Math.min(fit, mostOnFace(type, formFactor) - fitted));
}
/** The search moves on by at least this, mm. */
const MIN_STEP_MM: Mm = 0.1;

/** By type, face, form factor. */
export function compareFaceplates(a: FaceplateRow, b: FaceplateRow): number {
  return (
    compareIds(a.deviceType, b.deviceType) ||
    compareIds(a.face, b.face) ||
    compareIds(a.formFactor, b.formFactor)
  );
}
