/** Device types that the files bring, and those that they name. */
import { CATALOG_TYPES } from '../catalog/index.ts';
import { outcomeTold, TypeMerge } from '../formats/merge-types.ts';
import type { Design } from '../model/design.ts';
import type { DeviceType } from '../model/device-type.ts';
import type { DeviceTypeId, PictureId } from '../model/ids.ts';
import type { Picture } from '../model/records.ts';
import { say } from '../text/index.ts';
import type { Draft } from './draft.ts';
import { type TypeName, typesNamed } from './named-type.ts';
import type { Where } from './plan.ts';
import type { SourceRows } from './source-rows.ts';

/** The types that are at hand: those of the design, of the files and of the catalogue, in this order. */
export class TypeBook {
  readonly #draft: Draft;
  readonly #brought: DeviceType[] = [];
  /** Types of the files by the id that their rows call them. */
  readonly #renamed = new Map<string, DeviceType>();
  readonly #made = new Set<DeviceTypeId>();
  readonly #pictures = new Map<PictureId, Picture>();
  readonly #named = new Map<string, readonly DeviceType[]>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  get design(): Design {
    return this.#draft.design;
  }

  /** Takes in the types that files describe. */
  bring(sources: readonly SourceRows[]): void {
    const merge = new TypeMerge(this.design.deviceTypes.values());
    for (const { file, rows } of sources) {
      for (const picture of rows.pictures) this.#pictures.set(picture.id, picture);
      for (const type of rows.types) {
        const { type: merged, outcome } = merge.take(type);
        this.#renamed.set(`${file}\n${type.id}`, merged);
        this.#brought.push(merged);
        if (outcome === 'already-there') this.#draft.same.deviceTypes += 1;
        else
          this.#put(
            merged,
            { file, place: NO_PLACE },
            outcomeTold(outcome).map(({ message }) => message),
          );
      }
    }
  }

  /** The type that a file describes under that id. */
  described(file: string, id: string): DeviceType | undefined {
    return this.#renamed.get(`${file}\n${id}`);
  }

  /** The types that a name may mean. */
  named(name: TypeName): readonly DeviceType[] {
    const key = JSON.stringify(name);
    const known = this.#named.get(key);
    if (known) return known;
    const all = new Map(
      [...this.design.deviceTypes.values(), ...this.#brought, ...CATALOG_TYPES].map((type) => [
        type.id,
        type,
      ]),
    );
    const found = typesNamed(all.values(), name);
    this.#named.set(key, found);
    return found;
  }

  /** Puts the type into the design where it is not there yet. */
  use(type: DeviceType, where: Where, notes: readonly string[] = []): void {
    if (!this.design.deviceTypes.has(type.id)) this.#put(type, where, notes);
  }

  /** Whether an id is taken in the design, by the files, or by what was made. */
  has(id: DeviceTypeId): boolean {
    return this.design.deviceTypes.has(id) || this.#made.has(id);
  }

  #put(type: DeviceType, where: Where, notes: readonly string[]): void {
    if (this.#made.has(type.id)) return;
    this.#made.add(type.id);
    this.#draft.types.push(type);
    const seen = this.#seenBehind(type);
    this.#draft.make({
      kind: 'deviceType',
      id: type.id,
      name: `${type.manufacturer} ${type.model}`.trim(),
      detail: say('import.detail.type', { heightU: type.heightU, ports: type.ports.length }),
      where,
      notes: [...notes, ...seen],
    });
  }

  /** Takes in the pictures behind the faces of a type of a file, and says where they lie. */
  #seenBehind({ backdrops }: DeviceType): readonly string[] {
    return backdrops.flatMap(({ pictureId, area: { face }, inRacks }) => {
      const picture = this.#pictures.get(pictureId);
      if (!picture) return [];
      this.#pictures.delete(pictureId);
      if (!this.design.pictures.has(pictureId)) this.#draft.pictures.push(picture);
      return [say('import.note.picture', { face, shown: inRacks ? 'yes' : 'no' })];
    });
  }
}

const NO_PLACE = { sheet: '', line: 0, path: '' };
