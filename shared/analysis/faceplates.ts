/** What is on the faces of a type, and what would still fit (design rule `faceplate`). */
import { formFactorFacts } from '../catalog/index.ts';
import type { Cage, DeviceType, FormFactor } from '../model/device-type.ts';
import { bodyWidthMm } from '../model/rack-geometry.ts';
import type { Face } from '../model/records.ts';
import { type Mm, panelHeightMm, RAIL_OPENING_MM } from '../units/length.ts';
import { FASTEST_LANE_GBPS, isElectrical } from './electrical-lanes.ts';
import { compareIds } from './finding.ts';
import type { FaceplateRow } from './types.ts';

/** Between two cages one above the other, mm [assumed: the sheet metal of both]. */
const ROW_GAP_MM: Mm = 1.5;

const known = new WeakMap<DeviceType, readonly FaceplateRow[]>();

/** One row per face and form factor of interface cages; none for a type without them. */
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
  const groups = Map.groupBy(cages, ({ face, formFactor }) => `${face} ${formFactor}`);
  return [...groups.values()]
    .flatMap((group) => (group[0] ? [rowOf(type, group[0].face, group[0].formFactor, group)] : []))
    .sort(compareFaceplates);
}

function rowOf(
  type: DeviceType,
  face: Face,
  formFactor: FormFactor,
  cages: readonly Cage[],
): FaceplateRow {
  const moreThatFit = roomFor(type, face, formFactor);
  const lanes = isElectrical(formFactor) ? (formFactorFacts(formFactor)?.lanes ?? null) : null;
  return {
    deviceType: type.id,
    face,
    formFactor,
    fitted: cages.length,
    moreThatFit,
    bandwidthGbps: bandwidthOf(type, cages),
    bandwidthCeilingGbps:
      lanes === null ? null : (cages.length + moreThatFit) * lanes * FASTEST_LANE_GBPS,
  };
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
 * How many more cages fit between what is there: rows from the top, each filled from the left at the
 * closest pitch. A lower bound, since what is there is not moved.
 */
function roomFor(type: DeviceType, face: Face, formFactor: FormFactor): number {
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
  return fit;
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
