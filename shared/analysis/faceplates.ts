/** What is on the faces of a type, and what would still fit (design rule `faceplate`). */
import { ratePerCage, USUAL_FORM_FACTORS } from '../faceplate/face-ceiling.ts';
import { moreThatFit } from '../faceplate/face-room.ts';
import type { Cage, DeviceType, FormFactor } from '../model/device-type.ts';
import type { Face } from '../model/records.ts';
import { compareIds } from './finding.ts';
import type { FaceplateRow } from './types.ts';

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
  const more = moreThatFit(type, face, formFactor);
  const rate = ratePerCage(formFactor);
  const bandwidthGbps = bandwidthOf(type, cages);
  const bandwidthCeilingGbps = rate === null ? null : (cages.length + more) * rate;
  return {
    deviceType: type.id,
    face,
    formFactor,
    fitted: cages.length,
    moreThatFit: more,
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

/** By type, face, form factor. */
export function compareFaceplates(a: FaceplateRow, b: FaceplateRow): number {
  return (
    compareIds(a.deviceType, b.deviceType) ||
    compareIds(a.face, b.face) ||
    compareIds(a.formFactor, b.formFactor)
  );
}
