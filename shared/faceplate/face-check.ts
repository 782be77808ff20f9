/** What a check of a face says. */
import type { Face } from '../model/face.ts';
import type { PortId } from '../model/ids.ts';
import type { MessageArgs } from '../text/index.ts';
import { roundMm } from '../units/length.ts';
import type { PartRef } from './face-part.ts';

export const FACE_CHECK_CODES = [
  'overlap',
  'outside',
  'over-ear',
  'over-hole',
  'edge-close',
  'plug-close',
  'pitch',
  'label-over',
  'vent-covered',
  'bay-outside',
  'vent-closed',
  'vent-unknown',
  'port-without-cage',
  'cage-without-port',
  'port-name-twice',
  'cage-name-twice',
] as const;
export type FaceCheckCode = (typeof FACE_CHECK_CODES)[number];

export interface FaceCheck {
  readonly code: FaceCheckCode;
  /** Errors cannot be built, warnings are bad or assumed to be, notes may be meant. */
  readonly severity: 'error' | 'warning' | 'note';
  readonly face: Face | null;
  readonly parts: readonly PartRef[];
  readonly ports: readonly PortId[];
  /** How far over or short, mm, above 0; null where no length tells. */
  readonly mm: number | null;
  readonly args: MessageArgs;
}

/** Lengths that differ by less are the same: half of what the file keeps, mm. */
export const SAME_MM = 0.0005;

/** A figure of a check as it is kept: to a micrometre, at least one. */
export function figureMm(mm: number): number {
  return Math.max(0.001, roundMm(mm));
}
