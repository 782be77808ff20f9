/** My Library as a test finds or leaves it, and designs that disagree with it. */
import path from 'node:path';
import { saveTypes } from '../../electron/storage/library/change-library.ts';
import { openLibrary } from '../../electron/storage/library/open-library.ts';
import { catalogType } from '../../shared/catalog/index.ts';
import type { Design } from '../../shared/model/design.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';
import { fixtureCable } from '../../shared/model/fixture-device.ts';
import type { Picture } from '../../shared/model/records.ts';
import { deviceNamed } from './hands.ts';
import { twoRacks } from './two-racks.ts';

export const SWITCH = catalogType('catalog:nvidia-qm9700');

/** A picture of one dot. */
export const DOT: Picture = {
  kind: 'picture',
  id: 'picture-dot',
  name: 'dot.png',
  mime: 'image/png',
  widthPx: 1,
  heightPx: 1,
  data: 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
};

/** The type, traced from the dot. */
export function traced(type: DeviceType): DeviceType {
  const area = { face: 'front', xMm: 20, yMm: 4, widthMm: 40, heightMm: 30 } as const;
  const crop = { left: 0, top: 0, right: 1, bottom: 1 };
  return {
    ...type,
    backdrops: [{ pictureId: DOT.id, area, crop, inRacks: true, inPrint: true }],
  };
}

/** Types in the library of a data folder, as if they had been saved there before. */
export function inMyLibrary(userData: string, ...types: readonly DeviceType[]): void {
  const looked = types.flatMap(({ backdrops }) => backdrops.map(({ pictureId }) => pictureId));
  const { db } = openLibrary(libraryFile(userData), new Date());
  saveTypes(db, types, looked.includes(DOT.id) ? [DOT] : []);
  db.close();
}

export function libraryFile(userData: string): string {
  return path.join(userData, 'library.plenum-types');
}

/** What My Library has on disk. */
export function onShelf(userData: string): readonly DeviceType[] {
  const { db, content } = openLibrary(libraryFile(userData), new Date());
  db.close();
  return content.types.map((text) => JSON.parse(text) as DeviceType);
}

/** Two switches with a cable in port 1/1 of both, and one that nothing is plugged into. */
export function cabled(): Design {
  const design = twoRacks();
  const [port] = SWITCH.ports.filter(({ kind }) => kind === 'interface');
  const end = (name: string) => [{ deviceId: deviceNamed(design, name).id, portId: port!.id }];
  const ends = { a: end('leaf-1'), b: end('leaf-2') };
  const cable = fixtureCable({ id: 'cable-x', label: 'X-17', ends });
  return { ...design, cables: new Map([[cable.id, cable]]) };
}

/** The switch without its first port. */
export function shorter(over: Partial<DeviceType> = {}): DeviceType {
  const [first] = SWITCH.ports.filter(({ kind }) => kind === 'interface');
  return { ...SWITCH, ports: SWITCH.ports.filter(({ id }) => id !== first!.id), ...over };
}
