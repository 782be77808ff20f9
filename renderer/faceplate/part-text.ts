/** A part of a face in words. */
import type { FacePart } from '../../shared/faceplate/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { say } from '../../shared/text/index.ts';
import { mmText } from './mm-text.ts';

/** What kind of part it is: "OSFP", "Vent". */
export function kindText({ ref, is }: Pick<FacePart, 'ref' | 'is'>): string {
  if (ref.part === 'cage') return say(`face.opening.${is}`);
  return say(ref.part === 'bay' ? 'face.part.bayArea' : `face.shape.${is}`);
}

/** Its name, or its kind where it has none. */
export function partName(part: FacePart): string {
  return part.name === '' ? kindText(part) : part.name;
}

/** All that one needs to know of it without seeing it. */
export function partText(type: DeviceType, part: FacePart): string {
  const { xMm, yMm, widthMm, heightMm } = part;
  const ports = type.ports.filter(
    ({ cageId }) => part.ref.part === 'cage' && cageId === part.ref.id,
  );
  return [
    part.name,
    kindText(part),
    say('face.mirror.place', { x: mmText(xMm), y: mmText(yMm) }),
    say('face.mirror.size', { width: mmText(widthMm), height: mmText(heightMm) }),
    ...(part.ref.part === 'cage' ? [say('face.mirror.ports', { count: ports.length })] : []),
    ...(part.group === '' ? [] : [say('face.mirror.group')]),
    ...(part.locked ? [say('mirror.locked')] : []),
  ]
    .filter((words) => words !== '')
    .join(', ');
}
