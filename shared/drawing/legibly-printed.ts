/** What is printed on a faceplate, without the words that nobody could read at the size they are drawn. */
import type { DeviceType } from '../model/device-type.ts';
import { printedMm } from './faceplate-parts.ts';

const kept = new WeakMap<DeviceType, Map<number, DeviceType>>();

/**
 * The type with its small print left out; the type itself where there is none, the same object each time.
 * @param smallestMm of the words that stay, em in mm
 */
export function legiblyPrinted(type: DeviceType, smallestMm: number): DeviceType {
  const isSmall = (shape: DeviceType['shapes'][number]): boolean =>
    shape.shape === 'label' && shape.text !== '' && printedMm(shape) < smallestMm;
  if (!type.shapes.some(isSmall)) return type;
  let perSize = kept.get(type);
  if (perSize === undefined) kept.set(type, (perSize = new Map()));
  let legible = perSize.get(smallestMm);
  if (legible === undefined) {
    const shapes = type.shapes.map((shape) => (isSmall(shape) ? { ...shape, text: '' } : shape));
    legible = { ...type, shapes };
    perSize.set(smallestMm, legible);
  }
  return legible;
}
