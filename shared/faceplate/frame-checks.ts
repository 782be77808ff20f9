/** Parts against the panel: out of it, over an ear or a rail hole, too near its edge for the gear above or below. */
import type { DeviceType, FormFactor } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import type { Box } from '../model/rack-geometry.ts';
import type { MessageArgs } from '../text/index.ts';
import { type FaceCheck, type FaceCheckCode, figureMm, SAME_MM } from './face-check.ts';
import { type FaceFrame, faceFrame, isStrip } from './face-frame.ts';
import type { FacePart } from './face-part.ts';
import { plugRoom } from './openings.ts';
import { partWords } from './part-words.ts';

/** Radius of what a screw's head and its driver need round a rail hole, mm [assumed: M6 with a washer]. */
const SCREW_ROOM_MM = 6;

/** What is wrong with the parts of a face against its panel. */
export function frameChecks(type: DeviceType, face: Face, parts: readonly FacePart[]): FaceCheck[] {
  const frame = faceFrame(type, face);
  return parts.flatMap((part) => {
    const found = placeOf(part, frame) ?? (isStrip(type) ? null : edgeOf(part, frame));
    return found ? [checkOf(part, found)] : [];
  });
}

interface Misplaced {
  readonly code: FaceCheckCode;
  readonly severity: FaceCheck['severity'];
  readonly mm: number;
}

function checkOf(part: FacePart, { code, severity, mm }: Misplaced): FaceCheck {
  const { ref, face } = part;
  const args: MessageArgs = { part: partWords(part), mm: figureMm(mm), face };
  return { code, severity, face, parts: [ref], ports: [], mm: figureMm(mm), args };
}

function placeOf(part: FacePart, frame: FaceFrame): Misplaced | null {
  const isBay = part.ref.part === 'bay';
  const panel = { x: 0, y: 0, width: frame.widthMm, height: frame.heightMm };
  const beyond = overBy(part, panel);
  if (beyond > SAME_MM) {
    return { code: isBay ? 'bay-outside' : 'outside', severity: 'error', mm: beyond };
  }
  const over = overBy(part, frame.opening);
  if (over <= SAME_MM) return null;
  if (isBay) return { code: 'bay-outside', severity: 'error', mm: over };
  if (frame.ears.length === 0) return { code: 'outside', severity: 'error', mm: over };
  if (!liesOnPanel(part)) return { code: 'over-ear', severity: 'error', mm: over };
  const screw = overHoles(part, frame);
  return screw > SAME_MM ? { code: 'over-hole', severity: 'warning', mm: screw } : null;
}

/** Handles, labels, lamps and blanks are put on the panel: nothing of them is behind it, where the rail is. */
function liesOnPanel({ is }: FacePart): boolean {
  return is === 'handle' || is === 'label' || is === 'led' || is === 'blank';
}

/** How far a part stands out of a box, mm, at the side where it does most; 0 or less inside. */
function overBy(part: FacePart, box: Box): number {
  return Math.max(
    box.x - part.xMm,
    box.y - part.yMm,
    part.xMm + part.widthMm - box.x - box.width,
    part.yMm + part.heightMm - box.y - box.height,
  );
}

function overHoles(part: FacePart, { railHoles }: FaceFrame): number {
  let most = 0;
  for (const { x, y } of railHoles) {
    const dx = Math.max(part.xMm - x, x - part.xMm - part.widthMm, 0);
    const dy = Math.max(part.yMm - y, y - part.yMm - part.heightMm, 0);
    most = Math.max(most, SCREW_ROOM_MM - Math.hypot(dx, dy));
  }
  return most;
}

/** A plug that stands over the panel's edge meets the gear in the next unit. */
function edgeOf(part: FacePart, { heightMm }: FaceFrame): Misplaced | null {
  if (part.ref.part !== 'cage') return null;
  const need = plugRoom(part.is as FormFactor).backMm;
  const room = Math.min(part.yMm, heightMm - part.yMm - part.heightMm);
  return need - room > SAME_MM
    ? { code: 'edge-close', severity: 'warning', mm: need - room }
    : null;
}
