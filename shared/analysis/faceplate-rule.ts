/** Rule `faceplate`: whether the bandwidth that a type is wanted to have goes on its face. */

import { mostOnFace, ratePerCage, USUAL_FORM_FACTORS } from '../faceplate/face-ceiling.ts';
import type { DeviceType, FormFactor } from '../model/device-type.ts';
import { say } from '../text/index.ts';
import {
  count,
  type FindingDetails,
  type FindingSource,
  makeFinding,
  quantity,
  subjectOf,
  words,
} from './finding.ts';
import type { FaceplateRow, FindingValue, Severity } from './types.ts';

/** The most that a face of a type carries with one kind of opening. */
interface Ceiling {
  readonly formFactor: FormFactor;
  readonly cages: number;
  readonly gbps: number;
}

/**
 * The finding about a type whose wanted bandwidth is more than a face of its height can carry, whatever is put on
 * it, or more than its faces as they are drawn have room for; null where it fits, or nothing is wanted.
 * @param faces the faceplate rows of the type
 */
export function faceplateFinding(
  type: DeviceType,
  faces: readonly FaceplateRow[],
): FindingSource | null {
  const wanted = type.wantedGbps;
  const most = bestOf(ceilings(type, faces));
  if (wanted === null || type.heightU <= 0 || !most) return null;
  if (wanted.value > most.gbps) {
    return finding(type, 'error', () => ({
      subjects: [subjectOf(type)],
      message: 'faceplate.none',
      values: {
        ...valuesOf(type, most),
        wanted: quantity(wanted.value, 'Gb/s', wanted.provenance),
        lacking: quantity(wanted.value - most.gbps, 'Gb/s', 'derived'),
      },
      explanation: [
        {
          formula: 'B_max = n*R; B > B_max',
          where: { B: 'wanted', B_max: 'most', n: 'cages', R: 'rate' },
          sources: [wanted.source, 'physics.md, section 6', 'catalogue of form factors'],
        },
      ],
    }));
  }
  const drawn = bestOf(faces.flatMap(drawnCeiling));
  if (!drawn || wanted.value <= drawn.gbps) return null;
  return finding(type, 'warning', () => ({
    subjects: [subjectOf(type)],
    message: 'faceplate.drawn',
    values: {
      ...valuesOf(type, drawn),
      wanted: quantity(wanted.value, 'Gb/s', wanted.provenance),
      lacking: quantity(wanted.value - drawn.gbps, 'Gb/s', 'derived'),
      bestKind: words(say(`panels.formFactor.${most.formFactor}`)),
      bestMost: quantity(most.gbps, 'Gb/s', 'derived'),
    },
    explanation: [
      {
        formula: 'B_max = n*R; B > B_max; B <= B_best',
        where: { B: 'wanted', B_max: 'most', n: 'cages', R: 'rate', B_best: 'bestMost' },
        sources: [wanted.source, 'physics.md, section 6', 'the faces of the type in mm'],
      },
    ],
  }));
}

function finding(
  { id }: DeviceType,
  severity: Severity,
  details: () => FindingDetails,
): FindingSource {
  return makeFinding({ id: `faceplate:${id}`, rule: 'faceplate', severity }, details);
}

function valuesOf(
  type: DeviceType,
  { formFactor, cages, gbps }: Ceiling,
): Readonly<Record<string, FindingValue>> {
  return {
    type: words(subjectOf(type).name),
    units: quantity(type.heightU, 'U', 'datasheet'),
    cageKind: words(say(`panels.formFactor.${formFactor}`)),
    cages: count(cages),
    rate: quantity(ratePerCage(formFactor) ?? 0, 'Gb/s', 'datasheet'),
    most: quantity(gbps, 'Gb/s', 'derived'),
  };
}

function ceilings(type: DeviceType, faces: readonly FaceplateRow[]): readonly Ceiling[] {
  const kinds = new Set<FormFactor>([
    ...USUAL_FORM_FACTORS,
    ...faces.map(({ formFactor }) => formFactor),
  ]);
  return [...kinds].flatMap((formFactor) => {
    const cages = mostOnFace(type, formFactor);
    const rate = ratePerCage(formFactor);
    return rate === null ? [] : [{ formFactor, cages, gbps: cages * rate }];
  });
}

function drawnCeiling(row: FaceplateRow): readonly Ceiling[] {
  const { formFactor, fitted, moreThatFit, bandwidthCeilingGbps } = row;
  if (bandwidthCeilingGbps === null) return [];
  return [{ formFactor, cages: fitted + moreThatFit, gbps: bandwidthCeilingGbps }];
}

function bestOf(ceilingsOfFaces: readonly Ceiling[]): Ceiling | undefined {
  return ceilingsOfFaces.reduce<Ceiling | undefined>(
    (best, each) => (best === undefined || each.gbps > best.gbps ? each : best),
    undefined,
  );
}
