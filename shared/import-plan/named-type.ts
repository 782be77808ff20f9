/** The device type that a file names by maker and model. */
import type { DeviceType } from '../model/device-type.ts';

export interface TypeName {
  readonly manufacturer: string;
  readonly model: string;
  readonly partNumber: string;
}

/**
 * The types that a maker and a model may mean, in the order given: the model may be a model, a slug or a part number,
 * with or without the maker before it. Makers must agree where both are known.
 */
export function typesNamed(types: Iterable<DeviceType>, name: TypeName): DeviceType[] {
  const wanted = new Set(
    [name.model, name.partNumber, `${name.manufacturer}${name.model}`]
      .map(folded)
      .filter((text) => text !== ''),
  );
  const maker = folded(name.manufacturer);
  return [...types].filter((type) => {
    const own = [type.model, type.slug, type.partNumber, `${type.manufacturer}${type.model}`];
    return own.some((text) => text !== '' && wanted.has(folded(text))) && sameMaker(maker, type);
  });
}

function sameMaker(maker: string, type: DeviceType): boolean {
  const own = folded(type.manufacturer);
  return (
    maker === '' || own === '' || own === maker || own.startsWith(maker) || maker.startsWith(own)
  );
}

function folded(text: string): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
