/**
 * What is wrong on the faces of a type, said while it is drawn. Pairs are found by a sweep, so that a face of a
 * thousand openings is checked between two frames.
 */
import { slugFacts } from '../formats/netbox/port-slug.ts';
import type { DeviceType, Port } from '../model/device-type.ts';
import type { Face } from '../model/face.ts';
import { type MessageArgs, say } from '../text/index.ts';
import type { FaceCheck, FaceCheckCode } from './face-check.ts';
import { type FacePart, type PartRef, partsOf } from './face-part.ts';
import { frameChecks } from './frame-checks.ts';
import { pairChecks } from './pair-checks.ts';

/** The check as a sentence. */
export function sayFaceCheck({ code, args }: FaceCheck): string {
  return say(`faceplate.check.${code}`, args);
}

const known = new WeakMap<DeviceType, readonly FaceCheck[]>();

/**
 * What is wrong on both faces of a type: errors first, then warnings, then notes, each from the top left. At most
 * a thousand pairs of parts are told of each face.
 */
export function faceChecks(type: DeviceType): readonly FaceCheck[] {
  let checks = known.get(type);
  if (!checks) known.set(type, (checks = checkFaces(type)));
  return checks;
}

function checkFaces(type: DeviceType): FaceCheck[] {
  const checks: FaceCheck[] = [];
  for (const face of ['front', 'rear'] as const) {
    const parts = partsOf(type, face);
    checks.push(...frameChecks(type, face, parts), ...pairChecks(parts));
    checks.push(...ventChecks(type, face, parts), ...cageNames(face, parts));
  }
  checks.push(...portChecks(type));
  return checks.sort((a, b) => RANK[a.severity] - RANK[b.severity]);
}

const RANK = { error: 0, warning: 1, note: 2 } as const;

function ventChecks(type: DeviceType, face: Face, parts: readonly FacePart[]): FaceCheck[] {
  const byId = new Map(type.shapes.map((shape) => [shape.id, shape]));
  return parts.flatMap(({ ref, is }): FaceCheck[] => {
    if (ref.part !== 'shape' || is !== 'vent') return [];
    const ratio = byId.get(ref.id)?.openRatio ?? null;
    if (ratio !== null && ratio > 0) return [];
    const code = ratio === null ? 'vent-unknown' : 'vent-closed';
    const severity = ratio === null ? 'note' : 'warning';
    return [{ code, severity, face, parts: [ref], ports: [], mm: null, args: { face } }];
  });
}

function cageNames(face: Face, parts: readonly FacePart[]): FaceCheck[] {
  const cages = parts.filter(({ ref, name }) => ref.part === 'cage' && name !== '');
  return [...Map.groupBy(cages, ({ name, is }) => `${is} ${name}`).values()].flatMap(
    (same): FaceCheck[] => {
      const [first] = same;
      if (!first || same.length < 2) return [];
      const refs = same.map(({ ref }) => ref);
      const args = { name: first.name, count: same.length, face };
      return [
        {
          code: 'cage-name-twice',
          severity: 'note',
          face,
          parts: refs,
          ports: [],
          mm: null,
          args,
        },
      ];
    },
  );
}

function portChecks(type: DeviceType): FaceCheck[] {
  const cages = new Map(type.cages.map((cage) => [cage.id, cage]));
  const filled = new Set(type.ports.map(({ cageId }) => cageId));
  const about = (
    code: FaceCheckCode,
    severity: FaceCheck['severity'],
    ports: readonly Port[],
    args: MessageArgs,
  ): FaceCheck => ({
    code,
    severity,
    face: null,
    parts: ports.flatMap(({ cageId }): PartRef[] =>
      cageId !== null && cages.has(cageId) ? [{ part: 'cage', id: cageId }] : [],
    ),
    ports: ports.map(({ id }) => id),
    mm: null,
    args,
  });
  const checks: FaceCheck[] = [];
  for (const port of type.ports) {
    const lies = port.cageId !== null && cages.has(port.cageId);
    if (!lies && slugFacts(port.slug).cabled) {
      checks.push(about('port-without-cage', 'warning', [port], { name: port.name }));
    }
  }
  const named = type.ports.filter(({ name }) => name !== '');
  for (const same of Map.groupBy(named, ({ kind, name }) => `${kind} ${name}`).values()) {
    if (same.length < 2) continue;
    const args = { name: same[0]?.name ?? '', count: same.length };
    checks.push(about('port-name-twice', 'warning', same, args));
  }
  for (const { id, name, face } of type.cages) {
    if (filled.has(id)) continue;
    const parts: PartRef[] = [{ part: 'cage', id }];
    checks.push({
      ...about('cage-without-port', 'note', [], { name }),
      face,
      parts,
    });
  }
  return checks;
}
