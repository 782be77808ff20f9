/** What the analysis says about a device type, whether or not a device of it is placed. */
import type { DeviceType } from '../model/device-type.ts';
import { faceplateFinding } from './faceplate-rule.ts';
import { faceplatesOf } from './faceplates.ts';
import type { FindingSource } from './finding.ts';
import { typeDoubts } from './type-doubts.ts';
import type { FaceplateRow } from './types.ts';

export interface TypeResult {
  readonly faceplates: readonly FaceplateRow[];
  readonly findings: readonly FindingSource[];
}

/** Analyses one type. */
export function analyseType(type: DeviceType): TypeResult {
  const faceplates = faceplatesOf(type);
  const room = faceplateFinding(type, faceplates);
  const doubts = typeDoubts(type);
  return { faceplates, findings: room === null ? doubts : [room, ...doubts] };
}
