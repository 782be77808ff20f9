/** The chips above the library: what a person looks for, coarser than the model's categories. */
import type { DeviceCategory } from '../../../shared/model/device-type.ts';

export const TYPE_GROUPS = [
  'nodes',
  'servers',
  'switches',
  'storage',
  'patching',
  'power',
  'fillers',
] as const;
export type TypeGroup = (typeof TYPE_GROUPS)[number];

/** The chip a category belongs to; `other` stands under none and shows only without a filter. */
export function groupOf(category: DeviceCategory): TypeGroup | null {
  switch (category) {
    case 'node':
      return 'nodes';
    case 'server':
    case 'appliance':
      return 'servers';
    case 'switch':
      return 'switches';
    case 'storage':
      return 'storage';
    case 'patch-panel':
      return 'patching';
    case 'pdu':
    case 'power-shelf':
      return 'power';
    case 'cable-manager':
    case 'blank':
    case 'shelf':
      return 'fillers';
    case 'other':
      return null;
    default:
      return category satisfies never;
  }
}
