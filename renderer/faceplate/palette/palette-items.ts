/** What can be put on a face, by what it is for. */
import type { ShapeKind } from '../../../shared/faceplate/index.ts';
import type { Bay, FormFactor } from '../../../shared/model/device-type.ts';
import { say } from '../../../shared/text/index.ts';

export type PaletteItem =
  | { readonly kind: 'cages'; readonly formFactor: FormFactor }
  | { readonly kind: 'shape'; readonly shape: ShapeKind }
  | { readonly kind: 'bay'; readonly bay: Bay['kind'] };

export interface PaletteGroup {
  readonly id: 'cages' | 'adapters' | 'power' | 'metal' | 'bays';
  readonly items: readonly PaletteItem[];
}

const cages = (...formFactors: FormFactor[]): PaletteItem[] =>
  formFactors.map((formFactor) => ({ kind: 'cages', formFactor }));
const shapes = (...kinds: ShapeKind[]): PaletteItem[] =>
  kinds.map((shape) => ({ kind: 'shape', shape }));

export const PALETTE: readonly PaletteGroup[] = [
  {
    id: 'cages',
    items: cages('osfp', 'osfp-rhs', 'osfp-xd', 'qsfp-dd', 'qsfp', 'sfp-dd', 'sfp', 'cfp'),
  },
  { id: 'adapters', items: cages('rj45', 'mpo', 'lc', 'sn', 'mmc', 'usb', 'other') },
  { id: 'power', items: cages('c14', 'c20', 'c13', 'c19', 'dc') },
  { id: 'metal', items: shapes('vent', 'fan', 'handle', 'label', 'display', 'led', 'blank') },
  {
    id: 'bays',
    items: [...shapes('bay'), { kind: 'bay', bay: 'device' }, { kind: 'bay', bay: 'module' }],
  },
];

/** Its name in the palette. */
export function itemName(item: PaletteItem): string {
  switch (item.kind) {
    case 'cages':
      return say(`face.opening.${item.formFactor}`);
    case 'shape':
      return say(`face.shape.${item.shape}`);
    case 'bay':
      return say(`face.bay.${item.bay}`);
    default:
      return item satisfies never;
  }
}

export function itemId(item: PaletteItem): string {
  switch (item.kind) {
    case 'cages':
      return item.formFactor;
    case 'shape':
      return item.shape;
    case 'bay':
      return `bay-${item.bay}`;
    default:
      return item satisfies never;
  }
}
