/** A library as large as the public one: the catalogue's types over and over, under makers and names of their own. */
import { CATALOG_TYPES } from '../../shared/catalog/index.ts';
import type { DeviceType } from '../../shared/model/device-type.ts';

const MAKERS = ['Acme', 'Borealis', 'Cumulus', 'Delta', 'Ember', 'Fathom', 'Granite', 'Harbour'];

/** So many types, each with everything that a type of the catalogue has. */
export function benchTypes(count: number): readonly DeviceType[] {
  return Array.from({ length: count }, (_, k) => {
    const base = CATALOG_TYPES[k % CATALOG_TYPES.length];
    if (!base) throw new RangeError('the catalogue is empty');
    const manufacturer = `${MAKERS[k % MAKERS.length]} ${base.manufacturer}`;
    const model = `${base.model}-${k}`;
    const slug = model.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
    return { ...base, id: `own:${slug}`, manufacturer, model, slug, origin: 'user' };
  });
}
