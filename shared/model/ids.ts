/**
 * Ids are opaque, stable strings: they are made once, when the record is made, and never change.
 * The brand keeps a rack's id from being handed to a function that wants a cable's.
 */
declare const kind: unique symbol;
type Id<Kind extends string> = string & { readonly [kind]?: Kind };

export type RowId = Id<'row'>;
export type RackId = Id<'rack'>;
export type DeviceTypeId = Id<'deviceType'>;
export type DeviceId = Id<'device'>;
export type CableId = Id<'cable'>;
export type WaiverId = Id<'waiver'>;
export type PictureId = Id<'picture'>;
export type FoundId = Id<'found'>;
export type AreaId = Id<'area'>;
export type PathwayId = Id<'pathway'>;
export type ClusterId = Id<'cluster'>;
/** Ids of a cage, a shape and a bay within their device type. */
export type CageId = Id<'cage'>;
export type ShapeId = Id<'shape'>;
export type BayId = Id<'bay'>;
/** Id of a port within its device type; unique there even where names are not. */
export type PortId = Id<'port'>;

/** Makes ids that were never given before. Injected, because `shared/` has no randomness of its own. */
export type IdSource = (prefix: string) => string;

/**
 * An id source that counts: for samples, imports and tests, where the same input must give the same ids.
 * @returns ids such as `rack-1`, `rack-2`, `cable-3`
 */
export function countingIds(): IdSource {
  let last = 0;
  return (prefix) => {
    last += 1;
    return `${prefix}-${last}`;
  };
}
